import type { Crash } from "./crash.ts";
import type { PackageRun } from "./package-run.ts";

/** The test that crashed; null when none of those that have failed did, as when TestMain panics while it cleans up. */
export function crashedTest(run: PackageRun, crash: Crash): string | null {
  const named = run.output.crash?.test ?? null;
  const failed = new Set(run.failures.map((test) => test.name));
  if (crash.timedOut) {
    const leaves = leavesOf(crash.running);
    return leaves.find((name) => name === named) ?? leaves[0] ?? named;
  }
  // A goroutine that outlived its test runs neither of these.
  const inTest = /^testing\.(?:tRunner|runExample)[.(]/m.test(crash.text);
  const reported = inTest ? ofChain(run.output.crash?.failed ?? [], crash.entry) : null;
  if (reported !== null && failed.has(reported)) return reported;
  const running = leavesOf(run.failures.filter((test) => test.unfinished === "running").map((test) => test.name));
  const inStack = running.filter((name) => isIn(name, crash));
  if (named === null) return null;
  if (inStack.length > 0) return inStack.find((name) => name === named) ?? inStack.at(-1) ?? null;
  if (!failed.has(named) || hasEnded(run, starterOf(crash))) return null;
  const below = running.findLast((name) => name.startsWith(`${named}/`));
  return below ?? (inTest || running.includes(named) ? named : null);
}

/** The test whose code has started the goroutine that crashed. */
function starterOf({ text }: Crash): string | null {
  return /^created by \S*?\.((?:Test|Benchmark|Fuzz|Example)[^\s.([]*)/m.exec(text)?.[1] ?? null;
}

/** Whether a test has a result of its own: whichever runs now is not to blame for what it left behind. */
function hasEnded({ finished, failures }: PackageRun, name: string | null): boolean {
  return finished.some((test) => test.name === name) && !failures.some((test) => test.name === name && test.unfinished);
}

/** Names that are no parents of others. */
export function leavesOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}

/**
 * Of a test and its parents, the one whose function the panic went through. The chain begins with a subtest that had failed before
 * when its parent panics right afterwards; then the stack tells them apart, as far as subtests are literals in their parents:
 * `TestX.func1.2` belongs two levels below TestX.
 */
function ofChain(chain: readonly string[], entry: string | null): string | null {
  const top = chain.at(-1);
  const [first = null] = chain;
  if (top === undefined || entry === null || top.includes("/")) return first;
  const [name, ...literals] = entry
    .slice(entry.lastIndexOf("/") + 1)
    .split(".")
    .slice(1);
  if (name !== top || !literals.every((part) => /^(?:func)?\d+$/.test(part))) return first;
  return chain[Math.max(chain.length - 1 - literals.length, 0)] ?? first;
}

/** Whether the function of a test, or a literal of it, is on the stack or has started the goroutine. */
function isIn(test: string, crash: Crash): boolean {
  const name = (test.split("/")[0] ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\.${name}(?:[.(]| in goroutine |$)`, "m").test(crash.text);
}
