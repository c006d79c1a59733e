import { posix } from "node:path";
import { repoPath, type SourceMap } from "./source-map.ts";

/** A `//go:generate` line. */
export interface Directive {
  /** Relative to the repository. */
  readonly path: string;
  readonly line: number;
  /** What stands behind `//go:generate`. */
  readonly command: string;
}

/** Where `go generate -v -x` stopped. */
export interface FailedDirective {
  readonly path: string;
  readonly line: number;
  /** `running "stringer": exit status 1`. */
  readonly problem: string;
  /** The program that the system has not found on PATH; null: it was found. */
  readonly missing: string | null;
  /** What was printed to standard error since the file was begun, the commands among it. */
  readonly output: string;
}

/** The directives of a Go file; https://go.dev/cmd/go: they begin a line, with nothing between `//` and `go:generate`. */
export function directivesIn(path: string, text: string): readonly Directive[] {
  return text.split("\n").flatMap((line, at) => {
    const command = /^\/\/go:generate[ \t]+(.*?)\r?$/.exec(line)?.[1]?.trim() ?? "";
    return command === "" ? [] : [{ path, line: at + 1, command }];
  });
}

/** The files whose directives were run: `-v` names each on a line of its own. `cwd`: where go ran, relative to the repository. */
export function generatedFrom(stderr: string, map: SourceMap, cwd: string): readonly string[] {
  const paths = stderr.split(/\r?\n/).map((line) => (line.endsWith(".go") ? repoPath(map, line, cwd) : null));
  return [...new Set(paths.filter((path) => path !== null))];
}

/** `sub/a.go:3: running "stringer": exit status 1`, as `Generator.errorf` of cmd/go prints it (Go 1.22 to 1.27). */
export function failedDirectives(stderr: string, map: SourceMap, cwd: string): readonly FailedDirective[] {
  const lines = stderr.split(/\r?\n/);
  let begun = 0;
  const failed: FailedDirective[] = [];
  for (const [at, line] of lines.entries()) {
    const found = /^(.+\.go):(\d+): (.+)$/.exec(line);
    const name = found?.[1] ?? "";
    const path = repoPath(map, name, cwd);
    const own = lines.slice(begun, at).lastIndexOf(name);
    if (found === null || path === null || own < 0) continue;
    const output = lines.slice(begun + own + 1, at).join("\n");
    const problem = found[3] ?? "";
    failed.push({ path, line: Number(found[2]), problem, missing: missingProgram(problem), output });
    begun = at + 1;
  }
  return failed;
}

/** `running "x": exec: "x": executable file not found in $PATH`, of os/exec (`%PATH%` on Windows). */
function missingProgram(problem: string): string | null {
  return /: exec: "(.+)": executable file not found in [$%]PATH/i.exec(problem)?.[1] ?? null;
}

/**
 * The directive that most likely makes a file: the only one; one that names it, in its directory before elsewhere; else the only one of its directory, or the only one there of
 * a file whose name begins that of the made one (`pill.go`, `pill_string.go`). null: nobody knows.
 */
export function directiveFor(path: string, directives: readonly Directive[]): Directive | null {
  const [dir, base] = [posix.dirname(path), posix.basename(path)];
  const near = directives.filter((directive) => posix.dirname(directive.path) === dir);
  const names = ({ command }: Directive): boolean => command.includes(base);
  const begins = (directive: Directive): boolean => base.startsWith(`${posix.basename(directive.path, ".go")}_`);
  const only = (found: readonly Directive[]): Directive | null => (found.length === 1 ? (found[0] ?? null) : null);
  return (
    only(directives) ??
    near.find(names) ??
    only(near) ??
    only(near.filter(begins)) ??
    only(near.length > 0 ? [] : directives.filter(names))
  );
}
