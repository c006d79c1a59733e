import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Evidence, noEvidence } from "../../../../src/model/evidence.ts";
import type { Report } from "../../../../src/model/report.ts";
import { pageLog } from "../../../../src/report/page/logs.ts";
import { pageOverview } from "../../../../src/report/page/overview.ts";
import { pagePieces } from "../../../../src/report/page/page.ts";
import { createTestPages, type OutputBlock } from "../../../../src/report/page/tests.ts";
import { modulesRun } from "../module-reports.ts";
import {
  context,
  everyStatus,
  failedTest,
  failingTests,
  finding,
  green,
  hostile,
  imageRun,
  noTests,
  releaseRun,
  stage,
  testPackage,
  withTotals,
} from "../reports.ts";

async function page(report: Report, evidence: Evidence = noEvidence): Promise<string> {
  let text = "";
  for await (const piece of pagePieces({ report, context, evidence })) text += piece;
  return text;
}

/** What the blocks of a page hold, by id, in their order. */
function blocksOf(html: string): ReadonlyMap<string, unknown> {
  const found = html.matchAll(/<script type="application\/json" id="([^"]*)">([\s\S]*?)<\/script>/g);
  return new Map([...found].map(([, id = "", text = ""]) => [id, JSON.parse(text)]));
}

const overview = (report: Report, over: Partial<typeof context> = {}) =>
  pageOverview({ report, context: { ...context, ...over }, evidence: noEvidence }, new Map());

const withTests = (packages: NonNullable<Report["totals"]["tests"]>["packages"]): Report => {
  const counts = { passed: 1, failed: 0, skipped: 0, flaky: 0, interrupted: 0 };
  return withTotals(green, { tests: { ...counts, packages } });
};

function testsOf(report: Report) {
  const outputs: OutputBlock[] = [];
  const packages = [...createTestPages(report, (output) => outputs.push(output))];
  return { packages, outputs };
}

describe("the page", () => {
  it("shows the overview, tests and files first, then the script, then what is asked for", async () => {
    const evidence: Evidence = {
      sourceSize: (path) => (path === "greet/greet.go" ? 12 : null),
      source: () => ({ text: "package greet", runs: [13, -1] }),
      log: async (id) => (id === "test" ? { path: "logs/test.log", bytes: 3, head: "ok\n", tail: null } : null),
    };
    const html = await page(failingTests, evidence);
    const ids = [...blocksOf(html).keys()];
    expect(ids.slice(0, 3)).toEqual(["overview", "tests", "files"]);
    expect(ids.slice(3)).toEqual(["output-0", "output-1", "log-2", "source-0"]);
    expect(html.indexOf('id="files"')).toBeLessThan(html.indexOf("<script>"));
    expect(html.indexOf("<script>")).toBeLessThan(html.indexOf('id="output-0"'));
    expect(html).toContain("<title>example.com/greeter: Go pipeline failed</title>");
    expect(html.endsWith("</body>\n</html>\n")).toBe(true);
  });

  it("has no block of a log that was not written, nor of a source that is gone", async () => {
    const gone: Evidence = { ...noEvidence, sourceSize: () => 10 };
    const ids = [...blocksOf(await page(green, gone)).keys()];
    expect(ids).toEqual(["overview", "tests", "files"]);
  });

  it("lists no tests where there are none, and every package where there are several", async () => {
    expect(blocksOf(await page(noTests)).get("tests")).toEqual([]);
    const two = withTests([testPackage("example.com/a"), testPackage("example.com/b")]);
    const paths = z.array(z.object({ path: z.string() })).parse(blocksOf(await page(two)).get("tests"));
    expect(paths.map(({ path }) => path)).toEqual(["example.com/a", "example.com/b"]);
  });

  it("lets no name end a block, a comment or the title", async () => {
    const text = "</script><!--<script>alert(1)";
    const html = await page({ ...hostile, reasons: [text], modules: named({ path: text }) });
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toContain("<!--");
    expect(html).toContain("<title>&lt;/script&gt;");
    const { reasons } = z.object({ reasons: z.array(z.string()) }).parse(blocksOf(html).get("overview"));
    expect(reasons).toEqual([text]);
  });
});

