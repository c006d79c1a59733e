import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Files,
  reportOf,
  type Sandbox,
  sandboxes,
  smallModule,
  statuses,
  testLog,
} from "./support/repositories.ts";

const newSandbox = sandboxes();

describe("execution", () => {
  const printsEnvironment: Files = {
    ...smallModule,
    "main_test.go":
      'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestEnv(t *testing.T) {\n\tfor _, each := range os.Environ() {\n\t\tt.Log(each)\n\t}\n}\n',
  };

  it("shows tests CI, settings of Go and their own variables, and nothing of this machine", async () => {
    const box = newSandbox(printsEnvironment);
    await box.run(["--test-env", "ASKED=for", "--goprivate", "git.example"], {
      PRIVATE_THING: "never",
      GITHUB_TOKEN: "never",
    });
    const log = testLog(box);
    expect(log).toContain("CI=true");
    expect(log).toContain("ASKED=for");
    expect(log).toContain("GOPRIVATE=git.example");
    expect(log).not.toMatch(/never|GITHUB_|ACTIONS_|RUNNER_|DAGGER_|OTEL_|PIPELINE_/);
  });

  it("runs again with another value of a test variable", async () => {
    // Go's own cache of test results knows the variables that a test asks for by name.
    const box = newSandbox({
      ...smallModule,
      "main_test.go":
        'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestAsked(t *testing.T) { t.Log("ASKED=" + os.Getenv("ASKED")) }\n',
    });
    for (const value of ["one", "two"]) {
      await box.run(["--test-env", `ASKED=${value}`]);
      expect(testLog(box)).toContain(`ASKED=${value}`);
    }
  });

  const clock = (body: string): Files => ({
    ...smallModule,
    "main_test.go": `package main\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestClock(t *testing.T) { t.${body}("at", time.Now().UnixNano()) }\n`,
  });
  const times = (box: Sandbox): string | undefined => /at (\d+)/.exec(testLog(box))?.[1];
  const cached = (box: Sandbox): boolean[] =>
    reportOf(box)
      .stages.slice(0, 5)
      .map((stage) => stage.cached);

  it("shows an unchanged green run as cached", async () => {
    const box = newSandbox({ ...clock("Log"), "unique.txt": String(Date.now()) });
    expect((await box.run()).exitCode).toBe(0);
    const first = times(box);
    expect(cached(box)).toEqual([false, false, false, false, false]);
    expect((await box.run()).exitCode).toBe(0);
    expect(times(box)).toBe(first);
    expect(cached(box)).toEqual([true, true, true, true, true]);
  });

  it("really executes what was red again, and nothing else", async () => {
    const box = newSandbox({ ...clock("Error"), "unique.txt": String(Date.now()) });
    expect((await box.run()).exitCode).toBe(1);
    const first = times(box);
    expect((await box.run()).exitCode).toBe(1);
    expect(times(box)).not.toBe(first);
    expect(cached(box)).toEqual([true, true, true, false, true]);
    expect(statuses(box)).toMatchObject({ vet: "passed", test: "failed", "build:linux/amd64": "passed" });
    expect(existsSync(join(box.root, ".pipeline/bin/small-linux-amd64"))).toBe(true);
  });

  it("really executes tests again when Go would", async () => {
    const box = newSandbox({ ...clock("Log"), "unique.txt": String(Date.now()) });
    expect((await box.run(["--test-flags", "-count=1"])).exitCode).toBe(0);
    const first = times(box);
    expect((await box.run(["--test-flags", "-count=1"])).exitCode).toBe(0);
    expect(times(box)).not.toBe(first);
    expect(cached(box)).toEqual([true, true, true, false, true]);
  });

  it("executes what a red stage has blocked again too", async () => {
    const box = newSandbox({
      ...smallModule,
      "missing.go": 'package main\n\nimport _ "example.com/nowhere"\n',
      "unique.txt": String(Date.now()),
    });
    const seen = { deps: "failed", format: "passed", vet: "blocked", "build:linux/amd64": "blocked" };
    for (const expected of [false, true]) {
      expect((await box.run()).exitCode).toBe(1);
      expect(statuses(box)).toMatchObject(seen);
      expect(cached(box)).toEqual([false, expected, false, false, false]);
      expect(reportOf(box).stages.find(({ id }) => id === "vet")).toMatchObject({ reason: "deps did not pass" });
    }
  });

  it("does not take a link that a build or a test left behind", async () => {
    const box = newSandbox({
      ...smallModule,
      "main_test.go":
        'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestPlant(t *testing.T) {\n\tif err := os.Symlink("/etc/passwd", "/pipeline/out/result/planted"); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n',
    });
    // Go itself would remember the test from an earlier run of this suite on the same engine.
    expect((await box.run(["--test-flags=-count=1"])).exitCode).toBe(3);
    expect(existsSync(join(box.root, ".pipeline/planted"))).toBe(false);
    expect(statuses(box)["test"]).toBe("errored");
  });

  it("stamps binaries with buildvcs, without credentials going along", async () => {
    const box = newSandbox();
    box.git("config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic c2VjcmV0");
    const run = await box.run(["--buildvcs"]);
    expect(run.exitCode, run.stdout).toBe(0);
    const revision = box.git("rev-parse", "HEAD").trim();
    const binary = readFileSync(join(box.root, ".pipeline/bin/small-linux-amd64"), "latin1");
    expect(binary).toContain(`vcs.revision=${revision}`);
  });
});
