import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const main = (print: string): string =>
  `package main\n\nimport (\n\t"os"\n\n\t"example.com/app/lib"\n)\n\nfunc main() {\n\t${print}(lib.Sign(len(os.Args) - 2))\n}\n`;

const files = {
  "go.mod": "module example.com/app\n\ngo 1.22\n",
  "lib/lib.go":
    'package lib\n\nfunc Sign(n int) string {\n\tif n < 0 {\n\t\treturn "negative"\n\t}\n\tif n == 0 {\n\t\treturn "zero"\n\t}\n\treturn "positive"\n}\n',
  "lib/lib_test.go":
    'package lib\n\nimport "testing"\n\nfunc TestSign(t *testing.T) {\n\tif Sign(1) != "positive" {\n\t\tt.Fail()\n\t}\n}\n',
  "cmd/a/main.go": main("print"),
  "cmd/b/main.go": main("println"),
};

/** Where the binaries are built: the same sources in another place. */
const sources = mkdtempSync(join(tmpdir(), "coverage-sources-"));
const data = mkdtempSync(join(tmpdir(), "coverage-data-"));

function go(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync("go", args, { cwd: sources, env: cleanEnv(env), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** What a covered binary of a package leaves in `to` when it is run with these arguments. */
function cover(to: string, pkg: string, runs: readonly (readonly string[])[], flags: readonly string[] = []): void {
  const binary = join(data, `binary-${to}`);
  go(["build", "-cover", ...flags, "-o", binary, pkg]);
  mkdirSync(join(data, to), { recursive: true });
  for (const args of runs) {
    const { status } = spawnSync(binary, args, { env: { ...process.env, GOCOVERDIR: join(data, to) } });
    if (status !== 0) throw new Error(`${binary} exited with ${status}`);
  }
}

const from = (...names: string[]): readonly string[] => [
  "--coverage-data",
  names.map((name) => join(data, name)).join(","),
];

function run(flags: readonly string[], cwd = repository(files)): Promise<ActionRun> {
  const own = ["--engine=host", "--no-docker", "--no-build", "--no-format", "--no-vet", "--cache=false"];
  return runInProcess(cwd, [...own, ...flags], cleanEnv());
}

const blocks = (path: string): readonly string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .sort();

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(sources, name)), { recursive: true });
    writeFileSync(join(sources, name), text);
  }
  cover("twice", "./cmd/a", [[], ["x"]]);
  cover("other", "./cmd/b", [[]]);
  cover("counted", "./cmd/a", [[]], ["-covermode=count"]);
  mkdirSync(join(data, "empty"));
  mkdirSync(join(data, "others"));
  writeFileSync(join(data, "others", "notes.txt"), "");
  mkdirSync(join(data, "meta"));
  mkdirSync(join(data, "orphan"));
  mkdirSync(join(data, "damaged"));
  for (const name of readdirSync(join(data, "twice"))) {
    const to = name.startsWith("covmeta") ? "meta" : "orphan";
    for (const place of [to, "damaged"]) copyFileSync(join(data, "twice", name), join(data, place, name));
    if (to === "meta") truncateSync(join(data, "damaged", name), 70);
  }
});

afterAll(() => {
  for (const dir of [sources, data]) rmSync(dir, { recursive: true, force: true });
});

