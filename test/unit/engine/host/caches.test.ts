import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CacheSelection, type RunUse, usedFiles } from "../../../../src/cache/selection.ts";
import type { EngineCaches } from "../../../../src/engine/engine.ts";
import { createHostCaches } from "../../../../src/engine/host/caches.ts";
import { directory } from "../../../support/repository.ts";

const { signal } = new AbortController();
const use: RunUse = {
  part: "base",
  goVersion: "go1.27.1",
  sums: ["example.com/Dep v1.0.0 h1:=\n"],
  keepUnused: false,
  stagesAfterMs: 0,
};
const hour = 3_600_000;

const id = (digit: string): string => digit.repeat(64);
const action = (digit: string): string => `${digit}${digit}/${id(digit)}-a`;
const output = (digit: string): string => `${digit}${digit}/${id(digit)}-d`;

/** A build cache's files: an action and its output of `bytes`, under one digit. */
function pair(digit: string, bytes = 100): Record<string, string> {
  return { [action(digit)]: `v1 ${id(digit)} ${id(digit)} 1 1\n`, [output(digit)]: "x".repeat(bytes) };
}

function machine({ fresh = true, toolchain = null }: { fresh?: boolean; toolchain?: string | null } = {}) {
  const root = directory({ "temp/.keep": "", "build/README": "", "build/aa/.keep": "" });
  const [GOCACHE, GOMODCACHE] = [join(root, "build"), join(root, "go", "mod")];
  const env: Record<string, string> = { GOCACHE, GOMODCACHE, GOVERSION: "go1.27.1", GOCACHEPROG: "" };
  const caches = createHostCaches({
    goEnv: async () => env,
    toolchain,
    image: "ubuntu24_1.2",
    fresh,
    jobTemp: join(root, "temp"),
  });
  const write = (base: string, files: Readonly<Record<string, string>>, agoMs = 0): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(base, name)), { recursive: true });
      writeFileSync(join(base, name), text);
      const time = (Date.now() - agoMs) / 1000;
      utimesSync(join(base, name), time, time);
    }
  };
  const use = (digit: string): void => utimesSync(join(GOCACHE, action(digit)), new Date(), new Date());
  return { root, env, caches, write, use, GOCACHE, GOMODCACHE, staged: join(root, "temp", "go-caches") };
}

function tree(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1)).sort();
}

describe("whether caches travel", () => {
  it("yes, from an empty machine", async () => {
    const os = process.platform;
    expect(await machine().caches.state(signal)).toEqual({
      os,
      toolchain: "go1.27.1",
      image: "ubuntu24_1.2",
      kept: null,
    });
    const newer = machine({ toolchain: "go1.27.4" });
    expect(await newer.caches.state(signal)).toEqual({ os, toolchain: "go1.27.4", image: "ubuntu24_1.2", kept: null });
  });

  it("not where a machine keeps them", async () => {
    const { caches, write, GOCACHE } = machine({ fresh: false });
    write(GOCACHE, pair("1"));
    expect((await caches.state(signal)).kept).toBe("this machine keeps its build cache");
  });

  it("not what an earlier step has restored, but what it has compiled", async () => {
    const { caches, write, GOCACHE } = machine();
    write(GOCACHE, pair("1"));
    expect((await caches.state(signal)).kept).toBeNull();
    write(GOCACHE, pair("2"), 1e12);
    expect((await caches.state(signal)).kept).toContain("an earlier step has restored a build cache");
  });

  it("again in the same job, when it was us who restored", async () => {
    const { caches, write, staged } = machine();
    write(join(staged, "build"), pair("1"), 1e12);
    await caches.state(signal);
    await caches.begin({ base: staged, delta: null }, signal);
    expect((await caches.state(signal)).kept).toBeNull();
  });

  it("not where a program keeps them", async () => {
    const { caches, env } = machine();
    env["GOCACHEPROG"] = "/usr/bin/cacher";
    expect((await caches.state(signal)).kept).toBe("GOCACHEPROG keeps the build cache");
  });
});

