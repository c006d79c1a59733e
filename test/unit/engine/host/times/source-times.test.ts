import {
  chmodSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SourceTimes } from "../../../../../src/engine/host/times/source-times.ts";
import { addSubmodule, gitIn, repository } from "../../../../support/repository.ts";

const files = {
  "go.mod": "module a\n",
  "x/a.txt": "1\n",
  "x/b.txt": "1\n",
  "x/y/c.txt": "2\n",
  ".gitignore": "/out/\n",
};

function open(root: string, without: readonly string[] = []): { times: SourceTimes; said: string[] } {
  const said: string[] = [];
  return { times: new SourceTimes({ root, without, debug: (line) => void said.push(line) }), said };
}

const timeOf = (...path: string[]): bigint => lstatSync(join(...path), { bigint: true }).mtimeNs;

/** Nanoseconds. */
const second = 1_000_000_000n;

it("gives files the time of their content, between 2000 and 2020", async () => {
  const root = repository(files);
  const { times } = open(root);
  await times.set();
  const paths = ["go.mod", "x/a.txt", "x/b.txt", "x/y/c.txt", ".gitignore", "x", "x/y", "."];
  expect(times.count).toBe(paths.length);
  const found = paths.map((path) => timeOf(root, path));
  for (const time of found) {
    expect(time).toBeGreaterThanOrEqual(946_684_800n * second);
    expect(time).toBeLessThan(1_577_836_800n * second);
  }
  // Two files have the same text.
  expect(new Set(found).size).toBe(paths.length - 1);
  expect(timeOf(root, "x/a.txt")).toBe(timeOf(root, "x/b.txt"));
  const other = repository(files);
  await open(other).times.set();
  expect(paths.map((path) => timeOf(other, path))).toEqual(found);
});

it("sees every edit, and nothing else", async () => {
  const root = repository(files);
  symlinkSync("x/a.txt", join(root, "link"));
  const paths = ["go.mod", "x/a.txt", "x/b.txt", "x/y/c.txt", "link", "x", "x/y", "."];
  /** What has another time than before. */
  const changedBy = async (edit: () => void): Promise<readonly string[]> => {
    await open(root).times.set();
    const before = new Map(paths.map((path) => [path, timeOf(root, path)]));
    edit();
    await open(root).times.set();
    return paths.filter((path) => timeOf(root, path) !== before.get(path));
  };
  expect(await changedBy(() => writeFileSync(join(root, "x/a.txt"), "1\n"))).toEqual([]);
  expect(await changedBy(() => writeFileSync(join(root, "x/a.txt"), "2\n"))).toEqual(["x/a.txt", "x"]);
  expect(await changedBy(() => writeFileSync(join(root, "x/y/c.txt"), "3\n"))).toEqual(["x/y/c.txt", "x/y"]);
  expect(await changedBy(() => writeFileSync(join(root, "x/y/d.txt"), ""))).toEqual(["x/y"]);
  expect(await changedBy(() => renameSync(join(root, "x/y/d.txt"), join(root, "x/y/e.txt")))).toEqual(["x/y"]);
  expect(await changedBy(() => rmSync(join(root, "x/y/e.txt")))).toEqual(["x/y"]);
  expect(await changedBy(() => relink(join(root, "link"), "x/b.txt"))).toEqual(["link", "."]);
  expect(await changedBy(() => chmodSync(join(root, "x/a.txt"), 0o755))).toEqual([]);
  // Nothing but the name of a directory counts above it.
  expect(await changedBy(() => mkdirSync(join(root, "x/y/z")))).toEqual([]);
});

function relink(path: string, target: string): void {
  rmSync(path);
  symlinkSync(target, path);
}

it("answers what a directory and its testdata hold, whatever else there is", async () => {
  const deep = { "p/p.go": "package p\n", "p/testdata/a/b.txt": "1\n", "p/sub/s.go": "package sub\n" };
  const root = repository({ ...files, ...deep, "testdata/c.txt": "" });
  const contents = (): Promise<ReadonlyMap<string, string>> => open(root).times.set();
  const before = await contents();
  expect([...before.keys()].sort()).toEqual([".", "p", "p/sub", "x", "x/y"]);
  const changedBy = async (path: string, text: string): Promise<readonly string[]> => {
    writeFileSync(join(root, path), text);
    const after = await contents();
    writeFileSync(join(root, path), { ...files, ...deep, "testdata/c.txt": "" }[path] ?? "");
    return [...after].filter(([dir, content]) => content !== before.get(dir)).map(([dir]) => dir);
  };
  expect(await changedBy("p/p.go", "package q\n")).toEqual(["p"]);
  expect(await changedBy("p/testdata/a/b.txt", "2\n")).toEqual(["p"]);
  expect(await changedBy("testdata/c.txt", "2\n")).toEqual(["."]);
  expect(await changedBy("p/sub/s.go", "package s\n")).toEqual(["p/sub"]);
  expect(await contents()).toEqual(before);
});

