import { readDirectives } from "../collect/directives.ts";
import { outputOf } from "../collect/output.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import {
  type Directive,
  directiveFor,
  type FailedDirective,
  failedDirectives,
  generatedFrom,
} from "../go/directives.ts";
import { toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Finding } from "../model/report.ts";
import type { NotRun, Stage } from "../model/stage.ts";
import { changes } from "./changes.ts";
import { changedInCopy, reachesOutside } from "./drift.ts";
import { compileError } from "./findings.ts";
import type { Bench, ModuleFacts, ModuleGate } from "./gate.ts";
import { execStep, goCommand, moduleArgs, withoutPackages } from "./go-steps.ts";
import { counted, failureOf, judgeExec } from "./judged.ts";
import { goLine } from "./rerun.ts";
import { warns } from "./shared.ts";

const inputs = {
  generate: input(toggle, "false", {
    description: `Check that \`go generate\` changes nothing: it runs on a copy of the repository. ${warns}`,
  }),
};

/** `go generate` changes no file that git tracks or does not ignore. */
export const generate: ModuleGate<typeof inputs> = {
  name: "generate",
  scope: "module",
  input: "generate",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.generate,
  fixes: "asked",
  findings: [
    compileError,
    {
      source: "directive",
      ...{
        title: "go:generate directives",
        rank: 3,
        basic: false,
        style: "output",
        command: "stage",
        byCompiler: false,
      },
    },
    {
      source: "generate",
      ...{ title: "go generate", rank: 5, basic: false, style: "diff", command: "stage", byCompiler: false },
    },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const args = [...moduleArgs(facts), ...facts.patterns];
    // -v and -x say what runs, on standard error.
    const step = execStep(facts, [goCommand(["generate", "-v", "-x", ...args])], {
      copy: { git: true },
      reuse: { never: "what the programs that it runs read is not known" },
      weight: 1,
    });
    return [
      { needs: [facts.idOf("deps")], step: notRun(facts) ?? step, command: goLine(facts, ["generate", ...args]) },
    ];
  },

  async judge(stage, outcome, bench) {
    const judgement = await judgeExec(stage, outcome, async (judged) => {
      const { stdout, stderr } = await outputOf(outcome.commands);
      const { source, project } = bench;
      const failed = failedDirectives(stderr, source, judged.dir);
      const directives = await readDirectives(
        project.root,
        failed.map(({ path }) => path),
      );
      const findings = failed.map((each) => failedFinding(each, directives, stdout));
      const missing = [...new Set(failed.flatMap((each) => each.missing ?? []))];
      const other =
        failed.length > 0 ? [] : parseDiagnostics(stderr, { ...source, source: "compile", cwd: judged.dir });
      const why = missing.length > 0 ? missingWords(missing) : counted(failed.length, "directive");
      const broke = why === null || missing.length > 0 ? why : `${why} failed`;
      return {
        failure: failureOf(judged, counted(other.length, "error"), broke),
        findings: [...other, ...findings],
        broken: missing.length > 0 && missing.length === failed.length,
      };
    });
    return await withDrift(judgement, stage, outcome, bench);
  },
};

const noDirectives: NotRun = { status: "skipped", reason: "no `//go:generate` directive" };

function notRun(facts: ModuleFacts<typeof inputs>): NotRun | null {
  // Other patterns may name directories that are no part of the module otherwise.
  const none = !facts.generates && facts.config.packages.includes("./...");
  return reachesOutside([facts.module]) ?? withoutPackages(facts) ?? (none ? noDirectives : null);
}

/** What was changed before a directive failed counts as well. */
async function withDrift(
  judgement: Judgement,
  stage: Stage,
  outcome: StepOutcome,
  { source, project }: Bench<typeof inputs>,
): Promise<Judgement> {
  if (outcome.end !== "exited") return judgement;
  const { stderr } = await outputOf(outcome.commands);
  const directives = await readDirectives(project.root, generatedFrom(stderr, source, stage.module ?? "."));
  const files = await changedInCopy(outcome.resultDir, project, {
    title: ({ path, what }) => {
      const directive = directiveFor(path, directives);
      const by = directive === null ? "" : `: ${directive.command} (${directive.path}:${directive.line})`;
      return `go generate ${what} it${by}`;
    },
  });
  if (files === null) return { ...judgement, failure: judgement.failure ?? "what it changes is not known" };
  if (files.length === 0) return judgement;
  const drift = changes("generate", "go generate changes it", files, { complete: judgement.failure === null });
  const toGenerate = `${counted(files.length, "file")} to change: go generate`;
  return {
    ...judgement,
    failure: [judgement.failure, toGenerate].filter((part) => part !== null).join("; "),
    findings: [...judgement.findings, ...drift.findings],
    products: drift.products,
  };
}

function failedFinding(failed: FailedDirective, directives: readonly Directive[], stdout: string): Finding {
  const { path, line, problem, output, missing } = failed;
  const directive = directives.find((each) => each.path === path && each.line === line);
  const remedy = missing === null ? [] : [remedyFor(missing)];
  const said = [output.trim(), lastLines(stdout)].filter((part) => part !== "");
  return {
    source: "directive",
    severity: "error",
    ...{ path, line, column: null },
    title: directive === undefined ? "go generate" : `//go:generate ${directive.command}`,
    message: [problem, ...said, ...remedy].join("\n"),
  };
}

/** Programs print what they do to standard output; more than the end of it is in the log. */
function lastLines(text: string): string {
  return text.trim().split("\n").slice(-20).join("\n");
}

function missingWords(programs: readonly string[]): string {
  return `${programs.join(", ")} cannot be had: not on PATH`;
}

function remedyFor(program: string): string {
  return `Install ${program} where the run takes place, or require it by a \`tool\` line of go.mod (Go 1.24 and later) and write \`go tool ${program}\`.`;
}
