import { join, posix } from "node:path";
import { readLines } from "../files/lines.ts";
import { TextFile } from "../files/text-file.ts";
import { type CoverageOptions, type CoveredFile, namedFiles, withoutExcluded } from "../go/coverage/files.ts";
import { renderCoverageHtml } from "../go/coverage/html.ts";
import { coverageJson } from "../go/coverage/json.ts";
import { placeFiles } from "../go/coverage/placement.ts";
import { createProfileReader, type Profile } from "../go/coverage/profile.ts";
import { summarizeCoverage } from "../go/coverage/summary.ts";
import { judgeCoverage, type ThresholdResult, type Thresholds } from "../go/coverage/threshold.ts";
import { writeProfile } from "../go/coverage/write.ts";
import { groupBy } from "../group-by.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Coverage } from "../model/report.ts";
import { isGenerated } from "../project/generated.ts";
import { compareGo } from "../project/go-version.ts";
import { profileName } from "./coverage-name.ts";
import { isRegularFile } from "./files.ts";
import { readGoSources, readText } from "./go-sources.ts";
import { findMissing, type PackageResults } from "./missing.ts";
import type { TestFacts } from "./tests.ts";

export interface CollectedCoverage {
  readonly coverage: Coverage | null;
  readonly thresholds: ThresholdResult;
}

/** Reads the coverage profile of the test stage, writes `coverage/coverage.{out,html,json}` and holds it against the thresholds. */
export async function collectCoverage(
  outcome: StepOutcome,
  facts: TestFacts,
  results: PackageResults,
): Promise<CollectedCoverage> {
  const path = join(outcome.resultDir, profileName);
  const profile = (await isRegularFile(path)) ? await readProfile(path) : null;
  const named = profile === null ? [] : namedFiles(profile, placesOf(facts));
  const files = await selectFiles(named, facts);
  const counts = profile === null ? null : summarizeCoverage(files);
  const missing = await findMissing(named, facts, results);
  const thresholds = judgeCoverage({ counts, missing, problem: profile?.problem ?? null }, limitsOf(facts));
  if (counts === null && missing.length === 0 && thresholds.thresholds.length === 0)
    return { coverage: null, thresholds };
  const coverage = { ...(counts ?? summarizeCoverage([])), missing };
  if (profile !== null) await writeFiles(coverage, profile.mode, files, facts);
  return { coverage, thresholds };
}

function limitsOf({ config }: TestFacts): Thresholds {
  return { total: config.coverageThreshold, perPackage: config.coveragePackageThreshold };
}

async function writeFiles(
  coverage: Coverage,
  mode: Profile["mode"],
  files: readonly CoveredFile[],
  facts: TestFacts,
): Promise<void> {
  const dir = facts.output.coverage;
  const { redact } = facts.redactor;
  await writeAll(join(dir, "coverage.out"), writeProfile(mode, files), redact);
  await writeAll(join(dir, "coverage.json"), [coverageJson(coverage, mode)], redact);
  const title = facts.project.modules[0]?.path ?? "coverage";
  // Before it is escaped for HTML.
  const shown = (file: CoveredFile): string | null => {
    const text = listed(file, facts);
    return text === null ? null : redact(text);
  };
  const page = { title, mode, coverage, files, source: shown };
  await writeAll(join(dir, "coverage.html"), renderCoverageHtml(page), redact);
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

function placesOf({ config, source, project }: TestFacts): CoverageOptions {
  return { ...source, cwd: project.modules[0]?.dir ?? ".", exclude: config.coverageExclude };
}

/** Without what the inputs exclude, with functions and lines where they can be told. */
async function selectFiles(named: readonly CoveredFile[], facts: TestFacts): Promise<readonly CoveredFile[]> {
  const { config, source, project, inspection } = facts;
  const generated = new Set<string>();
  const isExcluded = (path: string): boolean => config.coverageExcludeGenerated && generated.has(path);
  const ownLines = compareGo(inspection.goVersion.replace(/^devel /, ""), "1.27") >= 0;
  const lineCount = (path: string): number | null => readText(project, path)?.split("\n").length ?? null;
  const placed: CoveredFile[] = [];
  for (const [dir, files] of groupBy(named, packageDir)) {
    const sources = dir === null ? [] : await readGoSources(project, dir);
    for (const { path, text } of sources) if (isGenerated(text)) generated.add(path);
    placed.push(...(dir === null ? files : placeFiles(files, sources, { ...source, ownLines, lineCount })));
  }
  return withoutExcluded(placed, { ...placesOf(facts), isExcluded });
}

/** null for packages of other modules. */
function packageDir({ path }: CoveredFile): string | null {
  return path === null ? null : posix.dirname(path);
}

async function writeAll(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  redact: (text: string) => string,
): Promise<void> {
  const file = await TextFile.create(path);
  try {
    for await (const piece of pieces) {
      file.write(redact(piece));
      if (file.full) await file.drain();
    }
  } finally {
    await file.close();
  }
}
