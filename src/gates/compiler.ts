import { outputOf } from "../collect/output.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import { namedSetting, platformSetting, settingFault } from "../go/named-setting.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Stage } from "../model/stage.ts";
import { clipEnd } from "../text/clip.ts";
import type { Bench } from "./gate.ts";
import { counted, failureOf, judgeExec } from "./judged.ts";

interface Compiler {
  /** Source of what it says that is no compile error. */
  readonly source: "compile" | "vet";
  readonly noun: string;
  /** Platform and cgo come from the inputs: what Go says of them is not the environment's fault. */
  readonly setsPlatform: boolean;
}

/** What a go command that compiles printed, as findings and a verdict. */
export function judgeCompiler(
  stage: Stage,
  outcome: StepOutcome,
  { source: map }: Bench,
  { source, noun, setsPlatform }: Compiler,
): Promise<Judgement> {
  return judgeExec(stage, outcome, async (judged) => {
    const { stdout, stderr } = await outputOf(outcome.commands);
    const findings = parseDiagnostics(`${stdout}\n${stderr}`, { ...map, source, cwd: judged.dir });
    const full = diskIsFull.exec(stderr)?.[0].trim();
    if (full !== undefined) return { failure: clipEnd(full, reasonLimit), findings, broken: true };
    const fault = setsPlatform && namedSetting(stderr) === platformSetting ? null : settingFault(stderr);
    if (fault !== null) return { failure: clipEnd(fault, reasonLimit), findings, broken: true };
    return { failure: failureOf(judged, counted(findings.length, noun)), findings };
  });
}

/** The line with ENOSPC in the words of the Go toolchain (package syscall) and the linkers it calls: that a disk is full has no exit code of its own. */
const diskIsFull = /^.*: no space left on device\r?$/im;

/** Characters of a tool's line that a reason quotes. */
const reasonLimit = 500;