describe("putting in", () => {
  it("moves files to where Go looks, never over files, and tells Go that it has trimmed", async () => {
    const { caches, write, staged, GOCACHE, GOMODCACHE } = machine();
    await caches.state(signal);
    write(GOCACHE, { [output("1")]: "here before" });
    write(GOMODCACHE, { "example.com/dep@v1.0.0/go.mod": "here before" });
    write(join(staged, "build"), { ...pair("1"), ...pair("2") }, 9 * 24 * hour);
    write(join(staged, "mod"), { "example.com/dep@v1.0.0/x.go": "", "example.com/new@v1.0.0/x.go": "12345" });
    const before = Math.floor(Date.now() / 1000);
    expect((await caches.begin({ base: staged, delta: null }, signal)).base).toBeGreaterThan(205);
    expect(readFileSync(join(GOCACHE, output("1")), "utf8")).toBe("here before");
    expect(statSync(join(GOCACHE, output("2"))).size).toBe(100);
    const trimmed = Number(readFileSync(join(GOCACHE, "trim.txt"), "utf8"));
    expect(trimmed).toBeGreaterThanOrEqual(before);
    expect(trimmed).toBeLessThanOrEqual(Date.now() / 1000);
    // A module is whole or not there.
    expect(tree(GOMODCACHE)).toEqual(["example.com/dep@v1.0.0/go.mod", "example.com/new@v1.0.0/x.go"]);
  });

  it("puts a base and a delta into caches that hold something already", async () => {
    const { caches, write, staged, GOCACHE, GOMODCACHE } = machine();
    await caches.state(signal);
    write(GOCACHE, { [output("1")]: "here before" });
    const [base, delta] = [join(staged, "base"), join(staged, "delta")];
    write(join(base, "build"), { ...pair("1"), [`${output("2")}/vet`]: "program", ...pair("3") });
    write(join(delta, "build"), pair("4"));
    write(join(delta, "mod"), { "example.com/new@v1.0.0/x.go": "" });
    await caches.begin({ base, delta }, signal);
    const digits = ["1", "3", "4"].flatMap((digit) => [action(digit), output(digit)]);
    expect(tree(GOCACHE).filter((name) => name.includes("/") && !name.endsWith(".keep"))).toEqual(
      [...digits, `${output("2")}/vet`].sort(),
    );
    expect(readFileSync(join(GOCACHE, output("1")), "utf8")).toBe("here before");
    expect(tree(GOMODCACHE)).toEqual(["example.com/new@v1.0.0/x.go"]);
  });

  it("puts programs of both beside those that are there, each version whole", async () => {
    const { caches, write, staged, GOCACHE } = machine();
    await caches.state(signal);
    const program = (name: string): string => `pipeline-programs/example.com+${name}@v1.0.0-go1.27.1/${name}`;
    write(GOCACHE, { [program("here")]: "here before" });
    const [base, delta] = [join(staged, "base"), join(staged, "delta")];
    write(join(base, "build"), { [program("lint")]: "lint", [program("here")]: "another" });
    write(join(delta, "build"), { [program("vuln")]: "vuln" });
    await caches.begin({ base, delta }, signal);
    const read = (name: string): string => readFileSync(join(GOCACHE, program(name)), "utf8");
    expect(["here", "lint", "vuln"].map(read)).toEqual(["here before", "lint", "vuln"]);
  });

  it("refuses links before anything is moved, also when only the delta has one", async () => {
    const both = machine();
    await both.caches.state(signal);
    const [base, delta] = [join(both.staged, "base"), join(both.staged, "delta")];
    both.write(join(base, "build"), pair("1"));
    both.write(join(delta, "build"), pair("2"));
    symlinkSync("/etc/passwd", join(delta, "build", "link"));
    await expect(both.caches.begin({ base, delta }, signal)).rejects.toThrow("build/link is neither a file nor");
    expect(existsSync(join(both.GOCACHE, output("1")))).toBe(false);
  });

  it("refuses links before anything is moved", async () => {
    const { caches, write, staged, GOCACHE } = machine();
    await caches.state(signal);
    write(join(staged, "build"), pair("1"));
    symlinkSync("/etc/passwd", join(staged, "build", "11", "link"));
    await expect(caches.begin({ base: staged, delta: null }, signal)).rejects.toThrow(
      "build/11/link is neither a file nor a directory",
    );
    expect(existsSync(join(GOCACHE, output("1")))).toBe(false);
  });

  it.each(["build", "mod", "mod/cache/vcs/0a"])("refuses a link in the place of %s", async (place) => {
    const { caches, write, staged, GOMODCACHE } = machine();
    await caches.state(signal);
    write(staged, { "mod/example.com/dep@v1.0.0/x.go": "" });
    rmSync(join(staged, place), { recursive: true, force: true });
    mkdirSync(dirname(join(staged, place)), { recursive: true });
    symlinkSync("/etc", join(staged, place));
    await expect(caches.begin({ base: staged, delta: null }, signal)).rejects.toThrow(
      `${place} is neither a file nor a directory`,
    );
    expect(existsSync(GOMODCACHE)).toBe(false);
  });

  it("makes what this job compiled before look old, so that Go marks what it uses", async () => {
    const { caches, write, GOCACHE } = machine();
    await caches.state(signal);
    write(GOCACHE, pair("1"));
    await caches.begin({ base: null, delta: null }, signal);
    expect(Date.now() - statSync(join(GOCACHE, action("1"))).mtimeMs).toBeGreaterThan(hour);
  });
});

