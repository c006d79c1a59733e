import { posix } from "node:path";
import type { Finding } from "../model/report.ts";
import { diagnosedPath } from "./diagnosed-path.ts";
import { type DiagnosticEntry, sectionsOf } from "./diagnostic-sections.ts";
import { withLfs } from "./lfs.ts";
import { importedPath, type SourceMap } from "./source-map.ts";

/** How to read what the compiler, the linker, vet or `go` itself printed. */
export interface DiagnosticOptions extends SourceMap {
  readonly source: "compile" | "vet";
  /** Directory the tool ran in, relative to the repository. */
  readonly cwd: string;
}

/** A name that is more than blanks and digits. That is looked for ahead, in one pass: tools may print lines of megabytes. */
const position = /^((?:vet|fix): )?((?:[A-Za-z]:[\\/])?(?=[\s\d]*[^:\s\d])[^:\t\n]+):(\d+)(?::(\d+))?:(?: |$)(.*)$/s;
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

/** In the section of a package, text without a place only surrounds what has one; without a header every entry stands for itself. */
function readSection(section: readonly DiagnosticEntry[], options: DiagnosticOptions): readonly Finding[] {
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
function isHeading(entry: DiagnosticEntry): boolean {
  return entry.lines.length === 1 && entry.lines[0]?.endsWith(":") === true;
}

/** null: not at a place in the repository. */
function readEntry(entry: DiagnosticEntry, options: DiagnosticOptions): Finding | null {
  const [first = "", ...below] = entry.lines;
  const at = readPosition(first, entry.package, options) ?? importPosition(entry.lines, options);
  if (at === null || at.message === "too many errors" || /^(?:In function |note: )/.test(at.message)) return null;
  const compiler =
    /^(?:vet|fix): /.test(first) || byC.test(at.message) || (options.source === "compile" && !entry.byVet);
  const source = compiler ? "compile" : "vet";
  // The lines that C compilers quote of a file with counters are those of another file.
  const quoted = first.startsWith("$WORK") ? below.filter((line) => !quotedSource.test(line)) : below;
  return {
    source,
    severity: at.message.startsWith("warning: ") ? "warning" : "error",
    path: at.path,
    line: at.line,
    column: at.column,
    title: source === "vet" ? "go vet" : "compile error",
    message: withLfs([at.message, ...quoted].join("\n").replace(cgoName, "C.").trimEnd()),
  };
}

/** A line of source, or marks below it, as C compilers show them. */
const quotedSource = /^\s+\d* \|/;
/** Go writes them so itself, but only when it prints other names of cgo beside them (cmd/go, cgoTypeSigRe; Go 1.26 and 1.27). */
const cgoName = /\b_C2?(?:type|func|var|macro)_\B/g;
/** What the C compiler and cgo say, whoever has called them. */
const byC =
  /^(?:fatal )?error: |^(?:could not determine |call of non-function C\.|must call C\.|inconsistent definitions for C\.)/;

interface Position {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

function readPosition(line: string, inPackage: string | null, options: DiagnosticOptions): Position | null {
  const match = position.exec(line);
  if (match?.[2] === undefined) return null;
  const path = diagnosedPath(match[2], inPackage, options);
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
    const at = readPosition(line.trim(), null, options);
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
