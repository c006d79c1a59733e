import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CacheKeys, cacheKeys } from "../../../src/cache/keys.ts";
import type { Permission } from "../../../src/cache/permission.ts";
import { CacheTravel, type RunEnd, type TravelOptions } from "../../../src/cache/travel.ts";
import type { Expectation } from "../../../src/engine/adapter.ts";
import type { CacheListing } from "../../../src/engine/cache-listing.ts";
import type { CacheState, EngineCaches } from "../../../src/engine/engine.ts";
import type {
  CacheStore,
  FetchRequest,
  FetchResult,
  FindRequest,
  FindResult,
  SaveRequest,
  SaveResult,
} from "../../../src/platform/cache-store.ts";
import { directory } from "../../support/repository.ts";
import { action, listing, old, output, used } from "./listing.ts";

const allowed: Permission = { restore: true, save: true, base: true, reason: null };
const onBranch: Permission = { ...allowed, base: false };
const ended: RunEnd = { goVersion: "go1.26.8", spoiled: null, complete: true, testsFailed: false, sidecar: null };
const today = new Date("2026-11-29T12:00:00Z");
const keysFor = (expected: Expectation): CacheKeys =>
  cacheKeys({ ...expected, arch: "x64", settings: "aa", sums: "bb" });
const keys = keysFor({ engine: "host", os: "linux", toolchain: "go1.26.8", image: "u1" });
const baseOfToday = keys.baseOf(today);
const olderBase = keys.baseOf(new Date("2026-11-27T12:00:00Z"));
const deltaTo = (base: string | null): string => `${keys.deltas(base)[0]}6-1-00`;
const missed: FindResult = { status: "missed" };

class FakeStore implements CacheStore {
  readonly finds: FindRequest[] = [];
  readonly fetches: FetchRequest[] = [];
  readonly saves: SaveRequest[] = [];
  /** Keys of what it has, newest first. */
  held: readonly string[] = [];
  /** By key: why it does not come. */
  readonly broken = new Map<string, string>();
  /** By key: the text that comes with it. */
  readonly sidecars = new Map<string, string>();
  found: FindResult | null = null;
  saved: SaveResult = { status: "saved" };
  sent: string | null = null;

  async find(request: FindRequest): Promise<FindResult> {
    this.finds.push(request);
    if (this.found !== null) return this.found;
    for (const beginning of request.keys) {
      const key = this.held.find((one) => one.startsWith(beginning));
      if (key !== undefined) return { status: "found", cache: { key, location: "here" } };
    }
    return missed;
  }

  async fetch(request: FetchRequest): Promise<FetchResult> {
    this.fetches.push(request);
    mkdirSync(request.dir, { recursive: true });
    writeFileSync(join(request.dir, "part"), "");
    const text = this.sidecars.get(request.cache.key);
    if (text !== undefined) writeFileSync(join(request.dir, "sidecar.json"), text);
    const reason = this.broken.get(request.cache.key);
    return reason === undefined ? { status: "fetched" } : { status: "failed", reason };
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    this.saves.push(request);
    const sidecar = join(request.dir, "sidecar.json");
    this.sent = existsSync(sidecar) ? readFileSync(sidecar, "utf8") : null;
    return this.saved;
  }
}

type Brought = Parameters<EngineCaches["begin"]>[0];

class FakeCaches implements EngineCaches {
  current: CacheState = { os: "linux", toolchain: "go1.26.8", image: "u1", kept: null };
  readonly begun: Brought[] = [];
  refuses = false;
  held: CacheListing = listing([used(action("1"), 1_024), used(output("1"), 1_024)]);
  readonly packed: (readonly string[])[] = [];

  async state(): Promise<CacheState> {
    return this.current;
  }

  async begin(brought: Brought): Promise<{ base: number; delta: number }> {
    this.begun.push(brought);
    const { base, delta } = brought;
    if (base !== null && this.refuses) throw new Error("mod/x is neither a file nor a directory");
    for (const dir of [base, delta]) if (dir !== null) expect(readdirSync(dir)).toEqual(["part"]);
    return { base: base === null ? 0 : 1_024, delta: delta === null ? 0 : 512 };
  }

  async list(): Promise<CacheListing> {
    return this.held;
  }

  async pack(dir: string, names: readonly string[]): Promise<void> {
    mkdirSync(dir);
    this.packed.push(names);
  }
}

