import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { Header } from "tar";
import { describe, expect, it } from "vitest";
import { TarReader } from "../../../src/files/tar-reader.ts";
import { unpack } from "../../../src/files/unpack.ts";
import { directory } from "../../support/repository.ts";

const gzip = { name: "gzip" } as const;
const zstd = { name: "zstd", program: execFileSync("which", ["zstd"], { encoding: "utf8" }).trim() } as const;

/** Names of both kinds of headers: some fit in one field, some need two, some an extended header. */
const deep = "mod/github.com/!octo/tool@v1.0.0";
const files: Readonly<Record<string, string>> = {
  "caches/build/5a/x-a": "action",
  "caches/build/empty": "",
  [`caches/${deep}/${"a/".repeat(40)}go.mod`]: "module a\n",
  [`caches/${deep}/${"long-name-".repeat(20)}é.go`]: "x".repeat(70_000),
};

function packed(format: string, tree = directory(files)): Buffer {
  return execFileSync("tar", ["-c", `--format=${format}`, "-f", "-", "-C", tree, "caches"], { maxBuffer: 1e9 });
}

async function unpacked(
  archive: Buffer,
  compression: typeof gzip | typeof zstd = gzip,
  maxBytes = 1e9,
): Promise<string> {
  const base = directory({});
  const source = Readable.from([archive], { objectMode: false });
  const { signal } = new AbortController();
  await unpack({ source, compression, dir: join(base, "caches"), maxBytes, signal });
  return base;
}

function treeOf(base: string): Readonly<Record<string, string>> {
  const found = readdirSync(base, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(base, name)).isFile(),
  );
  return Object.fromEntries(found.map((name) => [name, readFileSync(join(base, name), "utf8")]));
}

/** An archive of one entry and its end. */
function entry(fields: ConstructorParameters<typeof Header>[0], content = ""): Buffer {
  const header = new Header({
    mode: 0o644,
    size: content.length,
    mtime: new Date(0),
    ...(fields instanceof Buffer ? {} : fields),
  });
  const block = Buffer.alloc(512);
  header.encode(block);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([block, body, Buffer.alloc(1024)]);
}

describe("an archive", () => {
  it.each(["posix", "gnu"])("of tar's format %s comes out as it went in", async (format) => {
    const tree = directory(files);
    chmodSync(join(tree, "caches/build/5a/x-a"), 0o555);
    utimesSync(join(tree, "caches/build/5a/x-a"), 1_000, 1_000);
    const base = await unpacked(gzipSync(packed(format, tree)));
    expect(treeOf(base)).toEqual(files);
    const { mode, mtimeMs } = statSync(join(base, "caches/build/5a/x-a"));
    expect([mode & 0o777, mtimeMs]).toEqual([0o555, 1_000_000]);
  });

  it("may be compressed by zstd", async () => {
    const archive = execFileSync("zstd", ["-c"], { input: packed("posix"), maxBuffer: 1e9 });
    expect(treeOf(await unpacked(archive, zstd))).toEqual(files);
  });

  it("is the same in whatever pieces it arrives", () => {
    const archive = packed("posix");
    const read = (size: number): readonly string[] => {
      const seen: string[] = [];
      let text = "";
      const reader = new TarReader({
        file: (path, mode, mtime) => seen.push(`${path} ${mode} ${mtime}`),
        data: (bytes) => (text += bytes.toString("latin1")),
        end: () => seen.push(text),
      });
      for (let at = 0; at < archive.length; at += size) reader.write(archive.subarray(at, at + size));
      reader.finish();
      return seen;
    };
    const whole = read(archive.length);
    expect(whole).toHaveLength(8);
    for (const size of [1, 511, 512, 513, 10_000]) expect(read(size)).toEqual(whole);
  });

  it("that is cut anywhere is refused", async () => {
    const archive = packed("posix");
    for (let tenth = 0; tenth < 10; tenth++) {
      // What follows the end of the entries is padding.
      const cut = archive.subarray(0, Math.floor(((archive.length - 10_240) * tenth) / 10));
      await expect(unpacked(gzipSync(cut))).rejects.toThrow("the archive ends too early");
    }
  });

  it.each(["gzip", "zstd"] as const)("that is cut while compressed by %s is refused", async (name) => {
    const tar = packed("posix");
    const archive = name === "gzip" ? gzipSync(tar) : execFileSync("zstd", ["-c"], { input: tar, maxBuffer: 1e9 });
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = archive.subarray(0, Math.floor((archive.length * tenth) / 10));
      await expect(unpacked(cut, name === "gzip" ? gzip : zstd)).rejects.toThrow();
    }
  });
});

describe("refused is", () => {
  it.each([
    ["/caches/x", /does not lie in caches/],
    ["caches/../../x", /does not lie in caches/],
    ["caches/./x", /does not lie in caches/],
    ["caches//x", /does not lie in caches/],
    ["other/x", /does not lie in caches/],
    ["caches", /does not lie in caches/],
    ["../caches/x", /does not lie in caches/],
  ])("a file at %s", async (path, reason) => {
    await expect(unpacked(gzipSync(entry({ path, type: "File" }, "x")))).rejects.toThrow(reason);
  });

  it.each(["SymbolicLink", "Link", "CharacterDevice", "FIFO", "GlobalExtendedHeader"] as const)(
    "a %s",
    async (type) => {
      const archive = gzipSync(entry({ path: "caches/x", type, linkpath: "/etc/passwd" }));
      await expect(unpacked(archive)).rejects.toThrow("caches/x is neither a file nor a directory");
    },
  );

  it("what tar makes of links", async () => {
    const tree = directory({ "caches/a": "a" });
    symlinkSync("/etc/passwd", join(tree, "caches/link"));
    await expect(unpacked(gzipSync(packed("posix", tree)))).rejects.toThrow("caches/link is neither");
    const hard = directory({ "caches/a": "a" });
    linkSync(join(hard, "caches/a"), join(hard, "caches/b"));
    await expect(unpacked(gzipSync(packed("posix", hard)))).rejects.toThrow("is neither a file nor a directory");
  });

  it("a second file of the same name", async () => {
    const one = entry({ path: "caches/x", type: "File" }, "x").subarray(0, 1024);
    await expect(unpacked(gzipSync(Buffer.concat([one, one, Buffer.alloc(1024)])))).rejects.toThrow("EEXIST");
  });

  it("more than there may be, before it is written", async () => {
    const tree = directory({});
    mkdirSync(join(tree, "caches"));
    writeFileSync(join(tree, "caches/zeros"), Buffer.alloc(20_000_000));
    await expect(unpacked(gzipSync(packed("posix", tree)), gzip, 1_000_000)).rejects.toThrow("larger than any");
  });

  it("garbage", async () => {
    await expect(unpacked(gzipSync(Buffer.alloc(2_000, "garbage")))).rejects.toThrow("no tar archive");
    await expect(unpacked(Buffer.from("garbage"))).rejects.toThrow("incorrect header check");
    await expect(unpacked(Buffer.from("garbage"), zstd)).rejects.toThrow();
  });
});

it("ends when it is told to", async () => {
  const base = directory({});
  const stop = new AbortController();
  const source = new Readable({ read: () => undefined });
  source.push(gzipSync(packed("posix")).subarray(0, 100));
  const work = unpack({ source, compression: gzip, dir: join(base, "caches"), maxBytes: 1e9, signal: stop.signal });
  stop.abort();
  await expect(work).rejects.toThrow(/abort/i);
  expect(existsSync(join(base, "caches/build/5a/x-a"))).toBe(false);
});
