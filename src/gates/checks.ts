import { readHead } from "../files/lines.ts";
import { readStepEnd } from "../files/step-end.ts";
import { type DepsOptions, parseDeps, parseModVerify } from "../go/deps.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import { parseGofmt, type UnformattedFile } from "../go/gofmt.ts";
import { namedSetting, platformSetting, settingFault } from "../go/named-setting.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import { deathOf, hasPassed, type StepEnd, unexplained } from "../model/passes.ts";
import type { Finding } from "../model/report.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { ExecStep } from "../model/step.ts";
import { clipEnd } from "../text/clip.ts";
import type { Judgement } from "./judgement.ts";

/** Compilers stop after ten errors per package; more than this is not read by people either. */
const outputLimit = 4 * 1024 * 1024;

/** Where the tools ran, and what covers it. */
export type CheckSource = Omit<DepsOptions, "cwd">;

/** What deps, format, vet and build printed, as findings and a verdict. What they print explains why a step has not passed; whether it has is one rule for all. */
export async function judgeCheck(stage: Stage, outcome: StepOutcome, source: CheckSource): Promise<Judgement> {
  const { step } = stage;
  if (!isRunnable(step) || step.type !== "exec") throw new Error(`${stage.id} has nothing that could be judged`);
  const end = await readStepEnd(step, outcome);
  if (hasPassed(step, end)) return { failure: null, findings: [] };
  const judged: Judged = { stage, step, outcome, end, source, death: deathOf(step, end) };
  if (stage.kind === "format") return judgeFormat(judged);
  return stage.kind === "deps" ? judgeDeps(judged) : judgeCompiled(judged);
}

/** A step that has not passed. */
interface Judged {
  readonly stage: Stage;
  readonly step: ExecStep;
  readonly outcome: StepOutcome;
  readonly end: StepEnd;
  readonly source: CheckSource;
  /** Which tool died, in words. */
  readonly death: string | null;
}

/** That a tool died comes first, then what was read; when there is neither, how the tool ended. */
function failureOf({ step, end, death }: Judged, ...read: readonly (string | null)[]): string {
  const parts = [death, ...read].filter((part) => part !== null);
  return parts.length === 0 ? unexplained(step, end) : parts.join("; ");
}

async function judgeCompiled(judged: Judged): Promise<Judgement> {
  const { stage, outcome, source } = judged;
  const vet = stage.kind === "vet";
  const { stdout, stderr } = await outputOf(outcome.commands);
  const options = { ...source, source: vet ? ("vet" as const) : ("compile" as const), cwd: stage.module };
  const findings = parseDiagnostics(`${stdout}\n${stderr}`, options);
  const full = diskIsFull.exec(stderr)?.[0].trim();
  if (full !== undefined) return { failure: clipEnd(full, reasonLimit), findings, broken: true };
  // A build has platform and cgo from the inputs.
  const fault = vet || namedSetting(stderr) !== platformSetting ? settingFault(stderr) : null;
  if (fault !== null) return { failure: clipEnd(fault, reasonLimit), findings, broken: true };
  return { failure: failureOf(judged, counted(findings.length, vet ? "finding" : "error")), findings };
}

/** The line with ENOSPC in the words of the Go toolchain (package syscall) and the linkers it calls: that a disk is full has no exit code of its own. */
const diskIsFull = /^.*: no space left on device\r?$/im;

/** Characters of a tool's line that a reason quotes. */
const reasonLimit = 500;

async function judgeDeps(judged: Judged): Promise<Judgement> {
  const { stage, outcome, source, death } = judged;
  const [list, verify] = outcome.commands;
  if (list === undefined) return { failure: failureOf(judged), findings: [] };
  const options = { ...source, cwd: stage.module };
  // What a tool that died said on standard error is no verdict; what it had listed by then is missing.
  const output = async (command: CommandOutcome) => ({
    ...(await outputOf([command])),
    exitCode: death === null ? command.exitCode : 0,
  });
  const listed = parseDeps(await output(list), options);
  const found =
    listed.failedBecause !== null || verify === undefined ? listed : parseModVerify(await output(verify), options);
  const { findings, failedBecause, environment } = found;
  return { failure: failureOf(judged, failedBecause), findings, broken: death === null && environment };
}

async function judgeFormat(judged: Judged): Promise<Judgement> {
  const { stage, step, outcome } = judged;
  const { stdout, stderr } = await outputOf(outcome.commands);
  const { files, problems, fix } = parseGofmt({ stdout, stderr, files: formattedFiles(step), dir: stage.module });
  const findings = [...problems, ...files.map(unformatted)];
  const toFormat = files.length === 0 ? null : `${counted(files.length, "file")} to format: ${fix}`;
  return { failure: failureOf(judged, counted(problems.length, "problem"), toFormat), findings };
}

function formattedFiles(step: ExecStep): readonly string[] {
  return step.commands
    .flatMap((command) => command.args.filter((arg) => typeof arg === "string" && arg.startsWith("./")))
    .map(String);
}

function unformatted({ path, line, diff }: UnformattedFile): Finding {
  return {
    source: "format",
    severity: "error",
    path,
    line,
    column: null,
    title: "not formatted by gofmt",
    message: diff,
  };
}

/** The output of all commands of a step, one after the other. */
async function outputOf(
  commands: readonly CommandOutcome[],
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const read = async (paths: readonly string[]): Promise<string> =>
    (await Promise.all(paths.map((path) => readHead(path, outputLimit)))).join("");
  const stdout = await read(commands.map((command) => command.stdout));
  const stderr = await read(commands.map((command) => command.stderr));
  return { stdout, stderr };
}

function counted(count: number, noun: string): string | null {
  return count === 0 ? null : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
