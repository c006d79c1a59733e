/** One problem as printed: its first line and what belongs to it. */
export interface DiagnosticEntry {
  /** `# example.com/m/pkg` above it. */
  readonly package: string | null;
  /** `# [example.com/m/pkg]` above it: vet prints it, and so does whatever fails before a package is compiled. */
  readonly byVet: boolean;
  readonly lines: string[];
}

/** What `go` says while all is well, and how the C compiler came to a file that it included. */
const noise =
  /^(?:go: (?:downloading|finding|extracting|upgraded|added|found|warning:) ?|warning: |testing: warning: |exit status \d+$|note: |In file included from | +from \S+:\d+[:,]$)/;
/** A remark of the C compiler on what it has just said. */
const remark = /^[^\t\n]+?:\d+(?::\d+)?: (note: .*)$/;

/** Entries with the same `# pkg` header; those without any stand alone. */
export function sectionsOf(text: string): readonly (readonly DiagnosticEntry[])[] {
  const sections: DiagnosticEntry[][] = [];
  let name: string | null = null;
  let byVet = false;
  for (const line of text.split(/\r?\n/)) {
    const [, bracket, header] = /^# (\[)?([^\s\]]+)/.exec(line) ?? [];
    if (header !== undefined) {
      // The command of another program that Go has run: `# [pkg-config --cflags -- x]`.
      if (bracket !== undefined && name !== null && name !== header) continue;
      byVet = bracket !== undefined;
      name = header;
      if (!byVet) sections.push([]);
      continue;
    }
    const section = sections.at(-1) ?? [];
    if (sections.length === 0) sections.push(section);
    addLine(section, line, { package: name, byVet });
  }
  return sections;
}

function addLine(section: DiagnosticEntry[], line: string, facts: Pick<DiagnosticEntry, "package" | "byVet">): void {
  if (line.trim() === "" || noise.test(line)) return;
  const last = section.at(-1);
  const note = remark.exec(line)?.[1];
  if (last !== undefined && (note !== undefined || /^\s/.test(line))) last.lines.push(note ?? line);
  else section.push({ ...facts, lines: [line] });
}
