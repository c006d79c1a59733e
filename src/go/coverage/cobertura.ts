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
  const rate = (of: readonly LineFile[]) => ({ "line-rate": lineRate(sumOf(of)) });
  const total = sumOf(files);
  const covered = { "lines-covered": total.covered, "lines-valid": total.lines };
  const branches = { "branches-covered": 0, "branches-valid": 0 };
  const root = { ...rate(files), ...covered, ...noBranches, ...branches, version: "", timestamp };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${xml.start(xml.element("coverage", root))}\n  <sources>\n    <source>.</source>\n  </sources>\n  <packages>\n`;
  for (const [importPath, own] of groupBy(files, (file) => file.importPath)) {
    const attributes = { name: importPath, ...rate(own), ...noBranches };
    yield `    ${xml.start(xml.element("package", attributes))}\n      <classes>\n`;
    for (const file of own) {
      const { path } = file;
      const attributes = { name: posix.basename(path), filename: path, ...rate([file]), ...noBranches };
      const start = xml.start(xml.element("class", attributes));
      yield `        ${start}\n          <methods/>\n          <lines>\n${lineElements(file)}          </lines>\n        </class>\n`;
    }
    yield "      </classes>\n    </package>\n";
  }
  yield "  </packages>\n</coverage>\n";
}

function lineElements({ lines, hits }: LineFile): string {
  let text = "";
  for (let at = 0; at < lines.length; at++) text += `            <line number="${lines[at]}" hits="${hits[at]}"/>\n`;
  return text;
}

interface Lines {
  readonly covered: number;
  readonly lines: number;
}

function sumOf(files: readonly LineFile[]): Lines {
  const sum = { covered: 0, lines: 0 };
  for (const { covered, lines } of files) {
    sum.covered += covered;
    sum.lines += lines.length;
  }
  return sum;
}

/** Of nothing, nothing is uncovered. */
function lineRate({ covered, lines }: Lines): string {
  return lines === 0 ? "1" : `${Number((covered / lines).toFixed(6))}`;
}
