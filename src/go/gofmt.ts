import { posix } from "node:path";
import type { Finding } from "../model/report.ts";
import { shellWord } from "../text/shell.ts";

import { withLfs } from "./lfs.ts";
import { slashes } from "./source-map.ts";

export interface GofmtOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** The files gofmt was given, as it was given them, relative to `dir`. */
  readonly files: readonly string[];
  /** Directory of these files, relative to the repository. */
  readonly dir: string;
}

export interface GofmtResult {
  /** What gofmt would change. */
  readonly files: readonly UnformattedFile[];
  /** Files it could not parse or read. */
  readonly problems: readonly Finding[];
  /** Formats the files, typed in `dir`; in words when it would be too long to be shown whole. Null when there is nothing to format. */
  readonly fix: string | null;
}

/** A cut command would be of no use. */
const fixLimit = 120;

export interface UnformattedFile {
  /** Relative to the repository. */
  readonly path: string;
  /** First line that changes. */
  readonly line: number;
  /** A unified diff, with gofmt's own header. */
  readonly diff: string;
}

/**
 * Reads what `gofmt -l -d <files>` printed. Its exit code says nothing before Go 1.26 and little after: the file names count. They
 * are looked up among those that were given, since a line of a diff may look like anything.
 */
export function parseGofmt({ stdout, stderr, files, dir }: GofmtOutput): GofmtResult {
  const { blocks, strays } = blocksOf(stdout, new Set(files.map(slashes)));
  const unformatted = blocks.map(({ name, lines }) => ({
    path: posix.normalize(posix.join(dir, name)),
    line: firstChange(lines),
    diff: lines.join("\n"),
  }));
  const command = ["gofmt", "-w", ...blocks.map(({ name }) => shellWord(name))].join(" ");
  const fix = command.length > fixLimit ? "gofmt -w on each" : command;
  const problems = [...strays, ...stderr.split(/\r?\n/)].filter((line) => line.trim() !== "");
  return {
    files: unformatted,
    problems: problems.map((line) => problem(line, dir)),
    fix: blocks.length === 0 ? null : fix,
  };
}

interface Block {
  readonly name: string;
  readonly lines: string[];
}

/** A file name on a line of its own, then `diff <name>.orig <name>`, then the diff. `strays`: what precedes the first name. */
function blocksOf(stdout: string, given: ReadonlySet<string>): { blocks: readonly Block[]; strays: readonly string[] } {
  const lines = stdout.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const blocks: Block[] = [];
  const strays: string[] = [];
  lines.forEach((line, at) => {
    const name = slashes(line.replace(/\r$/, ""));
    // Every line of a diff but its first begins with one of ` +-@\`.
    const startsBlock = lines[at + 1]?.startsWith(`diff ${name}.orig `) === true || !/^[ +\-@\\]/.test(line);
    if (given.has(name) && startsBlock) blocks.push({ name, lines: [] });
    else (blocks.at(-1)?.lines ?? strays).push(line);
  });
  return { blocks, strays };
}

function firstChange(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.startsWith("@@ "));
  const first = Number(/^@@ -(\d+)/.exec(lines[at] ?? "")?.[1] ?? 1);
  const change = lines.slice(at + 1).findIndex((line) => /^[-+]/.test(line));
  return Math.max(1, first + Math.max(0, change));
}

/** `file:line:col: message`, or any other complaint. */
function problem(text: string, dir: string): Finding {
  const at = /^((?:[A-Za-z]:[\\/])?[^:]+):(\d+):(\d+): (.*)$/.exec(text);
  const [, name, line, column, message] = at ?? [];
  return {
    source: "format",
    severity: "error",
    path: name === undefined ? null : posix.normalize(posix.join(dir, slashes(name))),
    line: line === undefined ? null : Math.max(1, Number(line)),
    column: column === undefined ? null : Math.max(1, Number(column)),
    title: at === null ? "gofmt" : "syntax error",
    message: withLfs(message ?? text),
  };
}
