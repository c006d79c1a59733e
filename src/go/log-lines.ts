/** What t.Log, t.Error and their like have printed in one call: `    file.go:12: message`, further lines indented by four more. */
export interface LogEntry {
  /** As printed: a base name, or an absolute path with `-fullpath`. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** Something that a test printed without a line end stands before it on its line. */
  readonly inLine: boolean;
}

const indent = "    ";
const entryStart = /^ {4}((?:[A-Za-z]:)?[^\s:][^:]*\.go):(\d+): ?/;
const entryInLine = / {4}([^\s:]+\.go):(\d+): ?/;

/** True for output that begins as an entry does. `output` may still be JSON text. */
export function startsEntry(output: string): boolean {
  return entryStart.test(output);
}

/** True for the second and further lines of an entry. */
export function continuesEntry(line: string): boolean {
  return line.startsWith(indent + indent);
}

/** All entries in the order in which they were printed; whether a file of that name is there is not looked at. */
export function logEntries(output: string): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  const lines = output.split("\n");
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const atStart = entryStart.exec(line);
    const match = atStart ?? entryInLine.exec(line);
    at += 1;
    if (match?.[1] === undefined) continue;
    const text = [line.slice(match.index + match[0].length)];
    for (let next = lines[at]; next !== undefined && continuesEntry(next); next = lines[at]) {
      text.push(next.slice(indent.length * 2));
      at += 1;
    }
    const message = text.join("\n").trim();
    entries.push({ file: match[1], line: Number(match[2]), message, inLine: atStart === null });
  }
  return entries;
}