describe("coverage-data", () => {
  it("adds what binaries covered to what tests cover, as Go's own tool reads it", async () => {
    const dir = repository(files);
    const { exitCode } = await run(from("twice", "other"), dir);
    expect(exitCode).toBe(0);
    const [own, tested] = [join(data, "own.out"), join(data, "tests.out")];
    go(["tool", "covdata", "textfmt", `-i=${join(data, "twice")},${join(data, "other")}`, `-o=${own}`]);
    go(["test", `-coverprofile=${tested}`, "./..."]);
    const counts = new Map<string, number>();
    for (const line of [...blocks(own), ...blocks(tested)]) {
      const [, block = "", count = "0"] = /^(.*) (\d)$/.exec(line) ?? [];
      if (block !== "") counts.set(block, Math.max(counts.get(block) ?? 0, Number(count)));
    }
    const expected = ["mode: set", ...[...counts].map(([block, count]) => `${block} ${count}`)].sort();
    expect(blocks(join(dir, ".pipeline/coverage/coverage.out"))).toEqual(expected);
    // Two statements of lib each, and the third by the test.
    expect(go(["tool", "cover", `-func=${join(dir, ".pipeline/coverage/coverage.out")}`])).toContain("100.0%");
  });

  it("is all there is in a module without tests", async () => {
    const { "lib/lib_test.go": _, ...untested } = files;
    const { exitCode, stdout } = await run([...from("twice"), "--coverage-threshold=75"], repository(untested));
    expect(exitCode, stdout).toBe(1);
    const covered = go(["tool", "covdata", "percent", `-i=${join(data, "twice")}`]);
    expect(covered).toMatch(/example.com\/app\/lib\s+coverage: 80.0% of statements/);
    expect(stdout).toContain("coverage is 71.4% (5 of 7 statements)");
  });

  it("refuses data of other sources by name, and counts the rest", async () => {
    const moved = repository({ ...files, "lib/lib.go": files["lib/lib.go"].replace("\n\n", "\n\n// Moved.\n\n") });
    const { exitCode, stdout } = await run(from("twice"), moved);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /coverage-data: \S*twice \(build [0-9a-f]{12}\) is of other sources or of another Go, and does not count: other blocks in lib\/lib.go/,
    );
    expect(stdout).toContain("1 passed");
  });

  it("says what cannot be read of it", async () => {
    const { exitCode, stdout } = await run(from("damaged"));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /coverage-data: \S*damaged \(build [0-9a-f]{12}\) cannot be read: decoding meta-file covmeta\.[0-9a-f]{32}: premature end of file/,
    );
  });

  it.each([
    ["nothing there", ["nowhere"], /coverage-data: "\S*nowhere" is not a directory/],
    ["a file", ["others/notes.txt"], /coverage-data: "\S*notes.txt" is not a directory/],
    ["an empty directory", ["empty"], /coverage-data: "\S*empty" is empty: run binaries built by `go build -cover`/],
    ["other files", ["others"], /coverage-data: "\S*others" has no data of coverage/],
    ["no counters", ["meta"], /coverage-data: "\S*meta" has no counters/],
    [
      "counters of another build",
      ["orphan"],
      /coverage-data: \S*orphan: the counters of build \S+ are of another build than/,
    ],
    ["several modes", ["twice", "counted"], /the data has several modes, set \(\S*twice\) and count \(\S*counted\)/],
  ])("refuses %s before any work", async (_, names, said) => {
    const { exitCode, stdout } = await run(from(...names));
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(said);
    expect(stdout).not.toContain("▶");
  });

  it("is not asked for by runs without tests", async () => {
    expect((await run([...from("nowhere"), "--no-test"])).exitCode).toBe(0);
  });

  it("counts each file with its own module", async () => {
    const { "lib/lib_test.go": _, ...untested } = files;
    const tool = {
      "tool/go.mod": "module example.com/tool\n\ngo 1.22\n",
      "tool/t.go": "package tool\n\nfunc T() {\n\tprintln()\n}\n",
    };
    const several = repository({ ...untested, ...tool });
    const { exitCode, stdout } = await run(from("other"), several);
    expect(exitCode, stdout).toBe(0);
    const report: unknown = JSON.parse(readFileSync(join(several, ".pipeline/report.json"), "utf8"));
    expect(report).toMatchObject({
      modules: [
        { dir: ".", coverage: { covered: 3 } },
        { dir: "tool", coverage: { covered: 0, statements: 1 } },
      ],
    });
  });
});
