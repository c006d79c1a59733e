import type { EmbeddedInfo, UsedModule } from "./embedded-info.ts";

/** What is known of a program that was built twice, of the first time and then of the second. */
export interface Twice<T> {
  readonly first: T;
  readonly again: T;
}

/** Where two files have other bytes, and the text around it; null: no text. */
export interface Place {
  readonly at: number;
  readonly text: Twice<string> | null;
}

export interface Differing {
  /** null: Go wrote nothing into it, or nothing that is found. */
  readonly info: Twice<EmbeddedInfo | null>;
  /** As `go tool buildid` prints it; null: it has none. */
  readonly buildId: Twice<string | null>;
  /** The first that is no build id; null: only that differs. */
  readonly place: Place | null;
}

/** Why two programs are not the same, as far as they tell it: sentences, one a line. */
export function explainDifference({ info, buildId, place }: Differing): string {
  const cgo = info.again?.settings.get("CGO_ENABLED") === "1";
  return [
    infoWords(info),
    actionWords(buildId),
    ...(place === null ? [] : [placeWords(place)]),
    ...(cgo
      ? ["cgo is on: a C compiler or linker can leave times (`__DATE__`, `__TIME__`), paths and random numbers."]
      : []),
  ]
    .filter((words) => words !== null)
    .join("\n");
}

function infoWords({ first, again }: Differing["info"]): string | null {
  if (first === null || again === null) return null;
  const [before, after] = [linesOf(first), linesOf(again)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const other = [...names].filter((name) => before.get(name) !== after.get(name));
  const [key] = other;
  if (key === undefined) return "What `go version -m` prints is the same for both.";
  const said = (lines: ReadonlyMap<string, string>): string => {
    const value = lines.get(key);
    return value === undefined ? "nothing" : `\`${value}\``;
  };
  // Go 1.24 and later make the version of the main module of what git says as well.
  const why = hint(key === "mod" ? (other.find(isStamp) ?? key) : key);
  return `\`go version -m\` differs first in \`${key}\`: ${said(before)}, then ${said(after)}.${why}`;
}

/** What `go version -m` prints, by the words that a line begins with. */
function linesOf({ go, main, modules, settings }: EmbeddedInfo): ReadonlyMap<string, string> {
  return new Map([
    ["go", go],
    ["mod", moduleWords(main)],
    ...modules.map((module) => [`dep ${module.path}`, moduleWords(module)] as const),
    ...[...settings].map(([key, value]) => [`build ${key}`, value] as const),
  ]);
}

function moduleWords({ path, version, sum, replacement }: UsedModule): string {
  const own = [path, version, sum].filter((word) => word !== "").join(" ");
  return replacement === null ? own : `${own} => ${moduleWords({ ...replacement, replacement: null })}`;
}

function isStamp(key: string): boolean {
  return key.startsWith("build vcs");
}

function hint(key: string): string {
  if (isStamp(key)) return " Something changed the working tree between the two builds, or what is checked out.";
  return /^build CGO_/.test(key) ? " The environment of the C compiler was another." : "";
}

/**
 * The four parts of an id are hashes: of what was linked, of what package main was compiled from, of what came of that, and of the program (cmd/go/internal/work/buildid.go of Go
 * 1.26).
 */
function actionWords({ first, again }: Differing["buildId"]): string | null {
  const [linked, compiled, main] = first?.split("/") ?? [];
  const [linkedAgain, compiledAgain, mainAgain] = again?.split("/") ?? [];
  if (linked === undefined || linkedAgain === undefined) return null;
  if (compiled !== compiledAgain) {
    return "By its build id package main was compiled from something else: a source, a file that it embeds, a flag, or a package that it imports.";
  }
  if (main !== mainAgain) return "By its build id the compiler made something else of the same package main.";
  if (linked !== linkedAgain) return "By its build id package main is the same, and another package is not.";
  return "By its build id the same was compiled and linked: what came out depends on something that Go does not know, as an external linker.";
}

function placeWords({ at, text }: Place): string {
  if (text === null) return `The first bytes that differ are at ${at}.`;
  return `The first text that differs is at byte ${at}: \`${text.first}\`, then \`${text.again}\`.`;
}