/** As a run does it. */
async function take(caches: EngineCaches, dir: string, part: RunUse["part"] = "base"): Promise<CacheSelection> {
  const selection = usedFiles(await caches.list(part, signal), { ...use, part });
  if (selection.names.length > 0) await caches.pack(dir, selection.names, signal);
  return selection;
}

describe("taking out", () => {
  async function begun(parts = machine()) {
    await parts.caches.state(signal);
    parts.write(join(parts.staged, "build"), { ...pair("1", 1_000), ...pair("2", 1_000) }, 3 * hour);
    parts.write(join(parts.staged, "mod"), { "example.com/!dep@v1.0.0/x.go": "x".repeat(500) });
    await parts.caches.begin({ base: parts.staged, delta: null }, signal);
    return parts;
  }

  it("takes what was used, with modules that go.sum names, and makes it look old", async () => {
    const { caches, write, use, staged, GOCACHE, GOMODCACHE } = await begun();
    use("1");
    write(GOCACHE, pair("3", 1_000));
    write(GOMODCACHE, {
      "example.com/old@v0.9.0/x.go": "",
      "golang.org/toolchain@v0.0.1-go1.27.1.linux-amd64/bin/go": "go",
      "cache/download/example.com/!dep/@v/v1.0.0.zip": "archive",
      "cache/download/example.com/!dep/@v/v1.0.0.ziphash": "h1:=",
      "cache/download/example.com/old/@v/v0.9.0.mod": "",
      "cache/download/sumdb/sum.golang.org/lookup/x": "1",
      "cache/vcs/0a/config": "[remote] url = https://user:secret@git.example/x",
    });
    expect(await take(caches, staged)).toMatchObject({ droppedBytes: 0 });
    expect(tree(join(staged, "build"))).toEqual([action("1"), output("1"), action("3"), output("3")].sort());
    expect(tree(join(staged, "mod"))).toEqual([
      "cache/download/example.com/!dep/@v/v1.0.0.ziphash",
      "cache/download/sumdb/sum.golang.org/lookup/x",
      "example.com/!dep@v1.0.0/x.go",
      "golang.org/toolchain@v0.0.1-go1.27.1.linux-amd64/bin/go",
    ]);
    expect(Date.now() - statSync(join(staged, "build", action("3"))).mtimeMs).toBeGreaterThan(hour);
    // What Go uses stays as it was.
    expect(readFileSync(join(GOCACHE, output("3")), "utf8")).toBe("x".repeat(1_000));
  });

  it("takes nothing when nothing is new", async () => {
    const { caches, use: used, staged } = await begun();
    used("1");
    const dir = join(staged, "taken");
    expect(await take(caches, dir)).toMatchObject({ names: [], newBytes: 0 });
    expect(existsSync(dir)).toBe(false);
  });

  it("looks for a delta at no file of the base, and at none of its modules", async () => {
    const parts = machine();
    await parts.caches.state(signal);
    const base = join(parts.staged, "base");
    const dep = "example.com/dep@v1.0.0";
    parts.write(join(base, "build"), pair("1"), 3 * hour);
    parts.write(join(base, "mod"), { [`${dep}/dep.go`]: "package dep\n" });
    await parts.caches.begin({ base, delta: null }, signal);
    parts.write(parts.GOCACHE, { ...pair("2"), [action("3")]: `v1 ${id("3")} ${id("1")} 1 1\n` });
    parts.write(parts.GOMODCACHE, { "example.com/new@v1.0.0/new.go": "package new\n" });
    parts.use("1");
    const listed = async (part: RunUse["part"]) => (await parts.caches.list(part, signal)).files;
    const [whole, beyond] = [await listed("base"), await listed("delta")];
    const [old, kept] = [`build/${action("1")}`, `mod/${dep}/dep.go`];
    expect(whole.map(({ name }) => name)).toEqual(expect.arrayContaining([old, kept]));
    expect(beyond.map(({ name }) => name).sort()).toEqual(
      whole
        .map(({ name }) => name)
        .filter((name) => name !== kept)
        .sort(),
    );
    const time = (files: typeof whole) => files.find(({ name }) => name === old)?.mtimeMs;
    expect([time(whole), time(beyond)]).toEqual([expect.toSatisfy((ms: number) => ms > 0), 0]);
    // An action of the run whose output the base had is new.
    const { names } = await take(parts.caches, join(parts.staged, "taken"), "delta");
    expect(names).toEqual(expect.arrayContaining([`build/${action("3")}`, `build/${output("2")}`]));
    expect(names).not.toContain(`build/${output("1")}`);
  });

  it("takes an action of the base that got another output, and its delta brings that back", async () => {
    const first = machine();
    await first.caches.state(signal);
    const stage = (parts: typeof first, name: string, files: Readonly<Record<string, string>>): string => {
      const dir = join(parts.staged, name);
      parts.write(join(dir, "build"), files, 3 * hour);
      return dir;
    };
    const inBase = { ...pair("1"), ...pair("4") };
    await first.caches.begin({ base: stage(first, "base", inBase), delta: null }, signal);
    first.use("4");
    expect((await take(first.caches, join(first.staged, "none"), "delta")).newBytes).toBe(0);
    // What a test looks at: under the name of its binary, which is that of the base.
    const anew = `v1 ${id("1")} ${id("2")} 1 1\n`;
    first.write(first.GOCACHE, { [action("1")]: anew, [output("2")]: "list" });
    const dir = join(first.staged, "taken");
    const { names, newBytes } = await take(first.caches, dir, "delta");
    expect({ names, newBytes }).toEqual({
      names: [`build/${action("1")}`, `build/${output("2")}`],
      newBytes: anew.length + 4,
    });

    const second = machine();
    await second.caches.state(signal);
    await second.caches.begin({ base: stage(second, "base", inBase), delta: dir }, signal);
    expect(readFileSync(join(second.GOCACHE, action("1")), "utf8")).toBe(anew);
    // It belongs to the delta from now on: nothing of it is new, and the next delta has it as long as it is used.
    second.use("1");
    expect(await take(second.caches, join(second.staged, "again"), "delta")).toMatchObject({ newBytes: 0 });
    second.write(second.GOCACHE, pair("3"));
    expect((await take(second.caches, join(second.staged, "more"), "delta")).names).toEqual(
      expect.arrayContaining([`build/${action("1")}`, `build/${output("2")}`, `build/${action("3")}`]),
    );
  });

  it("leaves what a machine has compiled before, also where a delta has it anew", async () => {
    const parts = machine();
    parts.write(parts.GOCACHE, pair("1"));
    await parts.caches.state(signal);
    const [base, delta] = [join(parts.staged, "base"), join(parts.staged, "delta")];
    parts.write(join(base, "build"), pair("1"), 3 * hour);
    parts.write(join(delta, "build"), { [action("1")]: `v1 ${id("1")} ${id("2")} 1 1\n`, [output("2")]: "list" });
    await parts.caches.begin({ base, delta }, signal);
    expect(readFileSync(join(parts.GOCACHE, action("1")), "utf8")).toBe(pair("1")[action("1")]);
  });

  it("takes what is new, or used of another delta, without what the base has", async () => {
    const parts = machine();
    await parts.caches.state(signal);
    const [base, delta] = [join(parts.staged, "base"), join(parts.staged, "delta")];
    parts.write(join(base, "build"), pair("1"), 3 * hour);
    parts.write(join(base, "mod"), { "example.com/!dep@v1.0.0/x.go": "x".repeat(500) });
    parts.write(join(delta, "build"), { ...pair("2"), ...pair("3") }, 3 * hour);
    expect(await parts.caches.begin({ base, delta }, signal)).toEqual({ base: 100 + 137 + 500, delta: 2 * 237 });
    for (const digit of ["1", "2"]) parts.use(digit);
    parts.write(parts.GOCACHE, pair("4"));
    const dir = join(parts.staged, "taken");
    expect(await take(parts.caches, dir, "delta")).toMatchObject({ newBytes: 237 });
    expect(tree(dir)).toEqual(
      [action("2"), output("2"), action("4"), output("4")].map((name) => `build/${name}`).sort(),
    );
  });

  it("keeps executables, which Go keeps in directories", async () => {
    const { caches, write, staged, GOCACHE } = await begun();
    write(GOCACHE, { [action("3")]: `v1 ${id("3")} ${id("3")} 0 1\n`, [`${output("3")}/vet`]: "program" });
    await take(caches, staged);
    expect(readFileSync(join(staged, "build", output("3"), "vet"), "utf8")).toBe("program");
  });
});
