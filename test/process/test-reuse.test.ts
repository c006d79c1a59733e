import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CloneLab, type CloneOptions, cloneLab } from "../support/fresh-clones.ts";
import { expectExactReuse, facts, ranIn, writeReaders } from "../support/reading-tests.ts";
import { gitIn } from "../support/repository.ts";
import type { ActionRun } from "../support/run-action.ts";
import { until } from "../support/waiting.ts";

let lab: CloneLab;
beforeAll(() => {
  lab = cloneLab();
  writeReaders(lab);
});
afterAll(() => lab.dispose());

describe("fresh clones with the build cache of the run before", () => {
  it("runs exactly the tests that an edit concerns, with the result of a run of all", async () => {
    await expectExactReuse(lab);
  });

  /** One package alone, which reads a file. */
  const data: CloneOptions = { flags: ["--packages=./data"] };
  const main = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };

  it("runs all on the default branch, for pull requests to reuse", async () => {
    const full = await lab.run({ ...data, env: main });
    expect(full.report.testReuse).toMatchObject({ mode: "full", packages: 1, reused: 0 });
    expect(ranIn(full)).toEqual(["data"]);
    const reused = await lab.run(data);
    expect(reused.report.testReuse).toMatchObject({ mode: "reuse", packages: 1, reused: 1 });
    expect(reused.stdout).toContain("1 of 1 package unchanged");
    expect(facts(reused)).toEqual(facts(full));
  });

  it("takes no result that is older than it may be", async () => {
    const old = await lab.run({ flags: [...(data.flags ?? []), "--test-reuse-max-age=1ms"] });
    expect(ranIn(old)).toEqual(["data"]);
    expect(ranIn(await lab.run(data))).toEqual([]);
  });

  describe("with test-reuse-except", () => {
    const three = ["--packages=./data,./link,./listing"];
    const except = [...three, "--test-reuse-except=./data/...,./env"];
    const compared = async (flags: readonly string[] = []) => {
      const run = await lab.run({ flags: [...except, ...flags] });
      expect(facts(run)).toEqual(facts(await lab.runAll({ flags: [...three, ...flags] })));
      return { ran: ranIn(run), exitCode: run.exitCode };
    };

    it("runs these packages in every run and no other, with the result of a run of all", async () => {
      await lab.run({ flags: three });
      expect(await compared()).toEqual({ ran: ["data"], exitCode: 0 });
      expect(ranIn(await lab.run({ flags: except }))).toEqual(["data"]);
      const stream = readFileSync(join(lab.checkout, ".pipeline/tests/test2json.jsonl"), "utf8");
      const events = stream.trimEnd().split("\n");
      const started = events.flatMap((line) => /"Action":"start","Package":"([^"]+)"/.exec(line)?.[1] ?? []);
      expect(started.map((name) => name.split("/").at(-1))).toEqual(["link", "listing", "data"]);
      // What was kept without it is still there.
      expect(ranIn(await lab.run({ flags: three }))).toEqual([]);
    });

    it("adds up what both commands cover of a package", async () => {
      const coverage = ["--coverpkg=./data,./link,./listing"];
      // What a test binary covers is what the packages of its command import.
      expect((await compared(coverage)).ran).toEqual(["data", "link", "listing"]);
      expect(await compared(coverage)).toEqual({ ran: ["data"], exitCode: 0 });
    });

    it("fails with the tests of either command, and runs both", async () => {
      lab.write("shared/one.txt", "bad");
      lab.write("shared/two.txt", "bad");
      lab.commit();
      expect(await compared()).toEqual({ ran: ["data", "link"], exitCode: 1 });
      lab.write("shared/one.txt", "2\n");
      lab.write("shared/two.txt", "3\n");
      lab.write("data/testdata/a.txt", "bad");
      lab.commit();
      expect((await compared()).exitCode).toBe(1);
      expect(await compared()).toEqual({ ran: ["data"], exitCode: 1 });
      lab.write("data/testdata/a.txt", "11\n");
      lab.commit();
    });

    it("refuses a pattern that matches nothing, and shows a command that has all tests run", async () => {
      const wrong = await lab.start({ flags: ["--test-reuse-except=./data,./dta/..."] }).ended;
      expect(wrong.exitCode).toBe(2);
      expect(`${wrong.stdout}${wrong.stderr}`).toContain("test-reuse-except: ./dta/... matches no Go package");
      const dry = await lab.start({ flags: ["--dry-run", ...except] }).ended;
      expect(dry.stdout).toContain("go test -timeout=10m0s -count=1 ./data ./link ./listing");
    });
  });

  /** Files of the build cache: actions (`-a`), which name their outputs (`-d`). */
  const cacheFiles = (kind: "a" | "d"): readonly string[] => {
    const found = readdirSync(lab.cache, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile() && entry.name.endsWith(`-${kind}`));
    return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  };

  it("runs all on the default branch, also what a runner has made whose clock is ahead", async () => {
    await lab.run(data);
    for (const path of cacheFiles("a")) {
      const day = 86_400n * 1_000_000_000n;
      const ahead = (time: string): string => `${BigInt(time) + day}`.padStart(time.length);
      writeFileSync(path, readFileSync(path, "utf8").replace(/ +\d+(?=\n$)/, ahead));
    }
    expect(ranIn(await lab.run(data))).toEqual([]);
    expect(ranIn(await lab.run({ ...data, env: main }))).toEqual(["data"]);
  });

  it("takes nothing of a checkout at another path", async () => {
    const usual = await lab.run(data);
    const moved = await lab.run({ ...data, elsewhere: true });
    expect(ranIn(moved)).toEqual(["data"]);
    expect(facts(moved)).toEqual(facts(usual));
    expect(ranIn(await lab.run({ ...data, elsewhere: true }))).toEqual([]);
  });

  it.each(["a", "d"] as const)("comes to the same with half of every second file of a cache (%s)", async (kind) => {
    const whole = await lab.run(data);
    for (const path of cacheFiles(kind).filter((_, at) => at % 2 === 0)) {
      writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2));
    }
    expect(facts(await lab.run(data))).toEqual(facts(whole));
  });

  const written = "data/testdata/a.txt";
  const seconds = 1_790_000_000;
  const timeOf = (path: string): number => Math.floor(statSync(join(lab.checkout, path)).mtimeMs / 1000);
  const before = (checkout: string): void => {
    for (const path of [written, "data"]) utimesSync(join(checkout, path), seconds, seconds);
  };

  it("leaves the times of the checkout as they were, and git's index right", async () => {
    const { exitCode } = await lab.run({ ...data, before });
    expect({ exitCode, file: timeOf(written), directory: timeOf("data") }).toEqual({
      ...{ exitCode: 0, file: seconds, directory: seconds },
    });
    expect(gitIn(lab.checkout, "diff-files")).toBe("");
  });

  it("does so when it is cancelled", async () => {
    lab.write("slow/slow_test.go", 'package slow\n\nimport "testing"\n\nfunc TestSlow(*testing.T) { select {} }\n');
    lab.commit();
    const { child, ended } = lab.start({ flags: ["--packages=./slow"], before });
    await until(() => timeOf(written) < seconds);
    child.kill("SIGINT");
    expect({ exitCode: (await ended).exitCode, file: timeOf(written) }).toEqual({ exitCode: 130, file: seconds });
  });

  it("says beforehand what it is going to do", async () => {
    const dry = (flags: readonly string[], env: CloneOptions["env"] = {}): Promise<ActionRun> =>
      lab.start({ flags: ["--dry-run", ...flags], env }).ended;
    expect((await dry([])).stdout).toContain("\ntests      reuse (this is a pull request)\n");
    expect((await dry(["--test-flags=-count=1"])).stdout).toContain(
      "\ntests      off (nothing can be reused: -count=1 makes go test run again)\n",
    );
    const own = { RUNNER_ENVIRONMENT: "self-hosted" };
    const refusal = "times of files are set only on a runner that GitHub hosts, which is gone after the job";
    expect((await dry([], own)).stdout).toContain(`\ntests      off (${refusal})\n`);
    const asked = await lab.start({ flags: ["--test-reuse=true"], env: own }).ended;
    expect(asked.exitCode).toBe(2);
    expect(`${asked.stdout}${asked.stderr}`).toContain(
      `test-reuse: "true" cannot be had with engine host here: ${refusal}; use auto, which reuses results where it can, or false`,
    );
  });
});
