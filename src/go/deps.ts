import { posix } from "node:path";
import type { Finding } from "../model/report.ts";
import { placeName } from "../text/paths.ts";
import { accessProblem } from "./access.ts";
import { quotedStrings } from "./go-quote.ts";
import { goWords, isOutsideWorkspace, sentenceFirst, withoutProgress } from "./go-words.ts";
import { namedSetting, settingProblem } from "./named-setting.ts";
import { owner, repoPath, type SourceMap } from "./source-map.ts";

export interface DepsOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface DepsOptions extends SourceMap {
  /** Directory of the module, relative to the repository. */
  readonly cwd: string;
  /** Path of the go.work that covers it, relative to the repository. */
  readonly goWork?: string | null;
}

export interface DepsResult {
  readonly findings: readonly Finding[];
  /** One sentence; null when everything is there. */
  readonly failedBecause: string | null;
  /** A server did not answer or a setting keeps Go from working, and nothing but that is wrong: no fault of the repository. */
  readonly environment: boolean;
}

/** Reads the output of `go list -e -deps -test -f <depsTemplate> <patterns>`. */
export function parseDeps({ stdout, stderr, exitCode }: DepsOutput, options: DepsOptions): DepsResult {
  const missing = uniqueOf(
    stdout
      .split("\n")
      .map(readLine)
      .filter((entry) => entry !== null),
  );
  const findings = missing.map((entry) => missingFinding(entry, options));
  if (exitCode !== 0) findings.push(...goFindings(stderr, exitCode, options));
  return conclude(findings);
}

/** Reads the output of `go mod verify`, which names modules whose files differ from what was downloaded. */
export function parseModVerify({ stdout, stderr, exitCode }: DepsOutput, options: DepsOptions): DepsResult {
  if (exitCode === 0) return conclude([]);
  const modified = `${stdout}\n${stderr}`.split(/\r?\n/).filter((line) => / (?:dir|zip) has been modified /.test(line));
  if (modified.length === 0) return conclude(goFindings(stderr, exitCode, options));
  return conclude(modified.map((line) => deps("a downloaded module has been modified", withRemedy(line))));
}

function conclude(findings: readonly Finding[]): DepsResult {
  return {
    findings,
    failedBecause: failureReason(findings),
    environment: findings.length > 0 && findings.every(({ message }) => isEnvironment(message)),
  };
}

function isEnvironment(message: string): boolean {
  return network.test(message) || named(message) || accessProblem(message)?.environment === true;
}

function named(message: string): boolean {
  return namedSetting(message) !== null;
}

interface Missing {
  readonly importPath: string;
  readonly position: string;
  readonly error: string;
  readonly importedBy: string;
}

function readLine(line: string): Missing | null {
  const [importPath, position, error, importedBy = ""] = quotedStrings(line);
  if (importPath === undefined || position === undefined || error === undefined) return null;
  return { importPath, position, error, importedBy };
}

/** A package and its test variants miss the same import. */
function uniqueOf(entries: readonly Missing[]): readonly Missing[] {
  const seen = new Map(entries.map((entry) => [`${entry.importPath}\n${entry.position}`, entry]));
  return [...seen.values()];
}

function missingFinding(entry: Missing, options: DepsOptions): Finding {
  if (isOutsideWorkspace(entry.error)) return outsideWorkspace(entry.error, options);
  const at = /^(.+?):(\d+)(?::(\d+))?$/.exec(entry.position);
  const path = at?.[1] === undefined ? null : repoPath(options, at[1], options.cwd);
  const by = entry.importedBy === "" || path !== null ? "" : `\nimported by ${entry.importedBy}`;
  const unsummed = entry.error.includes("missing go.sum entry");
  const cause = named(entry.error) ? goWords(entry.error).said : accessProblem(entry.error)?.cause;
  const title = unsummed
    ? `go.sum has no entry for ${entry.importPath}`
    : `cannot find ${entry.importPath}${cause === undefined ? "" : `: ${cause}`}`;
  const remedy = inRepository(entry, options);
  const message = remedy === null ? withRemedy(entry.error + by) : `${entry.error}${by}\n${remedy}`;
  return deps(title, message, path === null ? undefined : { path, line: at?.[2], column: at?.[3] });
}

/** What to do about a package of a module of this repository; null for all others. */
function inRepository({ importPath, error }: Missing, options: DepsOptions): string | null {
  const module = owner(options, importPath);
  if (module === null || notReplaced.test(error)) return null;
  if (module.dir === options.cwd) return "add the package to this module, or correct its path";
  const seen = (options.goWork ?? null) !== null || error.includes("does not contain package");
  if (seen) return `add the package to the module in ${module.dir}, or correct its path`;
  const path = posix.relative(options.cwd, module.dir);
  const local = path.startsWith("../") ? path : `./${path}`;
  return `${module.path} is the module in ${module.dir}: publish it and require that version, or add \`replace ${module.path} => ${local}\` to go.mod`;
}

function outsideWorkspace(error: string, options: DepsOptions): Finding {
  const { said } = goWords(error);
  const title = `go.work does not list the module in ${placeName(options.cwd)}: ${said.replace(/^pattern \S+: /, "")}`;
  const remedy = "run `go work use .` in the module's directory and commit go.work";
  return deps(title, `${error}\n${remedy}`, workPlace(options));
}

