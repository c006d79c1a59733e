/** What is in an archive, in its order. */
export interface TarVisitor {
  /** A regular file begins; `mtime` in seconds since 1970. */
  file(path: string, mode: number, mtime: number): void;
  /** The next bytes of the file. They are the caller's again after the call. */
  data(bytes: Buffer): void;
  /** The file is whole. */
  end(): void;
}

const block = 512;
const damaged = "this is no tar archive, or it is damaged";
/** Names and times of one entry: nothing honest has more. */
const maxHeaderBytes = 1024 * 1024;

/**
 * Reads a tar archive while it arrives: regular files and directories, in POSIX's format with its extended headers and in GNU's with long names, as GNU tar and
 * bsdtar write them. Throws for everything else an archive may hold, and for one that is damaged.
 */
export class TarReader {
  readonly #visitor: TarVisitor;
  #rest: Buffer = Buffer.alloc(0);
  /** What the bytes are that come next. */
  #inside: "file" | "extended" | "long-name" | null = null;
  #left = 0;
  #padding = 0;
  #collected: Buffer[] = [];
  #extended: ReadonlyMap<string, string> = new Map();
  #longName: string | null = null;
  #ended = false;

  constructor(visitor: TarVisitor) {
    this.#visitor = visitor;
  }

  /** The next bytes of the archive. */
  write(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (!this.#ended) {
      const taken = this.#take(bytes.subarray(at));
      if (taken === 0) break;
      at += taken;
    }
    this.#rest = this.#ended ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
  }

  /** There is no more. Throws when the archive is not whole. */
  finish(): void {
    if (!this.#ended) throw new Error("the archive ends too early");
  }

  /** Uses the beginning of `bytes` and answers how many that were; 0: more have to come first. */
  #take(bytes: Buffer): number {
    if (this.#left > 0) return this.#content(bytes.subarray(0, this.#left));
    if (this.#inside !== null) this.#close();
    if (this.#padding > 0) {
      const skipped = Math.min(this.#padding, bytes.length);
      this.#padding -= skipped;
      return skipped;
    }
    if (bytes.length < block) return 0;
    this.#open(bytes.subarray(0, block));
    return block;
  }

  #content(bytes: Buffer): number {
    if (this.#inside === "file") this.#visitor.data(bytes);
    else this.#collected.push(Buffer.from(bytes));
    this.#left -= bytes.length;
    return bytes.length;
  }

  #close(): void {
    const inside = this.#inside;
    this.#inside = null;
    if (inside === "file") {
      this.#visitor.end();
      return;
    }
    const text = Buffer.concat(this.#collected).toString("utf8");
    this.#collected = [];
    if (inside === "extended") this.#extended = extendedRecords(text);
    else this.#longName = text.replace(/\0.*$/s, "");
  }

  #open(header: Buffer): void {
    if (header.every((byte) => byte === 0)) {
      this.#ended = true;
      return;
    }
    checkSum(header);
    const type = textIn(header, 156, 1);
    if (type === "x" || type === "L") {
      this.#begin(type === "x" ? "extended" : "long-name", header);
      return;
    }
    const [extended, longName] = [this.#extended, this.#longName];
    this.#extended = new Map();
    this.#longName = null;
    const path = extended.get("path") ?? longName ?? nameIn(header);
    if (type === "5") return;
    if (type !== "0" && type !== "") throw new Error(`${path} is neither a file nor a directory`);
    const mtime = Number(extended.get("mtime") ?? numberIn(header, 136, 12));
    this.#visitor.file(path, numberIn(header, 100, 8), mtime);
    this.#begin("file", header, extended.get("size"));
  }

  #begin(inside: "file" | "extended" | "long-name", header: Buffer, size?: string): void {
    const bytes = size === undefined ? numberIn(header, 124, 12) : Number(size);
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new Error(damaged);
    if (inside !== "file" && bytes > maxHeaderBytes) throw new Error(damaged);
    this.#inside = inside;
    this.#left = bytes;
    this.#padding = (block - (bytes % block)) % block;
  }
}

/** `length key=value\n`, the length counting bytes of all of it. */
function extendedRecords(text: string): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    const head = /^(\d+) ([^=\n]+)=/.exec(rest.toString("utf8"));
    const length = Number(head?.[1] ?? 0);
    if (head?.[2] === undefined || length <= head[0].length || length > rest.length) {
      throw new Error(damaged);
    }
    records.set(head[2], rest.toString("utf8", head[0].length, length - 1));
    rest = rest.subarray(length);
  }
  return records;
}

function nameIn(header: Buffer): string {
  const prefix = textIn(header, 257, 6) === "ustar" ? textIn(header, 345, 155) : "";
  return (prefix === "" ? "" : `${prefix}/`) + textIn(header, 0, 100);
}

function textIn(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end);
}

/** Octal digits. Other forms are for sizes and times that no entry of ours has. */
function numberIn(header: Buffer, from: number, length: number): number {
  const text = textIn(header, from, length).trim();
  if (!/^[0-7]*$/.test(text)) throw new Error(damaged);
  return text === "" ? 0 : Number.parseInt(text, 8);
}

/** The sum of all bytes, those of the sum itself counted as spaces. */
function checkSum(header: Buffer): void {
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : (header[at] ?? 0);
  if (sum !== numberIn(header, 148, 8)) throw new Error(damaged);
}
