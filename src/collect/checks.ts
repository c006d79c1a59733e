import type { CommandOutcome, StepOutcome } from "../engine/engine.ts";
import { type DepsOptions, type DepsResult, parseDeps, parseModVerify } from "../go/deps.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import { parseGofmt, type UnformattedFile } from "../go/gofmt.ts";
import { namedSetting, platformSetting, settingFault } from "../go/named-setting.ts";
import { isRunnable, type Stage } from "../plan/model.ts";
import { clipEnd } from "../report/clip.ts";
import type { Finding } from "../results/model.ts";
import { exitFailure, type Judgement } from "./judgement.ts";
import { readHead } from "./lines.ts";

/** Compilers stop after ten errors per package; more than this is not read by people either. */
const outputLimit = 4 * 1024 * 1024;

/** Where the tools ran, and what covers it. */
export type CheckSource = Omit<DepsOptions, "cwd">;

/** What deps, format, vet and build printed, as findings and a verdict. */
export async function judgeCheck(stage: Stage, outcome: StepOutcome, source: CheckSource): Promise<Judgement> {
  if (stage.kind === "format") return judgeFormat(stage, outcome);
  if (stage.kind === "deps") return judgeDeps(stage, outcome, source);
  const vet = stage.kind === "vet";
  const { stdout, stderr } = await outputOf(outcome.commands);
  const failure = exitFailure(vet ? "go vet" : "go build", outcome);
  const options = { ...source, source: vet ? ("vet" as const) : ("compile" as const), cwd: stage.module };
  if (failure === null) return { failure, findings: [] };
  const findings = parseDiagnostics(`${stdout}\n${stderr}`, options);
  const full = diskIsFull.exec(stderr)?.[0].trim();
  if (full !== undefined) return { failure: clipEnd(full, reasonLimit), findings, broken: true };
  // A build has platform and cgo from the inputs.
  const fault = vet || namedSetting(stderr) !== platformSetting ? settingFault(stderr) : null;
  if (fault !== null) return { failure: clipEnd(fault, reasonLimit), findings, broken: true };
  return { failure: counted(findings.length, vet ? "finding" : "error") ?? failure, findings };
}

/** The line with ENOSPC in the words of the Go toolchain (package syscall) and the linkers it calls: that a disk is full has no exit code of its own. */
const diskIsFull = /^.*: no space left on device\r?$/im;

/** Characters of a tool's line that a reason quotes. */
const reasonLimit = 500;

async function judgeDeps(stage: Stage, outcome: StepOutcome, source: CheckSource): Promise<Judgement> {
  const [list, verify] = outcome.commands;
  if (list === undefined) return { failure: "go list did not run", findings: [] };
  const { stdout, stderr } = await outputOf([list]);
  const { exitCode } = list;
  const options = { ...source, cwd: stage.module };
  const found = parseDeps({ stdout, stderr, exitCode }, options);
  if (found.failedBecause !== null || verify === undefined) return asJudgement(found);
  return asJudgement(parseModVerify({ ...(await outputOf([verify])), exitCode: verify.exitCode }, options));
}

function asJudgement({ findings, failedBecause, environment }: DepsResult): Judgement {
  return { failure: failedBecause, findings, broken: environment };
}

async function judgeFormat(stage: Stage, outcome: StepOutcome): Promise<Judgement> {
  const { stdout, stderr } = await outputOf(outcome.commands);
  const { files, problems, fix } = parseGofmt({ stdout, stderr, files: formattedFiles(stage), dir: stage.module });
  const findings = [...problems, ...files.map(unformatted)];
  const parts = [
    counted(problems.length, "problem"),
    files.length === 0 ? null : `${counted(files.length, "file")} to format: ${fix}`,
  ];
  const failure = parts.filter((part) => part !== null).join("; ");
  return { failure: failure === "" ? null : failure, findings };
}

function formattedFiles(stage: Stage): readonly string[] {
  if (!isRunnable(stage.step) || stage.step.type !== "exec") return [];
  return stage.step.commands
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
