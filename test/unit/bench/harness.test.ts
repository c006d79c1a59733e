import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { runBench } from "../../../bench/bench.ts";
import { HostedRunner } from "../../../bench/hosted.ts";
import { measure } from "../../../bench/measure.ts";
import { parseOptions } from "../../../bench/options.ts";
import { Runners } from "../../../bench/runners.ts";
import { subjectName } from "../../../bench/subject.ts";
import { readResult, writeResult } from "../../../bench/write.ts";
import { discoverProject } from "../../../src/project/modules.ts";
import { openRepository } from "../../../src/project/repository.ts";

/** A `go` that notes how it was called; compiling is a file in its cache for each state of the source. */
const stubGo = `#!/bin/sh
echo "go $* GOPROXY=$GOPROXY $(cat ../repository/lib.go | wc -l)" >> "$STUB_LOG"
case "$1" in
  env) for name in "$@"; do case "$name" in env) ;; GOVERSION) echo go1.26.8 ;; *) echo "" ;; esac; done ;;
  list) case "$*" in
    *-json=*) printf '{\\n"ImportPath":"m","Name":"lib","Dir":"%s","GoFiles":["lib.go"],"TestGoFiles":["lib_test.go"],"Module":{"Path":"m"}\\n}\\n' "$PWD"
      printf '{\\n"ImportPath":"m/cmd","Name":"main","Dir":"%s","GoFiles":["lib.go"],"Deps":["m"],"Module":{"Path":"m"}\\n}\\n' "$PWD" ;;
    *-find*) [ "$GOOS" = windows ] || echo m/cmd ;;
    esac ;;
  build) mkdir -p "$GOCACHE"; cp lib.go "$GOCACHE/$GOOS" ;;
  vet) exit "\${STUB_VET:-0}" ;;
esac
`;

const action = resolve(import.meta.dirname, "../../../dist/index.js");

/** The client of the cache service is the real one. */
const stubAction = `
if (process.argv[2] === "--cache-client") await import(${JSON.stringify(pathToFileURL(action).href)});
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
const flag = (name) => process.argv[process.argv.indexOf(name) + 1];
const startedAt = new Date().toISOString();
mkdirSync(flag("--output-directory"), { recursive: true });
mkdirSync(process.env.GOCACHE, { recursive: true });
writeFileSync(process.env.GOCACHE + "/ours", "compiled");
const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_EVENT_PATH: payload } = process.env;
const from = event === undefined ? undefined : JSON.parse(readFileSync(payload, "utf8")).pull_request?.head.repo.full_name;
const time = (path) => statSync(flag("--working-directory") + "/" + path).mtimeMs;
const said = { event, ref, from, flags: process.argv.slice(9), lib: time("lib.go"), mod: time("go.mod") };
appendFileSync(process.env.STUB_LOG, "action " + JSON.stringify(said) + "\\n");
// As on a hosted runner: the first run saves, the others restore.
async function cache() {
  const base = process.env.ACTIONS_RESULTS_URL;
  if (base === undefined) return null;
  const send = async (path, method, body) => await (await fetch(base + "_apis/artifactcache/" + path, { method, body })).text();
  const none = { hit: false, key: null, restoredBytes: 0, restoreMs: 0, base: null, delta: null, saved: false, savedAs: null, savedKey: null, savedBytes: 0, saveMs: 0, notes: [] };
  const found = await send("cache?keys=k&version=v", "GET");
  if (found !== "") {
    await (await fetch(JSON.parse(found).archiveLocation)).text();
    return { ...none, hit: true, key: "k", restoredBytes: 9, restoreMs: 1 };
  }
  const { cacheId } = JSON.parse(await send("caches", "POST", JSON.stringify({ key: "k", version: "v" })));
  await send("caches/" + cacheId, "PATCH", "compiled");
  await send("caches/" + cacheId, "POST", "{}");
  return { ...none, saved: true, savedKey: "k", savedBytes: 9, saveMs: 1 };
}
const stage = { id: "deps", gate: "deps", module: ".", variant: null, status: "passed", startedAt, durationMs: 5, cached: false, reason: null, findings: [], command: "" };
const report = {
  schemaVersion: 2, conclusion: "success", reasons: [], warnings: [], engine: { name: "host", version: null, reason: "" },
  modules: [], totals: { tests: null, coverage: null, patch: null }, thresholds: [], stages: [stage], artifacts: [], image: null, testReuse: null, cache: await cache(), traceUrl: null,
  startedAt, durationMs: 5,
};
writeFileSync(flag("--output-directory") + "/report.json", JSON.stringify(report));
`;

