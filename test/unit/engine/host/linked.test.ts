import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { LinkedPrograms } from "../../../../src/engine/host/linked.ts";
import { outcomeOf, outputFiles } from "../../../../src/engine/outcome.ts";
import type { StepOutcome } from "../../../../src/model/outcome.ts";
import type { ExecStep } from "../../../../src/model/step.ts";
import { directory } from "../../../support/repository.ts";
import { execStep } from "../../../support/steps.ts";

const step = execStep({
  stage: "build:linux/amd64",
  leaves: ["bin/app", "bin/tool"],
  commands: [{ tool: "go", args: [], cwd: "module", env: {} }],
});

let root: string;
let logged: string[];
let programs: LinkedPrograms;
beforeEach(() => {
  root = directory({ ".keep": "" });
  logged = [];
  programs = new LinkedPrograms({ directory: join(root, "cache/linked"), log: (line) => logged.push(line) });
});

let results = 0;

/** Runs the step with a Go of which `go` is told where it is to leave programs; what it returns is the exit code. */
async function build(go: (bin: string) => number, of: ExecStep = step): Promise<{ bin: string; outcome: StepOutcome }> {
  const resultDir = join(root, `result-${results++}`);
  const bin = join(resultDir, "bin");
  const streams = outputFiles(resultDir, 0);
  const outcome = await programs.around(of, resultDir, async () => {
    mkdirSync(bin, { recursive: true });
    for (const file of Object.values(streams)) writeFileSync(file, "");
    const command = { exitCode: go(bin), signal: null, durationMs: 1, ...streams };
    return outcomeOf({ step: of, resultDir }, { end: "exited", startedAt: new Date(), commands: [command] });
  });
  return { bin, outcome };
}

/** As Go writes a program. */
function link(bin: string, name: string, text: string): void {
  writeFileSync(join(bin, "go-tmp"), text);
  renameSync(join(bin, "go-tmp"), join(bin, name));
}

/** As Go leaves one. */
function leave(bin: string, name: string): void {
  utimesSync(join(bin, name), new Date(), new Date());
}

function linkBoth(bin: string): number {
  link(bin, "app", "app 1");
  link(bin, "tool", "tool 1");
  return 0;
}

const textOf = (bin: string, name: string): string => readFileSync(join(bin, name), "utf8");

describe("a step whose programs an earlier run has linked", () => {
  it("finds them in their places, and what Go leaves is what the step leaves", async () => {
    await build(linkBoth);
    const { bin } = await build((there) => {
      expect(readdirSync(there)).toEqual(["app", "tool"]);
      for (const name of ["app", "tool"]) leave(there, name);
      return 0;
    });
    expect([textOf(bin, "app"), textOf(bin, "tool")]).toEqual(["app 1", "tool 1"]);
    expect(logged).toEqual([]);
  });

  it("keeps what was linked anew, for the next one", async () => {
    await build(linkBoth);
    await build((bin) => {
      link(bin, "app", "app 2");
      leave(bin, "tool");
      return 0;
    });
    await build((bin) => {
      expect([textOf(bin, "app"), textOf(bin, "tool")]).toEqual(["app 2", "tool 1"]);
      return linkBoth(bin);
    });
  });

  it("leaves none that Go did not come to, and keeps nothing of a build that failed", async () => {
    await build(linkBoth);
    const failed = await build((bin) => {
      link(bin, "app", "app 2");
      return 1;
    });
    expect(readdirSync(failed.bin)).toEqual(["app"]);
    // Also when Go said that all was well.
    const strange = await build(() => 0);
    expect(readdirSync(strange.bin)).toEqual([]);
    await build((bin) => {
      expect([textOf(bin, "app"), textOf(bin, "tool")]).toEqual(["app 1", "tool 1"]);
      return linkBoth(bin);
    });
  });

  it("says of those that were used that they were, and of others nothing", async () => {
    await build(linkBoth);
    const kept = join(root, "cache/linked");
    const old = new Date("2026-01-01T00:00:00Z");
    for (const name of readdirSync(kept)) utimesSync(join(kept, name), old, old);
    await build(linkBoth, { ...step, leaves: ["bin/app"] });
    const young = readdirSync(kept).filter((name) => statSync(join(kept, name)).mtimeMs > old.getTime());
    expect([readdirSync(kept).length, young.length]).toEqual([2, 1]);
  });

  it("gets none of another stage or module", async () => {
    await build(linkBoth);
    for (const other of [{ stage: "build:windows/amd64" }, { module: "sub" }] as const) {
      await build(
        (bin) => {
          expect(readdirSync(bin)).toEqual([]);
          return linkBoth(bin);
        },
        { ...step, ...other },
      );
    }
  });

  it("changes nothing of what is kept when somebody changes the program where it lies", async () => {
    const first = await build(linkBoth);
    writeFileSync(join(first.bin, "app"), "packed");
    const { bin } = await build((there) => {
      for (const name of ["app", "tool"]) leave(there, name);
      return 0;
    });
    expect(textOf(bin, "app")).toBe("app 1");
  });

  it("builds as without them where they cannot be used", async () => {
    writeFileSync(join(root, "cache"), "no directory");
    const { bin, outcome } = await build(linkBoth);
    expect([textOf(bin, "app"), outcome.end]).toEqual(["app 1", "exited"]);
    expect(logged).toEqual([expect.stringMatching(/^programs of earlier runs cannot be used: /)]);
  });
});
