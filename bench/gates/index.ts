import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { reportSchema, type StageResult } from "../../src/model/report.ts";
import { actionCommand } from "../commands.ts";
import { editedSource } from "../edit.ts";
import { cacheEnv, closeLab, Editor, type Lab, openLab } from "../lab.ts";
import { measure } from "../measure.ts";
import { inspectSubject } from "../subject.ts";
import { type GateContender, type GateRun, gateContenders, gateFigures, gateTable } from "./figures.ts";

const usage = `npm run bench:gates -- <dir> [--rounds N] [-- flags of the action]

What a warm lint and vulncheck add to the run of a repository in which one file has changed: docs/performance.md says how the table is to be read.
Programs are compiled before anything is measured. Where vuln.go.dev cannot be reached, \`-- --vulncheck-db=file:///DIRECTORY\` names a copy.
`;

const action = [process.execPath, join(import.meta.dirname, "..", "..", "dist", "index.js")];

const own = ["--lint", "--vulncheck"];
const flagsOf: Readonly<Record<GateContender, readonly string[]>> = {
  without: [],
  with: own,
  alone: [...own, "--no-format", "--no-vet", "--no-test", "--no-build"],
};

interface Bench {
  readonly lab: Lab;
  readonly editor: Editor;
  readonly passed: readonly string[];
  readonly say: (line: string) => void;
}

/** Every run has another state of the same file, so all of them have the same to do. */
async function runOnce({ lab, editor, passed }: Bench, contender: GateContender, goproxy: string): Promise<GateRun> {
  await editor.edit();
  const outputDirectory = join(lab.temp, "out", contender);
  const flags = [...flagsOf[contender], ...passed];
  const request = { command: action, engine: "host", workingDirectory: lab.directory, outputDirectory, flags } as const;
  const log = join(lab.temp, `${contender}.log`);
  const { cpuMs, exitCode } = await measure(actionCommand(request), { env: cacheEnv(lab, "ours", goproxy), log });
  // Before anything ran: what was passed on is wrong.
  if (exitCode === 2) throw new Error(await readFile(log, "utf8"));
  const { stages } = reportSchema.parse(JSON.parse(await readFile(join(outputDirectory, "report.json"), "utf8")));
  const odd = stages.find((stage) => isGate(stage) && !hasLooked(stage));
  if (odd !== undefined) throw new Error(`${odd.id} is ${odd.status}: ${odd.reason}`);
  return { contender, cpuMs, stages };
}

function isGate({ gate, status }: StageResult): boolean {
  return own.includes(`--${gate}`) && status !== "disabled";
}

/** It passed or has found something; one that failed otherwise, as by its configuration, has not looked at anything. */
function hasLooked({ status, findings }: StageResult): boolean {
  return status === "passed" || (status === "failed" && findings.length > 0);
}

async function runRounds(bench: Bench, rounds: number): Promise<readonly GateRun[]> {
  bench.say("warming up");
  for (const contender of gateContenders) await runOnce(bench, contender, process.env["GOPROXY"] ?? "");
  const runs: GateRun[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each round begins with another one.
    for (const [at] of gateContenders.entries()) {
      const contender = gateContenders[(at + round) % gateContenders.length];
      if (contender === undefined) continue;
      const run = await runOnce(bench, contender, "off");
      runs.push(run);
      const stages = run.stages.filter(({ startedAt }) => startedAt !== null);
      const times = stages.map(({ id, durationMs }) => `${id} ${(durationMs / 1000).toFixed(2)} s`);
      bench.say(`round ${round + 1}, ${contender}: ${times.join(", ")}`);
    }
  }
  return runs;
}

async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--");
  const { values, positionals } = parseArgs({
    args: at < 0 ? [...args] : args.slice(0, at),
    allowPositionals: true,
    options: { rounds: { type: "string", default: "5" }, help: { type: "boolean", default: false } },
  });
  const rounds = Number(values.rounds);
  const [directory, ...more] = positionals;
  if (values.help || directory === undefined || more.length > 0 || !(Number.isInteger(rounds) && rounds > 0)) {
    process.stderr.write(usage);
    return values.help ? 0 : 2;
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const lab = await openLab(directory, []);
  try {
    const { facts } = await inspectSubject(lab, { name: directory, edit: null, data: null });
    const editor = await Editor.open(join(lab.repository, facts.edited), editedSource);
    const passed = at < 0 ? [] : args.slice(at + 1);
    const cores = availableParallelism();
    const figures = gateFigures(await runRounds({ lab, editor, passed, say }, rounds), cores);
    if (figures === null) throw new Error("nothing was measured");
    say(
      `\n${facts.module}, ${facts.packages} packages, ${cores} cores, ${facts.edited} changed\n\n${gateTable(figures)}`,
    );
    return 0;
  } finally {
    await closeLab(lab);
  }
}

process.exitCode = await main(process.argv.slice(2));
