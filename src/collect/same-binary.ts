import { type FileHandle, open } from "node:fs/promises";
import { digestFile } from "../files/digest-file.ts";
import { readStart } from "../files/read-start.ts";
import { type Differing, explainDifference, type Place, type Twice } from "../go/binary-difference.ts";
import { headBytes } from "../go/executable.ts";
import { embeddedInfo } from "./embedded-info.ts";

/** What is compared at a time. */
const chunkBytes = 1 << 20;

/** Places that are looked at for a text. */
const mostPlaces = 50;

/** Bytes to either side of a place that are looked at: more than a build id is long. */
const aroundBytes = 100;

/** Characters to either side of a place that are shown. */
const shown = 40;

/** In what a program that was built again is not the one that was built first, with both digests; null: they are the same bytes. */
export async function differenceOf(files: Twice<string>, importPath: string): Promise<string | null> {
  const digests = await both(files, digestFile);
  if (digests.first.sha256 === digests.again.sha256) return null;
  const lines = (["first", "again"] as const).map((name) => {
    const { sha256, size } = digests[name];
    return `${name}: sha256:${sha256}, ${size} bytes`;
  });
  const differing: Differing = {
    info: await both(files, (path) => embeddedInfo(path, importPath)),
    buildId: await both(files, buildIdOf),
    place: await firstPlace(files),
  };
  return [...lines, explainDifference(differing)].join("\n");
}

async function both<T>(files: Twice<string>, read: (path: string) => Promise<T>): Promise<Twice<T>> {
  return { first: await read(files.first), again: await read(files.again) };
}

/** Four hashes of 120 bits in base64url (cmd/go/internal/cache, HashToString). */
const buildId = /[\w-]{20}(?:\/[\w-]{20}){3}/;

/** It stands at the start of a program: the linker puts it there for `go` itself (cmd/internal/buildid). */
async function buildIdOf(path: string): Promise<string | null> {
  return buildId.exec((await readStart(path, headBytes)).toString("latin1"))?.[0] ?? null;
}

/** The first place with a text that differs and is no build id; without one the first place. */
async function firstPlace(files: Twice<string>): Promise<Place | null> {
  return await opened(files.first, (first) =>
    opened(files.again, async (again) => {
      const places = await differingPlaces({ first, again });
      let bytes: Place | null = null;
      for (const at of places) {
        const texts = { first: await textAt(first, at), again: await textAt(again, at) };
        if (buildId.test(texts.first.join("")) || buildId.test(texts.again.join(""))) continue;
        const text = { first: excerpt(texts.first), again: excerpt(texts.again) };
        if (text.first.length > 3 && text.again.length > 3) return { at, text };
        bytes ??= { at, text: null };
      }
      return bytes;
    }),
  );
}

/** Where differing bytes begin. */
async function differingPlaces({ first, again }: Twice<FileHandle>): Promise<readonly number[]> {
  const chunks = { first: Buffer.alloc(chunkBytes), again: Buffer.alloc(chunkBytes) };
  const places: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let start = 0; ; start += chunkBytes) {
    const a = await first.read(chunks.first, 0, chunkBytes, start);
    const b = await again.read(chunks.again, 0, chunkBytes, start);
    const size = Math.max(a.bytesRead, b.bytesRead);
    const same = chunks.first.subarray(0, a.bytesRead).equals(chunks.again.subarray(0, b.bytesRead));
    for (let at = 0; !same && at < size; at++) {
      if (at < Math.min(a.bytesRead, b.bytesRead) && chunks.first[at] === chunks.again[at]) continue;
      if (start + at - last > aroundBytes) places.push(start + at);
      last = start + at;
      if (places.length === mostPlaces) return places;
    }
    if (size < chunkBytes) return places;
  }
}

/** The readable characters before a place, and from it on. */
async function textAt(file: FileHandle, place: number): Promise<readonly [before: string, after: string]> {
  const start = Math.max(0, place - aroundBytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * aroundBytes), 0, 2 * aroundBytes, start);
  const read = buffer.toString("latin1", 0, bytesRead);
  const before = /[\x20-\x7e]*$/.exec(read.slice(0, place - start))?.[0] ?? "";
  const after = /^[\x20-\x7e]*/.exec(read.slice(place - start))?.[0] ?? "";
  return [before, after];
}

/** Empty where the place itself cannot be read. */
function excerpt([before, after]: readonly [string, string]): string {
  return after === "" ? "" : before.slice(-shown) + after.slice(0, shown);
}

async function opened<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
