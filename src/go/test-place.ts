import { posix } from "node:path";
import { type LogEntry, logEntries } from "./log-lines.ts";
import { importedPath, isAbsolute, ownFrame, type SourceMap, slashes } from "./source-map.ts";
import type { StackPlace } from "./stack.ts";

/** The sources that the tests were built from. */
export interface SourceFiles {
  /** A line of a file of the repository, counted from 1; null when there is none. */
  line(path: string, line: number): string | null;
  /** Paths of the files with this base name. */
  named(base: string): readonly string[];
}

export interface PlaceOptions extends SourceMap {
  /** Without them, only test files are taken for places, and the last entry for the error. */
  readonly sources?: SourceFiles;
}

/** What a test said when it failed, and where. */
export interface FailureWords {
  /** null: not in the repository. */
  readonly place: StackPlace | null;
  readonly message: string;
}

interface Candidate extends FailureWords {
  readonly rank: number;
}

/** How sure an entry is to be the error, by the line of source that made it. */
const ranks = { elsewhere: 0, log: 1, unknown: 2, error: 3, marked: 10 };

/**
 * Where a test failed, by its own output. Go 1.27 marks what t.Error and t.Fatal print (`errors`); in what older versions print, they
 * look like t.Log, so the line of source that an entry names has to tell. Of equals the last counts: an error usually comes
 * after what was logged on the way.
 */
export function failureWords(
  options: PlaceOptions,
  importPath: string,
  output: string,
  errors: readonly string[],
): FailureWords | null {
  const candidates = [
    ...logEntries(output).flatMap((entry) => candidate(options, importPath, entry, false)),
    ...errors.flatMap(logEntries).flatMap((entry) => candidate(options, importPath, entry, true)),
  ];
  const best = Math.max(...candidates.map(({ rank }) => rank));
  const found = candidates.findLast(({ rank }) => rank === best);
  return found === undefined ? null : { place: found.place, message: found.message };
}

/** None for text that only looks like an entry: it names no file, or a line on which nothing can be called. */
function candidate(options: PlaceOptions, importPath: string, entry: LogEntry, marked: boolean): readonly Candidate[] {
  const path = entry.line < 1 ? null : pathOf(options, importPath, entry);
  const { message, line } = entry;
  if (path === null) return marked ? [{ place: null, message, rank: ranks.marked + ranks.elsewhere }] : [];
  const source = options.sources?.line(path, line) ?? null;
  if (entry.inLine && !source?.includes("(")) return [];
  return [{ place: { path, line }, message, rank: (marked ? ranks.marked : 0) + rankOf(source) }];
}

function rankOf(source: string | null): number {
  if (source === null) return ranks.unknown;
  // `err.Error()` is no call of a test's; loggers have an Error of their own.
  if (/\.(?:Errorf|Fatalf?)\(|(?<!log(?:ger)?)\.Error\((?!\))/i.test(source)) return ranks.error;
  return /\.(?:Logf?|Skipf?)\(/.test(source) ? ranks.log : ranks.unknown;
}

/** A base name is that of a file in the package's directory, or else of a helper somewhere that only one file has. */
function pathOf({ sources, ...map }: PlaceOptions, importPath: string, { file, line }: LogEntry): string | null {
  if (isAbsolute(slashes(file))) return ownFrame(map, file);
  if (file.includes("/")) return null;
  const beside = importedPath(map, `${importPath}/${file}`);
  if (sources === undefined) return file.endsWith("_test.go") ? beside : null;
  if (beside !== null && sources.line(beside, line) !== null) return beside;
  const others = sources.named(posix.basename(file)).filter((path) => sources.line(path, line) !== null);
  return others.length === 1 && rankOf(sources.line(others[0] ?? "", line)) === ranks.error
    ? (others[0] ?? null)
    : null;
}
