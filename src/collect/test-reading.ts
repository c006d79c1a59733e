import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import { readStepEnd } from "../files/step-end.ts";
import { TextFile } from "../files/text-file.ts";
import { createEventReader, type EventReader } from "../go/event-reader.ts";
import type { JUnitWriter } from "../go/junit.ts";
import type { TestEvent } from "../go/test-event.ts";
import { createTestLog, type TestLog } from "../go/test-log.ts";
import { createTestReader, type FinishedPackage, type TestReader, type TestRunResult } from "../go/test-reader.ts";
import { groupBy } from "../group-by.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { deathOf } from "../model/passes.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";
import { redactAttributes, redactPackage } from "../results/redact.ts";
import { type Attempt, type AttemptOptions, stderrLimit } from "./attempts.ts";
import { moveFile } from "./files.ts";
import type { ArtifactDir } from "./test-artifacts.ts";
import type { TestFacts } from "./tests.ts";

/** Brings an XML library along: whoever wants it loads it while there is nothing else to do. */
export const loadJUnit = () => import("../go/junit.ts");

export interface ReadingOptions {
  readonly facts: TestFacts;
  readonly reader: AttemptOptions;
  /** Where the files of the step lie. */
  readonly resultDir: string;
  /** What the commands said on standard error; null: not known before they have ended. */
  readonly stderr: string | null;
  readonly attempts: readonly Attempt[];
}

/** Where the suites of a stage are written, part of `tests/junit.xml`. */
export function suitesPath(resultDir: string): string {
  return join(resultDir, "junit.part");
}

/** Reads the streams of a test stage, one after the other, as one, and writes its log and its part of `tests/junit.xml` on the way. */
export class TestReading {
  /** Artifact directories of tests, command by command. */
  readonly dirs: ArtifactDir[][] = [[]];
  readonly #log: TextFile;
  readonly #suites: TextFile;
  readonly #paths: readonly string[];
  readonly #facts: TestFacts;
  readonly #read: EventReader;
  readonly #reader: TestReader;
  readonly #testLog: TestLog;

  private constructor(
    { facts, reader, stderr, attempts }: ReadingOptions,
    { log, suites, paths }: { readonly log: TextFile; readonly suites: TextFile; readonly paths: readonly string[] },
    junit: JUnitWriter,
  ) {
    const { redactor } = facts;
    this.#log = log;
    this.#suites = suites;
    this.#paths = paths;
    this.#facts = facts;
    this.#read = createEventReader(facts.goVersion);
    this.#testLog = this.#createLog();
    this.#reader = createTestReader({
      ...reader,
      stderr,
      later: groupBy(
        attempts.flatMap(({ packages }) => packages),
        ({ report }) => report.importPath,
      ),
      onPackage: (done) => junit.suite(redactor.idle() ? done : redacted(done, redactor)),
    });
  }

  static async open(options: ReadingOptions): Promise<TestReading> {
    const { facts, resultDir } = options;
    const { createJUnitWriter } = await loadJUnit();
    // The log goes to its place when the tests have ended: what runs meanwhile may remove what it knows of.
    const paths = [join(resultDir, "log.part"), suitesPath(resultDir)];
    const [log, suites] = [await TextFile.create(paths[0] ?? ""), await TextFile.create(paths[1] ?? "")];
    const module = facts.project.modules.length > 1 ? facts.module.dir : null;
    return new TestReading(
      options,
      { log, suites, paths },
      createJUnitWriter((text) => suites.write(text), module),
    );
  }

  #createLog(): TestLog {
    const { redact } = this.#facts.redactor;
    return createTestLog((text) => this.#log.write(redact(text)));
  }

  /** One line of the stream; answers what it says. */
  line(text: string): TestEvent {
    const event = this.#read(text);
    if (event.type === "artifacts") this.dirs.at(-1)?.push(event);
    this.#reader.accept(event);
    this.#testLog.accept(event);
    return event;
  }

  /** To be awaited now and then. */
  async drain(): Promise<void> {
    if (this.#log.full) await this.#log.drain();
    if (this.#suites.full) await this.#suites.drain();
  }

  /** Standard error should have been known: it may say why a package was not built. */
  get lacksErrors(): boolean {
    return this.#reader.lacksErrors;
  }

  /** Reads the streams of all commands from their beginning. */
  async readAll({ commands }: StepOutcome): Promise<void> {
    for (const [index, { stdout }] of commands.entries()) {
      if (index > 0) this.#next();
      for await (const line of readLines(stdout)) {
        this.line(line);
        await this.drain();
      }
    }
  }

  #next(): void {
    this.#reader.next();
    this.dirs.push([]);
  }

  /** When all streams are read. `exitCode`: that one command for all would have had. */
  async end(
    stage: Stage,
    outcome: StepOutcome,
    { stderr, exitCode }: { readonly stderr: string; readonly exitCode: number | null },
  ): Promise<TestRunResult> {
    const { output, redactor } = this.#facts;
    let run: TestRunResult;
    try {
      this.#log.write(redactor.redact(stderr));
      await this.#logAgain(outcome);
      const timedOut = outcome.end === "timed-out";
      const died = await deathIn(stage, outcome);
      const exitCodes = outcome.commands.map((command) => command.exitCode);
      // Writes the suites of packages that did not end.
      run = this.#reader.end({ exitCode, timedOut, stderr, died }, exitCodes);
    } finally {
      await this.close();
    }
    await moveFile(this.#paths[0] ?? "", output.log(stage.id));
    return run;
  }

  /** What was run again, after the first run, each with a line that says so. */
  async #logAgain({ followUps = [] }: StepOutcome): Promise<void> {
    const { redactor, goVersion } = this.#facts;
    const testLog = this.#createLog();
    for (const [index, { commands }] of followUps.entries()) {
      this.#log.write(`\nFailed tests are run again, attempt ${index + 2}:\n`);
      for (const command of commands) {
        const read = createEventReader(goVersion);
        for await (const line of readLines(command.stdout)) {
          testLog.accept(read(line));
          if (this.#log.full) await this.#log.drain();
        }
        this.#log.write(redactor.redact(await readHead(command.stderr, stderrLimit)));
      }
    }
  }

  async close(): Promise<void> {
    await this.#log.close();
    await this.#suites.close();
  }

  /** Leaves nothing of it. */
  async discard(): Promise<void> {
    await this.close();
    for (const path of this.#paths) await rm(path, { force: true });
  }
}

async function deathIn({ step }: Stage, outcome: StepOutcome): Promise<string | null> {
  if (!isRunnable(step) || step.type !== "exec") return null;
  return deathOf(step, await readStepEnd(step, outcome));
}

function redacted(done: FinishedPackage, { redact }: Redactor): FinishedPackage {
  const tests = done.tests.map((test) => ({
    ...{ ...test, name: redact(test.name), output: redact(test.output) },
    ...(test.attributes === undefined ? {} : { attributes: redactAttributes(test.attributes, redact) }),
  }));
  return { ...done, report: redactPackage(done.report, redact), tests, output: redact(done.output) };
}