it("reads the bytes on the disk, not what git has", async () => {
  const root = repository(files);
  await open(root).times.set();
  const before = timeOf(root, "x/a.txt");
  gitIn(root, "update-index", "--skip-worktree", "x/a.txt");
  writeFileSync(join(root, "x/a.txt"), "9\n");
  expect(gitIn(root, "status", "--porcelain")).toBe("");
  await open(root).times.set();
  expect(timeOf(root, "x/a.txt")).not.toBe(before);
});

it("leaves alone what is no source", async () => {
  const root = repository({ ...files, "cache/e-d": "x" });
  mkdirSync(join(root, "out"));
  writeFileSync(join(root, "out", "log"), "");
  const old = new Date("2026-01-01T00:00:00Z");
  const others = ["out", "out/log", ".git", ".git/HEAD", ".git/index", "cache", "cache/e-d"];
  for (const path of others) utimesSync(join(root, path), old, old);
  await open(root, [join(root, "cache")]).times.set();
  for (const path of others) expect({ path, time: statSync(join(root, path)).mtime }).toEqual({ path, time: old });
});

it("leaves a file as it is whose time cannot be set, as one of another user, and says so", async () => {
  const root = repository(files);
  const [before, said] = [timeOf(root, "x/a.txt"), [] as string[]];
  const times = new SourceTimes({
    ...{ root, without: [], debug: (line: string) => void said.push(line) },
    setTime: (path, ...given) => {
      if (`${path}` === join(root, "x/a.txt")) throw new Error("EPERM: operation not permitted");
      utimesSync(path, ...given);
    },
  });
  await times.set();
  expect(timeOf(root, "x/a.txt")).toBe(before);
  for (const path of ["x/b.txt", "x", "."]) expect(timeOf(root, path)).toBeLessThan(1_577_836_800n * second);
  expect(said[0]).toBe("the times of 1 files cannot be set, among them x/a.txt (EPERM: operation not permitted)");
  await times.putBack();
  expect(timeOf(root, "x/a.txt")).toBe(before);
});

it("puts back the times of before where they are still its own, and tells git", async () => {
  const third = repository({ "data.txt": "1\n" });
  const root = repository(files);
  addSubmodule(root, third, "third");
  symlinkSync("x/a.txt", join(root, "link"));
  const paths = ["go.mod", "x/a.txt", "x/b.txt", "x", "third", "third/data.txt", "."];
  const seconds = 1_790_000_000;
  lutimesSync(join(root, "link"), seconds, seconds);
  for (const path of paths) utimesSync(join(root, path), seconds, seconds);
  gitIn(root, "add", "--all");
  const { times, said } = open(root);
  await times.set();
  // The repository's code may write to its sources while it is tested.
  writeFileSync(join(root, "x/b.txt"), "other\n");
  const changed = timeOf(root, "x/b.txt");
  await times.putBack();
  for (const path of [...paths, "link"].filter((path) => path !== "x/b.txt")) {
    expect({ path, time: timeOf(root, path) / second }).toEqual({ path, time: BigInt(seconds) });
  }
  expect(timeOf(root, "x/b.txt")).toBe(changed);
  expect(said.at(-1)).toBe("1 files have changed since, or cannot be given their old times");
  // What the index holds is what is on the disk: git need not read these files again.
  for (const [dir, path] of [
    [".", "x/a.txt"],
    ["third", "data.txt"],
  ] as const) {
    const shown = gitIn(join(root, dir), "ls-files", "--debug", "--", path);
    expect(shown).toMatch(new RegExp(`\\n *mtime: ${seconds}:0\\n`));
  }
  await times.putBack();
  expect(readFileSync(join(root, "x/b.txt"), "utf8")).toBe("other\n");
});
