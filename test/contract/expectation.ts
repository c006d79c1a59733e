import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type Difference, type Json, merge } from "./merge.ts";
import { type GateNames, noneRenamed, renameGates, renameIn } from "./rename.ts";

/** `expected/<case>.json` is what this Go gives; `expected/<case>.go1.27.json` holds what another one does otherwise, if it does. */
export const baseGo = "1.26";

/** A report as the contract suite compares it: only its stages are looked at one by one. */
export interface ComparedReport {
  readonly stages: readonly ComparedStage[];
  readonly [key: string]: Json;
}

export interface ComparedStage {
  readonly id: string;
  readonly status: string;
  readonly [key: string]: Json;
}

/** Path of the expectation of a case, or of what differs from it with one Go, such as `1.27`. */
export function expectedPath(name: string, go?: string): string {
  return fileURLToPath(new URL(`expected/${name}${go === undefined ? "" : `.go${go}`}.json`, import.meta.url));
}

/** The report that a case has to give with a Go version such as `go1.27.4`, of a build that has other names for some gates. */
export function expectedReport(name: string, goVersion: string, renamed: GateNames = noneRenamed): Json {
  const base: Json = JSON.parse(readFileSync(expectedPath(name), "utf8"));
  const path = expectedPath(name, minorOf(goVersion));
  if (!existsSync(path)) return renameGates(base, renamed);
  const difference: Difference = JSON.parse(readFileSync(path, "utf8"));
  return renameGates(merge(base, difference), renamed);
}

/** `1.27` of `go1.27.4` or `go1.27rc1`. */
export function minorOf(goVersion: string): string {
  const minor = /^go(1\.\d+)/.exec(goVersion)?.[1];
  if (minor === undefined) throw new Error(`not a version of Go: ${goVersion}`);
  return minor;
}

/** Ids of the stages that an expectation names; null without one. */
export function namedStages(name: string, renamed: GateNames = noneRenamed): ReadonlySet<string> | null {
  if (!existsSync(expectedPath(name))) return null;
  const { stages }: ComparedReport = JSON.parse(readFileSync(expectedPath(name), "utf8"));
  return new Set(stages.map(({ id }) => renameIn(id, renamed)));
}

/** What a stage may be that no expectation names: it did not run. */
const quiet = new Set(["disabled", "skipped"]);

/**
 * A report without the stages that did not run and that nobody named, so that a new gate does not change what is expected. Any other stage stays, and so differs from
 * the expectation; named ones stay in their order.
 */
export function comparable<T extends ComparedReport>(report: T, named: ReadonlySet<string> | null): T {
  const short = withoutRepetition(report);
  if (named === null) return short;
  return { ...short, stages: report.stages.filter(({ id, status }) => named.has(id) || !quiet.has(status)) };
}

/** With one module the totals are its own numbers: an expectation need not say them twice. */
function withoutRepetition<T extends ComparedReport>(report: T): T {
  const { modules, totals } = report;
  if (!Array.isArray(modules) || modules.length !== 1) return report;
  const own = JSON.parse(
    JSON.stringify({ ...modules[0], dir: undefined, path: undefined, goVersion: undefined, patch: null }),
  );
  return isDeepStrictEqual(own, totals) ? { ...report, totals: "as its only module" } : report;
}
