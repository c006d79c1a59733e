import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runExecStep } from "../../../src/engine/host/exec.ts";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { readStepEnd } from "../../../src/files/step-end.ts";
import { gates } from "../../../src/gates/index.ts";
import { type CommandEnd, deathOf, hasPassed, unexplained } from "../../../src/model/passes.ts";
import type { StageResult } from "../../../src/model/report.ts";
import { isRunnable } from "../../../src/model/stage.ts";
import { planRun } from "../../../src/plan/plan.ts";
import { Collector } from "../../../src/run/collector.ts";
import { makeBench } from "../../support/bench.ts";
import { makeFacts, moduleGates, noStamp } from "../../support/facts.ts";
import { directory } from "../../support/repository.ts";
import { execStep } from "../../support/steps.ts";

/** Shell text of a fake tool, by the stage it stands in; `$out` is what follows `-o=`. */
type FakeTool = string;

interface Seen {
  readonly status: string;
  readonly reason: string | null;
  /** By the rule. */
  readonly passed: boolean;
}

const facts = () => makeFacts({ config: { modVerify: true } });

/** Runs the stage of a real plan on the host with fake go and gofmt, and judges it. */
async function ran(gate: string, tool: FakeTool): Promise<Seen> {
  const root = directory({ "main.go": "package main\n" });
  const goroot = fakeToolchain(tool);
  const given = facts();
  const plan = planRun({ ...given, project: { ...given.project, root } }, moduleGates);
  const stage = plan.stages.find((each) => each.gate === gate);
  if (stage === undefined || !isRunnable(stage.step) || stage.step.type !== "exec") throw new Error(`no ${gate}`);
  const [resultDir, tempDir] = [directory({}), directory({})];
  const env = { PATH: `${join(goroot, "bin")}:${process.env["PATH"]}` };
  const outcome = await runExecStep(
    stage.step,
    resultDir,
    { root, tempDir, env, goroot, program: null },
    new AbortController().signal,
  );
  const passed = hasPassed(stage.step, await readStepEnd(stage.step, outcome));
  const output = await prepareOutputDir(join(root, ".pipeline"), root);
  const bench = makeBench(output, { config: given.config, project: given.project, inspection: given.inspection });
  const stamps = { of: () => noStamp, warnings: [], revision: null };
  const collector = new Collector({ ...bench, stamps, plan, gates, baseNamed: false, baseline: async () => null });
  const { result }: { readonly result: StageResult } = await collector.settle(stage, outcome);
  return { status: result.status, reason: result.reason, passed };
}

function fakeToolchain(text: FakeTool): string {
  const goroot = directory({});
  mkdirSync(join(goroot, "bin"));
  const out = "for word; do case $word in -o=*) out=$(echo $word | cut -c 4-);; esac; done\n";
  for (const tool of ["go", "gofmt"]) {
    writeFileSync(join(goroot, "bin", tool), `#!/bin/sh\n${out}${text}\n`);
    chmodSync(join(goroot, "bin", tool), 0o755);
  }
  return goroot;
}

const tools = { deps: "go list", format: "gofmt", vet: "go vet", test: "go test", build: "go build" } as const;
const kinds = Object.entries(tools) as readonly (readonly [keyof typeof tools, string])[];

describe.skipIf(process.platform === "win32")("a stage whose tool", () => {
  it.each(kinds)("was killed fails and says so: %s", async (kind, name) => {
    expect(await ran(kind, "kill -KILL $$")).toEqual({
      status: "failed",
      reason: `${name} was ended by SIGKILL`,
      passed: false,
    });
  });

  it.each(kinds)("exits with 2 in silence fails and says so: %s", async (kind, name) => {
    expect(await ran(kind, "exit 2")).toEqual({
      status: "failed",
      reason: `${name} exited with 2 and said nothing`,
      passed: false,
    });
  });

  it.each(kinds)("exits with what is no verdict fails and says so, whatever it printed: %s", async (kind, name) => {
    const { status, reason, passed } = await ran(kind, "echo './main.go:1:1: all is well' >&2; exit 137");
    expect({ status, passed }).toEqual({ status: "failed", passed: false });
    expect(reason).toContain(`${name} exited with 137`);
  });

  it("listed something before it was killed tells both", async () => {
    const diff = "printf '%s\\n' ./main.go 'diff ./main.go.orig ./main.go' '@@ -1 +1 @@' -a +b";
    expect((await ran("format", `${diff}; kill -KILL $$`)).reason).toBe(
      "gofmt was ended by SIGKILL; 1 file to format: gofmt -w ./main.go",
    );
    expect((await ran("vet", "echo './main.go:1:1: bad' >&2; kill -TERM $$")).reason).toBe(
      "go vet was ended by SIGTERM; 1 finding",
    );
    expect((await ran("deps", `echo '"x.org/a" "" "no such module" "m"'; kill -KILL $$`)).reason).toBe(
      "go list was ended by SIGKILL; cannot find x.org/a",
    );
    const event = (action: string) => `echo '{"Action":"${action}","Package":"example.com/tool","Test":"TestA"}'`;
    expect((await ran("test", `${event("run")}; ${event("fail")}; kill -KILL $$`)).reason).toMatch(
      /^go test was ended by SIGKILL; .*1 test failed/,
    );
  });
});

