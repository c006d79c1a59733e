import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { startResultsService } from "../act/results-service.ts";
import { serviceEnv, uploadedFiles } from "./support/artifacts.ts";
import { fault } from "./support/fault.ts";
import { run } from "./support/run.ts";
import { readAsRunner } from "./support/runner.ts";
import { expectNothingLeft, expectOnlyOurCommands, readReport } from "./support/verdict.ts";
import { makeWorld, stub, type World, workflowEnv, writeFile } from "./support/world.ts";

const inputs = { engine: "host", docker: "false", vet: "false", platforms: "linux/amd64" };

function runInWorkflow(world: World, extra: Readonly<Record<string, string>> = {}) {
  return run({ cwd: world.repository, env: workflowEnv(world, inputs, extra) });
}

function warningsIn(stdout: string): readonly string[] {
  return readAsRunner(stdout).commands.flatMap(({ name, data }) => (name === "warning" ? [data] : []));
}

describe("the runner's files", () => {
  fault("runner-files-are-not-named", async () => {
    const world = makeWorld();
    const env = workflowEnv(world, inputs);
    const without = Object.entries(env).filter(([name]) => !Object.keys(world.runnerFiles).includes(name));
    const ended = await run({ cwd: world.repository, env: Object.fromEntries(without) });
    expect(ended.exitCode).toBe(0);
    const { commands } = readAsRunner(ended.stdout);
    expect(commands.filter(({ name }) => /^(set|save|add)-/.test(name))).toEqual([]);
    expect(warningsIn(ended.stdout).join("\n")).toMatch(/step outputs could not be set/);
    expect(warningsIn(ended.stdout).join("\n")).toMatch(/job summary could not be written/);
    expect(readReport(world).conclusion).toBe("success");
    expectNothingLeft(world);
  });

  fault("runner-files-cannot-be-written", async () => {
    const world = makeWorld();
    const directory = join(world.root, "directory");
    mkdirSync(directory);
    writeFile(join(world.root, "event.json"), '{"repository": ');
    const broken = {
      GITHUB_OUTPUT: directory,
      GITHUB_STEP_SUMMARY: join(directory, "no", "such"),
      GITHUB_EVENT_PATH: join(world.root, "event.json"),
    };
    const ended = await runInWorkflow(world, broken);
    expect(ended.exitCode).toBe(0);
    expect(warningsIn(ended.stdout)).toHaveLength(3 + 1);
    expect(readReport(world).conclusion).toBe("success");
    expectNothingLeft(world);
  });

  fault("more-findings-than-fit", async () => {
    const world = makeWorld();
    const name = `Test${"x".repeat(300)}`;
    const events = Array.from({ length: 4_000 }, (_, index) => {
      const test = `${name}${index}`;
      const output = `    main_test.go:8: ${"<b>&|`".repeat(300)}\n`;
      const event = (action: string, more: object = {}): string =>
        JSON.stringify({
          Time: "2026-01-01T00:00:00Z",
          Action: action,
          Package: "example.com/tiny",
          Test: test,
          ...more,
        });
      return [event("run"), event("output", { Output: output }), event("fail", { Elapsed: 0.01 })].join("\n");
    });
    const last = '{"Action":"fail","Package":"example.com/tiny","Elapsed":1}\n';
    writeFile(join(world.root, "events"), `${events.join("\n")}\n${last}`);
    stub(world, "go", `if [ "$1" = test ]; then\n  cat ${world.root}/events\n  exit 1\nfi\nexec real-go "$@"`);
    const ended = await runInWorkflow(world);
    expect(ended.exitCode).toBe(1);
    const { commands } = expectOnlyOurCommands(ended, world);
    const errors = commands.filter(({ name }) => name === "error");
    expect(errors).toHaveLength(10);
    for (const { data } of commands) expect(data.length).toBeLessThanOrEqual(4_096);
    expect(commands.filter(({ name }) => name === "notice").map(({ data }) => data)).toEqual([
      expect.stringMatching(/^\d+ more findings in the job summary and in report\.json\.$/),
    ]);
    const summary = readFileSync(world.runnerFiles.GITHUB_STEP_SUMMARY);
    expect(summary.length).toBeGreaterThan(100_000);
    expect(summary.length).toBeLessThanOrEqual(900 * 1024);
    expect(readReport(world).totals.tests?.failed).toBe(4_000);
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    expectNothingLeft(world);
  });
});

describe.concurrent("the artifact service", () => {
  fault("artifact-names-are-taken", async () => {
    const world = makeWorld();
    const service = await startResultsService();
    try {
      for (const attempt of [1, 2]) {
        const ended = await runInWorkflow(world, serviceEnv(service));
        expect(ended.exitCode, `run ${attempt}`).toBe(0);
      }
      expect([...service.artifacts.keys()].sort()).toEqual([
        "report",
        "report-2",
        "tiny-linux-amd64",
        "tiny-linux-amd64-2",
      ]);
      const [report] = readReport(world).artifacts;
      expect(Object.keys(uploadedFiles(service))).toContain("tiny-linux-amd64-2/tiny-linux-amd64.tar.gz");
      expect(report?.path).toBe(".pipeline/bin/tiny-linux-amd64");
    } finally {
      await service.close();
    }
  });

  fault("artifact-service-refuses", async () => {
    const world = makeWorld();
    const service = await startResultsService();
    service.failWith = 403;
    try {
      const ended = await runInWorkflow(world, serviceEnv(service));
      expect(ended.exitCode).toBe(0);
      expect(warningsIn(ended.stdout).filter((warning) => /was not uploaded/.test(warning))).toHaveLength(2);
      expect(readReport(world).artifacts).toHaveLength(1);
      expectNothingLeft(world);
    } finally {
      await service.close();
    }
  });

  fault("artifact-service-breaks", async () => {
    const world = makeWorld();
    const service = await startResultsService();
    service.failWith = 500;
    try {
      const ended = await runInWorkflow(world, serviceEnv(service));
      expect(ended.exitCode).toBe(0);
      expect(warningsIn(ended.stdout).filter((warning) => /was not uploaded/.test(warning))).toHaveLength(2);
      expect(readReport(world).artifacts).toHaveLength(1);
      expectNothingLeft(world);
    } finally {
      await service.close();
    }
  });

  fault("no-artifact-service", async () => {
    const world = makeWorld();
    const nowhere = { ACTIONS_RESULTS_URL: "http://127.0.0.1:9", ACTIONS_RUNTIME_TOKEN: "x.y.z" };
    for (const service of [{}, { ...nowhere, GITHUB_SERVER_URL: "https://github.example.com" }]) {
      const ended = await runInWorkflow(world, service);
      expect(ended.exitCode).toBe(0);
      expect(
        warningsIn(ended.stdout).filter((warning) => warning.startsWith("No artifact was uploaded: ")),
      ).toHaveLength(1);
      expect(readReport(world).artifacts).toHaveLength(1);
    }
    expectNothingLeft(world);
  });
});
