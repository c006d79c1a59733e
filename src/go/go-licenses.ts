/** Packages that go-licenses found one licence file for. */
export interface Library {
  /** The import path that they have in common. */
  readonly name: string;
  /** Where the file can be read; null: go-licenses does not know. */
  readonly url: string | null;
  /** All that the file holds, by SPDX ids, several of a file with several texts; empty: no licence that it knows. */
  readonly licenses: readonly string[];
}

const unknown = "Unknown";

/** Reads what `go-licenses report` prints, a line `name,url,licence` for each licence of a library, written by encoding/csv; sorted by name. A line that is none is a library without a licence. */
export function parseGoLicenses(stdout: string): readonly Library[] {
  const libraries = new Map<string, Library>();
  for (const line of stdout.split(/\r?\n/)) {
    if (line === "") continue;
    const [, name, address, license] = /^([^\s,"]+),("(?:[^"]|"")*"|[^,"]*),([^\s,"]+)$/.exec(line) ?? [];
    if (name === undefined || address === undefined || license === undefined) {
      // What cannot be read is on no list.
      libraries.set(line, { name: line, url: null, licenses: [] });
      continue;
    }
    const url = address.startsWith('"') ? address.slice(1, -1).replaceAll('""', '"') : address;
    const known = libraries.get(name)?.licenses ?? [];
    const licenses = license === unknown || known.includes(license) ? known : [...known, license];
    libraries.set(name, { name, url: url === unknown ? null : url, licenses });
  }
  return [...libraries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What klog calls fatal, the last words of go-licenses, with the first line of what they are about; null: it has none. */
export function fatalIn(stderr: string): string | null {
  const found = /^F\d{4} \S+ +\d+ \S+\] (.*)(?:\r?\n(\S.*))?$/m.exec(stderr);
  return found === null ? null : [found[1], found[2]].filter((part) => part !== undefined).join(" ");
}

/** It tells the standard library by the GOROOT of the Go that has compiled it: that of another Go is a dependency without a module for it (google/go-licenses#302). */
export function isOfOtherGo(stderr: string): boolean {
  return /^E.*\] Package \S+ does not have module info\./m.test(stderr);
}
