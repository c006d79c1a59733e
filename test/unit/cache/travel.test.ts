import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Permission } from "../../../src/cache/permission.ts";
import { CacheTravel, type RunEnd, type TravelOptions } from "../../../src/cache/travel.ts";
import type { CacheListing } from "../../../src/engine/cache-listing.ts";
import type { CacheState, EngineCaches } from "../../../src/engine/engine.ts";
import type {
  CacheStore,
  RestoreRequest,
  RestoreResult,
  SaveRequest,
  SaveResult,
} from "../../../src/platform/cache-store.ts";
import { directory } from "../../support/repository.ts";
import { action, listing, old, output, used } from "./listing.ts";

const allowed: Permission = { restore: true, save: true, reason: null };
const ended: RunEnd = { goVersion: "go1.26.8", spoiled: null, complete: true };

class FakeStore implements CacheStore {
  readonly restores: RestoreRequest[] = [];
  readonly saves: SaveRequest[] = [];
  restored: RestoreResult = { status: "missed" };
  saved: SaveResult = { status: "saved" };

  async restore(request: RestoreRequest): Promise<RestoreResult> {
    this.restores.push(request);
    mkdirSync(request.dir);
    writeFileSync(join(request.dir, "part"), "");
    return this.restored;
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    this.saves.push(request);
    return this.saved;
  }
}

class FakeCaches implements EngineCaches {
  current: CacheState = { os: "linux", toolchain: "go1.26.8", kept: null };
  readonly begun: (string | null)[] = [];
  refuses = false;
  held: CacheListing = listing([used(action("1"), 1_024), used(output("1"), 1_024)]);
  readonly packed: (readonly string[])[] = [];

  async state(): Promise<CacheState> {
    return this.current;
  }

  async begin(dir: string | null): Promise<number> {
    this.begun.push(dir);
    if (dir !== null && this.refuses) throw new Error("mod/x is neither a file nor a directory");
    return dir === null ? 0 : 1_024;
  }

  async list(): Promise<CacheListing> {
    return this.held;
  }

  async pack(_dir: string, names: readonly string[]): Promise<void> {
    this.packed.push(names);
  }
}

function setUp(options: Partial<TravelOptions> = {}) {
  const [store, caches, temp] = [new FakeStore(), new FakeCaches(), directory({})];
  const lines: string[] = [];
  const travel = new CacheTravel({
    store,
    permission: allowed,
    keysFor: ({ engine, toolchain }) => [`${engine}-${toolchain}-exact-`, `${engine}-${toolchain}-`],
    run: "7-1-ab",
    sums: ["x v1 h1:=\n"],
    tempRoot: temp,
    signal: new AbortController().signal,
    tell: (line) => lines.push(line.replaceAll(/\d+ ms/g, "N ms")),
    ...options,
  });
  return { store, caches, temp, lines, travel, engine: { name: "host", caches } as const };
}

describe("restoring", () => {
  it("looks for the engine's keys and puts what is found into the engine", async () => {
    const { store, caches, lines, travel, engine } = setUp();
    store.restored = { status: "restored", key: "host-go1.26.8-exact-5-1-00" };
    await travel.restore(engine);
    expect(store.restores[0]).toMatchObject({ keys: ["host-go1.26.8-exact-", "host-go1.26.8-"], limitMs: 90_000 });
    expect(caches.begun).toEqual([store.restores[0]?.dir]);
    expect(travel.report).toMatchObject({
      hit: true,
      key: "host-go1.26.8-exact-5-1-00",
      restoredBytes: 1_024,
      notes: [],
    });
    expect(lines).toEqual(["caches: restored 1.0 KiB in N ms (host-go1.26.8-exact-5-1-00)"]);
  });

  it("is no hit when modules or settings were others", async () => {
    const { store, travel, engine } = setUp();
    store.restored = { status: "restored", key: "host-go1.26.8-other-5-1-00" };
    await travel.restore(engine);
    expect(travel.report).toMatchObject({ hit: false, key: "host-go1.26.8-other-5-1-00" });
  });

  it.each<readonly [RestoreResult, string]>([
    [{ status: "missed" }, "nothing restored: no cache of an earlier run fits"],
    [{ status: "failed", reason: "not finished within 90 s" }, "nothing restored: not finished within 90 s"],
  ])("%o is a cold run, said once, and leaves no part of an archive", async (restored, note) => {
    const { store, caches, lines, travel, engine } = setUp();
    store.restored = restored;
    await travel.restore(engine);
    expect(caches.begun).toEqual([null]);
    expect(travel.report.notes).toEqual([note]);
    expect(lines).toEqual([`caches: ${note}`]);
    expect(existsSync(store.restores[0]?.dir ?? "")).toBe(false);
  });

  it("an archive that is none of ours is put aside", async () => {
    const { store, caches, travel, engine } = setUp();
    store.restored = { status: "restored", key: "host-go1.26.8-exact-5" };
    caches.refuses = true;
    await travel.restore(engine);
    expect(caches.begun).toEqual([store.restores[0]?.dir, null]);
    expect(travel.report).toMatchObject({
      key: null,
      notes: ["nothing restored: mod/x is neither a file nor a directory"],
    });
  });

  it("begins before the engine is there, and again when another one was taken", async () => {
    const { store, caches, travel, engine } = setUp();
    travel.expect({ engine: "dagger", os: "linux", toolchain: "golang:1.26" });
    await travel.restore({
      name: "dagger",
      caches: Object.assign(caches, { current: { os: "linux", toolchain: "golang:1.26", kept: null } }),
    });
    expect(store.restores.map(({ keys }) => keys[1])).toEqual(["dagger-golang:1.26-"]);
    const fallenBack = setUp();
    fallenBack.travel.expect({ engine: "dagger", os: "linux", toolchain: "golang:1.26" });
    await fallenBack.travel.restore({ ...engine, caches: fallenBack.caches });
    expect(fallenBack.store.restores.map(({ keys }) => keys[1])).toEqual(["dagger-golang:1.26-", "host-go1.26.8-"]);
  });

  it("nothing travels where caches stay, and neither asks the service nor saves", async () => {
    const { store, caches, lines, travel, engine } = setUp();
    caches.current = { os: "linux", toolchain: "go1.26.8", kept: "this machine keeps its build cache" };
    await travel.restore(engine);
    await travel.save(caches, ended);
    expect([store.restores, store.saves, caches.begun]).toEqual([[], [], []]);
    expect(lines).toEqual(["caches: this machine keeps its build cache"]);
  });

  it("a release asks for nothing", async () => {
    const permission = { restore: false, save: false, reason: "releases are built from sources alone" };
    const { store, lines, travel, engine, caches } = setUp({ permission });
    travel.expect({ engine: "host", os: "linux", toolchain: "go1.26.8" });
    await travel.restore(engine);
    await travel.save(caches, ended);
    expect([store.restores, store.saves]).toEqual([[], []]);
    expect(lines).toEqual(["caches: releases are built from sources alone"]);
  });
});