function setUp(options: Partial<TravelOptions> = {}) {
  const [store, caches, temp] = [new FakeStore(), new FakeCaches(), directory({})];
  const lines: string[] = [];
  const travel = new CacheTravel({
    store,
    permission: allowed,
    keysFor,
    run: "7-1-ab",
    sums: ["x v1 h1:=\n"],
    tempRoot: temp,
    signal: new AbortController().signal,
    now: () => today,
    tell: (line) => lines.push(line.replaceAll(/\d+ ms/g, "N ms")),
    ...options,
  });
  return { store, caches, temp, lines, travel, engine: { name: "host", caches } as const };
}

const none: Brought = { base: null, delta: null };

describe("restoring", () => {
  it("brings the newest base and the newest delta to it", async () => {
    const { store, caches, lines, travel, engine } = setUp();
    store.held = [deltaTo(olderBase), baseOfToday, deltaTo(baseOfToday), olderBase];
    await travel.restore(engine);
    expect(store.finds.map((request) => request.keys)).toEqual([keys.bases, keys.deltas(baseOfToday)]);
    expect(store.fetches.map(({ cache }) => cache.key).sort()).toEqual([baseOfToday, deltaTo(baseOfToday)].sort());
    const places = new Map(store.fetches.map(({ cache, dir }) => [cache.key, dir]));
    expect(caches.begun).toEqual([{ base: places.get(baseOfToday), delta: places.get(deltaTo(baseOfToday)) }]);
    expect(travel.report).toMatchObject({
      ...{ hit: true, key: baseOfToday, restoredBytes: 1_536, notes: [] },
      base: { key: baseOfToday, bytes: 1_024, ms: expect.any(Number) },
      delta: { key: deltaTo(baseOfToday), bytes: 512, ms: expect.any(Number) },
    });
    expect(lines).toEqual([`caches: restored 1.5 KiB in N ms (${baseOfToday}, ${deltaTo(baseOfToday)})`]);
  });

  it("brings a base alone, and no delta whose base is gone", async () => {
    const { store, caches, travel, engine } = setUp();
    store.held = [deltaTo(olderBase), baseOfToday];
    await travel.restore(engine);
    expect(caches.begun).toMatchObject([{ base: expect.any(String), delta: null }]);
    expect(travel.report).toMatchObject({ hit: true, key: baseOfToday, delta: null, notes: [] });
    const gone = setUp();
    gone.store.held = [deltaTo(olderBase)];
    await gone.travel.restore(gone.engine);
    expect(gone.caches.begun).toEqual([none]);
    expect(gone.travel.report.notes).toEqual(["nothing restored: no cache of an earlier run fits"]);
  });

  it("brings a delta to nothing where there is no base", async () => {
    const { store, caches, travel, engine } = setUp();
    store.held = [deltaTo(null)];
    await travel.restore(engine);
    expect(caches.begun).toMatchObject([{ base: null, delta: expect.any(String) }]);
    expect(travel.report).toMatchObject({ hit: true, key: deltaTo(null), base: null, restoredBytes: 512 });
  });

  it("is no hit when modules or settings were others", async () => {
    const { store, travel, engine } = setUp();
    const other = baseOfToday.replace("-bb-", "-cc-");
    store.held = [other, deltaTo(other).replace("-bb-", "-cc-")];
    await travel.restore(engine);
    expect(travel.report).toMatchObject({ hit: false, key: other, delta: { bytes: 512 } });
  });

  it("is a hit when the delta is of the same modules and settings", async () => {
    const { store, travel, engine } = setUp();
    const other = baseOfToday.replace("-bb-", "-cc-");
    store.held = [other, deltaTo(other)];
    await travel.restore(engine);
    expect(travel.report).toMatchObject({ hit: true, key: other });
  });

  it("takes a base of another image where there is none of its own, and says so", async () => {
    const { store, travel, engine } = setUp();
    const other = baseOfToday.replace("-u1-", "-u2-");
    store.held = [other, deltaTo(other).replace("-u1-", "-u2-"), deltaTo(other)];
    await travel.restore(engine);
    expect(travel.report).toMatchObject({ hit: true, key: other, delta: { key: deltaTo(other) } });
    expect(travel.ofOtherImage).toBe(true);
    const both = setUp();
    both.store.held = [other, olderBase];
    expect(both.travel.ofOtherImage).toBe(false);
    await both.travel.restore(both.engine);
    expect([both.travel.report.key, both.travel.ofOtherImage]).toEqual([olderBase, false]);
    const cold = setUp();
    await cold.travel.restore(cold.engine);
    expect(cold.travel.ofOtherImage).toBe(false);
  });

  it.each<readonly [FindResult, string]>([
    [missed, "nothing restored: no cache of an earlier run fits"],
    [{ status: "failed", reason: "no answer" }, "nothing restored: no answer"],
  ])("%o is a cold run, said once", async (found, note) => {
    const { store, caches, lines, travel, engine } = setUp();
    store.found = found;
    await travel.restore(engine);
    expect([caches.begun, store.fetches, travel.report.notes, lines]).toEqual([
      [none],
      [],
      [note],
      [`caches: ${note}`],
    ]);
  });

  it("a base that does not arrive is a cold run, whatever becomes of its delta, and leaves no part of an archive", async () => {
    const { store, caches, travel, engine } = setUp();
    store.held = [baseOfToday, deltaTo(baseOfToday)];
    store.broken.set(baseOfToday, "not finished within 90 s");
    await travel.restore(engine);
    expect(caches.begun).toEqual([none]);
    expect(travel.report).toMatchObject({ key: null, notes: ["nothing restored: not finished within 90 s"] });
    const place = store.fetches.find(({ cache }) => cache.key === baseOfToday)?.dir ?? "";
    expect([place, existsSync(place)]).toEqual([expect.stringContaining("go-caches"), false]);
  });

  it("a delta that does not arrive leaves the base, and is said", async () => {
    const { store, caches, travel, engine } = setUp();
    store.held = [baseOfToday, deltaTo(baseOfToday)];
    store.broken.set(deltaTo(baseOfToday), "the archive ends too early");
    await travel.restore(engine);
    expect(caches.begun).toMatchObject([{ base: expect.any(String), delta: null }]);
    expect(travel.report).toMatchObject({ hit: true, notes: ["no delta: the archive ends too early"] });
  });

  it("has 90 seconds in all", async () => {
    const { store, travel, engine } = setUp();
    store.held = [baseOfToday, deltaTo(baseOfToday)];
    await travel.restore(engine);
    for (const { limitMs } of store.fetches) expect(limitMs).toBeLessThanOrEqual(90_000);
    for (const { limitMs } of store.fetches) expect(limitMs).toBeGreaterThan(60_000);
  });

  it("an archive that is none of ours is put aside", async () => {
    const { store, caches, travel, engine } = setUp();
    store.held = [baseOfToday];
    caches.refuses = true;
    await travel.restore(engine);
    expect(caches.begun).toEqual([{ base: store.fetches[0]?.dir, delta: null }, none]);
    expect(travel.report).toMatchObject({
      key: null,
      notes: ["nothing restored: mod/x is neither a file nor a directory"],
    });
  });

  it("begins before the engine is there, and again when another one was taken", async () => {
    const { store, caches, travel } = setUp();
    const dagger = { engine: "dagger", os: "linux", toolchain: "golang:1.26", image: "" } as const;
    travel.expect(dagger);
    caches.current = { os: "linux", toolchain: "golang:1.26", image: "", kept: null };
    await travel.restore({ name: "dagger", caches });
    const asked = [keysFor(dagger).bases, keysFor(dagger).deltas(null)];
    expect(store.finds.map((request) => request.keys)).toEqual(asked);
    const fallenBack = setUp();
    fallenBack.travel.expect(dagger);
    await fallenBack.travel.restore({ name: "host", caches: fallenBack.caches });
    expect(fallenBack.store.finds.map((request) => request.keys)).toEqual([...asked, keys.bases, keys.deltas(null)]);
  });

  it("ends a download that began early where caches stay", async () => {
    const { store, caches, travel, engine } = setUp();
    // Answers when it is ended, and not before.
    store.find = async ({ signal }) => {
      if (!signal.aborted) await once(signal, "abort");
      return { status: "failed", reason: "ended" };
    };
    travel.expect({ engine: "host", os: "linux", toolchain: "go1.26.8", image: "u1" });
    caches.current = { os: "linux", toolchain: "go1.26.8", image: "u1", kept: "this machine keeps its build cache" };
    await travel.restore(engine);
    await travel.close();
    expect(travel.report.notes).toEqual(["this machine keeps its build cache"]);
  });

  it("nothing travels where caches stay, and neither asks the service nor saves", async () => {
    const { store, caches, lines, travel, engine } = setUp();
    caches.current = { os: "linux", toolchain: "go1.26.8", image: "u1", kept: "this machine keeps its build cache" };
    await travel.restore(engine);
    await travel.save(caches, ended);
    expect([store.finds, store.saves, caches.begun]).toEqual([[], [], []]);
    expect(lines).toEqual(["caches: this machine keeps its build cache"]);
  });

  it("a release asks for nothing", async () => {
    const permission = { ...onBranch, restore: false, save: false, reason: "releases are built from sources alone" };
    const { store, lines, travel, engine, caches } = setUp({ permission });
    travel.expect({ engine: "host", os: "linux", toolchain: "go1.26.8", image: "u1" });
    await travel.restore(engine);
    await travel.save(caches, ended);
    expect([store.finds, store.saves]).toEqual([[], []]);
    expect(lines).toEqual(["caches: releases are built from sources alone"]);
  });
});

