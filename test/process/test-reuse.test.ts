import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CloneLab, type CloneOptions, type CloneRun, cloneLab } from "../support/fresh-clones.ts";
import { gitIn } from "../support/repository.ts";
import type { ActionRun } from "../support/run-action.ts";
import { until } from "../support/waiting.ts";

/** A package whose only test reads something; what it finds decides what it covers, and `bad` in it whether it passes. */
function reader(name: string, read: string, imports = ['"os"']): Record<string, string> {
  const source = `package ${name}

// Grade covers other lines for other texts.
func Grade(text string) int {
	sum := 0
	for _, c := range text {
		if c == '1' {
			sum += 1
		} else if c == '2' {
			sum += 2
			sum *= 2
		}
	}
	return sum
}
`;
  const test = `package ${name}

import (
	${[...imports, '"strings"', '"testing"'].join("\n\t")}
)

func read(t *testing.T) string {
	${read}
}

func TestIt(t *testing.T) {
	text := read(t)
	t.Logf("%s has %d", text, Grade(text))
	if strings.Contains(text, "bad") {
		t.Fatal(text)
	}
}
`;
  return { [`${name}/${name}.go`]: source, [`${name}/${name}_test.go`]: test };
}

const file = (path: string): string => `b, err := os.ReadFile(${JSON.stringify(path)})
	if err != nil {
		return err.Error()
	}
	return string(b)`;

const names = `found, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, f := range found {
		text += f.Name()
	}
	return text`;

const mode = `info, err := os.Stat("testdata/run.sh")
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().String()`;

const sources: Readonly<Record<string, string>> = {
  "go.mod":
    "module example.com/app\n\ngo 1.25\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ./nested/lib\n",
  "nested/lib/go.mod": "module example.com/lib\n\ngo 1.25\n",
  "nested/lib/lib.go": 'package lib\n\nfunc Text() string { return "1" }\n',
  ...reader("data", file("testdata/a.txt")),
  "data/testdata/a.txt": "11\n",
  ...reader("link", file("testdata/link")),
  "shared/one.txt": "1\n",
  "shared/two.txt": "3\n",
  ...reader("listing", names),
  "listing/testdata/1": "",
  "listing/testdata/2": "",
  ...reader("env", 'return os.Getenv("APP_TEXT")'),
  ...reader("dep", "return lib.Text()", ['"example.com/lib"']),
  ...reader("tags", "return tagged", []),
  "tags/tag_test.go": '//go:build !two\n\npackage tags\n\nconst tagged = "1"\n',
  "tags/tag_two_test.go": '//go:build two\n\npackage tags\n\nconst tagged = "2"\n',
  ...reader("modes", mode),
  "modes/testdata/run.sh": "#!/bin/sh\n",
  ...reader("sub", file("../third/data.txt")),
  ...reader("skip", file("testdata/skip.txt")),
  "skip/testdata/skip.txt": "1\n",
  ...reader("lfs", file("testdata/big.bin")),
  "lfs/testdata/big.bin": pointer("1"),
  ...reader("plain", 'return "1"', []),
};

