import { join } from "node:path";
import type { BenchmarkReading } from "../collect/bench.ts";
import { sourceFiles } from "../collect/source-files.ts";
import { labels } from "../go/benchstat.ts";
import { tagFlags } from "../go/flags.ts";
import type { Module, ModuleInspection } from "../model/project.ts";
import type { Stage } from "../model/stage.ts";
import type { Brought, Command, ExecStep } from "../model/step.ts";
import { inDirectory } from "../text/shell.ts";
import type { benchInputs } from "./bench-inputs.ts";
import type { Bench } from "./gate.ts";
import { execStep, goCommand, moduleArgs, onCommandLines } from "./go-steps.ts";
import { useOf } from "./programs.ts";
import { testAssignments } from "./rerun.ts";

export type BenchmarkBench = Bench<typeof benchInputs>;

/** The program, and the package that `tool` lines name. */
export const benchstat = { name: "benchstat", package: "golang.org/x/perf/cmd/benchstat" };

/** Files of the results, and of what benchstat makes of them for people. */
export const files = { head: "head.txt", base: "base.txt", table: "benchstat.txt" } as const;

const reuse = { never: "a measurement counts for the machine and the time at which it was made" };

/** Time limits are the stage's: that of each package would end benchmarks that take long. */
const always = ["test", "-json", "-vet=off", "-timeout=0", "-run=^$"];

export type ExecDraft = Omit<ExecStep, "stage">;

type ListFacts = Parameters<typeof moduleArgs>[0] & Pick<StageFacts, "module" | "timeoutMs">;

/** Asks Go which packages have benchmarks; compiles what they need on the way. */
export function listStep(facts: ListFacts, patterns: readonly string[]): ExecDraft {
  return execStep(facts, [goCommand([...always, listFlag, ...moduleArgs(facts), ...patterns])], shared);
}

const listFlag = "-list=^Benchmark";

const shared = {
  reuse,
  gets: { logins: false, testEnv: true },
  atLimit: "dump-goroutines",
  weight: 4,
} as const satisfies Partial<ExecDraft>;

/** A stage and what its steps are made from. */
export interface StageFacts {
  readonly module: Module;
  readonly inspected: Pick<ModuleInspection, "goVersion">;
  readonly bench: BenchmarkBench;
  /** What is left of the time of the stage. */
  readonly timeoutMs: number;
}

export function factsOf(stage: Stage, bench: BenchmarkBench, timeoutMs: number): StageFacts {
  const module = bench.project.modules.find(({ dir }) => dir === stage.module);
  if (module === undefined) throw new Error(`${stage.id} is of no module of the run`);
  const inspected = bench.inspection.modules.find(({ dir }) => dir === stage.module) ?? { goVersion: null };
  return { module, inspected, bench, timeoutMs };
}

/** The program, which comes before anything is measured. */
function programOf({ module, inspected, bench }: StageFacts) {
  const { config, inspection } = bench;
  const wanted = { ...benchstat, version: config.benchVersion };
  return useOf(wanted, { module, inspected, inspection, toolsOf: ({ tools }) => tools });
}

/** What of the base goes where its commands run: its module lies there as it does in the repository. */
function broughtTree(path: string): Brought {
  return { from: path, to: labels.base, repository: true };
}

function inBase(command: Command, { dir }: Module): Command {
  return { ...command, cwd: { dir: dir === "." ? labels.base : `${labels.base}/${dir}`, brought: true } };
}

/** Go chooses for the base what it would there: it may have a vendor directory, or none. */
function baseFlags({ config }: BenchmarkBench): readonly string[] {
  return tagFlags(config.buildTags);
}

/** The same of the base: whatever that says is no failure. */
export function baseListStep(facts: StageFacts, path: string, patterns: readonly string[]): ExecDraft {
  const { module, bench } = facts;
  const command = goCommand([...always, listFlag, ...baseFlags(bench), ...patterns]);
  return execStep(facts, [{ ...inBase(command, module), advisory: true }], {
    ...shared,
    program: programOf(facts).program,
    brings: [broughtTree(path)],
  });
}

export interface Sides {
  /** Import paths. */
  readonly head: readonly string[];
  readonly base: readonly string[];
  /** Where the files of the base are; null: there is none. */
  readonly path: string | null;
}

/** Which side a command of the rounds is for. */
export function sideOf({ cwd }: Command): "head" | "base" {
  return cwd === "module" ? "head" : "base";
}

/**
 * Runs the benchmarks of both sides, each once in every round. Who goes first changes from round to round, so that a machine that gets slower or faster in the meantime
 * does so for both.
 */
export function roundsStep(facts: StageFacts, sides: Sides): ExecDraft {
  const { module, bench } = facts;
  const { benchPattern, benchCount } = bench.config;
  const run = ["-count=1", "-benchmem", `-bench=${benchPattern}`];
  const calls = (flags: readonly string[], packages: readonly string[]): readonly Command[] =>
    onCommandLines(packages).map((names) => goCommand([...always, ...run, ...flags, ...names]));
  const head = calls(moduleArgs({ ...bench, module }), sides.head);
  const base = calls(baseFlags(bench), sides.base).map(
    (command) => ({ ...inBase(command, module), advisory: true }) as const,
  );
  const rounds = Array.from({ length: benchCount }, (_, round) => (round % 2 === 0 ? [head, base] : [base, head]));
  return execStep(facts, rounds.flat(2), {
    ...shared,
    program: programOf(facts).program,
    ...(sides.path === null ? {} : { brings: [broughtTree(sides.path)] }),
  });
}

/** Has benchstat compare what lies in `dir`: as data, and as people read it. */
export function compareStep(facts: StageFacts, dir: string, withBase: boolean): ExecDraft {
  const use = programOf(facts);
  const sides = withBase ? (["base", "head"] as const) : (["head"] as const);
  // Whatever else a benchmark says of itself is nothing that would make it another one.
  const args = ["-table=pkg", ...sides.map((side) => ({ prefix: `${labels[side]}=`, brought: files[side] }))];
  return execStep(facts, [use.command(["-format=csv", ...args]), use.command(args)], {
    reuse,
    program: use.program,
    brings: sides.map((side) => ({ from: join(dir, files[side]), to: files[side] })),
    weight: 0,
  });
}

/** How streams of the module's benchmarks are read. */
export function readingOf({ module, inspected, bench }: StageFacts): BenchmarkReading {
  const { source, project, inspection, config } = bench;
  const assignments = testAssignments({ config, commandEnv: bench.commandEnv(module.dir) });
  return {
    ...source,
    cwd: module.dir,
    sources: sourceFiles(project),
    flags: ["-benchmem", ...moduleArgs({ ...bench, module })],
    wrap: (command) => inDirectory(module.dir, [...assignments, command].join(" ")),
    goVersion: inspected.goVersion ?? inspection.goVersion,
  };
}
