import { join } from "node:path";
import { TextFile } from "../files/text-file.ts";
import { renderCoverageHtml } from "../go/coverage/html.ts";
import { coverageJson } from "../go/coverage/json.ts";
import type { Difference } from "../go/coverage/merge.ts";
import { writeProfile } from "../go/coverage/write.ts";
import type { CoveredFile, CoverMode } from "../model/coverage.ts";
import type { Project } from "../model/project.ts";
import type { Coverage } from "../model/report.ts";
import type { Redactor } from "../platform/mask.ts";
import { readText } from "./go-sources.ts";

/** Names in the directory of coverage. */
export const coverageFileNames = {
  profile: "coverage.out",
  json: "coverage.json",
  page: "coverage.html",
  cobertura: "cobertura.xml",
  lcov: "lcov.info",
} as const;

export interface WrittenCoverage {
  readonly coverage: Coverage;
  readonly mode: CoverMode | null;
  readonly files: readonly CoveredFile[];
  /** null: of one module. */
  readonly differing: readonly Difference[] | null;
}

export interface Where {
  readonly dir: string;
  readonly redactor: Redactor;
}

/** The profile and its numbers. */
export async function writeNumbers(written: WrittenCoverage, { dir, redactor }: Where): Promise<void> {
  const { coverage, mode, files, differing } = written;
  await writeAll(join(dir, coverageFileNames.profile), writeProfile(mode, files), redactor);
  await writeAll(join(dir, coverageFileNames.json), [coverageJson(coverage, mode, differing)], redactor);
}

/** The page of the whole run. */
export async function writePage(
  written: WrittenCoverage,
  title: string,
  project: Project,
  where: Where,
): Promise<void> {
  const { redactor } = where;
  // Before it is escaped for HTML.
  const source = (file: CoveredFile): string | null => {
    const text = listed(file, project);
    return text === null ? null : redactor.redact(text);
  };
  const page = { title, mode: written.mode, coverage: written.coverage, files: written.files, source };
  await writeAll(join(where.dir, coverageFileNames.page), renderCoverageHtml(page), redactor);
}

/** The text of a Go file to show; null for others. */
function listed({ path }: CoveredFile, project: Project): string | null {
  return path?.endsWith(".go") === true ? readText(project, path) : null;
}

/** Writes a file piece by piece, without secrets. */
export async function writeAll(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  { redact }: Redactor,
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
