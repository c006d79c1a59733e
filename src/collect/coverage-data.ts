import { join } from "node:path";
import { readHead, readLineBytes } from "../files/lines.ts";
import { namedFiles } from "../go/coverage/files.ts";
import { mergeProfiles } from "../go/coverage/merge.ts";
import { createProfileReader } from "../go/coverage/profile.ts";
import { owner } from "../go/source-map.ts";
import type { CoverageBuild, CoveredFile, CoverMode } from "../model/coverage.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import type { Module, Project } from "../model/project.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { Brought, BroughtArg, Command } from "../model/step.ts";
import { firstOf } from "../text/format.ts";
import { isRegularFile } from "./files.ts";
import type { TestFacts } from "./tests.ts";

/** Where a step of tests gets the data of a build from, by its place among the builds. */
export function broughtData(builds: readonly CoverageBuild[]): readonly Brought[] {
  return builds.flatMap(({ hash, meta, counters }, index) => [
    { from: meta, to: `${index}/covmeta.${hash}` },
    // Files of several directories may have one name.
    ...counters.map((from, number) => ({ from, to: `${index}/covcounters.${hash}.${number}.0` })),
  ]);
}

/** Arguments of the `go` that writes the data of a build as a profile. */
export function textfmtArgs(index: number): Command["args"] {
  const from: BroughtArg = { prefix: "-i=", brought: String(index) };
  return ["tool", "covdata", "textfmt", from, { prefix: "-o=", out: profileOfData(index) }];
}

function profileOfData(index: number): string {
  return `coverage-data-${index}.out`;
}

/** What a step of tests has read of `coverage-data`. */
export interface DataOutcome {
  readonly commands: readonly CommandOutcome[];
  readonly resultDir: string;
}

/** Parts what the tests of a step left behind from what was read of `coverage-data` after them. */
export function partData(
  { step }: Stage,
  outcome: StepOutcome,
): { readonly tests: StepOutcome; readonly data: DataOutcome } {
  const commands = isRunnable(step) && step.type === "exec" ? step.commands : [];
  const tests = commands.filter((command) => !readsBrought(command)).length;
  return {
    tests: { ...outcome, commands: outcome.commands.slice(0, tests) },
    data: { resultDir: outcome.resultDir, commands: outcome.commands.slice(tests) },
  };
}

/** A step of tests brings nothing else. */
function readsBrought({ args }: Command): boolean {
  return args.some((arg) => typeof arg !== "string" && "brought" in arg);
}

/** One profile: the files by their names, before anything is left out. */
export interface NamedProfile {
  readonly mode: CoverMode | null;
  readonly files: readonly CoveredFile[];
}

export interface WithData {
  /** null: there is none, of tests or of data. */
  readonly profile: NamedProfile | null;
  /** What could not be read or added, one sentence each. */
  readonly problems: readonly string[];
}

/** Adds what the data says of the module's files to the profile of its tests. Data of other sources, which has other blocks for a file, is left out and named. */
export async function addData(tests: NamedProfile | null, data: DataOutcome, facts: TestFacts): Promise<WithData> {
  const problems: string[] = [];
  let profile = tests;
  for (const [index, build] of facts.coverageBuilds.entries()) {
    const command = data.commands[index];
    const read = await readData(join(data.resultDir, profileOfData(index)), command, facts);
    if (typeof read === "string") problems.push(`${nameOf(build)} cannot be read: ${read}`);
    else {
      const added = mergeTwo(profile, read, facts.module);
      if (added.differing.length > 0) problems.push(otherSources(build, added.differing));
      else profile = added.profile;
    }
  }
  return { profile, problems };
}

function nameOf({ directories, hash }: CoverageBuild): string {
  return `coverage-data: ${directories.join(", ")} (build ${hash.slice(0, 12)})`;
}

function otherSources(build: CoverageBuild, differing: readonly string[]): string {
  return `${nameOf(build)} is of other sources or of another Go, and does not count: other blocks in ${firstOf(differing, 5)}`;
}

/** The files of the module that are in it; a part of a sentence for what cannot be read. */
async function readData(
  path: string,
  command: CommandOutcome | undefined,
  { source, module, project }: TestFacts,
): Promise<NamedProfile | string> {
  if (command === undefined) return "the time of the stage was over";
  if (command.exitCode !== 0 || !(await isRegularFile(path))) {
    const said = (await readHead(command.stderr, 4096)).trim().split("\n")[0] ?? "";
    return said === "" ? "go tool covdata left nothing" : inWords(said);
  }
  const reader = createProfileReader();
  for await (const bytes of readLineBytes(path)) reader.lines(bytes);
  const profile = reader.end();
  if (profile.problem !== null) return profile.problem;
  const named = namedFiles(profile, { ...source, cwd: module.dir, exclude: [] });
  return { mode: profile.mode, files: named.filter(({ name }) => isOf(name, module, project)) };
}

/** Without places that only the step had. */
function inWords(said: string): string {
  return said.replace(/^(?:error: )+/, "").replaceAll(/\S*[\\/]brought[\\/]\S*[\\/](cov\w+\.)/g, "$1");
}

/** Each file counts with one module of the run; what is of none of them with the first. */
function isOf(name: string, module: Module, { modules }: Project): boolean {
  return (owner({ modules }, name)?.dir ?? modules[0]?.dir) === module.dir;
}

function mergeTwo(
  tests: NamedProfile | null,
  data: NamedProfile,
  { dir }: Module,
): { readonly profile: NamedProfile; readonly differing: readonly string[] } {
  if (tests === null) return { profile: data, differing: [] };
  const merged = mergeProfiles(
    [
      { module: dir, ...tests },
      { module: "coverage-data", ...data },
    ],
    [dir],
  );
  return { profile: merged, differing: merged.differing.map(({ path }) => path) };
}