function workPlace({ goWork }: DepsOptions): { readonly path: string } | undefined {
  return goWork === undefined || goWork === null ? undefined : { path: goWork };
}

/** What `go` itself said before it gave up: a broken go.mod, vendoring that does not fit, a checksum that differs. */
function goFindings(stderr: string, exitCode: number | null, options: DepsOptions): readonly Finding[] {
  const text = withoutProgress(stderr).trim();
  const ended = `go has ended with ${exitCode === null ? "a signal" : `exit code ${exitCode}`}`;
  if (text === "") return [deps(ended, "without a message")];
  const setting = namedSetting(text);
  if (setting !== null) return [deps(settingProblem(setting, titleOf(text)), text)];
  const placed = [
    ...text.matchAll(/^(?:go: )?((?:[A-Za-z]:[\\/])?[^:\s]*go\.(?:mod|sum|work)):(\d+)(?::(\d+))?: (.+)$/gm),
  ];
  if (placed.length > 0) {
    return placed.map(([, file = "", line, column, message = ""]) => {
      const path = repoPath(options, file, options.cwd);
      const title = unreadable(text) ?? message.slice(0, titleLimit);
      return deps(title, message, path === null ? undefined : { path, line, column });
    });
  }
  return [deps(titleOf(text), withRemedy(sentenceFirst(text)), fileAtFault(text, options))];
}

function deps(
  title: string,
  message: string,
  at?: { readonly path: string; readonly line?: string | undefined; readonly column?: string | undefined },
): Finding {
  const place = { path: at?.path ?? null, line: positive(at?.line), column: positive(at?.column) };
  return { source: "deps", severity: "error", ...place, title, message };
}

/** The file to look at when Go names no line. */
function fileAtFault(text: string, options: DepsOptions): { readonly path: string } | undefined {
  if (/\bgo\.work\b|\bin workspace$/.test(goWords(text).said) || vendorsWork(text)) return workPlace(options);
  const name = text.includes("checksum mismatch") || /missing go\.sum entry/.test(text) ? "go.sum" : "go.mod";
  const path = repoPath(options, name, options.cwd);
  return path === null ? undefined : { path };
}

function vendorsWork(text: string): boolean {
  return text.includes("inconsistent vendoring") && /\bgo work vendor\b/.test(text);
}

/** Characters of a title. */
const titleLimit = 200;

function unreadable(text: string): string | null {
  const file = /errors parsing (?:\S*[\\/])?(go\.(?:mod|work|sum)):/.exec(text)?.[1];
  return file === undefined ? null : `${file} cannot be read`;
}

function titleOf(text: string): string {
  if (text.includes("inconsistent vendoring")) return `vendor does not fit ${vendorsWork(text) ? "go.work" : "go.mod"}`;
  if (text.includes("checksum mismatch")) return "checksum mismatch";
  const access = accessProblem(text);
  if (access !== null) return `cannot fetch ${/^(?:go: )?(\S+@\S+?):/m.exec(text)?.[1] ?? "a module"}: ${access.cause}`;
  // The first sentence of everything else says what is wrong; a command that it advises is never cut off.
  const { said, more } = goWords(text);
  const advice = more === "" || more.length > titleLimit / 2 ? "" : `: ${more}`;
  return unreadable(text) ?? said.slice(0, titleLimit - advice.length) + advice;
}

const notReplaced = /replacement directory .* does not exist/;
const remedies: readonly (readonly [RegExp, string])[] = [
  [/\bgo work vendor\b/, "run `go work vendor` and commit the result"],
  [
    /cannot load module .* listed in go\.work file: open /,
    "commit the directory with its go.mod, or take it out of go.work with `go work edit -dropuse=<directory>`",
  ],
  [/inconsistent vendoring|import lookup disabled by -mod=vendor/, "run `go mod vendor` and commit the result"],
  [/checksum mismatch/, "find out why the module has changed before you accept its new checksum"],
  [/directory not found|no such file or directory|matched no packages/, "correct the pattern in `packages`"],
  [/go work use/, "run it in the directory of go.work, and commit go.work"],
  [/has been modified/, "run `go clean -modcache` and download it again"],
  [/is not in std/, "correct the import path: a module's path begins with a host name"],
  [notReplaced, "correct the `replace` in go.mod, or commit the directory"],
  [
    /missing go\.sum entry|no required module provides package|updates to go\.(?:mod|sum) needed/,
    "run `go mod tidy` and commit go.mod and go.sum",
  ],
];

function withRemedy(message: string): string {
  const remedy = accessProblem(message)?.remedy ?? remedies.find(([pattern]) => pattern.test(message))?.[1];
  return remedy === undefined ? message : `${message}\n${remedy}`;
}

/** Messages of Go's net and net/http packages, and of the module proxy client for an answer that is no answer. */
const network =
  /dial (?:tcp|udp)|no such host|i\/o timeout|TLS handshake|connection re(?:fused|set)|server misbehaving|: EOF\b|\b(?:429|5\d\d) [A-Z][a-z]+|context deadline exceeded|module lookup disabled by GOPROXY=off/;

function failureReason(findings: readonly Finding[]): string | null {
  const first = findings[0];
  if (first === undefined) return null;
  const titles = [...new Set(findings.map((finding) => finding.title))];
  const more = titles.length > 3 ? `, and ${titles.length - 3} more` : "";
  return titles.slice(0, 3).join(", ") + more;
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 1 ? value : null;
}
