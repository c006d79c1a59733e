import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { outputs } from "../../../src/report/outputs.ts";
import { matchesGo } from "../../support/go-matcher.ts";
import { mark } from "./payloads.ts";
import type { Ended } from "./run.ts";
import { type RunnerView, readAsRunner, readRunnerFile } from "./runner.ts";
import type { World } from "./world.ts";

/** What a report says, as far as the faults look. */
export interface ReportView {
  readonly conclusion: string;
  readonly reasons: readonly string[];
  readonly stages: Readonly<Record<string, { readonly status: string; readonly reason: string | null }>>;
  readonly totals: {
    readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number } | null;
  };
  readonly artifacts: readonly { readonly name: string; readonly path: string; readonly sha256: string }[];
}

interface StageView {
  readonly id: string;
  readonly status: string;
  readonly reason: string | null;
}

/** report.json of a run, below its output directory. */
export function readReport(world: World, directory = join(world.repository, ".pipeline")): ReportView {
  const report: Omit<ReportView, "stages"> & { readonly stages: readonly StageView[] } = JSON.parse(
    readFileSync(join(directory, "report.json"), "utf8"),
  );
  return { ...report, stages: Object.fromEntries(report.stages.map((stage) => [stage.id, stage])) };
}

/** The runner obeyed nothing but what the action itself has to say, and read nothing else from its files. */
export function expectOnlyOurCommands(run: Ended, world: World): RunnerView {
  const view = readAsRunner(run.stdout);
  expect(run.stderr).toBe("");
  expect(view.stopped).toBe(false);
  const ours = new Set(["group", "endgroup", "error", "warning", "notice"]);
  for (const command of view.commands) {
    expect(ours, JSON.stringify(command)).toContain(command.name);
    expect(command.properties["file"] ?? "").not.toBe("forged.go");
    expect(command.data, JSON.stringify(command)).not.toBe(mark);
    expect(command.properties["title"] ?? "").not.toBe(mark);
  }
  // Nor did it make an annotation of a line of the log, with setup-go before the action.
  expect(view.log.filter(matchesGo)).toEqual([]);
  expect([...readRunnerFile(readFileSync(world.runnerFiles.GITHUB_OUTPUT, "utf8")).keys()]).toEqual(
    Object.keys(outputs),
  );
  for (const file of ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE"] as const) {
    expect(readFileSync(world.runnerFiles[file], "utf8")).toBe("");
  }
  return view;
}

/** Plain text: no control character but tab and line feed, no escape, valid UTF-8. */
export function expectPlainText(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  const special = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.exec(text);
  expect(special === null ? null : text.slice(Math.max(0, special.index - 40), special.index + 40)).toBeNull();
}

/** Whatever happened, nothing of ours is left where temporary files go. A go command that is killed leaves its own `go-build…` there. */
export function expectNothingLeft(world: World): void {
  expect(readdirSync(world.temp).filter((name) => !/^go-build\d+$/.test(name))).toEqual([]);
}