/** A module with all its fields. */
function named(module: Partial<Report["modules"][number]>): Report["modules"] {
  return green.modules.map((own) => ({ ...own, ...module }));
}

describe("the overview", () => {
  it("is named after the module, its directory, or how many there are", () => {
    expect(overview(green).title).toBe("example.com/greeter");
    expect(overview({ ...green, modules: named({ dir: "lib", path: null }) }).title).toBe("lib");
    expect(overview(modulesRun).title).toBe("5 modules");
    expect(overview({ ...green, modules: [] }).title).toBe("Go pipeline");
  });

  it("says how every stage ended, and points at the logs of those that have one", () => {
    const logs = new Map([["vet", "log-1"]]);
    const overview = pageOverview({ report: everyStatus, context, evidence: noEvidence }, logs);
    const { stages, stageCounts } = overview;
    expect(stages.map(({ id, status, log, ran }) => [id, status, log, ran])).toEqual([
      ["deps", "passed", null, true],
      ["format", "warned", null, true],
      ["vet", "failed", "log-1", true],
      ["test", "cancelled", null, true],
      ["build:linux/amd64", "disabled", null, false],
      ["image", "errored", null, true],
      ["smoke", "blocked", null, false],
      ["deliver", "skipped", null, false],
    ]);
    expect(stageCounts.every(({ count }) => count > 0)).toBe(true);
    expect(overview.notices).toEqual(everyStatus.notices);
    expect(stageCounts.reduce((sum, { count }) => sum + count, 0)).toBe(everyStatus.stages.length);
  });

  it("has the timeline with what the end of the run waited for", () => {
    const { spans } = overview(green).timeline;
    const chain = spans.filter((span) => span.chain !== null).map(({ stage: id }) => id);
    expect(chain).toEqual(["image", "smoke", "deliver"]);
    expect(spans.find(({ stage: id }) => id === "deps")).toMatchObject({ cached: true, status: "passed", startMs: 0 });
  });

  it("leaves failed tests to the tests, and says every finding once with all stages that made it", () => {
    const { findings } = overview(failingTests);
    expect(findings.map(({ title, stages }) => [title, stages])).toEqual([
      ["compile error", ["vet", "test", "build:linux/amd64"]],
      ["data race in TestGreet", ["test"]],
    ]);
    const untold = overview(withTotals(failingTests, { tests: null }));
    expect(untold.findings.map(({ title }) => title)).toContain("TestGreet/empty_name failed");
  });

  it("counts the findings that find no room, and cuts long ones", () => {
    const many = Array.from({ length: 1_003 }, (_, line) => finding({ line: line + 1 }));
    const { findings, moreFindings } = overview({
      ...green,
      stages: [stage("vet", { status: "failed", findings: many })],
    });
    expect([findings.length, moreFindings]).toEqual([1_000, 3]);
    const long = finding({ message: "line\n".repeat(5_000) });
    const [cut] = overview({ ...green, stages: [stage("vet", { status: "failed", findings: [long] })] }).findings;
    expect(cut?.message.split("\n").length).toBeLessThan(250);
  });

  it("says what applies the patch only where there is one", () => {
    expect(overview(green).fix).toBeNull();
    const { fix, beside } = overview(green, { fixable: true });
    expect(fix).toBe("git apply .pipeline/fix.patch");
    expect(beside.map(({ name }) => name)).toContain("fix.patch");
  });

  it("names the files beside it that a run has left", () => {
    const names = (report: Report) => overview(report).beside.map(({ name }) => name);
    const always = ["report.json", "summary.md"];
    expect(names(green)).toEqual([...always, "tests/junit.xml", "tests/test2json.jsonl", "coverage/coverage.out"]);
    expect(names(errorOf(green))).toEqual(always);
    // A profile without statements is none to look at.
    expect(names(noTests)).toEqual(always);
  });

  it("tells of modules where there are several, and of none of them more than is known", () => {
    expect(overview(green).modules).toBeNull();
    const rows = overview(modulesRun).modules?.rows ?? [];
    expect(rows.map(({ dir, percent }) => [dir, percent])).toEqual([
      ["broken", null],
      ["lib", 87.5],
      ["tools/gen", null],
      [".", null],
      ["empty", null],
    ]);
    const unnamed = modulesRun.modules.map((module) => ({ ...module, path: null }));
    expect(overview({ ...modulesRun, modules: unnamed }).modules?.rows[0]?.path).toBeNull();
  });

  it("says in which order tests ran, and whether earlier results stood for some", () => {
    expect(overview(noTests).tests).toBeNull();
    expect(overview(green).tests).toMatchObject({ packages: 1, notes: [] });
    const { tests } = green.totals;
    if (tests === null) throw new Error("the green run has tests");
    const shuffled = overview(withTotals(green, { tests: { ...tests, shuffle: "42" } }));
    expect(shuffled.tests?.notes).toHaveLength(1);
    expect(shuffled.tests?.notes[0]).toContain("42");
  });

  it("has thresholds in percent, and none where nothing could be counted", () => {
    expect(overview(noTests).coverage).toMatchObject({ percent: null, thresholds: [] });
    const { coverage } = overview(failingTests);
    expect(coverage?.missing).toEqual(["example.com/greeter/internal/broken"]);
    expect(
      coverage?.thresholds.map(({ name, percent, met }) => [name, percent === null ? null : Math.round(percent), met]),
    ).toEqual([
      [null, 83, false],
      ["example.com/greeter/greet", 95, true],
      ["example.com/greeter/cmd/greeter", 10, false],
      ["example.com/greeter/internal/broken", null, false],
    ]);
  });

  it("has archives, SBOMs and the release where there are some", () => {
    expect(overview(imageRun)).toMatchObject({ archives: [], sboms: [], release: null });
    const { archives, sboms, release } = overview(releaseRun);
    expect(archives[0]).toMatchObject({ name: "greeter_1.4.0_linux_amd64.tar.gz", platform: "linux/amd64", of: null });
    expect(sboms.map(({ name, of, platform }) => [name, of, platform])).toContainEqual([
      ...["image.cdx.json", "greeter", null],
    ]);
    const address = "https://github.com/acme/greeter/releases/tag/v1.4.0";
    expect(release).toEqual([
      { name: "Tag", values: ["v1.4.0"] },
      { name: "State", values: ["published"] },
      { name: "Address", values: [address], link: address },
      { name: "Files", values: ["greeter_1.4.0_linux_amd64.tar.gz, 1.9 MiB"] },
    ]);
    const kept = {
      ...releaseRun,
      release: { ...releaseRun.release, tag: "v1", module: ".", assets: [], url: "javascript:alert(1)" },
    };
    expect(overview({ ...kept, release: { ...kept.release, state: "draft" } }).release?.slice(1)).toEqual([
      { name: "State", values: ["a draft"] },
      { name: "Address", values: ["javascript:alert(1)"] },
    ]);
  });

  it("has what is signed, and the image where it is among it", () => {
    expect(overview(imageRun).attestation).toBeNull();
    const { attestation, image, beside } = overview(releaseRun);
    const address = "https://github.com/acme/greeter/attestations/1001";
    expect(attestation).toEqual([
      { name: "Address", values: [address], link: address },
      { name: "Of", values: releaseRun.attestation?.subjects.map(({ name }) => name) },
      { name: "Kept as", values: [".pipeline/attestations.jsonl"] },
    ]);
    expect(image).toContainEqual({ name: "Build provenance", values: [address], link: address });
    expect(beside.map(({ name }) => name)).toContain("attestations.jsonl");
    const unknown = { url: null, path: "a", subjects: [] };
    expect(overview({ ...releaseRun, attestation: unknown })).toMatchObject({
      attestation: [
        { name: "Of", values: [] },
        { name: "Kept as", values: ["a"] },
      ],
      image: expect.not.arrayContaining([expect.objectContaining({ name: "Build provenance" })]),
    });
    const subjects = releaseRun.attestation?.subjects ?? [];
    expect(overview({ ...releaseRun, attestation: { ...unknown, subjects } }).image).toContainEqual({
      ...{ name: "Build provenance", values: ["signed"] },
    });
  });

  it("has the facts of the image that are known, the digest of its configuration once", () => {
    const names = (report: Report) => overview(report).image?.map(({ name }) => name);
    expect(names(green)).toBeUndefined();
    const all = ["Name", "References", "Platforms", "Base", "Size", "Layers", "Tested"];
    expect(names(imageRun)).toEqual([...all, "Digest at the registry", "Digest of the configuration", "Tarball"]);
    const { image } = imageRun;
    if (image === null) throw new Error("the run has an image");
    expect(names({ ...imageRun, image: { ...image, digest: image.configDigest } })).not.toContain(
      "Digest at the registry",
    );
    const unknown = { ...image, ...{ digest: null, configDigest: null, size: null, layers: null, base: null } };
    const bare = { ...unknown, ...{ tested: null, path: null, tags: [], platforms: [] } };
    expect(names({ ...imageRun, image: bare })).toEqual(["Name"]);
  });
});

