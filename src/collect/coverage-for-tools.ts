import { join } from "node:path";
import { writeLcov } from "../go/coverage/lcov.ts";
import { lineFiles } from "../go/coverage/line-hits.ts";
import { coverageFileNames, type Where, type WrittenCoverage, writeAll } from "./coverage-files.ts";

/** The coverage of the whole run in the formats of other tools, which count lines. */
export async function writeForTools({ files }: Pick<WrittenCoverage, "files">, where: Where): Promise<void> {
  // Brings an XML library along.
  const { writeCobertura } = await import("../go/coverage/cobertura.ts");
  const lines = lineFiles(files);
  const { cobertura, lcov } = coverageFileNames;
  await writeAll(join(where.dir, cobertura), writeCobertura(lines, Date.now()), where.redactor);
  await writeAll(join(where.dir, lcov), writeLcov(lines), where.redactor);
}
