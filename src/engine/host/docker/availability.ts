import { EnvironmentError, firstSentence, messageOf } from "../../../errors.ts";
import { parseJson } from "../../../parse-json.ts";
import type { CliResult, DockerCli } from "./cli.ts";

export type Availability =
  | { readonly ok: true; readonly daemon: Daemon }
  | { readonly ok: false; readonly reason: string; readonly remedy: string };

export interface Daemon {
  readonly version: string;
  /** Major version of the command line. */
  readonly clientMajor: number;
  readonly os: string;
  readonly arch: string;
}

/** A daemon that does not answer by then is none. */
const limitMs = 15_000;

/** Asks whether a daemon that runs Linux containers answers. Never throws. */
export async function checkDocker(cli: DockerCli): Promise<Availability> {
  try {
    return availabilityOf(await cli.run(["version", "--format", "{{json .}}"], { timeoutMs: limitMs }));
  } catch (error) {
    const remedy = error instanceof EnvironmentError ? error.remedy : installRemedy;
    return { ok: false, reason: `Docker is not usable here: ${messageOf(error)}`, remedy };
  }
}

const installRemedy = "Install Docker, or switch the image off with `docker: false`.";

/** Reads the answer to `docker version --format '{{json .}}'`. */
export function availabilityOf(result: CliResult): Availability {
  if (result.end !== "exited") {
    const reason = `the Docker daemon does not answer (${limitMs / 1_000} s)`;
    return { ok: false, reason, remedy: "Restart the daemon, or switch the image off with `docker: false`." };
  }
  const daemon = parseVersion(result.stdout);
  if (daemon === null) return refused(result.stderr);
  if (daemon.os !== "linux") {
    const reason = `the Docker daemon runs ${daemon.os} containers, not Linux ones`;
    return { ok: false, reason, remedy: "Switch it to Linux containers, or set `docker: false` on this machine." };
  }
  return { ok: true, daemon };
}

function refused(stderr: string): Availability {
  const line = firstSentence(stderr.trim().split("\n")[0] ?? "");
  if (/permission denied/i.test(stderr)) {
    return {
      ok: false,
      reason: "this user may not talk to the Docker daemon (permission denied)",
      remedy: "Add the user to the group docker, or point DOCKER_HOST at a daemon it may use.",
    };
  }
  const reason = /cannot connect|is the docker daemon running|connection refused|no such host|pipe/i.test(stderr)
    ? "no Docker daemon answers"
    : "the Docker daemon refuses";
  return {
    ok: false,
    reason: line === "" ? reason : `${reason} (${line})`,
    remedy: "Start it, or set `docker: false`.",
  };
}

function parseVersion(stdout: string): Daemon | null {
  const value = parseJson(stdout);
  const server = field(value, "Server");
  const version = field(server, "Version");
  const os = field(server, "Os");
  const arch = field(server, "Arch");
  if (typeof version !== "string" || typeof os !== "string" || typeof arch !== "string") return null;
  const client = field(field(value, "Client"), "Version");
  const clientMajor = typeof client === "string" ? Number.parseInt(client, 10) : 0;
  return { version, os, arch, clientMajor: Number.isNaN(clientMajor) ? 0 : clientMajor };
}

/** A property of what may be an object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
