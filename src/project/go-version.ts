import type { GoWork, Module, Project } from "../model/project.ts";

/** Oldest Go the pipeline supports: packages without tests count in coverage since 1.22 (https://go.dev/doc/go1.22#go-command). */
export const oldestGo = "1.22";

/**
 * Numbers of a Go version: `go1.26.8`, `1.26`, `1.26rc1`, `1.26.8-custom` and `devel go1.28-abcdef` all work; a missing part is null. A development version
 * is for Go too no more than the language version of its branch (local in cmd/go/internal/gover, Go 1.26.8).
 */
function versionParts(version: string): readonly [number, number | null, number | null, string] {
  const match = /^(?:devel )?(?:go)?(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:rc|beta)\d+)?/.exec(version);
  const part = (index: number): number | null => (match?.[index] === undefined ? null : Number(match[index]));
  return [part(1) ?? 0, part(2), part(3), match?.[4] ?? ""];
}

/**
 * Compares as Go does (https://go.dev/ref/mod#versions): 1.21 < 1.21rc1 < 1.21.0 < 1.21.1. Negative, zero or positive.
 */
export function compareGo(a: string, b: string): number {
  const [majorA, minorA, patchA, preA] = versionParts(a);
  const [majorB, minorB, patchB, preB] = versionParts(b);
  const rank = (patch: number | null, pre: string): number => (patch !== null ? 2 : pre !== "" ? 1 : 0);
  return (
    majorA - majorB ||
    (minorA ?? 0) - (minorB ?? 0) ||
    rank(patchA, preA) - rank(patchB, preB) ||
    (patchA ?? 0) - (patchB ?? 0) ||
    preA.localeCompare(preB, "en", { numeric: true })
  );
}

/** True when `actual` is what `go-version` asks: `1.25` means any 1.25.x, `1.25.3` and `1.26rc1` that one only. */
export function satisfiesGo(actual: string, asked: string): boolean {
  const [major, minor, patch, pre] = versionParts(actual);
  const [askedMajor, askedMinor, askedPatch, askedPre] = versionParts(asked);
  if (major !== askedMajor || minor !== askedMinor) return false;
  return (askedPatch === null && askedPre === "") || (patch === askedPatch && pre === askedPre);
}

/** The input that says which Go is asked for, where one does. */
export function askedBy({ goVersionFile }: { readonly goVersionFile: string | null }): string {
  return goVersionFile === null ? "go-version" : `go-version-file (${goVersionFile})`;
}

/**
 * Whether Go takes another toolchain than its own, by GOTOOLCHAIN: `auto`, `path`, or a name with one of them behind a plus. Otherwise `toolchain` lines mean
 * nothing (https://go.dev/doc/toolchain#select). Empty: nobody says, so that Go's default counts.
 */
export function takesToolchains(gotoolchain: string): boolean {
  return gotoolchain === "" || /(?:^|\+)(?:auto|path)$/.test(gotoolchain);
}

/** The newer of the toolchain that is installed and the one that go.mod asks for: the go command switches to it. */
export function effectiveGo(installed: string, wanted: string | null): string {
  return wanted !== null && compareGo(wanted, installed) > 0 ? `go${wanted}` : installed;
}

/**
 * The highest of the `go` and `toolchain` lines of all modules and go.work files, with the line it comes from; `go` lines alone where Go takes no other
 * toolchain. In a workspace Go reads the `toolchain` line of go.work alone (modGoToolchain in cmd/go/internal/toolchain, Go 1.26.8).
 */
export function wantedGo(
  modules: readonly Pick<Module, "dir" | "go" | "toolchain" | "workspace">[],
  workspaces: readonly GoWork[],
  gotoolchain = "",
): Project["wantedGo"] {
  const file = (dir: string): string => (dir === "." ? "go.mod" : `${dir}/go.mod`);
  const lines = [
    ...modules.map(({ dir, go, toolchain, workspace }) => {
      return { go, toolchain: workspace === null ? toolchain : null, file: file(dir) };
    }),
    ...workspaces.map(({ path, go, toolchain }) => ({ go, toolchain, file: path })),
  ].flatMap(({ go, toolchain, file }) => [
    { version: go, source: `go line of ${file}` },
    { version: takesToolchains(gotoolchain) ? toolchain : null, source: `toolchain line of ${file}` },
  ]);
  let highest: { version: string; source: string } | null = null;
  for (const { version, source } of lines) {
    if (version === null || !/^(go)?\d/.test(version)) continue;
    const plain = version.replace(/^go/, "");
    if (highest === null || compareGo(plain, highest.version) > 0) highest = { version: plain, source };
  }
  return highest;
}

/** The version of that line; null when no file says. */
export function linesOf(
  { modules, workspaces }: Pick<Project, "modules" | "workspaces">,
  gotoolchain: string,
): string | null {
  return wantedGo(modules, workspaces, gotoolchain)?.version ?? null;
}

/** The toolchain that GOTOOLCHAIN itself names: `go1.27.4`, `go1.27.4+auto`; null: none. */
export function ownToolchain(gotoolchain: string): string | null {
  return /^(go\d[^+]*)/.exec(gotoolchain)?.[1] ?? null;
}

/** Whether a version is what is wanted or newer; null: nothing is. */
export function notOlder(version: string, wanted: string | null): boolean {
  return wanted === null || compareGo(version, wanted) >= 0;
}

/** A version as GOTOOLCHAIN takes it; null for one that it cannot name: a development version, one with experiments. */
export function toolchainName(version: string): string | null {
  return /^go1\.\d+(?:\.\d+|rc\d+|beta\d+)*$/.test(version) ? version : null;
}
