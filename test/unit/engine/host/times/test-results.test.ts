import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { HostTestResults } from "../../../../../src/engine/host/times/test-results.ts";
import { repository } from "../../../../support/repository.ts";

const { signal } = new AbortController();

const facts = { GOVERSION: "go1.26.8", GOOS: "linux", GOARCH: "amd64", GOFLAGS: "" };

function machine(goFails = false) {
  const root = repository({ "go.mod": "module a\n", "cache/README": "" });
  const asked: string[] = [];
  const go = {
    installed: async () => ({ ...facts, GOCACHE: join(root, "cache"), GOMODCACHE: join(root, "mod") }),
    forgetTests: async () => {
      asked.push("clean -testcache");
      if (goFails) throw new Error("go: no");
    },
  };
  const results = new HostTestResults({ root, without: [], go });
  const expire = join(root, "cache", "testexpire.txt");
  return { root, asked, results, expire, debug: () => undefined };
}

it("lets results expire by their age, and lets a later time stand", async () => {
  const { results, expire, asked, debug } = machine();
  const before = Date.now();
  await results.begin({ maxAgeMs: 3_600_000, times: false }, debug, signal);
  const written = readFileSync(expire, "utf8");
  expect(written).toMatch(/^\d{19}\n$/);
  const ms = Number(BigInt(written.trim()) / 1_000_000n) + 3_600_000;
  expect(ms).toBeGreaterThanOrEqual(before);
  expect(ms).toBeLessThanOrEqual(Date.now());
  await results.begin({ maxAgeMs: 7_200_000, times: false }, debug, signal);
  expect(readFileSync(expire, "utf8")).toBe(written);
  // What is no such file does not keep results alive.
  writeFileSync(expire, "9999999999999999999");
  await results.begin({ maxAgeMs: 3_600_000, times: false }, debug, signal);
  expect(readFileSync(expire, "utf8")).toMatch(/^\d{19}\n$/);
  expect(asked).toEqual([]);
});

it("forgets all with Go's own command, and sets and puts back times", async () => {
  const { results, asked, root, expire, debug } = machine();
  const before = BigInt(Date.now()) * 1_000_000n;
  const old = statSync(join(root, "go.mod")).mtimeMs;
  await results.begin({ maxAgeMs: 0, times: true }, debug, signal);
  expect(asked).toEqual(["clean -testcache"]);
  // Whatever the clock was of the machine that made a result.
  expect(readFileSync(expire, "utf8")).toBe("9223372036854775807\n");
  expect(statSync(join(root, "go.mod")).mtime.getUTCFullYear()).toBeLessThan(2020);
  // The build cache lies in the repository here: Go removes entries that look old.
  expect(statSync(join(root, "cache", "README")).mtime.getUTCFullYear()).toBeGreaterThan(2020);
  await results.close();
  expect(Math.abs(statSync(join(root, "go.mod")).mtimeMs - old)).toBeLessThan(0.01);
  // What the run itself has made counts from then on.
  const after = BigInt(readFileSync(expire, "utf8").trim());
  expect([after >= before, after <= BigInt(Date.now()) * 1_000_000n]).toEqual([true, true]);
});

it("sets no times when results could not be forgotten", async () => {
  const { results, root, debug } = machine(true);
  await expect(results.begin({ maxAgeMs: 0, times: true }, debug, signal)).rejects.toThrow("go: no");
  expect(statSync(join(root, "go.mod")).mtime.getUTCFullYear()).toBeGreaterThan(2020);
  await results.close();
});
