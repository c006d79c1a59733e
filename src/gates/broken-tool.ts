import { parseDeps } from "../go/deps.ts";
import { withoutProgress } from "../go/go-words.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { Judgement } from "../model/judgement.ts";
import { unexplained } from "../model/passes.ts";
import { clipEnd } from "../text/clip.ts";
import { failureOf, type Judged } from "./judged.ts";

interface Said {
  /** All of its standard error. */
  readonly stderr: string;
  readonly place: SourceMap & { readonly cwd: string };
  /** What is wrong and what helps, in place of what it said; null: nobody knows. */
  readonly remedy: string | null;
}

/** Of a program that ended without a verdict. What `go tool` cannot fetch is the environment's fault. */
export function brokenTool(judged: Judged, { stderr, place, remedy }: Said): Judgement {
  const { step, end, death, outcome } = judged;
  const [command] = step.commands;
  if (command?.tool === "go" && death === null) {
    const { environment, failedBecause, findings } = parseDeps({ stdout: "", stderr, exitCode: 1 }, place);
    if (environment) return { failure: failureOf(judged, failedBecause), findings, broken: true };
  }
  // One that was stopped at its time limit has said nothing of interest.
  const said = outcome.end === "exited" ? (remedy ?? errorIn(stderr)) : "";
  if (hasDied(judged, stderr)) return { failure: said, findings: [] };
  return { failure: `${death ?? unexplained(step, end)}${said === "" ? "" : `: ${said}`}`, findings: [] };
}

/**
 * `go tool` exits with 0 when its program was ended by a signal, and says so (base.SetExitStatus takes no -1; Go 1.26.8): whether the program of a step that
 * exited so has died.
 */
export function hasDied({ step }: Pick<Judged, "step">, stderr: string): boolean {
  return step.commands[0]?.tool === "go" && saysThatItDied(stderr);
}

/** The same of the standard error of `go tool`. */
export function saysThatItDied(stderr: string): boolean {
  return /^go tool \S+: signal: /m.test(stderr);
}

/** Characters of a tool's line that a reason quotes. */
const reasonLimit = 500;

/** The line that calls itself an error, else the first. */
export function errorIn(stderr: string): string {
  const lines = withoutProgress(stderr).trim().split(/\r?\n/);
  const error = lines
    .map((line) => /^(?:Error: (.*)|.*\blevel=(?:error|fatal) msg="(.*)")$/.exec(line))
    .find((match) => match !== null);
  return clipEnd((error?.[1] ?? error?.[2] ?? lines[0] ?? "").trim(), reasonLimit);
}
