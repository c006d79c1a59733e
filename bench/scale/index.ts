import { appendFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { formatBytes } from "../../src/text/format.ts";
import { secondsText } from "../table.ts";
import { removeTree } from "../tools.ts";
import { parseScaleOptions, type ScaleOptions } from "./options.ts";
import { writeRepository, writeToolchain } from "./repository.ts";
import { runBuild, type ScaleLab, type ScaleRun } from "./run.ts";
import { comparedTable, memoryLimit } from "./table.ts";

const ours = join(import.meta.dirname, "..", "..", "dist", "index.js");

/** Runs builds of the action in turns on the same generated streams; answers what is wrong with the results, nothing when all is as it should be. */
async function runScale(options: ScaleOptions, say: (line: string) => void): Promise<readonly string[]> {
  const temp = await mkdtemp(join(tmpdir(), "go-pipeline-scale-"));
  try {
    const lab = await writeLab(temp, options);
    const builds = [
      ...(options.earlier === null ? [] : [{ name: "earlier", bundle: resolve(options.earlier) }]),
      { name: "ours", bundle: ours },
    ];
    const runs = new Map<string, ScaleRun[]>(builds.map(({ name }) => [name, []]));
    for (let round = 0; round < options.rounds; round += 1) {
      // Each round begins with another one.
      for (const [at] of builds.entries()) {
        const build = builds[(at + round) % builds.length];
        if (build === undefined) continue;
        const run = await runBuild(build.bundle, lab);
        runs.get(build.name)?.push(run);
        say(`round ${round + 1}, ${build.name}:`);
        describe(run, say);
        if (options.out !== null) await appendFile(options.out, `${JSON.stringify({ build: build.name, ...run })}\n`);
      }
    }
    say(`\n${comparedTable(runs)}`);
    return problemsOf(runs);
  } finally {
    await removeTree(temp);
  }
}

async function writeLab(temp: string, { size, goVersion, testSeconds }: ScaleOptions): Promise<ScaleLab> {
  const repository = join(temp, "repository");
  const goroot = join(temp, "goroot");
  await writeRepository(repository, size);
  return {
    temp,
    repository,
    goroot,
    tools: await writeToolchain(goroot),
    streams: { ...size, goVersion, testSeconds },
  };
}

function describe({ measured, phases, cpuAfterMs, report, files }: ScaleRun, say: (line: string) => void): void {
  const peak = measured.peakMemoryBytes === null ? "not known here" : formatBytes(measured.peakMemoryBytes);
  const line = (what: string, said: string): void => say(`  ${what.padEnd(33)} ${said}`);
  line("peak memory of the action", `${peak} (limit ${formatBytes(memoryLimit)})`);
  line("time in all", secondsText(measured.wallMs));
  line("before the first stage", secondsText(phases?.beforeFirstStageMs ?? null));
  for (const { id, durationMs } of phases?.stages ?? []) line(`  ${id}`, secondsText(durationMs));
  line("after the last stage's end", secondsText(phases?.afterLastStageMs ?? null));
  line("  CPU time of the action there", secondsText(cpuAfterMs));
  line("CPU time of the action in all", secondsText(measured.ownCpu.at(-1)?.cpuMs ?? null));
  const { tests, coverage } = report;
  line("tests", `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
  line("coverage", `${coverage.covered} of ${coverage.statements} statements`);
  for (const [name, bytes] of files) line(`  ${name}`, formatBytes(bytes));
}

/** What an earlier build may take is not judged. */
function problemsOf(runs: ReadonlyMap<string, readonly ScaleRun[]>): readonly string[] {
  const wrong = [...runs].flatMap(([name, all]) =>
    all.flatMap(({ problems }) => problems.map((text) => `${name}: ${text}`)),
  );
  const peaks = (runs.get("ours") ?? []).map(({ measured }) => measured.peakMemoryBytes ?? 0);
  return Math.max(...peaks) < memoryLimit ? wrong : [...wrong, "ours: the action took more memory than it may"];
}

const problems = await runScale(parseScaleOptions(process.argv.slice(2)), (line) => process.stdout.write(`${line}\n`));
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
