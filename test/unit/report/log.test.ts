import { describe, expect, it, vi } from "vitest";
import { kinds, shownOutput } from "../../../src/gates/index.ts";
import type { StageResult } from "../../../src/model/report.ts";
import { createLogReporter, type LogOptions } from "../../../src/report/log.ts";
import { makeConfig } from "../../support/config.ts";
import { createMemoryPlatform, type MemoryPlatform } from "./memory-platform.ts";
import { of } from "./module-reports.ts";
import { finding, stage } from "./reports.ts";
import { isCommand } from "./runner-oracle.ts";

const order = ["deps", "vet", "test", "build:linux/amd64"] as const;
/** As runs show them. */
const needs: ReadonlyMap<string, readonly string[]> = new Map([
  ["smoke", ["image"]],
  ["deliver", ["smoke"]],
]);
const shown = { order, needs, moduleCount: 1, kinds, shown: (gate: string) => shownOutput(gate, makeConfig()) };

async function* chunks(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 7) {
    await Promise.resolve();
    yield text.slice(at, at + 7);
  }
}

interface Ended {
  readonly result: StageResult;
  /** Content of its log; not given: none was written. */
  readonly output?: string;
  /** Lines of it that its judge has picked. */
  readonly brief?: string;
}

/** Starts and ends the stages in the order given and answers what was printed. */
async function printedBy(
  ended: readonly Ended[],
  options: {
    readonly platform?: MemoryPlatform;
    readonly logLevel?: LogOptions["logLevel"];
    readonly testOutput?: boolean;
    readonly moduleCount?: number;
  } = {},
): Promise<readonly string[]> {
  const { platform = createMemoryPlatform(), logLevel = "normal", testOutput = false, moduleCount = 1 } = options;
  const outputs = new Map(
    ended.flatMap(({ result: { id }, output, brief }) => [
      [`logs/${id}.log`, output],
      [`${id}/brief.part`, brief],
    ]),
  );
  const readLog = (path: string): AsyncIterable<string> => chunks(outputs.get(path) ?? "");
  const config = makeConfig(testOutput ? { testFlags: ["-v"] } : {});
  const whatIsShown = { kinds, shown: (gate: string) => shownOutput(gate, config) };
  const { listener, finish } = createLogReporter({
    ...{ platform, logLevel, order, needs, moduleCount, readLog },
    ...whatIsShown,
  });
  for (const { result, output, brief } of ended) {
    if (result.startedAt !== null) listener({ type: "stage-started", stage: "deps", at: new Date(result.startedAt) });
    const files = {
      log: output === undefined ? null : `logs/${result.id}.log`,
      ...(brief === undefined ? {} : { brief: `${result.id}/brief.part` }),
    };
    listener({ type: "stage-finished", result, ...files });
  }
  await finish();
  return platform.printed;
}

const passedVet: Ended = { result: stage("vet"), output: "" };
const passedDeps: Ended = {
  result: stage("deps", { cached: true }),
  output: "go: downloading a v1\ngo: downloading b v1\n",
};
const failedVet: Ended = {
  result: stage("vet", {
    status: "failed",
    reason: "1 finding",
    command: "go vet ./...",
    findings: [finding(), finding({ source: "compile", message: "first line\nsecond line", line: null })],
  }),
  output: "# example.com/greeter/greet\n./greet.go:12:5: fmt.Printf format %d has arg name of wrong type string\n",
};