const saidSchema = z.object({
  event: z.string().optional(),
  ref: z.string().optional(),
  from: z.string().optional(),
  flags: z.array(z.string()),
  lib: z.number(),
  mod: z.number(),
});

const everyModule = { directory: ".", selection: null, workspace: "auto" } as const;

/** The bench copies and packs with cp and tar, and runs where these are. */
describe.skipIf(process.platform === "win32")("the harness", () => {
  let temp = "";
  const path = process.env["PATH"];

  beforeEach(() => {
    temp = realpathSync(mkdtempSync(join(tmpdir(), "bench-test-")));
    mkdirSync(join(temp, "bin"));
    mkdirSync(join(temp, "tmp"));
    mkdirSync(join(temp, "subject"));
    program("go", stubGo);
    program("gofmt", "#!/bin/sh\nexit 0\n");
    writeFileSync(join(temp, "action.mjs"), stubAction);
    write("subject/lib.go", "package lib\n");
    write("subject/lib_test.go", "package lib\n");
    write("subject/go.mod", "module m\n");
    write("subject/testdata/in.txt", "abc\n");
    process.env["PATH"] = `${join(temp, "bin")}${delimiter}${path}`;
    process.env["STUB_LOG"] = join(temp, "calls");
    process.env["TMPDIR"] = join(temp, "tmp");
  });

  afterEach(() => {
    process.env["PATH"] = path;
    for (const name of ["STUB_LOG", "STUB_VET", "TMPDIR"]) delete process.env[name];
    rmSync(temp, { recursive: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(temp, path)), { recursive: true });
    writeFileSync(join(temp, path), text);
  }

  function program(name: string, text: string): void {
    writeFileSync(join(temp, "bin", name), text);
    chmodSync(join(temp, "bin", name), 0o755);
  }

  function calls(): readonly string[] {
    return readFileSync(join(temp, "calls"), "utf8").split("\n");
  }

  /** What the stub of the action has said of its runs. */
  function actions(): readonly z.infer<typeof saidSchema>[] {
    const said = calls().filter((call) => call.startsWith("action "));
    return said.map((call) => saidSchema.parse(JSON.parse(call.slice("action ".length))));
  }

  function bench(...args: string[]) {
    const options = parseOptions([join(temp, "subject"), ...args], [process.execPath, join(temp, "action.mjs")]);
    return runBench(
      options,
      () => undefined,
      async () => undefined,
    );
  }

  test("measures every case with every contender and leaves nothing behind", async () => {
    const result = await bench("--rounds", "2");
    const turns = result.cases.map(({ name, samples }) => [
      name,
      samples.map((one) => `${one.round} ${one.contender}`),
    ]);
    const first = ["1 plain", "1 parallel", "1 ours"];
    const warm = [...first, "1 alone", "2 parallel", "2 ours", "2 alone", "2 plain"];
    const fresh = [...first, "2 parallel", "2 ours", "2 plain"];
    expect(turns).toEqual([
      ["cold", first],
      ["unchanged", warm],
      ["changed", warm],
      ["fresh", fresh],
      ["fresh-changed", fresh],
      ["fresh-data", fresh],
      ["fresh-gomod", first],
      ["fresh-merge", fresh],
    ]);
    expect(result.subject).toEqual({
      name: "subject",
      commit: null,
      module: "m",
      modules: 1,
      packages: 2,
      testPackages: 1,
      mains: 1,
      edited: "lib.go",
      data: "testdata/in.txt",
    });
    expect(readdirSync(join(temp, "tmp"))).toEqual([]);
    expect(readFileSync(join(temp, "subject", "lib.go"), "utf8")).toBe("package lib\n");
  });

  test("edits for both contenders alike, and takes the edit back", async () => {
    await bench("--cases", "changed", "--rounds", "2", "--no-limit", "--no-parallel");
    const vets = calls().filter((call) => call.startsWith("go vet"));
    // Two warm-up runs of plain on one line of source, then two rounds on three lines.
    expect(vets).toEqual([1, 1, 3, 3].map((lines) => `go vet ./... GOPROXY=off ${lines}`));
  });

  test("a fresh runner starts with what was packed, or with nothing when go.mod changed", async () => {
    const result = await bench("--cases", "fresh-changed,fresh-gomod", "--rounds", "2");
    const moved = result.cases.map(({ name, samples }) => [
      name,
      samples.map(({ contender, transfer: found }) => [
        contender,
        (found?.restoredBytes ?? 0) > 0,
        (found?.savedBytes ?? 0) > 0,
      ]),
    ]);
    const restored = ["plain", "parallel", "ours", "parallel", "ours", "plain"].map((name) => [name, true, false]);
    expect(moved).toEqual([
      ["fresh-changed", restored],
      [
        "fresh-gomod",
        [
          ["plain", false, true],
          ["parallel", false, true],
          ["ours", true, false],
        ],
      ],
    ]);
    const downloads = calls().filter((call) => call.includes("mod download"));
    expect(downloads.at(-1)).toMatch(/GOPROXY=file:\/\/.*\/caches\/gomod-kept\/cache\/download 1$/);
  });

  test("a fresh runner has a new clone in a pull request, after a push to the default branch", async () => {
    await bench("--cases", "fresh,fresh-kept", "--rounds", "2", "--no-parallel");
    const runs = actions().filter(({ event }) => event !== undefined);
    const pull = ["pull_request", "refs/pull/7/merge", "bench/subject"];
    expect(runs.map(({ event, ref, from }) => [event, ref, from])).toEqual([
      ["push", "refs/heads/main", undefined],
      ...[pull, pull, pull, pull],
    ]);
    const [base, first, second, kept, again] = runs;
    // Every clone has times of its own, but where they are kept: then only what was edited is new.
    expect(new Set([base, first, second].map((run) => run?.mod)).size).toBe(3);
    expect([kept?.mod, again?.mod]).toEqual([base?.mod, base?.mod]);
    expect([kept, again].every((run) => (run?.lib ?? 0) > (base?.lib ?? 0))).toBe(true);
  });

  test("commits what a case changes, anew in each round", async () => {
    program(
      "gofmt",
      '#!/bin/sh\ncat lib.go go.mod testdata/in.txt | tr "\\n" " " >> "$STUB_LOG"; echo >> "$STUB_LOG"\n',
    );
    await bench(
      "--cases",
      "fresh-changed,fresh-data,fresh-gomod,fresh-merge",
      "--rounds",
      "2",
      "--no-parallel",
      "--no-limit",
    );
    const trees = calls().filter((call) => call.startsWith("package"));
    const [lib, data, mod] = ["package lib", "abc", "module m"];
    const edit = "package lib  func pipelineBenchEdit\\(\\) int { return \\d+ }";
    const expected = [
      // Warming up, and the run on the default branch.
      ...[`${lib} ${mod} ${data} $`, `${lib} ${mod} ${data} $`, `${lib} ${mod} ${data} $`],
      ...[`${edit} ${mod} ${data} $`, `${edit} ${mod} ${data} $`],
      ...[`${lib} ${mod} ab[^c] $`, `${lib} ${mod} ab[^c] $`],
      `${lib} ${mod}  // \\d+ ${data} $`,
      ...[`${lib} ${mod} ${data} $`, `${lib} ${mod} ${data} $`],
    ];
    expect(trees).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(trees[index]).toMatch(new RegExp(`^${pattern}`));
    expect(trees[3]).not.toBe(trees[4]);
    expect(trees[5]).not.toBe(trees[6]);
  });

  test("leaves out what needs test data where there is none", async () => {
    rmSync(join(temp, "subject", "testdata"), { recursive: true });
    const result = await bench("--cases", "unchanged,fresh-data", "--rounds", "1", "--no-parallel");
    expect(result.cases.map(({ name }) => name)).toEqual(["unchanged"]);
    expect(result.subject.data).toBeNull();
  });

  test("measures all modules of a repository, without the stages alone", async () => {
    write("subject/tools/go.mod", "module m/tools\n");
    write("subject/tools/lib.go", "package lib\n");
    write("subject/go.work", "go 1.26\nuse .\n");
    const result = await bench("--cases", "unchanged", "--rounds", "1", "--modules", "auto");
    expect([result.subject.modules, result.subject.packages, result.subject.mains]).toEqual([2, 4, 2]);
    const samples = result.cases[0]?.samples ?? [];
    expect(samples.map(({ contender }) => contender)).toEqual(["plain", "parallel", "ours"]);
    const checks = ["download", "format", "vet", "test", "build:linux/amd64", "build:darwin/amd64"];
    const [plain, parallel] = samples.map(({ steps }) => steps.map(({ name }) => name));
    expect(plain).toEqual([...checks, ...checks.map((check) => `tools#${check}`)]);
    expect([...(parallel ?? [])].sort()).toEqual([...(plain ?? [])].sort());
    expect(parallel?.slice(0, 2)).toEqual(["download", "tools#download"]);
    expect(samples.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(actions().at(-1)?.flags).toContain("--modules=auto");
  });

  test("looks for test data in the modules that are checked", async () => {
    write("subject/tools/go.mod", "module m/tools\n");
    write("subject/tools/lib.go", "package lib\n");
    write("subject/tools/lib_test.go", "package lib\n");
    write("subject/tools/testdata/larger.txt", "abc abc\n");
    const args = ["--cases", "unchanged", "--rounds", "1", "--no-parallel", "--no-limit"];
    const all = await bench(...args);
    const one = await bench(...args, "--modules", ".");
    const data = [all, one].map(({ subject }) => [subject.modules, subject.data]);
    expect(data).toEqual([
      [2, "tools/testdata/larger.txt"],
      [1, "testdata/in.txt"],
    ]);
  });

  test("a failing check is part of the result", async () => {
    process.env["STUB_VET"] = "1";
    const result = await bench("--cases", "unchanged", "--rounds", "1", "--no-limit", "--no-parallel");
    const plain = result.cases[0]?.samples.find(({ contender }) => contender === "plain");
    expect(plain?.exitCode).toBe(1);
    expect(plain?.steps.map(({ name, exitCode }) => [name, exitCode])).toEqual([
      ["download", 0],
      ["format", 0],
      ["vet", 1],
      ["test", 0],
      ["build:linux/amd64", 0],
      ["build:darwin/amd64", 0],
    ]);
  });

  test("an action that leaves no report ends the measuring", async () => {
    writeFileSync(join(temp, "action.mjs"), "process.exit(2)");
    await expect(bench("--cases", "unchanged", "--rounds", "1")).rejects.toThrow("report.json");
    expect(readdirSync(join(temp, "tmp"))).toEqual([]);
  });

  test("writes figures, tables and charts, and reads them back", async () => {
    const result = await bench("--cases", "unchanged", "--rounds", "1", "--name", "stubbed");
    const out = join(temp, "out");
    await writeResult(out, result);
    expect(readdirSync(out)).toEqual(["ratios.svg", "result.json", "table.md", "timeline-unchanged.svg"]);
    expect(await readResult(join(out, "result.json"))).toEqual(result);
    expect(readFileSync(join(out, "table.md"), "utf8")).toContain("### `stubbed` on host");
  });

  test("measures time, CPU, memory and exit code of one program", async () => {
    const script =
      "const block = Buffer.alloc(60e6, 1); while (process.cpuUsage().user < 400_000); process.exit(block.length === 60e6 ? 7 : 1)";
    const command = { name: "busy", cwd: temp, file: process.execPath, args: ["-e", script], env: {} };
    const measured = await measure(command, { env: {}, log: join(temp, "log") });
    expect(measured.exitCode).toBe(7);
    expect(measured.wallMs).toBeGreaterThan(200);
    expect(measured.endedAt - measured.startedAt).toBeCloseTo(measured.wallMs, 0);
    if (process.platform === "linux") {
      expect(measured.cpuMs).toBeGreaterThan(350);
      expect(measured.cpuMs).toBeLessThan(measured.wallMs * 2);
      expect(measured.peakMemoryBytes).toBeGreaterThan(60e6);
    }
  });

  test("what is saved comes back as it was on an empty disk", async () => {
    const caches = join(temp, "caches");
    const file = join(caches, "gocache-plain", "00", "a");
    for (const directory of [join(file, ".."), join(caches, "gomod")]) mkdirSync(directory, { recursive: true });
    writeFileSync(file, "compiled");
    writeFileSync(join(caches, "gomod", "m"), "module");
    const project = await discoverProject(await openRepository(join(temp, "subject")), everyModule);
    const lab = { temp, repository: temp, directory: temp, project, caches, env: {}, goflags: "" };
    const hosted = await HostedRunner.open(join(temp, "runner"));
    try {
      const runners = await Runners.open(lab, hosted.shelf([process.execPath, action]), ["plain"]);
      await runners.start("plain");
      expect(readdirSync(join(caches, "gocache-plain"))).toEqual([]);
      await runners.miss();
      const traffic = hosted.count();
      await runners.restore("plain");
      await runners.save("plain");
      const { restoredBytes, savedBytes } = await traffic.settle();
      expect(Math.min(restoredBytes, savedBytes)).toBeGreaterThan(0);
      expect(readFileSync(file, "utf8")).toBe("compiled");
      expect(readFileSync(join(caches, "gomod", "m"), "utf8")).toBe("module");
      await runners.close();
      expect(readdirSync(caches)).toEqual(["gocache-plain", "gomod"]);
    } finally {
      await hosted.close();
    }
  });

  test("names a subject after its directory", () => {
    expect([subjectName("/a/b c"), subjectName("/")]).toEqual(["b-c", "subject"]);
  });
});
