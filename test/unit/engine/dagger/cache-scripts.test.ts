import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CacheSelection, usedFiles } from "../../../../src/cache/selection.ts";
import { type CacheListing, clockToleranceMs } from "../../../../src/engine/cache-listing.ts";
import { parseListing } from "../../../../src/engine/dagger/cache-listing.ts";
import { texts } from "../../../../src/engine/dagger/scripts/texts.ts";
import type { CachePart } from "../../../../src/engine/engine.ts";
import { createHostCaches } from "../../../../src/engine/host/caches.ts";
import { publishModule } from "../../../support/go-proxy.ts";
import { directory } from "../../../support/repository.ts";

const { signal } = new AbortController();

/** A module with a dependency and without the standard library: its caches take no time to make. */
function tool() {
  const base = directory({
    "proxy/.keep": "",
    "go.mod": "module example.com/tool\n\ngo 1.22\n\nrequire example.com/dep v1.0.0\n",
    "lib.go": 'package lib\n\nimport "example.com/dep"\n\nfunc Two() int { return dep.One() + 1 }\n',
  });
  const dep = "package dep\n\nfunc One() int { return 1 }\n";
  const files = {
    "go.mod": "module example.com/dep\n\ngo 1.22\n",
    "dep.go": dep,
    "docs/a b.txt": "a name with a space",
  };
  publishModule(join(base, "proxy"), "example.com/dep", "v1.0.0", files);
  const go = (root: string, ...args: string[]): string => {
    const own = {
      GOCACHE: join(root, "build"),
      GOMODCACHE: join(root, "mod"),
      GOPROXY: `file://${join(base, "proxy")}`,
    };
    const env = { ...process.env, ...own, GOSUMDB: "off", GOFLAGS: "-mod=mod -modcacherw", GOWORK: "off" };
    return execFileSync("go", args, { cwd: base, env, encoding: "utf8", stdio: "pipe" });
  };
  const write = (name: string, text: string): void => writeFileSync(join(base, name), text);
  const select = (listing: CacheListing, part: CachePart = "base"): CacheSelection => {
    const sums = [readFileSync(join(base, "go.sum"), "utf8")];
    return usedFiles(listing, { part, goVersion: "go1.26.8", sums, keepUnused: false, stagesAfterMs: 0 });
  };
  // Go indexes a package only when its files are at least two seconds old (cmd/go/internal/modindex: modTimeCutoff).
  const age = (): void => {
    for (const name of readdirSync(base)) utimesSync(join(base, name), 1_000_000_000, 1_000_000_000);
  };
  const build = (root: string): void => {
    age();
    go(root, "build", "./...");
  };
  return { build, write, select };
}

/** Empty volumes, and the scripts run on them as in the container. */
function volumes() {
  const base = directory({ "root/build/.keep": "", "root/mod/.keep": "" });
  const root = join(base, "root");
  const run = (name: keyof typeof texts, ...args: string[]): string =>
    execFileSync("sh", ["-c", texts[name], "sh", root, ...args], { encoding: "utf8" }).trim();
  const list = (): Pick<CacheListing, "files" | "actions"> => {
    run("caches-list.sh", join(base, "listing"));
    return parseListing(readFileSync(join(base, "listing"), "utf8"));
  };
  const pack = (names: readonly string[]): string => {
    writeFileSync(join(base, "names"), names.map((name) => `${name}\0`).join(""));
    run("caches-pack.sh", join(base, "names"), join(base, "packed.tar"));
    return join(base, "packed.tar");
  };
  const clear = (): void => {
    rmSync(root, { recursive: true });
    for (const name of ["build", "mod"]) mkdirSync(join(root, name), { recursive: true });
  };
  return { base, root, run, list, pack, clear };
}

async function hostOf(root: string) {
  const goEnv = { GOCACHE: join(root, "build"), GOMODCACHE: join(root, "mod"), GOVERSION: "go1.26.8", GOCACHEPROG: "" };
  const caches = createHostCaches({
    goEnv: async () => goEnv,
    fresh: false,
    toolchain: null,
    image: "",
    jobTemp: root,
  });
  await caches.state(signal);
  return caches;
}

/** In one order, with times in seconds. */
function comparable({ files, actions }: Pick<CacheListing, "files" | "actions">) {
  const seconds = files.map((file) => ({ ...file, mtimeMs: Math.floor(file.mtimeMs / 1_000) }));
  const sorted = seconds.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files: sorted, actions: actions.map((text) => text.trim()).sort() };
}

const everything = { since: 0, tickMs: 0, restored: new Set<string>(), base: new Set<string>() };