describe("createLogReporter", () => {
  it("tells when stages start and end, and folds the output of those that passed", async () => {
    expect(await printedBy([passedDeps, passedVet])).toEqual([
      "▶ deps",
      "✓ deps passed in 1.2 s (cached)",
      "[deps: output]",
      "| go: downloading a v1",
      "| go: downloading b v1",
      "▶ deps",
      "✓ vet passed in 1.2 s",
    ]);
  });

  it("tells why a stage did not run", async () => {
    const skipped = stage("test", { status: "skipped", reason: "no test files" });
    expect(await printedBy([{ result: skipped }])).toEqual(["- test skipped: no test files"]);
  });

  it("tells stages that had nothing to do for one reason in one line, before what comes next", async () => {
    const none = (id: string, reason: string): Ended => ({ result: stage(id, { status: "skipped", reason }) });
    const image = ["image", "smoke", "deliver"].map((id) => none(id, "no Dockerfile"));
    expect(await printedBy([none("test", "no test files"), ...image, passedVet])).toEqual([
      "- test skipped: no test files",
      "- image, smoke, deliver skipped: no Dockerfile",
      "▶ deps",
      "✓ vet passed in 1.2 s",
    ]);
    expect(await printedBy(image, { logLevel: "quiet" })).toEqual([]);
  });

  it("tells what a module has nothing to do for in one line, and what is so in many modules", async () => {
    const none = (dir: string, gate: string, variant: string | null, reason: string): Ended => ({
      result: of(dir, gate, { variant, status: "skipped", reason }),
    });
    const skipped = (dir: string): readonly Ended[] => [
      none(dir, "test", null, "no test files"),
      ...["linux/amd64", "darwin/amd64"].map((variant) => none(dir, "build", variant, "no main package")),
    ];
    const image = ["image", "smoke", "deliver"].map((id) => ({
      result: stage(id, { module: null, status: "skipped", reason: "no Dockerfile" }),
    }));
    expect(
      await printedBy([...[".", "a|b", "lib\n::error::x"].flatMap(skipped), ...image], { moduleCount: 4 }),
    ).toEqual([
      "- test in . skipped: no test files",
      "- test in a|b skipped: no test files",
      "- test in lib \\::error::x skipped: no test files",
      "- build:linux/amd64, build:darwin/amd64 in . skipped: no main package",
      "- build:linux/amd64, build:darwin/amd64 in a|b skipped: no main package",
      "- build:linux/amd64, build:darwin/amd64 in lib \\::error::x skipped: no main package",
      "- image, smoke, deliver skipped: no Dockerfile",
    ]);
    const dirs = Array.from({ length: 60 }, (_, index) => `module${index}`);
    const empty = none("empty", "test", null, "the module has no Go packages");
    expect(await printedBy([...dirs.flatMap(skipped), empty, passedVet], { moduleCount: 61 })).toEqual([
      "- test in 60 modules skipped: no test files",
      "- build:linux/amd64, build:darwin/amd64 in 60 modules skipped: no main package",
      "- test in empty skipped: the module has no Go packages",
      "▶ deps",
      "✓ vet passed in 1.2 s",
    ]);
  });

  it("prints stages in trouble last, open, in the order of the plan, ending with the command", async () => {
    const build = stage("build:linux/amd64", { status: "failed", reason: "1 error", command: "go build ./..." });
    expect(await printedBy([{ result: build, output: "boom\n" }, failedVet, passedDeps])).toEqual([
      "▶ deps",
      "✗ build:linux/amd64 failed in 1.2 s: 1 error",
      "▶ deps",
      "✗ vet failed in 1.2 s: 1 finding",
      "▶ deps",
      "✓ deps passed in 1.2 s (cached)",
      "[deps: output]",
      "| go: downloading a v1",
      "| go: downloading b v1",
      "",
      "[✗ vet failed in 1.2 s: 1 finding open]",
      "| # example.com/greeter/greet",
      "| ./greet.go:12:5: fmt.Printf format %d has arg name of wrong type string",
      "| ",
      "| 2 findings:",
      "| greet/greet.go:12:5: fmt.Printf format %d has arg name of wrong type string",
      "| greet/greet.go: first line",
      "| ",
      "| Reproduce: go vet ./...",
      "",
      "[✗ build:linux/amd64 failed in 1.2 s: 1 error open]",
      "| boom",
      "| ",
      "| Reproduce: go build ./...",
    ]);
  });

  it("does not say again what the output has said", async () => {
    const output =
      "# example.com/greeter\nvet: ./greet/greet.go:12:5: fmt.Printf format %d has arg name of wrong type string\n";
    const result = stage("vet", { status: "failed", command: "go vet ./...", findings: [finding()] });
    expect((await printedBy([{ result, output }])).slice(3)).toEqual([
      "[✗ vet failed in 1.2 s open]",
      "| # example.com/greeter",
      "| vet: ./greet/greet.go:12:5: fmt.Printf format %d has arg name of wrong type string",
      "| ",
      "| Reproduce: go vet ./...",
    ]);
    expect((await printedBy([{ result }])).slice(3)).toEqual([
      "[✗ vet failed in 1.2 s open]",
      "| 1 finding:",
      "| greet/greet.go:12:5: fmt.Printf format %d has arg name of wrong type string",
      "| ",
      "| Reproduce: go vet ./...",
    ]);
  });

  it("shows what failed tests printed, not what all tests printed", async () => {
    const test = stage("test", {
      status: "failed",
      reason: "1 test failed",
      command: "go test ./...",
      findings: [
        finding({
          source: "test",
          path: "a_test.go",
          line: 7,
          column: null,
          title: "TestA failed",
          message: "got 1\nwant 2\ngo test -run '^TestA$' .",
        }),
      ],
    });
    const brief = "FAIL\texample.com/a\t0.01s\nok  \texample.com/b\t0.02s\n";
    const output = `=== RUN   TestA\n    a_test.go:7: got 1\n--- FAIL: TestA (0.00s)\nFAIL\n${brief}`;
    const printed = await printedBy([{ result: test, output, brief }]);
    expect(printed.slice(3)).toEqual([
      "[✗ test failed in 1.2 s: 1 test failed open]",
      "| FAIL\texample.com/a\t0.01s",
      "| ok  \texample.com/b\t0.02s",
      "| ",
      "| 1 finding:",
      "| a_test.go:7: TestA failed",
      "|     got 1",
      "|     want 2",
      "|     go test -run '^TestA$' .",
      "| ",
      "| Reproduce: go test ./...",
    ]);
    const debug = await printedBy([{ result: test, output, brief }], { logLevel: "debug" });
    expect(debug).toContain("| === RUN   TestA");
    const asked = await printedBy([{ result: test, output, brief }], { testOutput: true });
    expect(asked).toContain("| === RUN   TestA");
  });

  it("shows what passing tests print to those who ask for it, on a terminal as well", async () => {
    const local = () => createMemoryPlatform({ name: "local" });
    const ended = [passedDeps, { result: stage("test"), output: "=== RUN   TestA\nok  \texample.com/a\t0.01s\n" }];
    const printed = await printedBy(ended, { platform: local(), testOutput: true });
    expect(printed).toContain("| === RUN   TestA");
    expect(printed.filter((line) => line.startsWith("["))).toEqual(["[test: output]"]);
    expect(await printedBy(ended, { platform: local(), testOutput: true, logLevel: "quiet" })).toEqual([]);
  });

  it("shows the whole output of tests when no finding tells what went wrong", async () => {
    const test = stage("test", { status: "failed", reason: "stopped at its time limit", command: "go test ./..." });
    const printed = await printedBy([{ result: test, output: "=== RUN   TestHangs\n", brief: "" }]);
    expect(printed).toContain("| === RUN   TestHangs");
  });

  it("clips what is long and names the file that has it all", async () => {
    const output = Array.from({ length: 5_000 }, (_, index) => `line ${index + 1}\n`).join("");
    const passed = await printedBy([{ result: stage("vet"), output }]);
    expect(passed).toHaveLength(3 + 501);
    expect(passed.slice(102, 105)).toEqual([
      "| line 100",
      "| … 4,500 lines left out here; all of it is in logs/vet.log",
      "| line 4601",
    ]);
    const failed = await printedBy([{ result: stage("vet", { status: "failed" }), output }]);
    expect(failed).toContain("| … 3,000 lines left out here; all of it is in logs/vet.log");
    const findings = Array.from({ length: 300 }, (_, index) => finding({ line: index + 1 }));
    expect(await printedBy([{ result: stage("vet", { status: "failed", findings }) }])).toContain(
      "| … 100 more in report.json",
    );
  });

  it("says nothing of stages that passed when it has to be quiet", async () => {
    expect((await printedBy([passedDeps, passedVet, failedVet], { logLevel: "quiet" })).slice(0, 3)).toEqual([
      "✗ vet failed in 1.2 s: 1 finding",
      "",
      "[✗ vet failed in 1.2 s: 1 finding open]",
    ]);
    expect(await printedBy([passedDeps], { logLevel: "quiet" })).toEqual([]);
  });

  it("spares a terminal the output of stages that passed, unless asked", async () => {
    const local = (): MemoryPlatform => createMemoryPlatform({ name: "local" });
    expect(await printedBy([passedDeps], { platform: local() })).toEqual(["▶ deps", "✓ deps passed in 1.2 s (cached)"]);
    expect(await printedBy([passedDeps], { platform: local(), logLevel: "debug" })).toContain("[deps: output]");
  });

  it("shows progress only for those who debug", async () => {
    for (const [logLevel, expected] of [
      ["normal", []],
      ["debug", ["  vet │ \\::error::x"]],
    ] as const) {
      const platform = createMemoryPlatform();
      const { listener, finish } = createLogReporter({ platform, logLevel, ...shown, readLog: chunks });
      listener({ type: "progress", stage: "vet", line: "::error::x\u001b[0m\n" });
      await finish();
      expect(platform.printed).toEqual(expected);
    }
  });

  it("colours the status where the platform has colour", async () => {
    const [, line] = await printedBy([passedVet], { platform: createMemoryPlatform({ colour: true }) });
    expect(line).toBe("\u001b[32m✓ vet passed\u001b[39m in 1.2 s");
  });

  it("goes on when a log cannot be read or the platform breaks", async () => {
    const platform = createMemoryPlatform();
    const readLog = (): AsyncIterable<string> => {
      throw new Error("ENOENT: logs/vet.log");
    };
    const reporter = createLogReporter({ platform, logLevel: "normal", ...shown, readLog });
    reporter.listener({ type: "stage-finished", result: failedVet.result, log: "logs/vet.log" });
    await reporter.finish();
    expect(platform.printed).toContain("| The output could not be read: ENOENT: logs/vet.log");
    expect(platform.printed.at(-1)).toBe("| Reproduce: go vet ./...");

    const broken = createMemoryPlatform({ group: () => Promise.reject(new Error("EPIPE")) });
    expect(await printedBy([failedVet, passedDeps], { platform: broken })).toContain(
      "warning: The log is incomplete: EPIPE",
    );
    expect(broken.printed).toContain("✓ deps passed in 1.2 s (cached)");
  });

  it("lets no command through, whatever stages print", async () => {
    const evil = "::error::x\n ##[group]y\r::set-output name=a::b\n\u001b[0m::add-mask::e\n";
    const result = stage("vet", {
      status: "failed",
      reason: "::error::reason",
      command: "::error::command",
      findings: [
        finding({ path: "::error::path", message: evil }),
        finding({ source: "test", message: evil, title: evil }),
      ],
    });
    const printed = await printedBy([
      { result, output: evil },
      { result: stage("deps"), output: evil },
    ]);
    const lines = printed.map((line) => line.replace(/^\| /, ""));
    expect(lines.filter((line) => isCommand(line) || line.includes("\r") || line.includes("\n"))).toEqual([]);
    expect(printed).toContain("| \\::add-mask::e");
  });
});

