import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const files = {
  "go.mod": "module example.com/m\n\ngo 1.22\n",
  "lib/lib.go":
    "package lib\n\n// Sign tells the sign.\nfunc Sign(x int) int {\n\tif x > 0 {\n\t\treturn 1\n\t}\n\treturn 0\n}\n",
  "lib/lib_test.go":
    'package lib\n\nimport "testing"\n\nfunc TestSign(t *testing.T) {\n\tif Sign(2) != 1 {\n\t\tt.Fatal(1)\n\t}\n}\n',
  "m.go": "package m\n\nfunc F() int { return 1 }\n",
};

/** Another comment, a condition with its block, and a function: one of four new statements is covered. */
const changedLib = `package lib

// Sign tells the sign of x.
func Sign(x int) int {
	if x > 1 {
		return 1
	}
	if x < 0 {
		// less
		return -1
	}
	return 0
}
`;
const added = "package lib\n\nfunc New() int {\n\ta := 1\n\n\treturn a\n}\n";

const only = ["--engine=host", "--docker=false", "--format=false", "--vet=false", "--build=false"];

function write(root: string, changed: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(changed)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function commit(root: string, changed: Readonly<Record<string, string>>): string {
  write(root, changed);
  gitIn(root, "add", "--all", "--", ":!.pipeline");
  gitIn(root, "commit", "--quiet", "--allow-empty", "--message=change");
  return gitIn(root, "rev-parse", "HEAD").trim();
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly report: Report;
  readonly summary: string;
}

async function run(root: string, flags: readonly string[] = [], env = cleanEnv()): Promise<Ended> {
  const { exitCode, stdout } = await runAction(root, [...only, ...flags], env);
  const written = (name: string): string => readFileSync(join(root, ".pipeline", name), "utf8");
  return {
    ...{ exitCode, stdout, summary: written("summary.md") },
    report: reportSchema.parse(JSON.parse(written("report.json"))),
  };
}

/** What the runner tells a step; `outputs` is where that writes its own. */
function workflow(root: string, eventName: string, event: object, more: Readonly<Record<string, string>> = {}) {
  const temp = directory({ "event.json": JSON.stringify(event), outputs: "", summary: "" });
  const env = cleanEnv({
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: join(temp, "event.json"),
    GITHUB_REPOSITORY: "octo/m",
    GITHUB_SHA: gitIn(root, "rev-parse", "HEAD").trim(),
    GITHUB_WORKSPACE: root,
    GITHUB_OUTPUT: join(temp, "outputs"),
    GITHUB_STEP_SUMMARY: join(temp, "summary"),
    RUNNER_TEMP: temp,
    "INPUT_UPLOAD-ARTIFACTS": "false",
    ...more,
  });
  return { env, outputs: () => readFileSync(join(temp, "outputs"), "utf8") };
}

const hosted = { RUNNER_ENVIRONMENT: "github-hosted" };

/** `main` and, as a branch `pull`, its merge with a change. */
function pullRequest(change: Readonly<Record<string, string>>) {
  const root = repository(files);
  const main = gitIn(root, "rev-parse", "HEAD").trim();
  gitIn(root, "checkout", "--quiet", "-b", "work");
  const head = commit(root, change);
  gitIn(root, "checkout", "--quiet", "-b", "pull", "main");
  gitIn(root, "merge", "--quiet", "--no-ff", "--message=merge", "work");
  const clone = (name: string): string => {
    const to = join(directory({}), "clone");
    gitIn(root, "clone", "--quiet", "--depth=1", `--branch=${name}`, `file://${root}`, to);
    return to;
  };
  const base = { ref: "main", sha: main };
  const of = (from: string) => ({
    repository: { full_name: "octo/m", default_branch: "main" },
    pull_request: { base, head: { sha: head, repo: { full_name: from } } },
  });
  return { main, clone, event: of("octo/m"), fork: of("guest/m") };
}

/** What a covered binary has left. */
function coveredRun(): string {
  const dir = directory({
    "go.mod": "module example.com/cmd\n",
    "main.go": "package main\n\nfunc main() {}\n",
    "data/x": "",
  });
  const env = cleanEnv({ GOCOVERDIR: join(dir, "data") });
  execFileSync("go", ["build", "-cover", "-o", "covered", "."], { cwd: dir, env });
  execFileSync(join(dir, "covered"), { env });
  return join(dir, "data");
}

const statements = ({ totals: { patch } }: Report) => patch && [patch.covered, patch.statements];

describe("on a machine of one's own", () => {
  it("counts what is committed and what is not since the change left its base, and holds it against a floor", async () => {
    const origin = repository(files);
    const root = join(directory({}), "clone");
    gitIn(origin, "clone", "--quiet", origin, root);
    gitIn(root, "checkout", "--quiet", "-b", "work");
    commit(root, { "lib/lib.go": changedLib });
    write(root, { "lib/new.go": added, "lib/lib_windows.go": added.replace("New", "Other") });
    const met = await run(root, ["--coverage-patch-threshold=20"]);
    expect([met.exitCode, met.report.totals.patch]).toEqual([
      0,
      {
        ...{ base: gitIn(origin, "rev-parse", "HEAD").trim(), percent: 20, covered: 1, statements: 5 },
        files: [
          { path: "lib/lib.go", uncovered: [[8, 10]] },
          { path: "lib/new.go", uncovered: [[4, 6]] },
        ],
      },
    ]);
    expect(met.report.comparison?.notes).toEqual([
      "1 changed file that nothing here compiles, such as for another system: not counted (lib/lib_windows.go)",
      "no comparison with the coverage of the base: only runs of a workflow keep it",
    ]);
    expect(met.stdout).toMatch(/change +20\.0 % of changed statements \(1 of 5\), threshold 20 % met/);
    const missed = await run(root, ["--coverage-patch-threshold=20.1"]);
    expect([missed.exitCode, missed.report.thresholds]).toEqual([
      1,
      [{ what: "patch", name: null, floor: 20.1, covered: 1, statements: 5, met: false }],
    ]);
    expect(missed.summary).toContain("threshold 20.1 % missed ❌");
    expect(missed.report.reasons[0]).toContain("no test reaches lib/lib.go:8-10, lib/new.go:4-6");
  });

  it("has nothing against a change without statements, and takes nothing for a base", async () => {
    const root = repository(files);
    const none = await run(root, ["--coverage-patch-threshold=80"]);
    expect([none.exitCode, none.report.totals.patch, none.report.thresholds]).toEqual([0, null, []]);
    expect(none.report.warnings).toEqual([
      expect.stringMatching(/^the patch threshold is held against nothing: .*origin\/HEAD/),
    ]);
    commit(root, { "lib/lib.go": files["lib/lib.go"].replace("the sign", "which sign") });
    const met = await run(root, ["--coverage-patch-threshold=100", "--base=HEAD~1"]);
    expect([met.exitCode, statements(met.report), met.report.thresholds[0]?.met]).toEqual([0, [0, 0], true]);
    expect(met.summary).toContain("**0 changed statements**, compared with");
    expect(met.stdout).toContain("0 changed statements, threshold 100 % met");
  });

  it("breaks for a base that does not exist only where a floor waits for it", async () => {
    const root = repository(files);
    const left = await run(root, ["--base=nope"]);
    expect([left.exitCode, left.report.comparison?.notes]).toEqual([
      0,
      [expect.stringContaining("git knows no commit nope or origin/nope")],
    ]);
    expect(left.summary.match(/git knows no commit/g)).toHaveLength(1);
    const broken = await run(root, ["--base=nope", "--coverage-patch-threshold=1"]);
    expect([broken.exitCode, broken.report.stages.at(-1)]).toMatchObject([3, { id: "test:patch", status: "errored" }]);
    const warned = await run(root, ["--base=nope", "--coverage-patch-threshold=1", "--test=warn"]);
    expect([warned.exitCode, warned.report.stages.at(-1)]).toMatchObject([0, { id: "test:patch", status: "warned" }]);
  });

  it("adds up several modules, by paths in the repository", async () => {
    const root = repository({
      ...files,
      "sub/go.mod": "module example.com/sub\n\ngo 1.22\n",
      "sub/s.go": "package sub\n",
    });
    commit(root, {
      "lib/lib.go": changedLib,
      "sub/s.go": "package sub\n\nfunc S() int { return 1 }\n",
      "sub/s_test.go": 'package sub\n\nimport "testing"\n\nfunc TestS(t *testing.T) { S() }\n',
    });
    const { exitCode, report } = await run(root, ["--base=HEAD~1", "--coverage-patch-threshold=60"]);
    expect([exitCode, report.totals.patch]).toMatchObject([
      1,
      {
        ...{ covered: 2, statements: 4 },
        files: [
          { path: "lib/lib.go", uncovered: [[8, 10]] },
          { path: "sub/s.go", uncovered: [] },
        ],
      },
    ]);
    expect(report.stages.at(-1)).toMatchObject({ id: "test:coverage", status: "failed" });
  });
});

describe("in a pull request", () => {
  it("is compared with the first parent of the merge, fetched on a hosted runner", async () => {
    const { main, clone, event } = pullRequest({ "lib/lib.go": changedLib, "lib/new.go": added });
    const root = clone("pull");
    // Made by a step before: no part of the change.
    write(root, { "lib/made.go": added.replace("New", "Made"), "m.go": "package m\n\nfunc F() int { return 2 }\n" });
    const { env, outputs } = workflow(root, "pull_request", event, hosted);
    const ended = await run(root, ["--coverage-patch-threshold=20"], env);
    expect([ended.exitCode, ended.report.totals.patch?.base, statements(ended.report)]).toEqual([0, main, [1, 5]]);
    expect(outputs()).toMatch(/patch-coverage<<(\S+)\r?\n20\.0\r?\n\1/);
    expect(ended.stdout).toContain(
      "::notice title=Not covered,file=lib/lib.go,line=8,endLine=10::No test reaches these changed lines.",
    );
  });

  it("breaks without its base where a floor waits for it, and says so once where none does", async () => {
    const { clone, event } = pullRequest({ "lib/lib.go": changedLib });
    const root = clone("pull");
    const { env } = workflow(root, "pull_request", event);
    const broken = await run(root, ["--coverage-patch-threshold=20"], env);
    expect([broken.exitCode, broken.report.stages.at(-1)]).toMatchObject([3, { id: "test:patch", status: "errored" }]);
    expect(broken.report.reasons[0]).toMatch(
      /HEAD's first parent \([0-9a-f]{12}\) is not in this clone; .*fetch-depth: 0/,
    );
    const green = await run(root, [], env);
    expect([green.exitCode, green.report.totals.patch, green.report.warnings]).toEqual([0, null, []]);
    expect(green.summary.match(/is not in this clone/g)).toHaveLength(1);
  });
});

describe("the coverage of the base", () => {
  let service: CacheService;
  beforeEach(async () => {
    service = await startCacheService();
  });
  afterEach(() => service.close());

  it("is what a run of it has kept, for pull requests from forks too", async () => {
    const { main, clone, fork } = pullRequest({ "lib/lib.go": changedLib, "lib/new.go": added });
    const before = clone("main");
    const push = {
      repository: { full_name: "octo/m", default_branch: "main" },
      before: "0".repeat(40),
    };
    const first = workflow(before, "push", push, { ...service.env, GITHUB_REF: "refs/heads/main" });
    expect((await run(before, [], first.env)).exitCode).toBe(0);
    const kept = (): number => service.requests.filter((request) => request.startsWith("POST")).length;
    const sent = kept();
    expect(sent).toBeGreaterThan(0);
    const root = clone("pull");
    const later = workflow(root, "pull_request", fork, { ...service.env, ...hosted, GITHUB_REF: "refs/pull/7/merge" });
    const { exitCode, report, summary, stdout } = await run(root, [], later.env);
    expect([exitCode, report.comparison]).toEqual([
      0,
      {
        base: main,
        baseline: {
          ...{ percent: 50, covered: 2, statements: 4 },
          packages: [
            { importPath: "example.com/m", covered: 0, statements: 1 },
            { importPath: "example.com/m/lib", covered: 2, statements: 3 },
          ],
        },
        notes: [],
      },
    ]);
    expect(summary).toContain("**−25.0 points**, from 50.0 % (2 of 4) to 25.0 % (2 of 8)");
    expect(summary).toContain("| `example.com/m/lib` | 66.7 % (2 / 3) | 28.6 % (2 / 7) | −38.1 |");
    expect(stdout).toMatch(/coverage +25\.0 % of statements \(2 of 8\), −25\.0 points/);
    // The merge of a pull request is no base of anybody's.
    expect(kept()).toBe(sent);
    for (const flag of ["--build-tags=other", `--coverage-data=${coveredRun()}`]) {
      const other = await run(root, [flag], later.env);
      expect(other.report.comparison?.notes, flag).toEqual([
        `no comparison with the coverage of the base: no run of ${main.slice(0, 12)} with the same settings has left one`,
      ]);
    }
  });
});
