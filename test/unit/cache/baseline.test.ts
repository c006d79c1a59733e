import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Baselines, baselineSettings, parseBaseline, serializeBaseline } from "../../../src/cache/baseline.ts";
import type { Permission } from "../../../src/cache/permission.ts";
import type { Coverage } from "../../../src/model/report.ts";
import type { CacheStore, FetchResult, FindResult, SaveResult } from "../../../src/platform/cache-store.ts";
import { directory } from "../../support/repository.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const coverage: Coverage = {
  ...{ percent: 75, covered: 3, statements: 4, missing: [], files: [] },
  packages: [{ importPath: "example.com/m", percent: 75, covered: 3, statements: 4 }],
};
const kept = {
  percent: 75,
  covered: 3,
  statements: 4,
  packages: [{ importPath: "example.com/m", covered: 3, statements: 4 }],
};
const all: Permission = { restore: true, save: true, base: true, reason: null };

interface Answers {
  readonly find?: FindResult | Error;
  readonly fetch?: FetchResult;
  readonly save?: SaveResult;
  readonly text?: string;
}

/** A store of entries by key, unless it is told what to answer. */
function storeOf(answers: Answers = {}) {
  const entries = new Map<string, string>();
  const store: CacheStore = {
    find: async ({ keys }) => {
      if (answers.find instanceof Error) throw answers.find;
      const key = [...entries.keys()].find((entry) => keys.some((beginning) => entry.startsWith(beginning)));
      const found: FindResult =
        key === undefined ? { status: "missed" } : { status: "found", cache: { key, location: key } };
      return answers.find ?? found;
    },
    fetch: async ({ cache, dir }) => {
      mkdirSync(dir);
      writeFileSync(join(dir, "baseline.json"), answers.text ?? entries.get(cache.key) ?? "");
      return answers.fetch ?? { status: "fetched" };
    },
    save: async ({ dir, key }) => {
      entries.set(key, readFileSync(join(dir, "baseline.json"), "utf8"));
      return answers.save ?? { status: "saved" };
    },
  };
  return { entries, store };
}

function baselines(
  store: CacheStore | null,
  over: { permission?: Partial<Permission>; settings?: string; tempRoot?: string } = {},
) {
  return new Baselines({
    service: store === null ? { ok: false, reason: "no service here" } : { ok: true, store },
    permission: { ...all, ...over.permission },
    settings: over.settings ?? "s",
    tempRoot: over.tempRoot ?? directory({}),
    signal: new AbortController().signal,
  });
}

describe("coverage of a commit", () => {
  it("is found by runs with the same settings, and leaves no file behind", async () => {
    const { store, entries } = storeOf();
    const tempRoot = directory({});
    const before = await baselines(store, { tempRoot }).find(commit);
    expect(before.problem).toBe("no run of 0123456789ab with the same settings has left one");
    expect(await baselines(store, { tempRoot }).save(commit, coverage)).toBeNull();
    expect([...entries.keys()]).toEqual([`go-pipeline-coverage-1-s-${commit}`]);
    expect(await baselines(store, { tempRoot }).find(commit)).toEqual({ coverage: kept, problem: null });
    expect((await baselines(store, { settings: "other" }).find(commit)).coverage).toBeNull();
    expect(readdirSync(tempRoot)).toEqual([]);
  });

  it.each<readonly [Answers, string]>([
    [{ find: { status: "failed", reason: "answered 500" } }, "answered 500"],
    [{ find: new Error("broke") }, "broke"],
    [
      { find: { status: "found", cache: { key: "another", location: "" } } },
      "no run of 0123456789ab with the same settings has left one",
    ],
    [{ fetch: { status: "failed", reason: "cut off" } }, "cut off"],
    [{ text: "{" }, "what an earlier run has left is damaged"],
    [{ text: "{}" }, "what an earlier run has left is damaged"],
  ])("is not known: %j", async (answers, problem) => {
    const { store } = storeOf(answers);
    await baselines(store).save(commit, coverage);
    expect(await baselines(store).find(commit)).toEqual({ coverage: null, problem });
  });

  it("is neither looked for nor kept where that is not permitted, or nothing keeps it", async () => {
    const { store, entries } = storeOf();
    const reader = baselines(store, { permission: { save: false, reason: "the pull request comes from a fork" } });
    expect(await reader.save(commit, coverage)).toBe("the pull request comes from a fork");
    const none = baselines(store, { permission: { restore: false, save: false, reason: "cache: false" } });
    expect((await none.find(commit)).problem).toBe("cache: false");
    const silent = baselines(store, { permission: { restore: false, reason: null } });
    expect((await silent.find(commit)).problem).toBe("caches are not read");
    expect([await baselines(null).save(commit, coverage), (await baselines(null).find(commit)).problem]).toEqual([
      "no service here",
      "no service here",
    ]);
    expect(entries.size).toBe(0);
  });

  it("is kept once: a run that was faster is none of anybody's trouble", async () => {
    expect(
      await baselines(storeOf({ save: { status: "refused", reason: "it is there" } }).store).save(commit, coverage),
    ).toBeNull();
    const failed = storeOf({ save: { status: "failed", reason: "the quota is used up" } }).store;
    expect(await baselines(failed).save(commit, coverage)).toBe("the quota is used up");
    expect(await baselines(failed, { tempRoot: "/dev/null" }).save(commit, coverage)).toMatch(/ENOTDIR/);
  });
});

describe("what is kept", () => {
  it("is checked before it is believed", () => {
    const text = (over: object) => JSON.stringify({ version: 1, covered: 1, statements: 2, packages: [], ...over });
    expect(parseBaseline(text({}))).toEqual({ percent: 50, covered: 1, statements: 2, packages: [] });
    expect(parseBaseline(text({ covered: 0, statements: 0 }))?.percent).toBeNull();
    const wrong = [
      { covered: 3 },
      { covered: -1 },
      { version: 2 },
      { packages: [{ importPath: "a", covered: 2, statements: 1 }] },
      { packages: [{ importPath: 7, covered: 1, statements: 1 }] },
    ];
    expect(wrong.map((over) => parseBaseline(text(over)))).toEqual(wrong.map(() => null));
  });

  it("leaves packages out where they are too many", () => {
    const [one] = coverage.packages;
    if (one === undefined) throw new Error("no package");
    const many = Array.from({ length: 20_001 }, (_, at) => ({ ...one, importPath: `p${at}` }));
    expect(parseBaseline(serializeBaseline({ ...coverage, packages: many }))).toEqual({ ...kept, packages: [] });
  });

  it("is another one for other settings", () => {
    expect(baselineSettings({ race: true })).not.toBe(baselineSettings({ race: false }));
  });
});
