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
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runBench } from "../../../bench/bench.ts";
import { Runners } from "../../../bench/fresh.ts";
import { HostedRunner } from "../../../bench/hosted.ts";
import { measure } from "../../../bench/measure.ts";
import { parseOptions } from "../../../bench/options.ts";
import { subjectName } from "../../../bench/subject.ts";
import { readResult, writeResult } from "../../../bench/write.ts";

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
import { mkdirSync, writeFileSync, existsSync } from "node:fs";
const flag = (name) => process.argv[process.argv.indexOf(name) + 1];
const startedAt = new Date().toISOString();
mkdirSync(flag("--output-directory"), { recursive: true });
mkdirSync(process.env.GOCACHE, { recursive: true });
writeFileSync(process.env.GOCACHE + "/ours", "compiled");
// As on a hosted runner: the first run saves, the others restore.
async function cache() {
  const base = process.env.ACTIONS_RESULTS_URL;
  if (base === undefined) return null;
  const send = async (path, method, body) => await (await fetch(base + "_apis/artifactcache/" + path, { method, body })).text();
  const none = { hit: false, key: null, restoredBytes: 0, restoreMs: 0, saved: false, savedKey: null, savedBytes: 0, saveMs: 0, notes: [] };
  if ((await send("cache?keys=k&version=v", "GET")) !== "") return { ...none, hit: true, key: "k", restoredBytes: 9, restoreMs: 1 };
  const { cacheId } = JSON.parse(await send("caches", "POST", JSON.stringify({ key: "k", version: "v" })));
  await send("caches/" + cacheId, "PATCH", "compiled");
  await send("caches/" + cacheId, "POST", "{}");
  return { ...none, saved: true, savedKey: "k", savedBytes: 9, saveMs: 1 };
}
const stage = { id: "deps", gate: "deps", module: ".", variant: null, status: "passed", startedAt, durationMs: 5, cached: false, reason: null, findings: [], command: "" };
const report = {
  schemaVersion: 2, conclusion: "success", reasons: [], warnings: [], engine: { name: "host", version: null, reason: "" },
  modules: [], totals: { tests: null, coverage: null, patch: null }, thresholds: [], stages: [stage], artifacts: [], image: null, cache: await cache(), traceUrl: null,
  startedAt, durationMs: 5,
};
writeFileSync(flag("--output-directory") + "/report.json", JSON.stringify(report));
`;

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
    writeFileSync(join(temp, "subject", "lib.go"), "package lib\n");
    process.env["PATH"] = `${join(temp, "bin")}${delimiter}${path}`;
    process.env["STUB_LOG"] = join(temp, "calls");
    process.env["TMPDIR"] = join(temp, "tmp");
  });

  afterEach(() => {
    process.env["PATH"] = path;
    for (const name of ["STUB_LOG", "STUB_VET", "TMPDIR"]) delete process.env[name];
    rmSync(temp, { recursive: true });
  });

  function program(name: string, text: string): void {
    writeFileSync(join(temp, "bin", name), text);
    chmodSync(join(temp, "bin", name), 0o755);
  }

  function bench(...args: string[]) {
    const options = parseOptions([join(temp, "subject"), ...args], [process.execPath, join(temp, "action.mjs")]);
    return runBench(options, () => undefined);
  }

  test("measures every case with every contender and leaves nothing behind", async () => {
    const result = await bench("--rounds", "2");
    const turns = result.cases.map(({ name, samples }) => [
      name,
      samples.map((one) => `${one.round} ${one.contender}`),
    ]);
    const both = ["1 plain", "1 ours"];
    expect(turns).toEqual([
      ["cold", both],
      ["unchanged", [...both, "1 alone", "2 ours", "2 alone", "2 plain"]],
      ["changed", [...both, "1 alone", "2 ours", "2 alone", "2 plain"]],
      ["fresh", [...both, "2 ours", "2 plain"]],
      ["fresh-modules", both],
    ]);
    expect(result.subject).toEqual({
      name: "subject",
      commit: null,
      module: "m",
      packages: 2,
      testPackages: 1,
      mains: 1,
      edited: "lib.go",
    });
    expect(readdirSync(join(temp, "tmp"))).toEqual([]);
    expect(readFileSync(join(temp, "subject", "lib.go"), "utf8")).toBe("package lib\n");
  });

  test("edits for both contenders alike, and takes the edit back", async () => {
    await bench("--cases", "changed", "--rounds", "2", "--no-limit");
    const calls = readFileSync(join(temp, "calls"), "utf8").split("\n");
    const vets = calls.filter((call) => call.startsWith("go vet"));
    // Two warm-up runs of plain on one line of source, then two rounds on three lines.
    expect(vets).toEqual([1, 1, 3, 3].map((lines) => `go vet ./... GOPROXY=off ${lines}`));
  });

  test("a fresh runner starts with what was packed, or with nothing when go.mod changed", async () => {
    const result = await bench("--cases", "fresh,fresh-modules", "--rounds", "1");
    const moved = result.cases.map(({ name, samples }) => [
      name,
      samples.map(({ contender, transfer: found }) => [
        contender,
        (found?.restoredBytes ?? 0) > 0,
        (found?.savedBytes ?? 0) > 0,
      ]),
    ]);
    expect(moved).toEqual([
      [
        "fresh",
        [
          ["plain", true, false],
          ["ours", true, false],
        ],
      ],
      [
        "fresh-modules",
        [
          ["plain", false, true],
          ["ours", true, false],
        ],
      ],
    ]);
    const downloads = readFileSync(join(temp, "calls"), "utf8")
      .split("\n")
      .filter((call) => call.includes("mod download"));
    expect(downloads.at(-1)).toMatch(/GOPROXY=file:\/\/.*\/caches\/gomod-kept\/cache\/download 3$/);
  });

  test("a failing check is part of the result", async () => {
    process.env["STUB_VET"] = "1";
    const result = await bench("--cases", "unchanged", "--rounds", "1", "--no-limit");
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
    const command = { name: "busy", file: process.execPath, args: ["-e", script], env: {} };
    const measured = await measure(command, { cwd: temp, env: {}, log: join(temp, "log") });
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
    const env = {};
    const lab = { temp, repository: temp, module: temp, caches, vendored: false, env, goflags: "" };
    const hosted = await HostedRunner.open(join(temp, "runner"));
    try {
      const runners = await Runners.open(lab, hosted.shelf([process.execPath, action]), "plain");
      await runners.start("plain");
      expect(readdirSync(join(caches, "gocache-plain"))).toEqual([]);
      expect(await runners.miss()).toMatchObject({ restoredBytes: 0 });
      expect((await runners.restore("plain")).restoredBytes).toBeGreaterThan(0);
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
