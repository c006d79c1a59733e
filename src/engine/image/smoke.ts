import type { SmokeStep } from "../../model/step.ts";

/** What an engine saw of one container of the smoke test. */
export interface ContainerObservation {
  /** Why the container's process could not be started; null when it was. */
  readonly startError: string | null;
  /** Still running when the engine stopped watching. */
  readonly running: boolean;
  /** null while running. Ended by signal n: 128 + n. */
  readonly exitCode: number | null;
  readonly oomKilled: boolean;
  /** null when nothing was probed. */
  readonly probe: ProbeObservation | null;
  /** State of the image's HEALTHCHECK; null without one, or when it was not waited for. */
  readonly health: { readonly status: "healthy" | "unhealthy" | "starting"; readonly output: string } | null;
  /** What it printed, both streams, clipped. */
  readonly output: string;
  /** Milliseconds from its start until the engine stopped watching. */
  readonly observedMs: number;
}

export interface ProbeObservation {
  readonly answered: boolean;
  /** HTTP status of the last answer, null when there was none or the probe is of the port alone. */
  readonly status: number | null;
  /** Why the last attempt failed: `connection refused`, … */
  readonly error: string | null;
  /** Milliseconds from the container's start to the accepted answer, or to giving up. */
  readonly afterMs: number;
}

export interface SmokeVerdict {
  readonly status: "passed" | "failed" | "warned";
  /** What happened and, where one helps, which input to set. */
  readonly reason: string;
  /** What was tested, for the summary. */
  readonly tested: string;
}

/** With nothing asked for, a container that is still up after this time passes. */
export const settleMs = 3_000;

/** Arguments to start the next container with, empty for the image's own command; null when the test is over. With a command and a probe, a command that ends well is a test of its own. */
export function nextContainer(step: SmokeStep, seen: readonly ContainerObservation[]): readonly string[] | null {
  const [first, second] = seen;
  if (first === undefined) return step.command;
  const separate = step.commandGiven && step.probe !== null && endedWell(first) && !answered(first);
  return separate && second === undefined && contains(step, first) ? [] : null;
}

/** True when the engine can stop watching a running container: everything that was asked for has been seen. */
export function isSatisfied(step: SmokeStep, seen: ContainerObservation): boolean {
  if (isCommandTest(step)) return false;
  if (step.probe !== null && !answered(seen)) return false;
  if (seen.health !== null && seen.health.status !== "healthy") return false;
  if (step.output !== null && !contains(step, seen)) return false;
  const asked = step.probe !== null || seen.health !== null || step.output !== null;
  return asked || seen.observedMs >= Math.min(settleMs, step.limitMs);
}

/** Judges the smoke test; `seen` holds the one or two containers that `nextContainer` asked for. */
export function judgeSmoke(step: SmokeStep, seen: readonly ContainerObservation[]): SmokeVerdict {
  const last = seen.at(-1);
  if (last === undefined) throw new Error("smoke: no container was started");
  const command = seen.length > 1 ? `${quoteCommand(step.command)} exited 0; ` : "";
  const verdict = startProblem(last) ?? (last.running ? judgeRunning(step, last) : judgeEnded(step, last, seen.length));
  return { ...verdict, tested: `${command}${verdict.tested}` };
}

function startProblem(seen: ContainerObservation): SmokeVerdict | null {
  const tested = "start of the container";
  if (seen.startError !== null) return failed(`the container cannot start: ${seen.startError}`, tested);
  if (seen.running) return null;
  const exec = execProblem(seen.output);
  if (exec !== null) return failed(`the container cannot start: ${exec}`, tested);
  if (seen.oomKilled) return failed(`killed for using too much memory (exit code ${seen.exitCode})`, tested);
  if (seen.exitCode === 126) return failed("the command cannot be executed (exit code 126)", tested);
  if (seen.exitCode === 127) return failed("the command was not found in the image (exit code 127)", tested);
  const signal = crashSignal(seen.exitCode) ?? goCrashSignal(seen);
  return signal === null ? null : failed(`crashed with ${signal} (exit code ${seen.exitCode})`, tested);
}

/** What runc prints in the container's place when the kernel refuses the program: wrong processor, missing loader or interpreter, no permission. */
function execProblem(output: string): string | null {
  const refused = "exec format error|no such file or directory|permission denied";
  const pattern = new RegExp(`^(?:standard_init_linux\\.go:\\d+: )?exec (?:user process caused|\\S+): (?:${refused})$`);
  const line = output.trim();
  if (!pattern.test(line)) return null;
  if (line.endsWith("exec format error")) return `${line} (built for another platform?)`;
  return line.endsWith("no such file or directory") ? `${line} (not a static binary?)` : line;
}

const crashSignals: Readonly<Record<number, string>> = {
  4: "SIGILL",
  5: "SIGTRAP",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  31: "SIGSYS",
};

function crashSignal(exitCode: number | null): string | null {
  return exitCode === null ? null : (crashSignals[exitCode - 128] ?? null);
}

/**
 * Go programs catch crash signals, print their goroutines and exit 2: `SIGSEGV: segmentation violation` with `PC=…`, or a panic with
 * `[signal SIGSEGV: …`. A panic without a signal (often for want of a database) is an exit code like any other.
 */