describe("while stages run", () => {
  const trouble = { subject: "TestA", within: "example.com/m", place: "a_test.go:3", said: "got 1, want 2" };
  const log = (platform: MemoryPlatform, logLevel: LogOptions["logLevel"] = "normal", now?: () => number) =>
    createLogReporter({
      ...shown,
      platform,
      logLevel,
      readLog: () => chunks(""),
      ...(now === undefined ? {} : { now }),
    });

  it("a failure is told at once, but not to those who want quiet", async () => {
    const printed = async (logLevel: LogOptions["logLevel"]): Promise<readonly string[]> => {
      const platform = createMemoryPlatform();
      const { listener, finish } = log(platform, logLevel);
      listener({ type: "stage-started", stage: "test", at: new Date(0) });
      listener({ type: "trouble-seen", stage: "test", trouble });
      await finish();
      return platform.printed;
    };
    expect(await printed("normal")).toEqual(["▶ test", "✗ TestA in example.com/m a_test.go:3: got 1, want 2"]);
    expect(await printed("quiet")).toEqual([]);
  });

  it("a silent stage is named once a minute", async () => {
    vi.useFakeTimers();
    try {
      const platform = createMemoryPlatform();
      const { listener, finish } = log(platform, "normal", () => Date.now());
      listener({ type: "stage-started", stage: "test", at: new Date(0) });
      listener({ type: "stage-seen", stage: "test", words: "1 of 2 packages" });
      await vi.advanceTimersByTimeAsync(125_000);
      await finish();
      await vi.advanceTimersByTimeAsync(125_000);
      expect(platform.printed).toEqual([
        "▶ test",
        "… test runs for 1 min 0 s: 1 of 2 packages",
        "… test runs for 2 min 0 s: 1 of 2 packages",
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("a screen shows which stages run, and is empty in the end", async () => {
    vi.useFakeTimers();
    try {
      const screens: (readonly string[])[] = [];
      const screen = {
        show: (lines: readonly string[]) => void screens.push(lines),
        columns: () => 80,
        rows: () => 24,
      };
      const platform = createMemoryPlatform({ screen });
      const { listener, finish } = log(platform, "normal", () => Date.now());
      listener({ type: "stage-started", stage: "test", at: new Date(0) });
      await vi.advanceTimersByTimeAsync(600);
      listener({ type: "stage-finished", result: stage("test"), log: null });
      await finish();
      expect(screens).toEqual([["  ▶ test  0 ms"], []]);
      expect(platform.printed).toEqual(["✓ test passed in 1.2 s"]);
    } finally {
      vi.useRealTimers();
    }
  });
});
