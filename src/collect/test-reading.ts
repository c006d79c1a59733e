import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readHead, readLines } from "../files/lines.ts";
import { readStepEnd } from "../files/step-end.ts";
import { TextFile } from "../files/text-file.ts";
import { createEventReader, type EventReader } from "../go/event-reader.ts";
import type { JUnitWriter } from "../go/junit.ts";
import type { TestEvent } from "../go/test-event.ts";
import { createTestLog, isPackageLine, type TestLog } from "../go/test-log.ts";
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
import { testDeclarations } from "./test-declarations.ts";
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

/** The log goes to its place when the tests have ended: what runs meanwhile may remove what it knows of. */
function logPath(resultDir: string): string {
  return join(resultDir, "log.part");
}

/** Where the lines of packages are written: of a log of any size, all that is shown as a rule. */
export function briefPath(resultDir: string): string {
  return join(resultDir, "brief.part");
}

/** Files that grow while a stream is read. */
interface Growing {
  readonly log: TextFile;
  readonly brief: TextFile;
  readonly suites: TextFile;
}

/** Reads the streams of a test stage, one after the other, as one, and writes its log, the lines of it that are about packages and its part of `tests/junit.xml` on the way. */
export class TestReading {
  /** Artifact directories of tests, command by command. */
  readonly dirs: ArtifactDir[][] = [[]];
  readonly #files: Growing;
  readonly #resultDir: string;
  readonly #facts: TestFacts;
  readonly #read: EventReader;
  readonly #reader: TestReader;
  readonly #testLog: TestLog;

  private constructor(
    { facts, resultDir, reader, stderr, attempts }: ReadingOptions,
    files: Growing,
    junit: JUnitWriter,
  ) {
    const { redactor } = facts;
    this.#files = files;
    this.#resultDir = resultDir;
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
    const files = {
      log: await TextFile.create(logPath(resultDir)),
      brief: await TextFile.create(briefPath(resultDir)),
      suites: await TextFile.create(suitesPath(resultDir)),
    };
    const module = facts.project.modules.length > 1 ? facts.module.dir : null;
    const declared = testDeclarations(facts);
    return new TestReading(
      options,
      files,
      createJUnitWriter((text) => files.suites.write(text), { module, declared }),
    );
  }

  #createLog(): TestLog {
    const { redact } = this.#facts.redactor;
    const { log, brief } = this.#files;
    return createTestLog((text) => {
      const shown = redact(text);
      log.write(shown);
      if (isPackageLine(shown)) brief.write(shown.endsWith("\n") ? shown : `${shown}\n`);
    });
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
    const { log, brief, suites } = this.#files;
    if (log.full) await log.drain();
    if (brief.full) await brief.drain();
    if (suites.full) await suites.drain();
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
      this.#files.log.write(redactor.redact(stderr));
      await this.#logAgain(outcome);
      const timedOut = outcome.end === "timed-out";
      const died = await deathIn(stage, outcome);
      const exitCodes = outcome.commands.map((command) => command.exitCode);
      // Writes the suites of packages that did not end.
      run = this.#reader.end({ exitCode, timedOut, stderr, died }, exitCodes);
    } finally {
      await this.close();
    }
    await moveFile(logPath(this.#resultDir), output.log(stage.id));
    return run;
  }

  /** What was run again, after the first run, each with a line that says so. */
  async #logAgain({ followUps = [] }: StepOutcome): Promise<void> {
    const { redactor, goVersion } = this.#facts;
    const { log } = this.#files;
    const testLog = this.#createLog();
    for (const [index, { commands }] of followUps.entries()) {
      log.write(`\nFailed tests are run again, attempt ${index + 2}:\n`);
      for (const command of commands) {
        const read = createEventReader(goVersion);
        for await (const line of readLines(command.stdout)) {
          testLog.accept(read(line));
          await this.drain();
        }
        log.write(redactor.redact(await readHead(command.stderr, stderrLimit)));
      }
    }
  }

  async close(): Promise<void> {
    for (const file of Object.values(this.#files)) await file.close();
  }

  /** Leaves nothing of it. */
  async discard(): Promise<void> {
    await this.close();
    for (const path of [logPath, briefPath, suitesPath]) await rm(path(this.#resultDir), { force: true });
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
