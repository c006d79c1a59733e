import { lstatSync, readFileSync, type Stats } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { StepOutcome } from "../engine/engine.ts";
import { type CoveredFile, namedFiles, withoutExcluded } from "../go/coverage/files.ts";
import { renderCoverageHtml } from "../go/coverage/html.ts";
import { coverageJson } from "../go/coverage/json.ts";
import { type GoSource, placeFiles } from "../go/coverage/placement.ts";
import { createProfileReader, type Profile } from "../go/coverage/profile.ts";
import { summarizeCoverage } from "../go/coverage/summary.ts";
import { judgeCoverage, type ThresholdResult } from "../go/coverage/threshold.ts";
import { writeProfile } from "../go/coverage/write.ts";
import { groupBy } from "../plan/group-by.ts";
import { profileName } from "../plan/stages.ts";
import { isGenerated } from "../project/generated.ts";
import { compareGo } from "../project/go-version.ts";
import { inSlices } from "../project/in-slices.ts";
import type { Project } from "../project/model.ts";
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
  const page = { title, mode: profile.mode, coverage, files, source: (file: CoveredFile) => listed(file, facts) };
  await writeAll(join(output.coverage, "coverage.html"), renderCoverageHtml(page));
  return { coverage, thresholds: judgeCoverage(coverage, true, limits, profile.problem) };
}

async function readProfile(path: string): Promise<Profile> {
  const reader = createProfileReader();
  for await (const line of readLines(path)) reader.line(line);
  return reader.end();
}

/** The text of a Go file to show; null for others. */
function listed({ path }: CoveredFile, { project }: TestFacts): string | null {
  return path?.endsWith(".go") === true ? readText(project, path) : null;
}

/** Without what the inputs exclude, with functions and lines where they can be told. */
async function selectFiles(profile: Profile, facts: TestFacts): Promise<readonly CoveredFile[]> {
  const { config, source, project, inspection } = facts;
  const generated = new Set<string>();
  const isExcluded = (path: string): boolean => config.coverageExcludeGenerated && generated.has(path);
  const cwd = project.modules[0]?.dir ?? ".";
  const options = { ...source, cwd, exclude: config.coverageExclude, isExcluded };
  const ownLines = compareGo(inspection.goVersion.replace(/^devel /, ""), "1.27") >= 0;
  const lineCount = (path: string): number | null => readText(project, path)?.split("\n").length ?? null;
  const placed: CoveredFile[] = [];
  for (const [dir, files] of groupBy(namedFiles(profile, options), packageDir)) {
    const sources = dir === null ? [] : await readGoSources(project, dir);
    for (const { path, text } of sources) if (isGenerated(text)) generated.add(path);
    placed.push(...(dir === null ? files : placeFiles(files, sources, { ...source, ownLines, lineCount })));
  }
  return withoutExcluded(placed, options);
}

/** null for packages of other modules. */
function packageDir({ path }: CoveredFile): string | null {
  return path === null ? null : posix.dirname(path);
}

/** A package's Go files but its tests, as they are on this machine. */
async function readGoSources(project: Project, dir: string): Promise<readonly GoSource[]> {
  const names = await readdir(join(project.root, dir)).catch(() => []);
  const own = names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go")).sort();
  const read = await inSlices(own, (name): GoSource | null => {
    const path = posix.join(dir, name);
    const text = readText(project, path);
    return text === null ? null : { path, text };
  });
  return read.filter((source) => source !== null);
}

/** The source of a file of the repository as it is on this machine; null for files of other modules, links and what is gone. */
function readText(project: Project, path: string): string | null {
  return statOf(project, path) === null ? null : readFileSync(join(project.root, path), "utf8");
}

/** null for what is no file, or too large. */
function statOf(project: Project, path: string): Stats | null {
  const stat = lstatSync(join(project.root, path), { throwIfNoEntry: false });
  return stat === undefined || !stat.isFile() || stat.size > sourceLimit ? null : stat;
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
