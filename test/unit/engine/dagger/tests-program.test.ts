import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const sources = resolve(import.meta.dirname, "../../../../src/engine/dagger/tests");
const base = mkdtempSync(join(tmpdir(), "tests-program-"));
const program = join(base, "program");
let count = 0;

beforeAll(() => {
  const files = ["main.go", "forget.go", "times.go"].map((name) => join(sources, name));
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
  execFileSync("go", ["build", "-o", program, ...files], { env, cwd: base });
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

function scratch(): string {
  const dir = join(base, `${count++}`);
  mkdirSync(dir);
  return dir;
}

function run(args: readonly string[], cache: string): void {
  execFileSync(program, args, { env: { GOCACHE: cache } });
}

/** Nanoseconds by path. */
function timesOf(root: string, ...paths: readonly string[]): Readonly<Record<string, bigint | undefined>> {
  const timeOf = (path: string): bigint | undefined =>
    lstatSync(join(root, path), { bigint: true, throwIfNoEntry: false })?.mtimeNs;
  return Object.fromEntries(paths.flatMap((path) => [[path, timeOf(path)] as const]));
}

describe.runIf(process.platform === "linux")("times of content", () => {
  const paths = [".", "a", "a/a.txt", "a/deep", "a/deep/b.txt", "link"];

  function tree(): string {
    const root = scratch();
    mkdirSync(join(root, "a/deep"), { recursive: true });
    mkdirSync(join(root, ".git"));
    writeFileSync(join(root, ".git/index"), "");
    writeFileSync(join(root, "a/a.txt"), "1");
    writeFileSync(join(root, "a/deep/b.txt"), "2");
    symlinkSync("a/a.txt", join(root, "link"));
    return root;
  }

  /** Which of the paths get another time after an edit. */
  function moved(edit: (root: string) => void): readonly string[] {
    const [before, after] = [tree(), tree()];
    edit(after);
    for (const root of [before, after]) run([root, "0", "image"], scratch());
    const [first, second] = [timesOf(before, ...paths), timesOf(after, ...paths)];
    return paths.filter((path) => second[path] !== undefined && second[path] !== first[path]);
  }

  it("are the same for the same content, long ago and never one for all", () => {
    const root = tree();
    const copy = join(scratch(), "copy");
    cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
    for (const dir of [root, copy]) run([dir, "0", "image"], scratch());
    const times = timesOf(root, ...paths);
    expect(timesOf(copy, ...paths)).toEqual(times);
    expect(new Set(Object.values(times)).size).toBe(paths.length);
    for (const time of Object.values(times)) {
      const year = new Date(Number((time ?? 0n) / 1_000_000n)).getUTCFullYear();
      expect(year >= 2000 && year < 2020, `${year}`).toBe(true);
    }
  });

  it("follow bytes, names and where links lead, and nothing else", () => {
    expect(moved(() => undefined)).toEqual([]);
    expect(moved((root) => writeFileSync(join(root, "a/a.txt"), "3"))).toEqual(["a", "a/a.txt"]);
    expect(moved((root) => writeFileSync(join(root, "a/deep/b.txt"), "3"))).toEqual(["a/deep", "a/deep/b.txt"]);
    expect(moved((root) => writeFileSync(join(root, "a/new.txt"), ""))).toEqual(["a"]);
    expect(moved((root) => chmodSync(join(root, "a/a.txt"), 0o755))).toEqual([]);
    expect(moved((root) => renameSync(join(root, "a/deep"), join(root, "a/deeper")))).toEqual(["a"]);
    const relinked = moved((root) => {
      rmSync(join(root, "link"));
      symlinkSync("a/deep", join(root, "link"));
    });
    expect(relinked).toEqual([".", "link"]);
  });

  it("are none for git's own files, nor where nobody asks for them", () => {
    const root = tree();
    const before = timesOf(root, ".git", ".git/index");
    const all = timesOf(root, ...paths);
    run(["", "0", "image"], scratch());
    expect(timesOf(root, ...paths)).toEqual(all);
    run([root, "0", "image"], scratch());
    expect(timesOf(root, ".git", ".git/index")).toEqual(before);
  });
});

describe.runIf(process.platform === "linux")("results that do not count", () => {
  const expiryOf = (cache: string): bigint => BigInt(readFileSync(join(cache, "testexpire.txt"), "utf8").trim());
  const ago = (ms: number): bigint => BigInt(Date.now() - ms) * 1_000_000n;
  /** The end of the millisecond that Date.now() tells the begin of: the program tells nanoseconds. */
  const agoAtMost = (ms: number): bigint => ago(ms - 1);

  it("are those that are older than they may be, whatever a run forgets less of", () => {
    const cache = scratch();
    writeFileSync(join(cache, "pipeline-tests-image"), "image");
    const [from, hour] = [ago(3_600_000), "3600000"];
    run(["", hour, "image"], cache);
    const first = expiryOf(cache);
    expect(first >= from - 1_000_000n && first < agoAtMost(3_600_000)).toBe(true);
    run(["", "7200000", "image"], cache);
    expect(expiryOf(cache)).toBe(first);
    const now = ago(0);
    run(["", "0", "image"], cache);
    expect(expiryOf(cache) >= now).toBe(true);
  });

  it("are all that another image has made, or nobody knows which", () => {
    const cache = scratch();
    for (const image of ["one", "two"]) {
      const now = ago(0);
      run(["", "3600000", image], cache);
      const first = expiryOf(cache);
      expect(first >= now, image).toBe(true);
      run(["", "3600000", image], cache);
      expect(expiryOf(cache)).toBe(first);
    }
  });

  it("are as many as before when Go's own file says nonsense", () => {
    const cache = scratch();
    writeFileSync(join(cache, "pipeline-tests-image"), "image");
    writeFileSync(join(cache, "testexpire.txt"), "soon\n");
    run(["", "3600000", "image"], cache);
    expect(expiryOf(cache) > ago(3_700_000) && expiryOf(cache) < agoAtMost(3_600_000)).toBe(true);
  });
});
