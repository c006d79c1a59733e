import type { Finding } from "../model/report.ts";

/**
 * Findings of a build for coverage as they would be of the sources: columns are those of a line with its counters, which says nothing about the
 * line that was written (Go 1.26 and 1.27: `bad.go:3:176` for column 25), and are left out. Test files have no counters, C code has none either.
 */
export function withoutCountedColumns(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.map(asWritten).filter(({ source, path, line, column, message }) => {
    if (source !== "compile" || column !== null) return true;
    const key = `${path}:${line}: ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function asWritten(finding: Finding): Finding {
  const { source, path, message } = finding;
  if (source !== "compile" || path === null) return finding;
  const counted = hasCounters(path) && !/^(?:fatal )?error: |^warning: /.test(message);
  return { ...finding, column: counted ? null : finding.column, message: withoutColumns(message) };
}

function hasCounters(path: string): boolean {
  return path.endsWith(".go") && !path.endsWith("_test.go");
}

/** `\tpath/x.go:7:90: other declaration of x`. */
function withoutColumns(message: string): string {
  return message.replace(/^(\t([^\s:]+):\d+):\d+(?=: )/gm, (text, place: string, path: string) =>
    hasCounters(path) ? place : text,
  );
}
