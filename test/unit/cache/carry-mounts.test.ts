import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CarrierOptions, carryMounts } from "../../../src/cache/carry-mounts.ts";
import { allLayers } from "../../../src/engine/layers.ts";
import type { CacheStore, FetchResult, SaveResult } from "../../../src/platform/cache-store.ts";

const { signal } = new AbortController();
const scope = { scope: "aaa", exact: "dockerfile" };
const today = "go-pipeline-1-mounts-aaa-sums-dockerfile-20260301";

let dir = "";
let told: string[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "carry-"));
  told = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A service that has caches under these keys. */
class Store implements CacheStore {
  readonly keys: string[];
  readonly asked: (readonly string[])[] = [];
  fetched: FetchResult = { status: "fetched" };
  saved: SaveResult = { status: "saved" };
  fetchedUpTo = 0;

  constructor(...keys: readonly string[]) {
    this.keys = [...keys];
  }

  async find({ keys }: Parameters<CacheStore["find"]>[0]): ReturnType<CacheStore["find"]> {
    this.asked.push(keys);
    const found = keys.flatMap((begin) => this.keys.filter((key) => key.startsWith(begin)))[0];
    return found === undefined ? { status: "missed" } : { status: "found", cache: { key: found, location: "" } };
  }

  async fetch({ dir: to, maxBytes }: Parameters<CacheStore["fetch"]>[0]): Promise<FetchResult> {
    this.fetchedUpTo = maxBytes;
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, "modules.tar"), "");
    return this.fetched;
  }

  async save({ key }: Parameters<CacheStore["save"]>[0]): Promise<SaveResult> {
    if (this.saved.status === "saved") this.keys.push(key);
    return this.saved;
  }
}

const carrier = (store: Store, over: Partial<CarrierOptions> = {}) =>
  carryMounts({
    ...{ store, permission: allLayers, sums: async () => "sums", tell: (line: string) => void told.push(line) },
    now: () => new Date("2026-03-01T10:00:00Z"),
    ...over,
  });

describe("Go's caches of image builds", () => {
  test("are saved once a day for the same modules, base image and Dockerfile", async () => {
    const store = new Store();
    const first = carrier(store);
    expect(await first.restore(scope, join(dir, "a"), signal)).toBeNull();
    expect(await first.whyNot(scope, signal)).toBeNull();
    await first.save(scope, dir, signal);
    expect(store.keys).toEqual([today]);
    expect(await first.whyNot(scope, signal)).toBe("another run has saved those of today");
    const second = carrier(store);
    expect(await second.restore(scope, join(dir, "b"), signal)).toEqual({ exact: true });
    expect(await second.whyNot(scope, signal)).toBe("those of today are there");
    expect(await second.whyNot({ ...scope, exact: "other" }, signal)).toBeNull();
    expect(told.map((line) => line.replace(/ in .* \(/, " ("))).toEqual([
      "Go's caches of image builds: nothing restored: no earlier run has left any",
      `Go's caches of image builds: saved (${today})`,
      `Go's caches of image builds: restored (${today})`,
    ]);
  });

  test("are those of the same build, best of the same modules, base and Dockerfile", async () => {
    const store = new Store(
      "go-pipeline-1-mounts-aaa-others-dockerfile-20260228",
      "go-pipeline-1-mounts-bbb-sums-dockerfile-20260301",
    );
    expect(await carrier(store).restore(scope, join(dir, "a"), signal)).toEqual({ exact: false });
    expect(store.asked).toEqual([
      ["go-pipeline-1-mounts-aaa-sums-dockerfile-", "go-pipeline-1-mounts-aaa-sums-", "go-pipeline-1-mounts-aaa-"],
    ]);
  });

  test("are only read where the run may not save, and not even asked for where it may not restore", async () => {
    const store = new Store(today);
    const reads = carrier(store, { permission: { restore: true, save: false, reason: "runs of main save them" } });
    expect(await reads.restore(scope, join(dir, "a"), signal)).toEqual({ exact: true });
    expect(await reads.whyNot(scope, signal)).toBe("runs of main save them");
    const asked = store.asked.length;
    const release = carrier(store, { permission: { restore: false, save: false, reason: "a release" } });
    expect(await release.restore(scope, join(dir, "b"), signal)).toBeNull();
    expect(await release.whyNot(scope, signal)).toBe("a release");
    expect(store.asked).toHaveLength(asked);
  });

  test("are taken up to a size that leaves room for the rest, and fetched with what is around them", async () => {
    const store = new Store(today);
    const carried = carrier(store);
    await carried.restore(scope, join(dir, "a"), signal);
    expect(carried.maxBytes).toBe(1.5 * 1024 ** 3);
    expect(store.fetchedUpTo).toBeGreaterThan(carried.maxBytes);
  });

  test("are done without when the service fails", async () => {
    const store = new Store(today);
    store.fetched = { status: "failed", reason: "it broke off" };
    store.saved = { status: "refused", reason: "read-only" };
    const carried = carrier(store);
    expect(await carried.restore(scope, join(dir, "a"), signal)).toBeNull();
    await carried.save(scope, dir, signal);
    expect(told).toEqual([
      "Go's caches of image builds: nothing restored: it broke off",
      "Go's caches of image builds: not saved: read-only",
    ]);
  });
});