/** A run that broke before there was anything. */
function errorOf(report: Report): Report {
  return { ...withTotals(report, { tests: null, coverage: null }), conclusion: "error" };
}

describe("the facts of a run", () => {
  const facts = (report: Report) => new Map(overview(report).facts.map((fact) => [fact.name, fact]));

  it("are the engine, Go, the caches and the trace", () => {
    const found = facts(green);
    expect(found.get("Engine")?.values).toEqual(["dagger 0.21.8 (engine: auto, container runtime docker)"]);
    expect(found.get("Go")?.values).toEqual(["1.26.8"]);
    expect(found.get("Caches")?.values).toEqual([
      expect.stringMatching(/^restored .* in /),
      "not saved: nothing new was compiled",
    ]);
    expect(found.get("Trace")?.link).toBe(green.traceUrl);
  });

  it("name no version twice, and no Go that is not known", () => {
    const found = facts(noTests);
    expect(found.get("Engine")?.values).toEqual(["host"]);
    expect(facts({ ...green, modules: named({ goVersion: null }) }).has("Go")).toBe(false);
  });

  it("say what was saved, and that nothing was", () => {
    const { cache } = green;
    if (cache === null) throw new Error("the green run has caches");
    const saved = { ...cache, key: null, saved: true, savedBytes: 2_000_000, saveMs: 400, notes: [] };
    expect(facts({ ...green, cache: saved }).get("Caches")?.values).toEqual([expect.stringMatching(/^saved .* in /)]);
    const nothing = { ...saved, saved: false };
    expect(facts({ ...green, cache: nothing }).get("Caches")?.values).toEqual(["nothing was restored or saved"]);
    expect(facts({ ...green, cache: null }).has("Caches")).toBe(false);
  });

  it("make a link of an address alone", () => {
    const trace = facts(hostile).get("Trace");
    expect(trace?.values).toEqual(["javascript:alert(1)"]);
    expect(trace).not.toHaveProperty("link");
    expect(facts({ ...green, traceUrl: null }).has("Trace")).toBe(false);
  });
});