function pointer(digit: string): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${digit.repeat(64)}\nsize 12345\n`;
}

const everything = ["data", "dep", "env", "lfs", "link", "listing", "modes", "plain", "skip", "sub", "tags"];

interface Step {
  /** By what they change. */
  readonly edits: Readonly<Record<string, () => void>>;
  readonly options?: CloneOptions;
  /** Packages that have to run, and no other. */
  readonly ran: readonly string[];
  readonly exitCode?: number;
}

let lab: CloneLab;
beforeAll(() => {
  lab = cloneLab();
  for (const [path, text] of Object.entries(sources)) lab.write(path, text);
  mkdirSync(join(lab.origin, "link/testdata"));
  symlinkSync("../../shared/one.txt", join(lab.origin, "link/testdata/link"));
  lab.commit();
});
afterAll(() => lab.dispose());

/** Import paths without the module's. */
function ranIn({ report }: CloneRun): readonly string[] {
  const packages = report.totals.tests?.packages ?? [];
  return packages
    .filter(({ cached }) => cached !== true)
    .map(({ importPath }) => importPath.slice("example.com/app/".length));
}

/** What has to be the same whether a package ran or not. */
function facts({ exitCode, report }: CloneRun) {
  const { tests, coverage } = report.totals;
  return {
    exitCode,
    conclusion: report.conclusion,
    stages: report.stages.map(({ id, status, reason }) => ({ id, status, reason })),
    coverage,
    ...{ passed: tests?.passed, failed: tests?.failed, skipped: tests?.skipped },
    packages: tests?.packages.map(({ durationMs: _, cached: __, failures, tests: listed, ...rest }) => ({
      ...rest,
      tests: listed.map(({ durationMs: ___, ...test }) => test),
      failures: failures.map(({ name, output, path, line }) => ({ name, output: withoutTimes(output), path, line })),
    })),
  };
}

function withoutTimes(text: string): string {
  return text.replaceAll(/\d+\.\d+s/g, "0.00s");
}

const env = (text: string): CloneOptions => ({ flags: [`--test-env=APP_TEXT=${text}`] });
const base = env("1");
const skipped = (text: string): CloneOptions => ({
  ...base,
  before: (checkout) => {
    gitIn(checkout, "update-index", "--skip-worktree", "skip/testdata/skip.txt");
    writeFileSync(join(checkout, "skip/testdata/skip.txt"), text);
  },
});

/** Each is made in its own clone and stays; those of one step concern different packages. */
const steps: readonly Step[] = [
  { edits: {}, ran: [] },
  {
    edits: {
      "test data of the same size": () => lab.write("data/testdata/a.txt", "22\n"),
      "what a link leads to": () => lab.write("shared/one.txt", "2\n"),
      "a file more in a listing": () => lab.write("listing/testdata/3", ""),
      "a mode": () => chmodSync(join(lab.origin, "modes/testdata/run.sh"), 0o755),
      "a dependency": () => lab.write("nested/lib/lib.go", 'package lib\n\nfunc Text() string { return "2" }\n'),
    },
    ran: ["data", "dep", "link", "listing", "modes"],
  },
  {
    edits: {
      "where a link leads": () => relink("two"),
      "a new name": () => rename("listing/testdata/3", "listing/testdata/4"),
      "a pointer of Git LFS": () => lab.write("lfs/testdata/big.bin", pointer("2")),
      "another commit of a submodule": () => lab.bump("2\n"),
      "lines that have moved": () => lab.write("plain/plain.go", `// A comment.\n${sources["plain/plain.go"]}`),
    },
    options: env("2"),
    ran: ["env", "lfs", "link", "listing", "plain", "sub"],
  },
  { edits: {}, options: { flags: ["--test-env=APP_TEXT=1", "--test-flags=-short"] }, ran: everything },
  // Go writes the tags into every binary that it links, so it runs all of them.
  { edits: {}, options: { flags: ["--test-env=APP_TEXT=1", "--build-tags=two"] }, ran: everything },
  {
    edits: {
      "a deletion, after which everything is as it was": () => unlinkSync(join(lab.origin, "listing/testdata/4")),
    },
    options: skipped("2\n"),
    ran: ["skip"],
  },
  {
    edits: { "test data that fails": () => lab.write("data/testdata/a.txt", "bad") },
    options: skipped("3\n"),
    ran: ["data", "skip"],
    exitCode: 1,
  },
  { edits: {}, ran: ["data"], exitCode: 1 },
  {
    edits: {
      "test data of before": () => lab.write("data/testdata/a.txt", "11\n"),
      "a package that is gone": () => rmSync(join(lab.origin, "plain"), { recursive: true }),
    },
    ran: [],
  },
];

function relink(to: string): void {
  const path = join(lab.origin, "link/testdata/link");
  unlinkSync(path);
  symlinkSync(`../../shared/${to}.txt`, path);
}

function rename(from: string, to: string): void {
  renameSync(join(lab.origin, from), join(lab.origin, to));
}

describe("fresh clones with the build cache of the run before", () => {
  it("runs exactly the tests that an edit concerns, with the result of a run of all", async () => {
    const first = await lab.run(base);
    expect(first.exitCode, first.stdout).toBe(0);
    expect(ranIn(first)).toEqual(everything);
    for (const { edits, options = base, ran, exitCode = 0 } of steps) {
      for (const edit of Object.values(edits)) edit();
      lab.commit();
      const [reused, all] = [await lab.run(options), await lab.runAll(options)];
      const name = Object.keys(edits).join(", ");
      expect({ name, ran: ranIn(reused), exitCode: reused.exitCode }).toEqual({ name, ran, exitCode });
      expect(all.report.testReuse).toMatchObject({ mode: "off", reused: 0 });
      expect(facts(reused), name).toEqual(facts(all));
    }
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
