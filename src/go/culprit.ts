import type { Crash } from "./crash.ts";
import type { PackageRun } from "./package-run.ts";

/**
 * The test that has ended the test binary, and so has failed: the one that crashed, or the only one whose code could have called os.Exit. null when a
 * time limit or a signal did it, or when several were running and nothing tells which.
 */
export function culpritOf(run: PackageRun, crash: Crash | null, crashed: string | null): string | null {
  if (crash !== null) return crash.timedOut ? null : crashed;
  const running = run.failures.filter((test) => test.unfinished === "running");
  if (run.result === null || [run.output.own.text(), ...running.map((test) => test.output)].some(saysSignal))
    return null;
  const leaves = running.filter(({ name }) => !running.some((other) => other.name.startsWith(`${name}/`)));
  return leaves.length === 1 ? (leaves[0]?.name ?? null) : null;
}

/** `go test` adds the signal to what the binary printed last, a test's output included (Go 1.26.8). */
function saysSignal(output: string): boolean {
  return /(?:^|\n)signal: .+\n*$/.test(output);
}
