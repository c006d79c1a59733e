import { compareGo } from "./go-version.ts";

/**
 * The releases of Go in the module proxy's list of golang.org/toolchain, newest first: lines such as `v0.0.1-go1.26.8.linux-amd64`
 * (https://go.dev/ref/mod#toolchain). The platform says nothing: a proxy lists what somebody has asked it for, and every release is for all of them.
 */
export function releasesOf(list: string): readonly string[] {
  const found = new Set<string>();
  for (const line of list.split(/\r?\n/)) {
    const version = /^v0\.0\.1-go(1\.\d+\.\d+)\.[a-z]\w*-\w+$/.exec(line.trim())?.[1];
    // Until Go 1.20 the first release of a line was written without a patch number; those are too old anyway.
    if (version !== undefined) found.add(version);
  }
  return [...found].sort((a, b) => compareGo(b, a));
}

/** A line of releases (`1.26`), `stable` or `oldstable` as the exact version that it is now; null when none of the releases is. */
export function newestRelease(asked: string, releases: readonly string[]): string | null {
  const lines = [...new Set(releases.map(lineOf))];
  const line = asked === "stable" ? lines[0] : asked === "oldstable" ? lines[1] : asked;
  return releases.find((release) => lineOf(release) === line) ?? null;
}

/** `1.26` of `1.26.8`, `go1.26.8` and `1.26rc1`. */
export function lineOf(version: string): string {
  return /1\.\d+/.exec(version)?.[0] ?? version;
}

/** True for what names one Go and no other: `1.26.8`, `1.27rc1`. */
export function isExact(asked: string): boolean {
  return /^1\.\d+(\.\d+|(rc|beta)\d+)$/.test(asked);
}
