import { execFile } from "node:child_process";
import { EnvironmentError, messageOf } from "../../../errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Whether a docker daemon answers on this machine that takes images for Linux. */
export async function daemonTakesImages(env: Env, signal: AbortSignal): Promise<boolean> {
  const answer = await docker(["version", "--format", "{{.Server.Os}}"], { env, signal, timeout: 15_000 });
  return answer.problem === null && answer.stdout.trim() === "linux";
}

/** Loads an image from a file into the daemon of this machine. Throws EnvironmentError. */
export async function loadFile(file: string, env: Env, signal: AbortSignal): Promise<void> {
  const { problem } = await docker(["load", "--input", file], { env, signal, timeout: 600_000 });
  if (problem === null) return;
  throw new EnvironmentError(
    `The image could not be loaded into the local Docker daemon: ${problem}`,
    "Start Docker, or set image-output to tarball or push.",
  );
}

interface DockerAnswer {
  readonly stdout: string;
  readonly problem: string | null;
}

function docker(
  args: readonly string[],
  options: { readonly env: Env; readonly signal: AbortSignal; readonly timeout: number },
): Promise<DockerAnswer> {
  return new Promise((resolve) => {
    const given = { ...options, env: { ...options.env }, maxBuffer: 1_048_576 };
    execFile("docker", [...args], given, (error, stdout, stderr) => {
      const last = stderr.trim().split("\n").at(-1) ?? "";
      resolve({ stdout, problem: error === null ? null : last || messageOf(error) });
    });
  });
}
