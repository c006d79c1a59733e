import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Report, StageResult } from "../../src/model/report.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

/** The programs themselves, which the module proxy has: the action compiles them and keeps them for the next test. */

async function run(
  dir: string,
  flags: readonly string[],
): Promise<{ readonly exitCode: number | null; readonly stages: ReadonlyMap<string, StageResult> }> {
  const own = ["--engine=host", "--no-docker", "--no-test", "--no-build", "--no-vet", "--no-format", ...flags];
  const { exitCode } = await runAction(dir, own, cleanEnv());
  const report: Report = JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
  return { exitCode, stages: new Map(report.stages.map((stage) => [stage.id, stage])) };
}

const goMod = "module example.com/tool\n\ngo 1.22\n";
const removes = (count: number): string =>
  `package main\n\nimport "os"\n\nfunc main() {\n${'\tos.Remove("x")\n'.repeat(count)}}\n`;

describe("golangci-lint", () => {
  it("finds all, whatever its configuration hides, and a new one among sixty old ones", async () => {
    const hiding = `version: "2"\nrun:\n  issues-exit-code: 0\nissues:\n  new: true\n  new-from-rev: HEAD\n  max-same-issues: 2\noutput:\n  path-prefix: elsewhere\n`;
    const origin = repository({ "go.mod": goMod, "main.go": removes(60), ".golangci.yml": hiding });
    const dir = join(directory({}), "clone");
    gitIn(origin, "clone", "--quiet", origin, dir);
    const old = await run(dir, ["--lint", "--lint-new-only"]);
    expect([old.exitCode, old.stages.get("lint")]).toMatchObject([0, { status: "passed", findings: [] }]);
    writeFileSync(join(dir, "main.go"), removes(61));
    const one = await run(dir, ["--lint", "--lint-new-only"]);
    expect([one.exitCode, one.stages.get("lint")]).toMatchObject([
      1,
      { status: "failed", findings: [{ path: "main.go", line: 66, title: "errcheck" }] },
    ]);
    const all = await run(dir, ["--lint"]);
    expect([all.exitCode, all.stages.get("lint")]).toMatchObject([1, { status: "failed", reason: "61 findings" }]);
    expect(all.stages.get("lint")?.findings.at(0)).toMatchObject({ path: "main.go", line: 6, column: 11 });
  });

  it("says how a configuration of v1 becomes one of v2, and what does not compile", async () => {
    const files = { "go.mod": goMod, "main.go": removes(1) };
    const v1 = await run(repository({ ...files, ".golangci.yml": "linters:\n  enable: [errcheck]\n" }), ["--lint"]);
    expect([v1.exitCode, v1.stages.get("lint")?.status]).toEqual([1, "failed"]);
    expect(v1.stages.get("lint")?.reason).toContain("golangci-lint migrate");
    const bad = await run(repository({ ...files, "bad.go": "package main\n\nfunc x() { return 1 }\n" }), ["--lint"]);
    expect(bad.stages.get("lint")?.findings).toMatchObject([
      { source: "compile", path: "bad.go", line: 3, column: 19 },
    ]);
  });
});

/** Published ids, with the versions and symbols that they name (https://vuln.go.dev). */
const published = {
  "GO-2021-0113": { fixed: "0.3.7", symbols: ["MatchStrings", "MustParse", "Parse", "ParseAcceptLanguage"] },
  "GO-2022-1059": { fixed: "0.3.8", symbols: ["MatchStrings", "ParseAcceptLanguage"] },
} as const;

/** Writes a database with some of them (https://go.dev/doc/security/vuln/database). */
function writeDatabase(dir: string, ids: readonly (keyof typeof published)[]): void {
  const modified = "2026-11-20T10:00:00Z";
  const module = "golang.org/x/text";
  for (const below of ["index", "ID"]) mkdirSync(join(dir, below), { recursive: true });
  const write = (path: string, value: unknown): void => writeFileSync(join(dir, path), JSON.stringify(value));
  for (const id of ids) {
    const { fixed, symbols } = published[id];
    const ranges = [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed }] }];
    const imports = [{ path: `${module}/language`, symbols }];
    const affected = [{ package: { name: module, ecosystem: "Go" }, ranges, ecosystem_specific: { imports } }];
    write(`ID/${id}.json`, { schema_version: "1.3.1", id, modified, published: modified, details: id, affected });
  }
  write("index/db.json", { modified });
  write(
    "index/vulns.json",
    ids.map((id) => ({ id, modified })),
  );
  const vulns = ids.map((id) => ({ id, modified, fixed: published[id].fixed }));
  write("index/modules.json", ids.length === 0 ? [] : [{ path: module, vulns }]);
}