describe("the text that goes with caches", () => {
  const brought = async (sidecars: Readonly<Record<string, string>>, refuses = false): Promise<string | null> => {
    const { store, caches, travel, engine } = setUp();
    store.held = [baseOfToday, deltaTo(baseOfToday)];
    for (const [key, text] of Object.entries(sidecars)) store.sidecars.set(key, text);
    caches.refuses = refuses;
    await travel.restore(engine);
    return travel.sidecar;
  };

  it("comes back from the delta, or else from the base", async () => {
    expect(await brought({ [baseOfToday]: "base", [deltaTo(baseOfToday)]: "delta" })).toBe("delta");
    expect(await brought({ [baseOfToday]: "base" })).toBe("base");
    expect(await brought({})).toBeNull();
  });

  it("does not come from what is not used, nor when it is too large", async () => {
    expect(await brought({ [baseOfToday]: "base" }, true)).toBeNull();
    expect(await brought({ [deltaTo(baseOfToday)]: "x".repeat(1024 ** 2 + 1) })).toBeNull();
    expect(await brought({ [deltaTo(baseOfToday)]: "x".repeat(1024 ** 2) })).toHaveLength(1024 ** 2);
  });

  it.each([
    ["{}", "{}"],
    [null, null],
    ["x".repeat(1024 ** 2 + 1), null],
  ])("goes with what is saved unless it is too large (%#)", async (sidecar, sent) => {
    const { store, caches, travel, engine } = setUp();
    await travel.restore(engine);
    await travel.save(caches, { ...ended, sidecar });
    expect([travel.report.saved, store.sent]).toEqual([true, sent]);
    const told = travel.report.notes.includes("the run's notes are too large to be kept");
    expect(told).toBe(sidecar !== sent);
  });
});

