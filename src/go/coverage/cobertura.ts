import { posix } from "node:path";
import { groupBy } from "../../group-by.ts";
import { createXml } from "../xml.ts";
import type { LineFile } from "./line-hits.ts";

/**
 * The content of `cobertura.xml`, valid against coverage-04.dtd: one `class` per file, paths relative to the repository. It counts lines; Go counts statements, and
 * knows no branches. It names no DTD: readers would look for it in the network, or refuse a document that has one.
 * @param timestamp milliseconds since 1970
 */
export function* writeCobertura(files: readonly LineFile[], timestamp: number): Generator<string> {
  const xml = createXml();
  const noBranches = { "branch-rate": 0, complexity: 0 };
  const counts = new Map(files.map((file) => [file, { covered: file.covered, lines: file.hits.length }]));
  const totalOf = (of: readonly LineFile[]): Lines => sumOf(of.map((file) => counts.get(file) ?? noLines));
  const rate = (of: readonly LineFile[]) => ({ "line-rate": lineRate(totalOf(of)) });
  const total = totalOf(files);
  const covered = { "lines-covered": total.covered, "lines-valid": total.lines };
  const branches = { "branches-covered": 0, "branches-valid": 0 };
  const root = { ...rate(files), ...covered, ...noBranches, ...branches, version: "", timestamp };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${xml.start(xml.element("coverage", root))}\n  <sources>\n    <source>.</source>\n  </sources>\n  <packages>\n`;
  for (const [importPath, own] of groupBy(files, (file) => file.importPath)) {
    const attributes = { name: importPath, ...rate(own), ...noBranches };
    yield `    ${xml.start(xml.element("package", attributes))}\n      <classes>\n`;
    for (const file of own) {
      const { path, hits } = file;
      const attributes = { name: posix.basename(path), filename: path, ...rate([file]), ...noBranches };
      const lines = hits.map(([line, count]) => `            <line number="${line}" hits="${count}"/>\n`).join("");
      const start = xml.start(xml.element("class", attributes));
      yield `        ${start}\n          <methods/>\n          <lines>\n${lines}          </lines>\n        </class>\n`;
    }
    yield "      </classes>\n    </package>\n";
  }
  yield "  </packages>\n</coverage>\n";
}

interface Lines {
  readonly covered: number;
  readonly lines: number;
}

const noLines: Lines = { covered: 0, lines: 0 };

function sumOf(all: readonly Lines[]): Lines {
  return all.reduce(
    (sum, { covered, lines }) => ({ covered: sum.covered + covered, lines: sum.lines + lines }),
    noLines,
  );
}

/** Of nothing, nothing is uncovered. */
function lineRate({ covered, lines }: Lines): string {
  return lines === 0 ? "1" : `${Number((covered / lines).toFixed(6))}`;
}
