import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { CloneLab, CloneOptions, CloneRun } from "./fresh-clones.ts";
import { gitIn } from "./repository.ts";

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

/** Import paths without the module's. */
export function ranIn({ report }: CloneRun): readonly string[] {
  const packages = report.totals.tests?.packages ?? [];
  return packages
    .filter(({ cached }) => cached !== true)
    .map(({ importPath }) => importPath.slice("example.com/app/".length));
}

/** What has to be the same whether a package ran or not. */
export function facts({ exitCode, report }: CloneRun) {
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

/** The repository that the edits are made in. */
export function writeReaders(lab: CloneLab): void {
  for (const [path, text] of Object.entries(sources)) lab.write(path, text);
  mkdirSync(join(lab.origin, "link/testdata"));
  symlinkSync("../../shared/one.txt", join(lab.origin, "link/testdata/link"));
  lab.commit();
}

/** Each is made in its own clone and stays; those of one step concern different packages. */
function stepsIn(lab: CloneLab): readonly Step[] {
  return [
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
        "where a link leads": () => relink(lab, "two"),
        "a new name": () => rename(lab, "listing/testdata/3", "listing/testdata/4"),
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
}

function relink(lab: CloneLab, to: string): void {
  const path = join(lab.origin, "link/testdata/link");
  unlinkSync(path);
  symlinkSync(`../../shared/${to}.txt`, path);
}

function rename(lab: CloneLab, from: string, to: string): void {
  renameSync(join(lab.origin, from), join(lab.origin, to));
}

/** Makes real edits, and requires of each run that exactly the tests ran that they concern, and that it came to what a run of all tests came to. */
export async function expectExactReuse(lab: CloneLab): Promise<void> {
  const first = await lab.run(base);
  expect(first.exitCode, first.stdout).toBe(0);
  expect(ranIn(first)).toEqual(everything);
  for (const { edits, options = base, ran, exitCode = 0 } of stepsIn(lab)) {
    for (const edit of Object.values(edits)) edit();
    lab.commit();
    const [reused, all] = [await lab.run(options), await lab.runAll(options)];
    const name = Object.keys(edits).join(", ");
    expect({ name, ran: ranIn(reused), exitCode: reused.exitCode }).toEqual({ name, ran, exitCode });
    expect(all.report.testReuse).toMatchObject({ mode: "off", reused: 0 });
    expect(facts(reused), name).toEqual(facts(all));
  }
}
