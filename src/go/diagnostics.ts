import { posix } from "node:path";
import type { Finding } from "../results/model.ts";
import { importedPath, repoPath, type SourceMap } from "./source-map.ts";

/** How to read what the compiler, the linker, vet or `go` itself printed. */
export interface DiagnosticOptions extends SourceMap {
  readonly source: "compile" | "vet";
  /** Directory the tool ran in, relative to the repository. */
  readonly cwd: string;
}

/** One problem as printed: its first line and what is indented below. */
interface Entry {
  /** `# example.com/m/pkg` above it. */
  readonly package: string | null;
  /** `# [example.com/m/pkg]`, which only vet prints. */
  readonly byVet: boolean;
  readonly lines: string[];
}

/** A name that is more than blanks and digits. That is looked for ahead, in one pass: tools may print lines of megabytes. */
const position = /^(vet: )?((?:[A-Za-z]:[\\/])?(?=[\s\d]*[^:\s\d])[^:\t\n]+):(\d+)(?::(\d+))?:(?: |$)(.*)$/s;
/** What `go` says while all is well. */
const noise =
  /^(?:go: (?:downloading|finding|extracting|upgraded|added|found|warning:) ?|warning: |testing: warning: |exit status \d+$|note: )/;
const sectionLimit = 40;

/**
 * Findings in the text of a failed `go build`, `go vet` or `go test`: `file:line:col: message` and what cannot be placed, such as
 * errors of the linker, as one finding per package. The same problem is told once, however often it was printed.
 */
export function parseDiagnostics(text: string, options: DiagnosticOptions): readonly Finding[] {
  const findings: Finding[] = [];
  for (const section of sectionsOf(text)) findings.push(...readSection(section, options));
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.path}:${finding.line}:${finding.column}:${finding.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Entries with the same `# pkg` header; those without any stand alone. */
function sectionsOf(text: string): readonly (readonly Entry[])[] {
  const sections: Entry[][] = [];
  let name: string | null = null;
  let byVet = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^# (\[)?([^\s\]]+)/.exec(line);
    if (header?.[2] !== undefined) {
      byVet = header[1] !== undefined;
      name = header[2];
      if (!byVet) sections.push([]);
      continue;
    }
    const section = sections.at(-1) ?? [];
    if (sections.length === 0) sections.push(section);
    const last = section.at(-1);
    if (/^\s/.test(line) && last !== undefined) last.lines.push(line);
    else if (line.trim() !== "" && !noise.test(line)) section.push({ package: name, byVet, lines: [line] });
  }
  return sections;
}

/** In the section of a package, text without a place only surrounds what has one; without a header every entry stands for itself. */
function readSection(section: readonly Entry[], options: DiagnosticOptions): readonly Finding[] {
  const name = section[0]?.package ?? null;
  const found = section.map((entry) => ({ entry, finding: readEntry(entry, options) }));
  if (name === null) {
    return found
      .filter(({ entry, finding }) => finding !== null || !isHeading(entry))
      .map(({ entry, finding }) => finding ?? unplaced(null, entry.lines, options));
  }
  const placed = found.map(({ finding }) => finding).filter((finding) => finding !== null);
  return placed.length > 0
    ? placed
    : [
        unplaced(
          name,
          section.flatMap((entry) => entry.lines),
          options,
        ),
      ];
}

/** `go: errors parsing go.mod:`, followed by what has a place. */
function isHeading(entry: Entry): boolean {
  return entry.lines.length === 1 && entry.lines[0]?.endsWith(":") === true;
}

/** null: not at a place in the repository. */
function readEntry(entry: Entry, options: DiagnosticOptions): Finding | null {
  const [first = "", ...below] = entry.lines;
  const at = readPosition(first, options) ?? importPosition(entry.lines, options);
  if (at === null || at.message === "too many errors" || at.message.startsWith("In function ")) return null;
  const typeCheck = first.startsWith("vet: ");
  const warning = at.message.startsWith("warning: ");
  const source = typeCheck || (options.source === "compile" && !entry.byVet) ? "compile" : "vet";
  return {
    source,
    severity: warning ? "warning" : "error",
    path: at.path,
    line: at.line,
    column: at.column,
    title: source === "vet" ? "go vet" : "compile error",
    message: [at.message, ...below].join("\n").trimEnd(),
  };
}

interface Position {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

function readPosition(line: string, options: DiagnosticOptions): Position | null {
  const match = position.exec(line);
  if (match?.[2] === undefined) return null;
  const path = repoPath(options, match[2], options.cwd);
  if (path === null) return null;
  return { path, line: atLeastOne(match[3]), column: atLeastOne(match[4]), message: match[5] ?? "" };
}

/**
 * `package x`, with below it either the position of the import, or the circle of imports by file:
 * `\timports example.com/m/b from a.go`.
 */
function importPosition(lines: readonly string[], options: DiagnosticOptions): Position | null {
  const root = /^package (\S+)$/.exec(lines[0] ?? "")?.[1];
  if (root === undefined) return null;
  for (const line of lines.slice(1)) {
    const at = readPosition(line.trim(), options);
    if (at !== null) return { ...at, message: lines[0] ?? "" };
  }
  const file = /^\timports \S+ from ([^\s:]+)/.exec(lines[1] ?? "")?.[1];
  const dir = importedPath(options, root);
  if (file === undefined || dir === null) return null;
  return { path: posix.join(dir, file), line: null, column: null, message: lines[0] ?? "" };
}

function unplaced(name: string | null, lines: readonly string[], options: DiagnosticOptions): Finding {
  const kept = lines.slice(0, sectionLimit);
  if (kept.length < lines.length) kept.push(`[… ${lines.length - kept.length} lines left out …]`);
  return {
    source: options.source,
    severity: "error",
    path: null,
    line: null,
    column: null,
    title: name === null ? "go" : `${options.source === "vet" ? "go vet" : "compile error"} in ${name}`,
    message: kept.join("\n").trimEnd(),
  };
}

function atLeastOne(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 1 ? value : null;
}
