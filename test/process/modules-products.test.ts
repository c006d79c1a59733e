import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { engines } from "../../src/engine/index.ts";
import { main } from "../../src/main.ts";
import { type Report, reportSchema } from "../../src/model/report.ts";
import type { ArtifactUpload, CiPlatform } from "../../src/platform/platform.ts";
import { toolchain } from "../support/go127.ts";
import { repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../unit/report/memory-platform.ts";

interface Run {
  readonly dir: string;
  readonly exitCode: number;
  readonly report: Report;
  readonly platform: MemoryPlatform;
  /** A file of the output directory. */
  readonly output: (path: string) => string;
}

interface Options {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: Partial<CiPlatform>;
  readonly abort?: AbortController;
}

/** A whole run of these modules on the Go of this machine. */
async function run(
  modules: readonly string[],
  files: Readonly<Record<string, string>>,
  options: Options = {},
): Promise<Run> {
  const dir = repository(files);
  const { argv = [], abort = new AbortController() } = options;
  const platform = createMemoryPlatform(options.platform);
  const given = ["--engine=host", "--no-docker", "--platforms=linux/amd64", "--cache=false"];
  const exitCode = await main({
    argv: [...given, `--modules=${modules.join(",")}`, ...argv],
    ...{ env: cleanEnv(options.env), cwd: dir, platform, engines, signal: abort.signal },
  });
  const output = (path: string): string => readFileSync(join(dir, ".pipeline", path), "utf8");
  return { dir, exitCode, report: reportSchema.parse(JSON.parse(output("report.json"))), platform, output };
}

const lib = {
  "lib/go.mod": "module example.com/lib\n\ngo 1.24\n",
  "lib/lib.go": `package lib

func Sign(n int) string {
	if n < 0 {
		// Below.
		return "negative"
	}

	return "other"
}
`,
  "lib/lib_test.go": goTest("lib", 'Sign(1) != "other"'),
};

const tool = {
  "tool/go.mod":
    "module example.com/tool\n\ngo 1.24\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n",
  "tool/main.go":
    'package main\n\nimport "example.com/lib"\n\nfunc main() { println(sign(1)) }\n\nfunc sign(n int) string { return lib.Sign(n) }\n',
  "tool/main_test.go": goTest("main", 'sign(-1) != "negative"'),
};

function goTest(name: string, failsIf: string, test = "TestIt"): string {
  return `package ${name}\n\nimport "testing"\n\nfunc ${test}(t *testing.T) {\n\tif ${failsIf} {\n\t\tt.Fatal()\n\t}\n}\n`;
}

/** What Go's own tools say of a module's coverage. */
function goTotal(cwd: string): string | undefined {
  const go = (...args: readonly string[]): string => execFileSync("go", args, { cwd, encoding: "utf8" });
  go("test", "-coverprofile=cover.out", "./...");
  return /^total:\s+\(statements\)\s+([\d.]+)%$/m.exec(go("tool", "cover", "-func=cover.out"))?.[1];
}

interface Suite {
  readonly name: string;
  readonly properties: Record<string, string>;
}

/** Suites of JUnit XML; throws for what is not well-formed. */
function suitesOf(xml: string): readonly Suite[] {
  const suites: Suite[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "testsuite") suites.push({ name: attributes["name"] ?? "", properties: {} });
    if (name === "property")
      Object.assign(suites.at(-1)?.properties ?? {}, { [attributes["name"] ?? ""]: attributes["value"] });
  });
  parser.write(xml).close();
  return suites;
}

const coverpkg = ["--coverpkg=./...,example.com/lib/..."];

