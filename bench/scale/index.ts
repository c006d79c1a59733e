import { mkdtemp, readdir, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { hostEnvironment } from "../../src/engine/environment.ts";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { formatBytes } from "../../src/text/format.ts";
import { actionCommand } from "../commands.ts";
import { type Measured, measure } from "../measure.ts";
import { phasesOf } from "../phases.ts";
import { secondsText } from "../table.ts";
import { removeTree } from "../tools.ts";
import { writeRepository, writeToolchain } from "./repository.ts";
import { expectedCounts, fullSize, type ScaleSize, sizeVariable } from "./size.ts";
import { expectedCoverage } from "./streams.ts";

/** What the action's own process may take, whatever a repository prints. */
const memoryLimit = 512 * 1024 ** 2;

const projectRoot = join(import.meta.dirname, "..", "..");

/** Runs the built action on generated streams; answers what is wrong with the result, nothing when all is as it should be. */
async function runScale(size: ScaleSize, say: (line: string) => void): Promise<readonly string[]> {
  const temp = await mkdtemp(join(tmpdir(), "go-pipeline-scale-"));
  try {
    const repository = join(temp, "repository");
    await writeRepository(repository, size);
    const outputDirectory = join(temp, "out");
    const measured = await runAction(size, temp, repository, outputDirectory);
    const report = reportSchema.parse(JSON.parse(await readFile(join(outputDirectory, "report.json"), "utf8")));
    await describe(measured, report, outputDirectory, say);
    return problemsOf(measured, report, size);
  } finally {
    await removeTree(temp);
  }
}

async function runAction(
  size: ScaleSize,
  temp: string,
  repository: string,
  outputDirectory: string,
): Promise<Measured> {
  const goroot = join(temp, "goroot");
  const path = [await writeToolchain(goroot), process.env["PATH"] ?? ""].join(delimiter);
  const added = { PATH: path, SCALE_GOROOT: goroot, [sizeVariable]: JSON.stringify(size) };
  const command = actionCommand({
    command: [process.execPath, join(projectRoot, "dist", "index.js")],
    engine: "host",
    workingDirectory: repository,
    outputDirectory,
    flags: [],
  });
  const env = hostEnvironment(process.env, added, false);
  return measure(command, { env, log: join(temp, "log") });
}

async function describe(
  measured: Measured,
  report: Report,
  outputDirectory: string,
  say: (line: string) => void,
): Promise<void> {
  const phases = phasesOf(report, measured.startedAt, measured.endedAt);
  const peak = measured.peakMemoryBytes === null ? "not known here" : formatBytes(measured.peakMemoryBytes);
  say(`peak memory of the action   ${peak} (limit ${formatBytes(memoryLimit)})`);
  say(`time in all                 ${secondsText(measured.wallMs)}`);
  say(`before the first stage      ${secondsText(phases?.beforeFirstStageMs ?? null)}`);
  for (const { id, durationMs } of phases?.stages ?? []) say(`  ${id.padEnd(25)} ${secondsText(durationMs)}`);
  say(`after the last stage's end  ${secondsText(phases?.afterLastStageMs ?? null)}`);
  const { tests, coverage } = report.totals;
  say(`tests                       ${tests?.passed} passed, ${tests?.failed} failed, ${tests?.skipped} skipped`);
  say(`coverage                    ${coverage?.covered} of ${coverage?.statements} statements`);
  for (const name of await readdir(outputDirectory, { recursive: true })) {
    const { size } = await stat(join(outputDirectory, name));
    if (size > 1024 ** 2) say(`  ${name.padEnd(25)} ${formatBytes(size)}`);
  }
}

function problemsOf(
  measured: Measured,
  { totals: { tests, coverage }, conclusion }: Report,
  size: ScaleSize,
): readonly string[] {
  const { passed, failed, skipped } = expectedCounts(size);
  const { covered, statements } = expectedCoverage(size);
  const problems: string[] = [];
  if ((measured.peakMemoryBytes ?? 0) >= memoryLimit) problems.push("the action took more memory than it may");
  if (measured.exitCode !== 1) problems.push(`exit code ${measured.exitCode}, expected 1 for failing tests`);
  if (conclusion !== "failure") problems.push(`conclusion ${conclusion}, expected failure`);
  if (tests?.passed !== passed || tests.failed !== failed || tests.skipped !== skipped)
    problems.push(`expected ${passed} tests to pass, ${failed} to fail and ${skipped} to be skipped`);
  if (coverage?.covered !== covered || coverage.statements !== statements)
    problems.push(`expected ${covered} of ${statements} statements to be covered`);
  return problems;
}

/** `--divide N` makes everything N times smaller, for a quick look. */
function sizeFrom(args: readonly string[]): ScaleSize {
  const { values } = parseArgs({ args: [...args], options: { divide: { type: "string", default: "1" } } });
  const by = Number(values.divide);
  if (!Number.isInteger(by) || by < 1 || by > 1_000)
    throw new Error(`--divide: ${values.divide} is not from 1 to 1000`);
  const part = (value: number): number => Math.floor(value / by);
  const { packages, tests, outputBytes, profileBytes, profileCopies } = fullSize;
  return {
    packages: part(packages),
    tests: part(tests),
    outputBytes: part(outputBytes),
    profileBytes: part(profileBytes),
    profileCopies,
  };
}

const problems = await runScale(sizeFrom(process.argv.slice(2)), (line) => process.stdout.write(`${line}\n`));
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