describe("govulncheck", () => {
  it("goes by what the database has now, in every module of a workspace", async () => {
    const lib =
      'package lib\n\nimport "golang.org/x/text/language"\n\nfunc Say(name string) error {\n\t_, err := language.Parse(name)\n\treturn err\n}\n';
    const dir = directory({
      "go.work": "go 1.22\n\nuse (\n\t./lib\n\t./tool\n)\n",
      "lib/go.mod": "module example.com/lib\n\ngo 1.22\n\nrequire golang.org/x/text v0.3.0\n",
      "lib/lib.go": lib,
      "tool/go.mod": goMod,
      "tool/main.go": "package main\n\nfunc main() {}\n",
      ".gitignore": "",
    });
    execFileSync("go", ["mod", "tidy"], {
      cwd: join(dir, "lib"),
      env: { ...process.env, GOWORK: "off" },
      stdio: "pipe",
    });
    gitIn(dir, "init", "--quiet", "--initial-branch=main");
    gitIn(dir, "add", "--all");
    writeDatabase(join(dir, "db"), []);
    const flags = ["--vulncheck", "--vulncheck-db=db"];
    const clean = await run(dir, flags);
    expect([clean.exitCode, clean.stages.get("lib#vulncheck")?.status]).toEqual([0, "passed"]);
    writeDatabase(join(dir, "db"), ["GO-2021-0113", "GO-2022-1059"]);
    const called = await run(dir, flags);
    expect([called.exitCode, called.stages.get("lib#vulncheck"), called.stages.get("tool#vulncheck")]).toMatchObject([
      1,
      { status: "failed", cached: false, findings: [{ title: "GO-2021-0113", path: "lib/lib.go", line: 6 }] },
      { status: "passed" },
    ]);
    const away = await run(dir, ["--vulncheck", "--vulncheck-db=absent"]);
    expect([away.exitCode, away.stages.get("lib#vulncheck")?.status]).toEqual([3, "errored"]);
    expect(away.stages.get("lib#vulncheck")?.reason).toContain("vulnerability database");
  });
});

describe("benchstat", () => {
  const test = (allocations: number): string =>
    `package tool\n\nimport "testing"\n\nvar last []byte\n\nfunc BenchmarkMake(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tfor j := 0; j < ${allocations}; j++ {\n\t\t\tlast = make([]byte, 64)\n\t\t}\n\t}\n}\n`;

  // Allocations are the same on every machine; no limit here is one that times could reach.
  it("finds what allocates more than at the base, and nothing where it does not", async () => {
    vi.stubEnv("GOFLAGS", "-benchtime=20x");
    const dir = repository({ "go.mod": goMod, "tool_test.go": test(1) });
    gitIn(dir, "checkout", "--quiet", "-b", "work");
    writeFileSync(join(dir, "doc.go"), "package tool\n");
    const flags = ["--bench", "--base=main", "--bench-threshold=9000"];
    const same = await run(dir, flags);
    expect([same.exitCode, same.stages.get("bench")?.status]).toEqual([0, "passed"]);
    writeFileSync(join(dir, "tool_test.go"), test(200));
    const more = await run(dir, flags).finally(() => vi.unstubAllEnvs());
    expect([more.exitCode, more.stages.get("bench")?.status]).toEqual([1, "failed"]);
    expect(more.stages.get("bench")?.findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^example\.com\/tool: BenchmarkMake(-\d+)?: allocs\/op 1 allocs → 200 allocs \(\+19900\.00 %, p = 0\.002; /,
      ),
    );
    const report: Report = JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
    const units = report.benchmarks?.flatMap(({ results }) => results.map(({ unit }) => unit));
    expect(units).toEqual(["sec/op", "B/op", "allocs/op"]);
  });
});
