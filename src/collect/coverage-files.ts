import { join } from "node:path";
import { writePieces } from "../files/text-file.ts";
import { coverageJson } from "../go/coverage/json.ts";
import type { Difference } from "../go/coverage/merge.ts";
import { writeProfile } from "../go/coverage/write.ts";
import type { CoveredFile, CoverMode } from "../model/coverage.ts";
import type { Coverage } from "../model/report.ts";
import type { Redactor } from "../platform/mask.ts";

/** Names in the directory of coverage. */
export const coverageFileNames = {
  profile: "coverage.out",
  json: "coverage.json",
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

/** Writes a file piece by piece, without secrets. */
export function writeAll(path: string, pieces: Iterable<string>, { redact }: Redactor): Promise<void> {
  return writePieces(path, redacted(pieces, redact));
}

function* redacted(pieces: Iterable<string>, redact: Redactor["redact"]): Generator<string> {
  for (const piece of pieces) yield redact(piece);
}
