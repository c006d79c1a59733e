import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { slowness } from "../support/pace.ts";
import { type ActionRun, runAction } from "../support/run-action.ts";
import type { ContractCase } from "./cases.ts";
import { type ComparedReport, comparable, namedStages } from "./expectation.ts";
import { normalise } from "./normalise.ts";
import { type GateNames, noneRenamed } from "./rename.ts";

const testdata = resolve(import.meta.dirname, "testdata");

export interface CaseRun extends ActionRun {
  /** `report.json` without what differs between runs and engines, and without stages that did not run and that the expectation does not name. */
  readonly report: unknown;
  /** The Go that the engine had, such as `go1.26.8`. */
  readonly goVersion: string;
  /** Absolute path of the copy that was checked; removed by `dispose`. */
  readonly dir: string;
  dispose(): void;
}

/** A git repository of its own with a copy of the fixture module. */
export function checkout(module: string): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "contract-")));
  cpSync(join(testdata, module), dir, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: dir,
      stdio: "ignore",
    });
  };
  git("init", "-q");
  git("add", "-A", "-f");
  git("commit", "-qm", "fixture");
  return dir;
}

/** Runs the built action, which may have other names for some gates, on a case and reads the report it left. */
export async function runCase(
  { name, module, flags = [], limitSeconds }: ContractCase,
  engineFlags: readonly string[],
  renamed: GateNames = noneRenamed,
): Promise<CaseRun> {
  const dir = checkout(module ?? name);
  const limit = limitSeconds === undefined ? [] : ["--timeout", `${Math.ceil(limitSeconds * slowness())}s`];
  const run = await runAction(dir, ["--platforms", "linux/amd64", ...flags, ...limit, ...engineFlags]);
  const text = readFileSync(join(dir, ".pipeline/report.json"), "utf8");
  const dispose = (): void => rmSync(dir, { recursive: true, force: true });
  const seen: ComparedReport = JSON.parse(text);
  const report = normalise(comparable(seen, namedStages(name, renamed)), dir);
  return { ...run, report, goVersion: goVersionIn(text), dir, dispose };
}

function goVersionIn(report: string): string {
  const version = /"goVersion": "([^"]+)"/.exec(report)?.[1];
  if (version === undefined) throw new Error(`the report names no version of Go:\n${report}`);
  return version;
}