describe("two modules", () => {
  it("come in one report, one junit.xml, one stream, one coverage and one artifact per platform", async () => {
    const uploads: ArtifactUpload[] = [];
    const upload = async (request: ArtifactUpload) => {
      uploads.push(request);
      return { status: "uploaded", url: null, size: null } as const;
    };
    const { dir, exitCode, report, output, platform } = await run(
      ["lib", "tool"],
      { ...lib, ...tool },
      { argv: coverpkg, platform: { upload } },
    );
    expect([exitCode, report.warnings]).toEqual([0, []]);
    expect(
      report.modules.map(({ dir, tests, coverage }) => [dir, tests?.passed, coverage?.covered, coverage?.statements]),
    ).toEqual([
      ["lib", 1, 2, 3],
      ["tool", 1, 3, 5],
    ]);
    expect(report.totals).toMatchObject({ tests: { passed: 2 }, coverage: { covered: 4, statements: 5, missing: [] } });
    expect(suitesOf(output("tests/junit.xml"))).toEqual([
      { name: "example.com/lib", properties: { module: "lib" } },
      { name: "example.com/tool", properties: { module: "tool" } },
    ]);
    const packages = output("tests/test2json.jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).Package);
    expect([...new Set(packages)]).toEqual(["example.com/lib", "example.com/tool"]);
    expect(packages).toEqual(packages.toSorted());
    expect(readdirSync(join(dir, ".pipeline/coverage")).sort()).toEqual([
      "cobertura.xml",
      "coverage.json",
      "coverage.out",
      "lcov.info",
      "lib",
      "tool",
    ]);
    expect(JSON.parse(output("coverage/tool/coverage.json"))).toMatchObject({ covered: 3, statements: 5 });
    expect(JSON.parse(output("coverage/coverage.json"))).toMatchObject({ covered: 4, statements: 5, differing: [] });
    expect(output("coverage/coverage.out").match(/lib\.go/g)).toHaveLength(3);
    expect(report.artifacts.map(({ name, module }) => [name, module])).toEqual([["tool-linux-amd64", "tool"]]);
    expect(uploads.map(({ name }) => name)).toContain(`${basename(dir)}-linux-amd64`.replace(/-{2,}/g, "-"));
    expect(JSON.parse(platform.outputs["modules"] ?? "")).toMatchObject([
      { dir: "lib", path: "example.com/lib", conclusion: "success" },
      { dir: "tool", path: "example.com/tool", conclusion: "success" },
    ]);
  });

  it("meet a threshold together, and miss it together", async () => {
    const files = { ...lib, ...tool };
    const met = await run(["lib", "tool"], files, { argv: [...coverpkg, "--coverage-threshold=80"] });
    expect([met.exitCode, met.report.conclusion]).toEqual([0, "success"]);
    expect(met.report.thresholds).toEqual([
      { what: "total", name: null, floor: 80, covered: 4, statements: 5, met: true },
    ]);
    const missed = await run(["lib", "tool"], files, { argv: [...coverpkg, "--coverage-threshold=80.1"] });
    expect([missed.exitCode, missed.report.conclusion]).toEqual([1, "failure"]);
    expect(missed.report.thresholds).toMatchObject([{ what: "total", covered: 4, statements: 5, met: false }]);
    expect(missed.report.reasons).toEqual([
      expect.stringMatching(
        /^test:coverage: coverage is 80.0% \(4 of 5 statements\), below .*; modules below it: tool 60.0% \(3 of 5\), lib/,
      ),
    ]);
    const judged = missed.report.stages.find(({ id }) => id === "test:coverage");
    expect(judged).toMatchObject({ module: null, status: "failed", findings: [{ source: "coverage" }] });
    expect(
      missed.report.stages.filter(({ gate, module }) => gate === "test" && module !== null).map(({ status }) => status),
    ).toEqual(["passed", "passed"]);
    expect(missed.output("summary.md")).toContain("threshold 80.1 % missed ❌");
    expect(missed.platform.printed.join("\n")).toContain("test:coverage failed: coverage is 80.0%");
  });

  it("only warn of a missed threshold where tests only warn", async () => {
    const { exitCode, report } = await run(
      ["lib", "tool"],
      { ...lib, ...tool },
      { argv: ["--test=warn", "--coverage-threshold=99"] },
    );
    expect([exitCode, report.stages.find(({ id }) => id === "test:coverage")?.status]).toEqual([0, "warned"]);
  });

  it("ask each package for its threshold with what all tests cover of it", async () => {
    const { exitCode, report } = await run(
      ["lib", "tool"],
      { ...lib, ...tool },
      { argv: [...coverpkg, "--coverage-package-threshold=50"] },
    );
    expect(report.thresholds).toEqual([
      { what: "package", name: "example.com/lib", floor: 50, covered: 3, statements: 3, met: true },
      { what: "package", name: "example.com/tool", floor: 50, covered: 1, statements: 2, met: true },
    ]);
    expect(exitCode).toBe(0);
  });

  it("leave out nothing of one because the other is broken, and meet no threshold then", async () => {
    const broken = { "tool/main.go": "package main\n\nfunc main() { undefinedName() }\n" };
    const { exitCode, report, output } = await run(
      ["lib", "tool"],
      { ...lib, ...tool, ...broken },
      { argv: ["--coverage-threshold=1"] },
    );
    expect(exitCode).toBe(1);
    expect(report.modules[0]).toMatchObject({ tests: { passed: 1 }, coverage: { covered: 2 } });
    expect(report.totals.coverage).toMatchObject({ covered: 2, statements: 3, missing: ["example.com/tool"] });
    expect(report.thresholds).toMatchObject([{ what: "total", met: false }]);
    expect(suitesOf(output("tests/junit.xml")).map(({ name }) => name)).toEqual([
      "example.com/lib",
      "example.com/tool",
    ]);
  });

  const bare = {
    "bare/go.mod": "module example.com/bare\n\ngo 1.24\n",
    "bare/b.go": "package bare\n\nfunc B() int { return 1 }\n",
    "bare/t/t.go": "package t\n\ntype T int\n",
  };

  it.each([[[]], [["--coverage-threshold=50"]]])(
    "count the packages of a module without test files as 0, as Go does: %j",
    async (argv) => {
      const { dir, exitCode, report, output, platform } = await run(["bare", "lib"], { ...bare, ...lib }, { argv });
      const [untested, tested] = report.modules;
      expect(untested).toMatchObject({ tests: { passed: 0 }, coverage: { percent: 0, covered: 0, statements: 1 } });
      expect(goTotal(join(dir, "bare"))).toBe("0.0");
      expect(tested).toMatchObject({ tests: { passed: 1 }, coverage: { covered: 2, statements: 3 } });
      expect([exitCode, report.totals.coverage]).toMatchObject([0, { covered: 2, statements: 4, missing: [] }]);
      const stage = report.stages.find(({ id }) => id === "bare#test");
      expect([stage?.status, stage?.reason]).toEqual(["skipped", "no test files"]);
      expect(output("summary.md")).toMatch(/`bare` .* – +\| +0\.0.%/);
      expect(platform.printed).toContain("- test in bare skipped: no test files");
    },
  );

  it("count nothing of a module that has no package on the engine's platform", async () => {
    const elsewhere = {
      "elsewhere/go.mod": "module example.com/elsewhere\n\ngo 1.24\n",
      "elsewhere/main_windows.go": "package main\n\nfunc main() { println() }\n",
    };
    const argv = ["--platforms=windows/amd64", "--coverage-threshold=50", "--no-vet"];
    const { exitCode, report } = await run(["elsewhere", "lib"], { ...elsewhere, ...lib }, { argv });
    expect(report.stages.find(({ id }) => id === "elsewhere#test")).toMatchObject({
      status: "skipped",
      reason: "no Go packages for linux/amd64",
    });
    expect([exitCode, report.reasons, report.totals.coverage]).toMatchObject([
      0,
      [],
      { covered: 2, statements: 3, missing: [] },
    ]);
  });

  it("without a test in any count nothing, and fail with a threshold", async () => {
    const other = { "other/go.mod": "module example.com/other\n\ngo 1.24\n", "other/o.go": "package other\n" };
    const none = await run(["bare", "other"], { ...bare, ...other });
    expect([none.exitCode, none.report.totals]).toMatchObject([0, { tests: null, coverage: null }]);
    const asked = await run(["bare", "other"], { ...bare, ...other }, { argv: ["--coverage-threshold=50"] });
    expect([asked.exitCode, asked.report.reasons]).toEqual([
      1,
      [expect.stringMatching(/^test:coverage: coverage is 0.0% \(0 of 1 statements\), below/)],
    ]);
  });

  it("leave well-formed files of what there is when the run is cancelled", async () => {
    const sleeps = `package main\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestIt(t *testing.T) { time.Sleep(time.Hour) }\n`;
    const abort = new AbortController();
    const log = (line: string): void => {
      if (/lib#test passed/.test(line)) abort.abort();
    };
    const files = { ...lib, ...tool, "tool/main_test.go": sleeps };
    const { exitCode, report, output, dir } = await run(["lib", "tool"], files, {
      abort,
      platform: { log },
      argv: ["--coverage-threshold=1", "--no-vet", "--no-build", "--no-format"],
    });
    expect([exitCode, report.conclusion]).toEqual([130, "cancelled"]);
    expect(report.stages.filter(({ status }) => status === "cancelled").map(({ id }) => id)).toEqual([
      "tool#test",
      "test:coverage",
    ]);
    expect(suitesOf(output("tests/junit.xml")).map(({ name }) => name)).toContain("example.com/lib");
    for (const line of output("tests/test2json.jsonl").trimEnd().split("\n")) JSON.parse(line);
    expect(existsSync(join(dir, ".pipeline/.work"))).toBe(false);
  });
});

it("a module at the root and one that is called like what stands beside it have places of their own", async () => {
  const files = {
    "go.mod": "module example.com/m\n\ngo 1.24\n",
    "m.go": "package m\n\nfunc M() int { return 1 }\n",
    "m_test.go": goTest("m", "M() != 1"),
    "root/go.mod": "module example.com/m/root\n\ngo 1.24\n",
    "root/r.go": "package root\n\nfunc R() int { return 1 }\n",
    "root/r_test.go": goTest("root", "R() != 1"),
    "coverage.out/go.mod": "module example.com/c\n\ngo 1.24\n",
    "coverage.out/c.go": "package c\n\nfunc C() int { return 1 }\n",
    "coverage.out/c_test.go": goTest("c", "C() != 1"),
  };
  const { report, output } = await run([".", "coverage.out", "root"], files);
  expect(report.totals.coverage).toMatchObject({ covered: 3, statements: 3 });
  const paths = ["root/", "coverage.out-2/", "root-2/"].map(
    (slug) => JSON.parse(output(`coverage/${slug}coverage.json`)).files[0].path,
  );
  expect(paths).toEqual(["m.go", "coverage.out/c.go", "root/r.go"]);
});

describe("a workspace", () => {
  it("adds up what its modules cover of each other, whatever go.mod says", async () => {
    const files = {
      ...lib,
      ...tool,
      "go.work": "go 1.24\n\nuse (\n\t./lib\n\t./tool\n)\n",
      "tool/go.mod": "module example.com/tool\n\ngo 1.24\n\nrequire example.com/lib v0.0.0\n",
    };
    const { report } = await run(["lib", "tool"], files, { argv: coverpkg });
    expect(report.totals.coverage).toMatchObject({ covered: 4, statements: 5 });
  });
});

// In `npm run test:go127`, which has seen to the other Go.
describe.runIf(process.env["GOTOOLCHAIN"] === toolchain)("a module on Go 1.26 and one on 1.27", () => {
  it("cover a file of the first: as its own tests cover it, said in a warning", async () => {
    const newer = { "tool/go.mod": tool["tool/go.mod"].replace("go 1.24\n", `go 1.24\n\ntoolchain ${toolchain}\n`) };
    const { exitCode, report, output } = await run(
      ["lib", "tool"],
      { ...lib, ...tool, ...newer },
      {
        argv: coverpkg,
        env: { GOTOOLCHAIN: "auto" },
      },
    );
    expect(exitCode).toBe(0);
    expect(report.modules.map(({ goVersion }) => goVersion)).toEqual([expect.stringMatching(/^go1\.26\./), toolchain]);
    expect(report.totals.coverage).toMatchObject({ covered: 3, statements: 5 });
    expect(report.warnings).toEqual([expect.stringContaining("lib/lib.go (that of lib, not of tool)")]);
    expect(JSON.parse(output("coverage/coverage.json")).differing).toEqual([
      { path: "lib/lib.go", counted: "lib", others: ["tool"] },
    ]);
  });
});
