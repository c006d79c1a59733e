import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StepOutcome } from "../engine/engine.ts";
import { type CoveredFile, coveredFiles, withSource } from "../go/coverage/files.ts";
import { renderCoverageHtml } from "../go/coverage/html.ts";
import { coverageJson } from "../go/coverage/json.ts";
import { createProfileReader, type Profile } from "../go/coverage/profile.ts";
import { summarizeCoverage } from "../go/coverage/summary.ts";
import { judgeCoverage, type ThresholdResult } from "../go/coverage/threshold.ts";
import { writeProfile } from "../go/coverage/write.ts";
import { profileName } from "../plan/stages.ts";
import { isGenerated } from "../project/generated.ts";
import type { Coverage } from "../results/model.ts";
import { isRegularFile } from "./files.ts";
import { readLines } from "./lines.ts";
import type { TestFacts } from "./tests.ts";
import { TextFile } from "./text-file.ts";

export interface CollectedCoverage {
  readonly coverage: Coverage | null;
  readonly thresholds: ThresholdResult;
}

/** A file of the repository larger than this is not read for its functions or its source: no compiler output is that large. */
const sourceLimit = 8 * 1024 * 1024;

/** Reads the coverage profile of the test stage, writes `coverage/coverage.{out,html,json}` and holds it against the thresholds. */
export async function collectCoverage(outcome: StepOutcome, facts: TestFacts): Promise<CollectedCoverage> {
  const { config, output } = facts;
  const limits = { total: config.coverageThreshold, perPackage: config.coveragePackageThreshold };
  const path = join(outcome.resultDir, profileName);
  if (!(await isRegularFile(path))) return { coverage: null, thresholds: judgeCoverage(null, true, limits) };
  const profile = await readProfile(path);
  const files = await selectFiles(profile, facts);
  const coverage = summarizeCoverage(files);
  await writeAll(join(output.coverage, "coverage.out"), writeProfile(profile.mode, files));
  await writeAll(join(output.coverage, "coverage.json"), [coverageJson(coverage, profile.mode)]);
  const title = facts.project.modules[0]?.path ?? "coverage";
  const page = { title, mode: profile.mode, coverage, files, source: (file: CoveredFile) => readSource(file, facts) };
  await writeAll(join(output.coverage, "coverage.html"), renderCoverageHtml(page));
  return { coverage, thresholds: judgeCoverage(coverage, true, limits, profile.problem) };
}

async function readProfile(path: string): Promise<Profile> {
  const reader = createProfileReader();
  for await (const line of readLines(path)) reader.line(line);
  return reader.end();
}

/** Without what the inputs exclude, limited to what counts in `go tool cover -func`. */
async function selectFiles(profile: Profile, facts: TestFacts): Promise<readonly CoveredFile[]> {
  const { config, source, project } = facts;
  const cwd = project.modules[0]?.dir ?? ".";
  const files: CoveredFile[] = [];
  for (const file of coveredFiles(profile, { ...source, cwd, exclude: config.coverageExclude })) {
    const text = await readSource(file, facts);
    if (config.coverageExcludeGenerated && text !== null && isGenerated(text)) continue;
    files.push(withSource(file, text));
  }
  return files;
}

/** The source of a file of the repository as it is on this machine; null for files of other modules, links and what is gone. */
async function readSource(file: CoveredFile, { project }: TestFacts): Promise<string | null> {
  if (file.path === null) return null;
  const path = join(project.root, file.path);
  const stat = await lstat(path).catch(() => null);
  if (stat === null || !stat.isFile() || stat.size > sourceLimit) return null;
  return readFile(path, "utf8");
}

async function writeAll(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const file = await TextFile.create(path);
  try {
    for await (const piece of pieces) {
      file.write(piece);
      if (file.full) await file.drain();
    }
  } finally {
    await file.close();
  }
}