/** An action with its output. */
const pair = (digit: string) => [used(action(digit), 1_024), used(output(digit), 1_024)];
const namesOf = (files: CacheListing["files"]): ReadonlySet<string> => new Set(files.map(({ name }) => name));

describe("saving", () => {
  async function saved(
    end: Partial<RunEnd> = {},
    change: (parts: ReturnType<typeof setUp>) => void = () => undefined,
    permission = allowed,
  ) {
    const parts = setUp({ permission });
    change(parts);
    await parts.travel.restore(parts.engine);
    await parts.travel.save(parts.caches, { ...ended, ...end });
    return { ...parts, last: parts.travel.report.notes.at(-1) };
  }

  it("keeps all that the run used as the base of the day on the default branch", async () => {
    const { store, caches, travel, lines } = await saved();
    expect(store.saves).toMatchObject([{ key: baseOfToday, limitMs: 180_000 }]);
    expect(caches.packed).toEqual([[action("1"), output("1")]]);
    expect(travel.report).toMatchObject({ saved: true, savedAs: "base", savedKey: baseOfToday, savedBytes: 2_048 });
    expect(lines.at(-1)).toBe(`caches: saved 2.0 KiB as base in N ms (${baseOfToday})`);
  });

  it.each([
    ["on another day", olderBase],
    ["when modules have changed", baseOfToday.replace("-bb-", "-cc-")],
    ["when settings have changed", baseOfToday.replace("-aa-", "-cc-")],
  ])("saves a new base %s", async (_, held) => {
    const { store, caches } = await saved({}, (parts) => {
      parts.store.held = [held];
      parts.caches.held = listing([...pair("1"), ...pair("2")], {
        base: namesOf(pair("1")),
        restored: namesOf(pair("1")),
      });
    });
    expect(store.saves.map(({ key }) => key)).toEqual([baseOfToday]);
    expect(caches.packed[0]).toHaveLength(4);
  });

  it("keeps what the run used beyond the base of the day as a delta", async () => {
    const { store, caches, travel } = await saved({}, (parts) => {
      parts.store.held = [baseOfToday];
      parts.caches.held = listing([...pair("1"), ...pair("2")], {
        base: namesOf(pair("1")),
        restored: namesOf(pair("1")),
      });
    });
    const key = `${keys.deltas(baseOfToday)[0]}7-1-ab`;
    expect(store.saves.map((request) => request.key)).toEqual([key]);
    expect(caches.packed).toEqual([[action("2"), output("2")]]);
    expect(travel.report).toMatchObject({ saved: true, savedAs: "delta", savedKey: key, savedBytes: 2_048 });
  });

  it.each([
    ["its base", [olderBase], olderBase],
    ["nothing, where there is no base", [], null],
  ] as const)("other branches and pull requests save deltas to %s", async (_, held, base) => {
    const { store, travel } = await saved(
      {},
      (parts) => {
        parts.store.held = held;
      },
      onBranch,
    );
    expect(store.saves.map(({ key }) => key)).toEqual([`${keys.deltas(base)[0]}7-1-ab`]);
    expect(travel.report.savedAs).toBe("delta");
  });

  it("saves no delta to a base that could not be restored, but a base where it may", async () => {
    const lose = ({ store }: ReturnType<typeof setUp>): void => {
      store.held = [olderBase];
      store.broken.set(olderBase, "not finished within 90 s");
    };
    const branch = await saved({}, lose, onBranch);
    expect([branch.store.saves, branch.caches.packed, branch.last]).toEqual([
      [],
      [],
      "not saved: what there is of earlier runs could not be restored",
    ]);
    expect((await saved({}, lose)).store.saves.map(({ key }) => key)).toEqual([baseOfToday]);
  });

  it("packs no base that another run has saved meanwhile", async () => {
    const parts = setUp();
    await parts.travel.restore(parts.engine);
    parts.store.held = [baseOfToday];
    await parts.travel.save(parts.caches, ended);
    expect([parts.caches.packed, parts.store.saves]).toEqual([[], []]);
    expect(parts.travel.report.notes.at(-1)).toBe("not saved: another run has saved the base of today");
  });

  it("keeps what was not used when stages did not run", async () => {
    const rest = [old(action("2"), 10), old(output("2"), 10)];
    const restored = new Set(rest.map(({ name }) => name));
    const hold = ({ caches }: ReturnType<typeof setUp>): void => {
      caches.held = listing([...caches.held.files, ...rest], { restored });
    };
    expect((await saved({ complete: false }, hold)).caches.packed[0]).toHaveLength(4);
    expect((await saved({}, hold)).caches.packed[0]).toHaveLength(2);
    const ofOther = (parts: ReturnType<typeof setUp>): void => {
      hold(parts);
      parts.store.held = [olderBase.replace("-u1-", "-u2-")];
    };
    expect((await saved({}, ofOther)).caches.packed[0]).toHaveLength(2);
    // Results of tests that another image has made would be this one's by the name of the base.
    for (const end of [{ complete: false }, { testsFailed: true }]) {
      const { caches, last } = await saved(end, ofOther);
      expect(caches.packed).toEqual([]);
      expect(last).toMatch(/^not saved: a base for another image of the runner needs a run/);
    }
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

  it("does not save what is there already", async () => {
    const { store, caches, last } = await saved({}, (parts) => {
      parts.caches.held = listing(pair("1"), { restored: namesOf(pair("1")) });
    });
    expect([store.saves, caches.packed, last]).toEqual([[], [], "not saved: nothing new was compiled"]);
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
    const permission = { ...onBranch, save: false, reason: "the pull request comes from a fork" };
    const { store, caches, travel, engine } = setUp({ permission });
    await travel.restore(engine);
    await travel.save(caches, ended);
    expect([store.finds.length, store.saves, travel.report.notes.at(-1)]).toEqual([
      2,
      [],
      "not saved: the pull request comes from a fork",
    ]);
  });
});

it("leaves nothing behind", async () => {
  const { store, temp, travel, engine } = setUp();
  store.held = [baseOfToday];
  await travel.restore(engine);
  expect(readdirSync(temp)).toHaveLength(1);
  await travel.close();
  expect(readdirSync(temp)).toEqual([]);
});
