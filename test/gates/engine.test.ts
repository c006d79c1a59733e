import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";

/** A whole run of the build on an engine that is a folder and a line more. */
const sources = {
  "go.mod": "module example.com/tool\n\ngo 1.22\n",
  "main.go": "package main\n\nfunc main() {}\n",
};
const some = ["--no-docker", "--no-build"];
const noGo = { PATH: "/nowhere" };

function run(dir: string, flags: readonly string[], env: Readonly<Record<string, string>>): Promise<ActionRun> {
  return runAction(dir, [...some, ...flags], cleanEnv({ _EXPERIMENTAL_DAGGER_RUNNER_HOST: "", ...env }));
}

const reportOf = (dir: string) => JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
const generated = (file: string): string => readFileSync(join(inject("variant"), file), "utf8");

describe("an engine that was added", () => {
  it("stands in help, action.yml, docs/inputs.md and the schema of the config file", async () => {
    const help = await run(repository(sources), ["--help"], {});
    expect(help.stdout).toContain("--engine auto|dagger|host|paper");
    const about = "`paper` (nothing runs)";
    for (const file of ["action.yml", "docs/inputs.md"]) expect(generated(file)).toContain(about);
    expect(JSON.parse(generated("schema/config.schema.json")).properties.engine.enum).toEqual(["dagger", "paper"]);
  });

  it("executes a run from start to end when it is asked for, by the config file too", async () => {
    for (const [flags, files] of [
      [["--engine", "paper"], {}],
      [[], { ".dagger-go.yml": "engine: paper\n" }],
    ] as const) {
      const dir = repository({ ...sources, ...files });
      const { exitCode, stdout } = await run(dir, flags, noGo);
      expect(stdout).toContain("engine: paper 7, go1.99.0");
      const { conclusion, engine, stages } = reportOf(dir);
      expect([exitCode, conclusion, engine]).toEqual([
        0,
        "success",
        { name: "paper", version: "7", reason: "engine: paper" },
      ]);
      const passed = stages.filter(({ status }: { status: string }) => status === "passed");
      expect(passed.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(["deps", "layout", "inspect"]));
    }
  });

  it("is taken by auto in its turn, and its texts are its own", async () => {
    const dir = repository(sources);
    const taken = await run(dir, [], { ...noGo, PAPER: "white" });
    expect([taken.exitCode, reportOf(dir).engine.reason]).toEqual([0, "PAPER is white"]);
    const old = await run(dir, [], { ...noGo, PAPER: "old" });
    expect([old.exitCode, JSON.stringify(reportOf(dir))]).toEqual([
      3,
      expect.stringContaining("Write another one down."),
    ]);
    const burnt = await run(dir, [], { PAPER: "burnt" });
    expect([burnt.exitCode, JSON.stringify(reportOf(dir))]).toEqual([
      3,
      expect.stringContaining("The paper has burnt."),
    ]);
    const nothing = await run(dir, [], noGo);
    expect([nothing.exitCode, reportOf(dir).engine]).toEqual([
      3,
      { name: "auto", version: null, reason: "engine: auto" },
    ]);
    expect(JSON.stringify(reportOf(dir))).toContain(
      "(dagger: no container runtime here; host: no Go on PATH; paper: PAPER is not set)",
    );
  });
});