describe("caches in volumes and on the host", () => {
  it("are listed alike, links among them, and selected alike", async () => {
    const { build, select } = tool();
    const { root, list } = volumes();
    build(root);
    // As Go keeps executables, and what never travels.
    for (const [path, text] of [
      ["build/ab/ab-d/vet", "program"],
      ["build/fuzz/example.com/tool/FuzzX/1", ""],
      ["mod/cache/vcs/0a/config", "[remote] url = https://user:secret@git.example/x"],
    ] as const) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    symlinkSync("/etc/passwd", join(root, "mod/example.com/link"));
    const host = await (await hostOf(root)).list("base", signal);
    const container = list();
    const listed = comparable(container);
    expect(listed).toEqual(comparable(host));
    const names = listed.files.map(({ name }) => name);
    expect(names).toContain("mod/example.com/dep@v1.0.0/docs/a b.txt");
    expect(names).toContain("build/ab/ab-d/vet");
    expect(names.filter((name) => /vcs|fuzz/.test(name))).toEqual([]);
    expect(listed.files.filter(({ regular }) => !regular).map(({ name }) => name)).toEqual(["mod/example.com/link"]);
    expect(listed.actions.length).toBeGreaterThan(1);
    const selection = select({ ...container, ...everything });
    expect(selection).toEqual(select({ ...host, ...everything }));
    expect(selection.names).toContain("mod/example.com/dep@v1.0.0/dep.go");
  });

  it("give the same after the same runs", async () => {
    const { build, write, select } = tool();
    const { base, root, run, list, pack, clear } = volumes();
    build(root);
    const { names } = select({ ...list(), ...everything });
    const [archive, staged] = [pack(names), join(base, "go-caches")];
    await (await hostOf(root)).pack(staged, names, signal);
    write("lib.go", 'package lib\n\nimport "example.com/dep"\n\nfunc Three() int { return dep.One() + 2 }\n');

    // Go compiles paths into what it makes: one place, for one after the other.
    clear();
    const host = await hostOf(root);
    await host.begin({ base: staged, delta: null }, signal);
    build(root);
    const listed = await host.list("base", signal);
    const [onHost, hostDelta] = [select(listed), select(listed, "delta")];

    clear();
    const since = Number(run("caches-put.sh", archive)) * 1_000 - clockToleranceMs;
    const restored = new Set(list().files.map(({ name }) => name));
    build(root);
    const listing = { ...list(), since, tickMs: 1_000, restored, base: restored };
    const inVolumes = select(listing);

    expect(inVolumes).toEqual(onHost);
    expect(select(listing, "delta")).toEqual(hostDelta);
    expect(inVolumes.newBytes).toBeGreaterThan(0);
    expect(inVolumes.newBytes).toBeLessThan(inVolumes.bytes);
    // The package that was compiled first is of no use any more.
    const unused = list().files.filter(({ name }) => /-[ad]$/.test(name) && !inVolumes.names.includes(name));
    expect(unused.length).toBeGreaterThan(0);
  });
});

describe("the scripts", () => {
  it("pack the files that they are given, and no others", () => {
    const { root, pack, base } = volumes();
    const names = [
      "mod/a@v1/-x",
      "mod/a@v1/a  b ",
      "mod/a@v1/$(id)",
      "mod/a@v1/世界.go",
      "mod/a@v1/*",
      "build/5a/5a-a",
    ];
    for (const name of [...names, "mod/a@v1/other"]) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), name);
    }
    const archive = pack(names);
    const out = join(base, "out");
    mkdirSync(out);
    execFileSync("tar", ["-xf", archive, "-C", out]);
    const found = execFileSync("find", [".", "-type", "f", "-print0"], { cwd: out, encoding: "utf8" });
    const paths = found.split("\0").filter((path) => path !== "");
    expect(paths.map((path) => path.slice(2)).sort()).toEqual(names.toSorted());
  });

  it("put nothing that is neither a file nor a directory", () => {
    const { base, run, list } = volumes();
    symlinkSync("/etc/passwd", join(base, "link"));
    execFileSync("tar", ["-cf", join(base, "links.tar"), "-C", base, "link"]);
    expect(run("caches-put.sh", join(base, "links.tar"))).toBe("links");
    expect(list().files.map(({ name }) => name)).toEqual(["build/.keep", "mod/.keep"]);
  });

  it("say whether a build cache holds something", () => {
    const { root, run } = volumes();
    expect(run("caches-state.sh")).toBe("");
    mkdirSync(join(root, "build/5a"));
    writeFileSync(join(root, "build/5a/5a-d"), "");
    expect(run("caches-state.sh")).toBe("kept");
  });

  it("end with an error when they cannot list", () => {
    const { root, list } = volumes();
    rmSync(join(root, "mod"), { recursive: true });
    expect(list).toThrow();
  });
});

describe("a listing", () => {
  it.each(["81a4 1 2", "81a4 x 2 build/a", "81a4 1 2 /etc/passwd", "name after a line end", "81a4 -1 2 mod/a"])(
    "with the line %j decides nothing",
    (line) => {
      expect(() => parseListing(`81a4 1 2 build/a\n${line}\n`)).toThrow("the container's listing holds");
    },
  );
});
