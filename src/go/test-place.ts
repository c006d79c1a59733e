import { importedPath, isAbsolute, ownFrame, type SourceMap, slashes } from "./source-map.ts";
import type { Place } from "./stack.ts";

/** `    file_test.go:12: message`, as t.Log and t.Error print it; an absolute path with `-fullpath`. */
const logLine = /^ {4}((?:[A-Za-z]:)?[^:\n]*_test\.go):(\d+): ?/gm;

export interface FailurePlace extends Place {
  /** What was said there, up to the next such line. */
  readonly message: string;
}

/**
 * Where a test failed, by its own output: the last line that a test file logged, since an error or Fatal usually comes after what was
 * logged on the way. Only test files: they are always in the directory of the package, while a helper's file may be anywhere.
 */
export function failurePlace(map: SourceMap, importPath: string, output: string): FailurePlace | null {
  const matches = [...output.matchAll(logLine)];
  const last = matches.at(-1);
  if (last?.[1] === undefined || Number(last[2]) < 1) return null;
  const path = testFile(map, importPath, last[1]);
  if (path === null) return null;
  return { path, line: Number(last[2]), message: messageAfter(output, last.index + last[0].length) };
}

function testFile(map: SourceMap, importPath: string, name: string): string | null {
  if (isAbsolute(slashes(name))) return ownFrame(map, name);
  return name.includes("/") ? null : importedPath(map, `${importPath}/${name}`);
}

/** The rest of the line and the lines that testing has indented below it. */
function messageAfter(output: string, at: number): string {
  const [first = "", ...rest] = output.slice(at).split("\n");
  const end = rest.findIndex((line) => !line.startsWith("        "));
  const more = (end < 0 ? rest : rest.slice(0, end)).map((line) => line.slice(8));
  return [first, ...more].join("\n").trim();
}
