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

  const line = (text: string): void => {
    number += 1;
    if (text.startsWith("mode: ")) readMode(text);
    else if (text !== "") readBlock(text);
  };

  return { line, end: () => ({ mode, files, problem }) };
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
