import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Duplex, type Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { hasCode } from "../errors.ts";
import { TarReader } from "./tar-reader.ts";

/** How an archive is compressed; `program`: absolute path of a zstd that can be run where Node has none. */
export type Compression = { readonly name: "gzip" } | { readonly name: "zstd"; readonly program: string };

export interface UnpackRequest {
  /** The archive, as it arrives. */
  readonly source: Readable;
  readonly compression: Compression;
  /** Absolute; must not exist. Everything in the archive has to lie below a directory of this name. */
  readonly dir: string;
  /** Of the archive without compression. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/**
 * Unpacks an archive while it arrives. Only regular files and directories below `dir` come out of it, with their modes and times; anything else throws, as does an
 * archive that is not whole. What is there then is part of it.
 */
export async function unpack({ source, compression, dir, maxBytes, signal }: UnpackRequest): Promise<void> {
  const sink = treeSink(dir, maxBytes);
  const decompressor = compression.name === "gzip" ? zlib.createGunzip() : nodeZstd();
  if (decompressor !== null) return await pipeline(source, decompressor, sink, { signal });
  if (compression.name === "zstd") await throughProgram(compression.program, source, sink, signal);
}

/** Node has zstd since 22.15. */
function nodeZstd(): Duplex | null {
  const create: unknown = Reflect.get(zlib, "createZstdDecompress");
  const made: unknown = typeof create === "function" ? create() : null;
  return made instanceof Duplex ? made : null;
}

async function throughProgram(program: string, source: Readable, sink: Writable, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const all = AbortSignal.any([signal, stop.signal]);
  const child = spawn(program, ["-d", "-c"], { stdio: ["pipe", "pipe", "ignore"], signal: all, windowsHide: true });
  const ended = once(child, "exit").then(([code]) => {
    if (code !== 0) throw new Error("the archive cannot be decompressed");
  });
  const works = [
    pipeline(source, child.stdin, { signal: all }),
    pipeline(child.stdout, sink, { signal: all }),
    ended,
  ] as const;
  for (const work of works) work.catch(() => stop.abort());
  const failures = (await Promise.allSettled(works)).flatMap((work) =>
    work.status === "rejected" ? [work.reason] : [],
  );
  // What the others say when one has ended is not why.
  const consequence = (error: unknown): boolean =>
    hasCode(error, "EPIPE", "ECONNRESET", "ABORT_ERR", "ERR_STREAM_PREMATURE_CLOSE");
  if (failures.length > 0) throw failures.find((error) => !consequence(error)) ?? failures[0];
}

/** Writes the archive's files at once, one after the other: there are tens of thousands, and each is small. */
class Tree {
  readonly #dir: string;
  readonly #made = new Set<string>();
  #open: { readonly descriptor: number; readonly mtime: number } | null = null;

  constructor(dir: string) {
    this.#dir = dir;
  }

  file(path: string, mode: number, mtime: number): void {
    const target = placeIn(this.#dir, path);
    const parent = dirname(target);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    this.#open = { descriptor: openSync(target, "wx", mode & 0o777), mtime };
  }

  data(bytes: Uint8Array): void {
    if (this.#open === null) return;
    const { descriptor } = this.#open;
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  }

  end(): void {
    if (this.#open === null) return;
    const { descriptor, mtime } = this.#open;
    this.#open = null;
    try {
      futimesSync(descriptor, mtime, mtime);
    } finally {
      closeSync(descriptor);
    }
  }
}

function treeSink(dir: string, maxBytes: number): Writable {
  const tree = new Tree(dir);
  const reader = new TarReader(tree);
  let bytes = 0;
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      done(
        problemOf(() => {
          if (bytes > maxBytes) throw new Error("the archive is larger than any that is saved");
          reader.write(chunk);
        }),
      );
    },
    final: (done) => done(problemOf(() => reader.finish())),
    destroy: (error, done) => {
      done(error ?? problemOf(() => tree.end()));
    },
  });
}

function problemOf(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Where a path of the archive lies; throws for one that leads out of the directory, on any system. */
function placeIn(dir: string, path: string): string {
  const [first, ...parts] = path.replace(/^\.\//, "").split("/");
  const odd = (part: string): boolean => part === "" || part === "." || part === ".." || part.includes("\0");
  const foreign = (part: string): boolean => process.platform === "win32" && /[\\:]/.test(part);
  const name = basename(dir);
  if (first !== name || parts.length === 0 || parts.some((part) => odd(part) || foreign(part))) {
    throw new Error(`${JSON.stringify(path)} does not lie in ${name}`);
  }
  return join(dir, ...parts);
}
