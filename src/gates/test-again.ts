import { profileNameOf } from "../collect/coverage-name.ts";
import { artifactsArg } from "../collect/test-artifacts.ts";
import type { TestRerun } from "../collect/tests.ts";
import type { Again } from "../go/package-report.ts";
import { argsAgain } from "../go/repro.ts";
import { passedTestFlags } from "../kinds/test-flags.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Module } from "../model/project.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { Command, ExecStep } from "../model/step.ts";
import { execStep, goCommand } from "./go-steps.ts";
import { coverpkgFlags } from "./test-reuse.ts";

/** Characters of a pattern: Windows takes 32,767 of a command line. A package with more failed tests than go into it is run again as a whole. */
const longestPattern = 16_000;

interface AgainFacts {
  readonly module: Module;
  readonly config: { readonly rerunCrashed: boolean; readonly coverpkg: readonly string[] };
  readonly rerun: TestRerun;
  /** `-artifacts`, or nothing. */
  readonly artifacts: readonly string[];
  /** By import path. */
  readonly failed: ReadonlyMap<string, Again>;
}

/** A step that runs failed tests of a stage again, a command for each package, within what is left of its time; null: there is none. */
export function stepAgain(
  { step }: Stage,
  { durationMs }: StepOutcome,
  { module, config, rerun, artifacts, failed }: AgainFacts,
): Omit<ExecStep, "stage"> | null {
  if (!isRunnable(step) || step.type !== "exec") return null;
  const timeoutMs = step.timeoutMs - durationMs;
  const chosen = [...failed].filter(([, { tests }]) => tests !== null || config.rerunCrashed);
  if (chosen.length === 0 || timeoutMs <= 0) return null;
  const commands = chosen.map(([importPath, { tests }], index) =>
    commandAgain(importPath, tests, { rerun, artifacts, config, index }),
  );
  const { gets, atLimit, compiles, weight } = step;
  return execStep({ module, timeoutMs }, commands, {
    ...{ gets, atLimit, compiles, weight },
    stopAtFirstFailure: false,
    reuse: { never: "it runs again what has failed" },
  });
}

function commandAgain(
  importPath: string,
  tests: readonly string[] | null,
  { rerun, artifacts, config, index }: Pick<AgainFacts, "rerun" | "artifacts" | "config"> & { readonly index: number },
): Command {
  const fits = tests !== null && tests.reduce((sum, name) => sum + 2 * name.length, 0) <= longestPattern;
  const profile = { prefix: "-coverprofile=", out: profileNameOf(index) };
  const args = argsAgain(fits ? tests : null, passedTestFlags(rerun.flags));
  const kept = artifacts.flatMap((flag) => [flag, artifactsArg(index)]);
  return goCommand(["test", "-json", profile, ...coverpkgFlags(config), ...kept, importPath, ...args]);
}