describe.skipIf(process.platform === "win32")("a stage that passes or fails by its tool's verdict", () => {
  const diff = "printf '%s\\n' ./main.go 'diff ./main.go.orig ./main.go' '@@ -1 +1 @@' -a +b";

  it.each([0, 1])("has files to format when gofmt lists them and exits with %d", async (code) => {
    // 1 since Go 1.26, 0 before.
    const failed = { status: "failed", reason: "1 file to format: gofmt -w ./main.go", passed: false };
    expect(await ran("format", `${diff}; exit ${code}`)).toEqual(failed);
  });

  it("has syntax errors when gofmt exits with 2 and names them, whatever comes last", async () => {
    const syntax = "echo './main.go:2:6: expected name' >&2";
    expect((await ran("format", `${syntax}; exit 2`)).reason).toBe("1 problem");
    expect((await ran("format", `${syntax}; ${diff}; exit 1`)).reason).toBe(
      "1 problem; 1 file to format: gofmt -w ./main.go",
    );
  });

  it("is formatted when gofmt exits with 0 and lists nothing, also when the loader complains", async () => {
    const passed = { status: "passed", reason: null, passed: true };
    expect(await ran("format", "exit 0")).toEqual(passed);
    expect(await ran("format", "echo 'ERROR: ld.so: cannot be preloaded: ignored.' >&2")).toEqual(passed);
  });

  it("has all dependencies when go list prints nothing, although go mod verify talks", async () => {
    const verify = 'if [ "$1" = mod ]; then echo "all modules verified"; fi';
    expect(await ran("deps", verify)).toEqual({ status: "passed", reason: null, passed: true });
    const broken = 'if [ "$1" = mod ]; then echo "x v1: zip has been modified (/x.zip)" >&2; exit 1; fi';
    expect(await ran("deps", broken)).toMatchObject({ status: "failed", passed: false });
    expect((await ran("deps", 'if [ "$1" = mod ]; then kill -KILL $$; fi')).reason).toBe(
      "go mod verify was ended by SIGKILL",
    );
  });

  it("does not pass when go list prints what nobody can read", async () => {
    expect(await ran("deps", "echo Segmentation fault")).toEqual({
      status: "failed",
      reason: "go list printed what it should not",
      passed: false,
    });
  });

  it("has built only what is there", async () => {
    const program = String.raw`{ printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\076\0'; head -c 64 /dev/zero; } >"$out/tool"`;
    expect(await ran("build", program)).toEqual({ status: "passed", reason: null, passed: true });
    expect(await ran("build", ': >"$out/tool"')).toEqual({
      status: "failed",
      reason: "tool-linux-amd64 is no program of a known format, not ELF for amd64",
      passed: true,
    });
    expect(await ran("build", "exit 0")).toEqual({
      status: "failed",
      reason: "go build exited with 0 and left no bin/0/tool",
      passed: false,
    });
  });

  it("has tested nothing when go test reports nothing", async () => {
    expect(await ran("test", "exit 0")).toMatchObject({
      status: "failed",
      reason: "go test has reported no package",
    });
  });
});

describe("the rule", () => {
  const step = execStep({ commands: [{ tool: "go", args: ["vet", "-n"], env: {}, cwd: "module" }] });
  const fine = { exitCode: 0, signal: null, stdout: false, stderr: false };

  it("wants every command to have run to its end", () => {
    expect(hasPassed(step, { end: "exited", commands: [fine], missing: [] })).toBe(true);
    expect(hasPassed(step, { end: "exited", commands: [], missing: [] })).toBe(false);
    expect(hasPassed(step, { end: "timed-out", commands: [fine], missing: [] })).toBe(false);
    expect(hasPassed(step, { end: "cancelled", commands: [fine], missing: [] })).toBe(false);
  });

  it("has words for what it does not know", () => {
    const died = (end: Partial<CommandEnd>) =>
      deathOf(step, { end: "exited", commands: [{ ...fine, ...end }], missing: [] });
    expect(died({ exitCode: null })).toBe("go vet was ended by a signal");
    expect(died({ exitCode: 1, stderr: true })).toBeNull();
    expect(died({ exitCode: 0 })).toBeNull();
    expect(unexplained(step, { end: "exited", commands: [], missing: [] })).toBe("go vet did not run");
  });
});