describe("saving", () => {
  async function saved(end: Partial<RunEnd> = {}, change: (parts: ReturnType<typeof setUp>) => void = () => undefined) {
    const parts = setUp();
    change(parts);
    await parts.travel.restore(parts.engine);
    await parts.travel.save(parts.caches, { ...ended, ...end });
    return { ...parts, last: parts.travel.report.notes.at(-1) };
  }

  it("keeps what the run used under a key of its own", async () => {
    const { store, caches, travel, lines } = await saved();
    expect(store.saves).toMatchObject([{ key: "host-go1.26.8-exact-7-1-ab", limitMs: 180_000 }]);
    expect(caches.packed).toEqual([[action("1"), output("1")]]);
    expect(travel.report).toMatchObject({ saved: true, savedKey: "host-go1.26.8-exact-7-1-ab", savedBytes: 2_048 });
    expect(lines.at(-1)).toBe("caches: saved 2.0 KiB in N ms (host-go1.26.8-exact-7-1-ab)");
  });

  it("keeps what was not used when stages did not run", async () => {
    const rest = [old(action("2"), 10), old(output("2"), 10)];
    const restored = new Set(rest.map(({ name }) => name));
    const hold = ({ caches }: ReturnType<typeof setUp>): void => {
      caches.held = listing([...caches.held.files, ...rest], { restored });
    };
    expect((await saved({ complete: false }, hold)).caches.packed[0]).toHaveLength(4);
    expect((await saved({}, hold)).caches.packed[0]).toHaveLength(2);
  });

  it("keeps the modules of go.sum and the toolchain of the run", async () => {
    const { caches } = await saved({}, (parts) => {
      const modules = ["x@v1/x.go", "y@v1/y.go", "golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64/bin/go"];
      parts.caches.held = listing(modules.map((name) => used(`mod/${name}`, 10)));
    });
    expect(caches.packed).toEqual([["mod/golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64/bin/go", "mod/x@v1/x.go"]]);
  });

  it("does not keep what a broken or cancelled run left", async () => {
    const { store, last } = await saved({ spoiled: "the run was cancelled" });
    expect([store.saves, last]).toEqual([[], "not saved: the run was cancelled"]);
  });

  it.each([
    [9_000, 0, "not saved: nothing new was compiled"],
    [102_400, 1_024, "not saved: only 1.0 KiB of 100.0 KiB are new"],
  ])("says why it does not pay: of %i bytes %i are new", async (bytes, newBytes, note) => {
    const { store, caches, last } = await saved({}, (parts) => {
      const files = [used(action("1"), newBytes), used(output("1"), bytes - newBytes)];
      parts.caches.held = listing(files, { restored: new Set([output("1")]) });
    });
    expect([store.saves, caches.packed, last]).toEqual([[], [], note]);
  });

  it("says what stays behind", async () => {
    const { travel } = await saved({}, ({ caches }) => {
      const large = [used(action("2"), 1_024), used(output("2"), 2 * 1024 ** 3)];
      caches.held = listing([...caches.held.files, ...large]);
    });
    expect(travel.report.notes).toContain("2.0 GiB are above the limit and stay behind");
    expect(travel.report.saved).toBe(true);
  });

  it.each<SaveResult>([
    { status: "refused", reason: "cache write denied: read-only" },
    { status: "failed", reason: "disk full" },
  ])("%o is no failure of the run", async (result) => {
    const { travel, last } = await saved({}, ({ store }) => {
      store.saved = result;
    });
    expect(last).toBe(`not saved: ${"reason" in result ? result.reason : ""}`);
    expect(travel.report).toMatchObject({ saved: false, savedKey: null });
  });

  it("an untrusted run restores and does not save", async () => {
    const permission = { restore: true, save: false, reason: "the pull request comes from a fork" };
    const { store, caches, travel, engine } = setUp({ permission });
    await travel.restore(engine);
    await travel.save(caches, ended);
    expect([store.restores.length, store.saves, travel.report.notes.at(-1)]).toEqual([
      1,
      [],
      "not saved: the pull request comes from a fork",
    ]);
  });
});

it("leaves nothing behind", async () => {
  const { store, temp, travel, engine } = setUp();
  store.restored = { status: "restored", key: "host-go1.26.8-exact-5" };
  await travel.restore(engine);
  expect(readdirSync(temp)).toHaveLength(1);
  await travel.close();
  expect(readdirSync(temp)).toEqual([]);
});