describe("the tests of the page", () => {
  it("begin with the packages that failed, then those that were flaky or interrupted", () => {
    const { packages } = testsOf(
      withTests([
        testPackage("a/passed"),
        testPackage("b/interrupted", { interrupted: 1 }),
        testPackage("c/failed", { status: "failed" }),
        testPackage("d/flaky", { status: "flaky" }),
      ]),
    );
    expect(packages.map(({ path }) => path)).toEqual(["c/failed", "b/interrupted", "d/flaky", "a/passed"]);
  });

  it("say of which module a package is where there are several", () => {
    expect(testsOf(green).packages.map(({ module }) => module)).toEqual([null]);
    expect(testsOf(modulesRun).packages.map(({ path, module }) => [path, module])).toEqual([
      ["example.com/mono/lib", "lib"],
    ]);
  });

  it("list each test once, also those of which only the failure or the interruption is known", () => {
    const listed = { name: "TestListed", status: "failed", durationMs: 5 } as const;
    const failures = [failedTest({ name: "TestListed" }), failedTest({ name: "TestUnlisted", durationMs: null })];
    const unfinished = [failedTest({ name: "TestHung" })];
    const [found] = testsOf(
      withTests([testPackage("a", { status: "failed", tests: [listed], failures, unfinished })]),
    ).packages;
    expect(found?.names).toEqual(["TestListed", "TestUnlisted", "TestHung"]);
    expect(found?.ends).toBe("ffi");
    expect(found?.times).toEqual([5, null, 12]);
  });

  it("have the words of a failure, its place, its command and a block with all of its output", () => {
    const { packages, outputs } = testsOf(
      withTests([testPackage("a", { status: "failed", failures: [failedTest()] })]),
    );
    expect(packages[0]?.notes["0"]).toEqual({
      path: "greet/greet_test.go",
      line: 31,
      said: 'Greet("") = "Hello, !", want "Hello, world!"',
      output: "output-0",
      command: failedTest().command,
    });
    expect(outputs).toEqual([{ id: "output-0", text: failedTest().output.trimEnd() }]);
  });

  it("have no block for a test that said nothing, and nothing to run where nobody knows", () => {
    const silent = failedTest({ output: "", command: "" });
    const { packages, outputs } = testsOf(withTests([testPackage("a", { status: "failed", failures: [silent] })]));
    expect(packages[0]?.notes["0"]).toEqual({ path: "greet/greet_test.go", line: 31 });
    expect(outputs).toEqual([]);
  });

  it("say of output that finds no room that it was cut, and still take what is smaller", () => {
    const large = failedTest({ name: "TestLoud", output: `${"x".repeat(1_023)}\n`.repeat(16 * 1024 + 1) });
    const { packages, outputs } = testsOf(
      withTests([testPackage("a", { status: "failed", failures: [large, failedTest()] })]),
    );
    expect(packages[0]?.notes["0"]).toMatchObject({ cut: true });
    expect(packages[0]?.notes["0"]).not.toHaveProperty("output");
    expect(outputs.map(({ id }) => id)).toEqual(["output-0"]);
    expect(packages[0]?.notes["1"]).toMatchObject({ output: "output-0" });
  });

  it("have the reason of a skip, attributes and what a test has left, and no note where there is nothing to say", () => {
    const plain = { name: "TestPlain", status: "passed", durationMs: 1 } as const;
    const skipped = { name: "TestSkipped", status: "skipped", durationMs: 0, reason: "needs a network\n" } as const;
    const rich = { ...plain, name: "TestRich", attributes: [{ key: "owner", value: "a\nb" }], artifacts: ["tests/a"] };
    const [found] = testsOf(
      withTests([testPackage("a", { tests: [plain, skipped, rich], cached: true, attempts: 3 })]),
    ).packages;
    expect(found?.notes).toEqual({
      1: { reason: "needs a network" },
      2: { attributes: [["owner", expect.not.stringContaining("\n")]], artifacts: ["tests/a"] },
    });
    expect(found).toMatchObject({ cached: true, attempts: 3, ends: "psp" });
  });

  it("say why a package failed without a failing test", () => {
    const [found] = testsOf(withTests([testPackage("a", { status: "failed", reason: "build failed" })])).packages;
    expect(found).toMatchObject({ reason: "build failed", names: [], cached: false, attempts: 1 });
  });
});

describe("the logs of the page", () => {
  const asked = async (count: number): Promise<number> => {
    let limit = 0;
    const log: Evidence["log"] = async (_, most) => {
      limit = most;
      return null;
    };
    expect(await pageLog("vet", count, { evidence: { ...noEvidence, log } })).toBeNull();
    return limit;
  };

  it("share the room, within bounds for one", async () => {
    expect(await asked(0)).toBe(192 * 1024);
    expect(await asked(1)).toBe(192 * 1024);
    expect(await asked(64)).toBe(128 * 1024);
    expect(await asked(100_000)).toBe(8 * 1024);
  });

  it("are both ends, without what steers a terminal", async () => {
    const log: Evidence["log"] = async () => ({
      path: "logs/vet.log",
      bytes: 9,
      head: "a\u001b[31mb",
      tail: "c\u202ed",
    });
    const found = await pageLog("vet", 1, { evidence: { ...noEvidence, log } });
    expect(found).toMatchObject({ stage: "vet", path: "logs/vet.log", bytes: 9 });
    const text = `${found?.head}${found?.tail}`;
    for (const sign of ["\u001b", "\u202e"]) expect(text).not.toContain(sign);
  });
});
