import type { StepOutcome } from "../engine/engine.ts";
import { parseDeps } from "../go/deps.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import { parseGofmt } from "../go/gofmt.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { Stage } from "../plan/model.ts";
import { exitFailure, type Judgement } from "./judgement.ts";
import { readHead } from "./lines.ts";

/** Compilers stop after ten errors per package; more than this is not read by people either. */
const outputLimit = 4 * 1024 * 1024;

/** What deps, format, vet and build printed, as findings and a verdict. */
export async function judgeCheck(stage: Stage, outcome: StepOutcome, source: SourceMap): Promise<Judgement> {
  if (stage.kind === "format") return judgeFormat(stage, outcome, source);
  if (stage.kind === "deps") return judgeDeps(stage, outcome, source);
  const vet = stage.kind === "vet";
  const { stdout, stderr } = await outputOf(outcome);
  const failure = exitFailure(vet ? "go vet" : "go build", outcome);
  const options = { ...source, source: vet ? ("vet" as const) : ("compile" as const), cwd: stage.module };
  const findings = failure === null ? [] : parseDiagnostics(`${stdout}\n${stderr}`, options);
  return {
    failure: failure === null ? null : (counted(findings.length, vet ? "finding" : "error") ?? failure),
    findings,
  };
}

async function judgeDeps(stage: Stage, outcome: StepOutcome, source: SourceMap): Promise<Judgement> {
  const { stdout, stderr } = await outputOf(outcome);
  return parseDeps(stdout, stderr, outcome.commands.at(-1)?.exitCode ?? null, { ...source, cwd: stage.module });
}

async function judgeFormat(stage: Stage, outcome: StepOutcome, source: SourceMap): Promise<Judgement> {
  const { stdout, stderr } = await outputOf(outcome);
  const { files, problems } = parseGofmt(stdout, stderr, { ...source, cwd: stage.module });
  const findings = [...problems];
  const failure = counted(files.length, "file");
  return { failure: failure === null ? null : `${failure} to format`, findings };
}

/** The output of all commands of a step, one after the other. */
async function outputOf(outcome: StepOutcome): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const read = async (paths: readonly string[]): Promise<string> =>
    (await Promise.all(paths.map((path) => readHead(path, outputLimit)))).join("");
  const stdout = await read(outcome.commands.map((command) => command.stdout));
  const stderr = await read(outcome.commands.map((command) => command.stderr));
  return { stdout, stderr };
}

function counted(count: number, noun: string): string | null {
  return count === 0 ? null : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
