import { skipHereDocuments } from "./here-documents.ts";

/** What a Dockerfile says, as far as planning, reports and hints need it: https://docs.docker.com/reference/dockerfile/ */
export interface Dockerfile {
  /** Relative to the repository, slashes. */
  readonly path: string;
  readonly instructions: readonly Instruction[];
  /** Line of `# syntax=`, counted from 1; null without one. */
  readonly syntaxLine: number | null;
  /** Parser directives, names lower case, in their order. */
  readonly directives: readonly Directive[];
}

export interface Instruction {
  /** First line, counted from 1. */
  readonly line: number;
  /** Upper case: `FROM`, `RUN`, … */
  readonly keyword: string;
  /** The rest with continuation lines joined, blanks made one, comments and here-documents left out. */
  readonly value: string;
  /** Index of the build stage it belongs to; -1 before the first FROM. */
  readonly stage: number;
}

/** Splits a Dockerfile into instructions. Lenient: BuildKit is the judge of its syntax. */
export function parseDockerfile(path: string, text: string): Dockerfile {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const directives = parserDirectives(lines);
  const escaper = directives.find(({ name }) => name === "escape")?.value ?? "\\";
  const instructions: Instruction[] = [];
  let stage = -1;
  for (let at = 0; at < lines.length; ) {
    const read = readInstruction(lines, at, escaper);
    at = read.next;
    const match = /^([A-Za-z]+)(?:\s+([\s\S]*))?$/.exec(read.text);
    if (match?.[1] === undefined) continue;
    const keyword = match[1].toUpperCase();
    if (keyword === "FROM") stage++;
    instructions.push({ line: read.line, keyword, value: (match[2] ?? "").trim(), stage });
  }
  const syntaxLine = directives.find(({ name }) => name === "syntax")?.line ?? null;
  return { path, instructions, syntaxLine, directives };
}

export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** Parser directives stand before everything else: `# escape=\``. */
function parserDirectives(lines: readonly string[]): readonly Directive[] {
  const found: Directive[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name, value = ""] = /^#\s*([A-Za-z]+)\s*=\s*(\S.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) break;
    found.push({ name: name.toLowerCase(), value, line: index + 1 });
  }
  return found;
}

interface ReadInstruction {
  readonly text: string;
  readonly line: number;
  readonly next: number;
}

/** Lines are joined as they are, without a space between them: https://github.com/moby/buildkit/blob/v0.27.1/frontend/dockerfile/parser/parser.go. */
function readInstruction(lines: readonly string[], from: number, escaper: string): ReadInstruction {
  const parts: string[] = [];
  let at = from;
  let line = from + 1;
  while (at < lines.length) {
    const raw = (lines[at] ?? "").trimEnd();
    at++;
    if (/^\s*(#|$)/.test(raw)) {
      if (parts.length === 0) return { text: "", line, next: at };
      continue;
    }
    if (parts.length === 0) line = at;
    const continued = raw.endsWith(escaper) && raw.at(-2) !== escaper;
    parts.push(continued ? raw.slice(0, -1) : raw);
    if (!continued) break;
  }
  const joined = parts.join("");
  const text = joined.replace(/\s+/g, " ").trim();
  return { text, line, next: skipHereDocuments(lines, at, joined) };
}
