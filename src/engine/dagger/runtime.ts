import { execFile } from "node:child_process";

/** What a look for a container runtime on this machine found. */
export type Runtime =
  | { readonly found: "linux"; readonly name: string }
  /** There is one, but not one that an engine can run in; `why` says so. */
  | { readonly found: "unusable"; readonly why: string }
  | { readonly found: "none" };

export interface RuntimeAnswer {
  readonly installed: boolean;
  readonly stdout: string;
  /** Last line of standard error; empty when it answered. */
  readonly problem: string;
}

export type AskRuntime = (file: string, args: readonly string[]) => Promise<RuntimeAnswer>;

/** In the order in which the CLI tries them (engine/client/drivers); it takes the first that is installed, running or not. */
const runtimes: readonly (readonly [file: string, args: readonly string[], answer: RegExp])[] = [
  ["docker", ["info", "--format", "{{.OSType}}"], /^linux$/],
  ["container", ["system", "status"], /running/],
  ["podman", ["info", "--format", "{{.Host.OS}}"], /^linux$/],
  ["finch", ["info", "--format", "{{.OSType}}"], /^linux$/],
  ["nerdctl", ["info", "--format", "{{.OSType}}"], /^linux$/],
];

/** Finds the runtime that the Dagger CLI would start an engine in. */
export async function probeRuntime(ask: AskRuntime): Promise<Runtime> {
  for (const [file, args, expected] of runtimes) {
    const answer = await ask(file, args);
    if (!answer.installed) continue;
    if (answer.problem !== "") return { found: "unusable", why: `${file}: ${answer.problem}` };
    const said = answer.stdout.trim();
    if (expected.test(said)) return { found: "linux", name: file };
    return { found: "unusable", why: `${file} runs ${said === "" ? "nothing" : `${said} containers`}` };
  }
  return { found: "none" };
}

/** Runs a command of a runtime, for at most ten seconds. */
export function askRuntime(env: Readonly<Record<string, string | undefined>>): AskRuntime {
  return async (file, args) =>
    await new Promise((resolve) => {
      const options = { env: { ...env }, timeout: 10_000, killSignal: "SIGKILL" as const };
      execFile(file, [...args], options, (error, stdout, stderr) => {
        const installed = error === null || error.code !== "ENOENT";
        const said = stderr.trim().split("\n").at(-1)?.trim() ?? "";
        const problem = error === null ? "" : error.killed === true ? "no answer within 10 s" : said || error.message;
        resolve({ installed, stdout, problem });
      });
    });
}
