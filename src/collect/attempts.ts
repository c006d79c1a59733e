import { join } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import { createEventReader } from "../go/event-reader.ts";
import { createTestReader, type FinishedPackage, type TestReaderOptions } from "../go/test-reader.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import { profileNameOf } from "./coverage-name.ts";
import { type ArtifactDir, artifactsDir, type LeftArtifacts } from "./test-artifacts.ts";

/** Standard error of `go test` holds what Go before 1.24 says of builds. */
export const stderrLimit = 4 * 1024 * 1024;

/** What the test binaries of a step said, package by package. */
export interface Attempt {
  readonly packages: readonly FinishedPackage[];
  /** Packages that wrote a profile. */
  readonly profiled: ReadonlySet<string>;
  readonly artifacts: readonly LeftArtifacts[];
}

export interface AttemptOptions extends Omit<TestReaderOptions, "onPackage" | "later" | "stderr"> {
  /** Of the Go that runs inside the module. */
  readonly goVersion: string;
}

/** Reads the streams of a step, each of which is one of `go test -json`. */
export async function readAttempt({ commands, resultDir }: StepOutcome, options: AttemptOptions): Promise<Attempt> {
  const packages: FinishedPackage[] = [];
  const profiled = new Set<string>();
  const artifacts: LeftArtifacts[] = [];
  for (const [index, command] of commands.entries()) {
    const dirs: ArtifactDir[] = [];
    const stderr = await readHead(command.stderr, stderrLimit);
    const reader = createTestReader({ ...options, stderr, onPackage: (done) => packages.push(done) });
    const read = createEventReader(options.goVersion);
    for await (const line of readLines(command.stdout)) {
      const event = read(line);
      if (event.type === "artifacts") dirs.push(event);
      reader.accept(event);
    }
    artifacts.push({ resultDir, outputDir: artifactsDir(index), dirs });
    const run = reader.end({ exitCode: command.exitCode, timedOut: false, stderr });
    for (const name of run.profiled) profiled.add(name);
  }
  return { packages, profiled, artifacts };
}

/** The commands that ran tests again, in order. */
export function commandsAgain({ followUps = [] }: StepOutcome): readonly CommandOutcome[] {
  return followUps.flatMap(({ commands }) => commands);
}

/** Where the profiles of a stage may lie, that of the first run first. */
export function profilePaths(outcome: StepOutcome): readonly string[] {
  return [outcome, ...(outcome.followUps ?? [])].flatMap(({ resultDir, commands }) =>
    commands.map((_, index) => join(resultDir, profileNameOf(index))),
  );
}
