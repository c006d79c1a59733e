import type { CoverageBlock, CoverMode } from "../../model/coverage.ts";
import { FileBlocks } from "./blocks.ts";

export interface Profile {
  /** null: nothing was read. */
  readonly mode: CoverMode | null;
  /** By the name in the profile, an import path and a file name as a rule. */
  readonly files: ReadonlyMap<string, FileBlocks>;
  /** What is wrong with it, at the first place; the rest has been read all the same. */
  readonly problem: string | null;
}

export interface ProfileReader {
  line(text: string): void;
  /** The same for lines of UTF-8 as they lie in a file, each with its line end. */
  lines(bytes: Buffer): void;
  end(): Profile;
}

/** Reads what `-coverprofile` wrote, line by line; equal blocks are merged while reading. Never throws. */
export function createProfileReader(): ProfileReader {
  const files = new Map<string, FileBlocks>();
  let mode: CoverMode | null = null;
  let problem: string | null = null;
  let number = 0;
  let name = "";
  let blocks = new FileBlocks();

  const readMode = (text: string): void => {
    const value = text.slice("mode: ".length);
    if (!isMode(value)) problem ??= `line ${number}: unknown mode ${JSON.stringify(value)}`;
    // A profile put together from several repeats the line.
    else if (mode !== null && mode !== value) problem ??= `line ${number}: mode ${value} after mode ${mode}`;
    else mode = value;
  };

  const readBlock = (text: string): void => {
    const entry = parseBlock(text);
    if (mode === null) problem ??= `line ${number}: no mode line`;
    else if (entry === null) problem ??= `line ${number} is not a block: ${JSON.stringify(text.slice(0, 200))}`;
    else if (!blocksOf(entry.name).add(entry.block, mode)) {
      problem ??= `line ${number}: the number of statements has changed`;
    }
  };

  /** Blocks of one file follow each other, as a rule. */
  const blocksOf = (file: string): FileBlocks => {
    if (file !== name || !files.has(file)) {
      name = file;
      blocks = files.get(file) ?? new FileBlocks();
      files.set(file, blocks);
    }
    return blocks;
  };

  /** Bytes of `name` and the colon behind it. */
  let prefix: Buffer = Buffer.alloc(0);

  /** A further block of the same file: most lines by far, and a tenth of the time that a text takes. Answers where the next line begins; 0 for anything else. */
  const nextBlock = (bytes: Buffer, start: number): number => {
    if (mode === null || name === "" || !startsWith(bytes, start, prefix)) return 0;
    const next = readNumbers(bytes, start + prefix.length);
    if (next === 0) return 0;
    number += 1;
    if (!blocks.add(found, mode)) problem ??= `line ${number}: the number of statements has changed`;
    return next;
  };

  const lines = (bytes: Buffer): void => {
    for (let start = 0; start < bytes.length; ) {
      const next = nextBlock(bytes, start);
      start = next === 0 ? nextLine(bytes, start) : next;
    }
  };

  const nextLine = (bytes: Buffer, start: number): number => {
    const found = bytes.indexOf(lineEnd, start);
    const end = found < 0 ? bytes.length : found;
    const before = name;
    line(bytes.toString("utf8", start, bytes[end - 1] === carriageReturn ? end - 1 : end));
    if (name !== before) prefix = Buffer.from(`${name}:`);
    return end + 1;
  };

  const line = (text: string): void => {
    number += 1;
    if (text.startsWith("mode: ")) readMode(text);
    else if (text !== "") readBlock(text);
  };

  return { line, lines, end: () => ({ mode, files, problem }) };
}

const blockFields = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;

function parseBlock(text: string): { name: string; block: CoverageBlock } | null {
  const match = blockFields.exec(text);
  if (match?.[1] === undefined) return null;
  const block: CoverageBlock = {
    startLine: Number(match[2]),
    startColumn: Number(match[3]),
    endLine: Number(match[4]),
    endColumn: Number(match[5]),
    statements: Number(match[6]),
    count: Number(match[7]),
  };
  return Math.max(block.startLine, block.endLine, block.statements) > 0x7fff_ffff ? null : { name: match[1], block };
}

function isMode(value: string): value is CoverMode {
  return value === "set" || value === "count" || value === "atomic";
}

const lineEnd = 0x0a;
const carriageReturn = 0x0d;
const digits = { first: 0x30, last: 0x39 };
/** Behind the numbers of a block: `12.3,14.5 1 0`. */
const separators = Buffer.from(".,.  \n");
/** Numbers with more digits are left to those who read texts. */
const maxDigits = 9;

function startsWith(bytes: Buffer, start: number, prefix: Buffer): boolean {
  // From its end: that is where the names of a package differ.
  for (let at = prefix.length - 1; at >= 0; at--) if (bytes[start + at] !== prefix[at]) return false;
  return true;
}

/** What was read last: there are millions of blocks, and none is kept as it is. */
const found = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0, statements: 0, count: 0 };
const numbers = new Int32Array(separators.length);

/** Reads the block behind the name of its file. Answers where the next line begins; 0 for anything unusual. */
function readNumbers(bytes: Buffer, start: number): number {
  let at = start;
  for (let index = 0; index < separators.length; index++) {
    const first = at;
    let value = 0;
    for (let byte = bytes[at] ?? 0; byte >= digits.first && byte <= digits.last; byte = bytes[++at] ?? 0) {
      value = value * 10 + byte - digits.first;
    }
    if (at === first || at - first > maxDigits || bytes[at++] !== separators[index]) return 0;
    numbers[index] = value;
  }
  found.startLine = numbers[0] ?? 0;
  found.startColumn = numbers[1] ?? 0;
  found.endLine = numbers[2] ?? 0;
  found.endColumn = numbers[3] ?? 0;
  found.statements = numbers[4] ?? 0;
  found.count = numbers[5] ?? 0;
  return at;
}