function goCrashSignal({ exitCode, output }: ContainerObservation): string | null {
  if (exitCode !== 2) return null;
  return (/^\[signal (SIG[A-Z]+)[: ]/m.exec(output) ?? /^(SIG[A-Z]+): .*\nPC=/m.exec(output))?.[1] ?? null;
}

function judgeRunning(step: SmokeStep, seen: ContainerObservation): SmokeVerdict {
  if (isCommandTest(step)) {
    const reason = `${what(step)} did not end within ${seconds(step.limitMs)}. For a service set smoke-port.`;
    return failed(reason, what(step));
  }
  const tested = testedService(step, seen);
  if (step.probe !== null && !answered(seen)) return failed(noAnswer(step, seen), tested);
  if (seen.health?.status === "unhealthy") return failed(`its HEALTHCHECK failed${detail(seen.health.output)}`, tested);
  if (seen.health?.status === "starting") {
    return failed(
      `its HEALTHCHECK did not succeed within ${seconds(step.limitMs)}${detail(seen.health.output)}`,
      tested,
    );
  }
  if (!contains(step, seen)) return failed(`its output does not contain ${step.output}`, tested);
  return { status: "passed", reason: tested, tested };
}

function judgeEnded(step: SmokeStep, seen: ContainerObservation, containers: number): SmokeVerdict {
  const code = seen.exitCode ?? -1;
  if (answered(seen))
    return failed(`exited ${code} after it had answered${detail(seen.output)}`, testedService(step, seen));
  if (step.probe !== null && !(step.commandGiven && containers === 1)) {
    const reason = `exited ${code} before it answered on port ${step.probe.port}${detail(seen.output)}`;
    return failed(reason, testedService(step, seen));
  }
  const tested = `${what(step)} exited ${code}`;
  const given = step.commandGiven || step.output !== null;
  if (code !== 0 && given) return failed(`${tested}${detail(seen.output)}`, tested);
  if (code !== 0) return { status: "warned", reason: `exited ${code}${detail(seen.output)}. ${hint}`, tested };
  if (!contains(step, seen)) return failed(`${tested}, but its output does not contain ${step.output}`, tested);
  return { status: "passed", reason: tested, tested };
}

const hint =
  "Set smoke-command to something it can do here (such as --version), or smoke-port if it is a service; programs that need a database or arguments cannot start without.";

/** The exit code counts: a command was asked for and no service. */
function isCommandTest(step: SmokeStep): boolean {
  return step.commandGiven && step.probe === null;
}

function endedWell(seen: ContainerObservation): boolean {
  return seen.startError === null && !seen.running && seen.exitCode === 0;
}

function answered(seen: ContainerObservation): boolean {
  return seen.probe?.answered ?? false;
}

/** `smoke-output` between slashes is a regular expression, anything else plain text. */
function contains(step: SmokeStep, seen: ContainerObservation): boolean {
  if (step.output === null) return true;
  const pattern = /^\/(.+)\/([imsu]*)$/.exec(step.output);
  if (pattern?.[1] === undefined) return seen.output.includes(step.output);
  return new RegExp(pattern[1], pattern[2]).test(seen.output);
}

function testedService(step: SmokeStep, seen: ContainerObservation): string {
  const parts: string[] = [];
  if (step.probe !== null && seen.probe !== null) parts.push(testedProbe(step.probe, seen.probe));
  if (seen.health !== null) parts.push(`HEALTHCHECK ${seen.health.status}`);
  if (step.output !== null)
    parts.push(`output ${contains(step, seen) ? "contains" : "does not contain"} ${step.output}`);
  return parts.length === 0 ? `still up after ${seconds(seen.observedMs)}` : parts.join(", ");
}

function testedProbe(probe: NonNullable<SmokeStep["probe"]>, seen: ProbeObservation): string {
  const target = probe.path === null ? `port ${probe.port}` : `GET ${probe.path} on port ${probe.port}`;
  if (!seen.answered && seen.status === null) return `${target}: no answer`;
  if (probe.path === null) return `${target} accepted a connection after ${seconds(seen.afterMs)}`;
  return `${target} answered ${seen.status} after ${seconds(seen.afterMs)}`;
}

function noAnswer(step: SmokeStep, seen: ContainerObservation): string {
  const { port = 0, path = null, statuses = [] } = step.probe ?? {};
  const limit = seconds(step.limitMs);
  if (seen.probe?.status !== null && seen.probe?.status !== undefined) {
    const accepted = statuses.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
    return `GET ${path ?? "/"} on port ${port} answered ${seen.probe.status}, not ${accepted}, until ${limit} were over`;
  }
  const cause = seen.probe?.error ?? "nothing listens";
  return `no answer on port ${port} within ${limit} (${cause}). Check smoke-port; the service has to listen on all addresses, not on localhost.`;
}

function what(step: SmokeStep): string {
  return step.command.length === 0 ? "the image's own command" : quoteCommand(step.command);
}

function quoteCommand(command: readonly string[]): string {
  return `\`${command.join(" ")}\``;
}

/** The line of an output that says most: the cause of a panic, else the last one. */
function detail(output: string): string {
  const lines = output.trim().split("\n");
  const line = (lines.find((text) => /^(panic|fatal error): /.test(text)) ?? lines.at(-1) ?? "").trim();
  return line === "" ? "" : `: ${line.slice(0, 200)}`;
}

function seconds(ms: number): string {
  if (ms < 100) return `${ms} ms`;
  return `${(ms / 1_000).toFixed(ms < 9_950 && ms % 1_000 !== 0 ? 1 : 0)} s`;
}

function failed(reason: string, tested: string): SmokeVerdict {
  return { status: "failed", reason, tested };
}
