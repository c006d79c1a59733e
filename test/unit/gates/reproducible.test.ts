import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { reproducible } from "../../../src/gates/reproducible.ts";
import type { Config } from "../../../src/inputs/config.ts";
import { isRunnable, type Stage } from "../../../src/model/stage.ts";
import { makeBench } from "../../support/bench.ts";
import { type FactsOptions, mainPackage, makePlan } from "../../support/facts.ts";
import { command } from "../../support/fake-engine.ts";
import { directory } from "../../support/repository.ts";
import { makeOutcome } from "../../support/stages.ts";

const linux = { os: "linux", arch: "amd64", variant: null };
const windows = { os: "windows", arch: "amd64", variant: null };

function planned(options: FactsOptions, config: Partial<Config> = {}): Stage {
  const asked = { ...options, config: { reproducible: "true", ...options.config, ...config } } as const;
  const stage = makePlan(asked).stages.find(({ gate }) => gate === "reproducible");
  if (stage === undefined) throw new Error("there is no such stage");
  return stage;
}

describe("the plan", () => {
  it("builds every program again, after the first build and as that does, with nothing from the cache", () => {
    const on = { "linux/amd64": "builds" } as const;
    const mains = [mainPackage("example.com/tool", on), mainPackage("example.com/tool/cmd/b", on)];
    const stage = planned({ module: { mains }, config: { ldflags: "-s" } });
    expect(stage).toMatchObject({
      id: "reproducible:linux/amd64",
      needs: ["build:linux/amd64"],
      binaries: [],
      step: {
        compiles: null,
        weight: 0,
        leaves: ["bin/0/tool", "bin/0/b"],
        commands: [
          {
            args: [
              ...["build", "-a", "-buildvcs=false", "-ldflags=-s", { prefix: "-o=", out: "bin/0/" }],
              ...["--", "example.com/tool", "example.com/tool/cmd/b"],
            ],
            env: { GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "0" },
          },
        ],
      },
      rebuilds: [{ file: "tool-linux-amd64" }, { file: "b-linux-amd64" }],
    });
    expect(stage.step).not.toHaveProperty("copy");
  });

  it("goes to another path where neither a path nor what git says is inside of a program", () => {
    const elsewhere = { git: false, uncompared: true, elsewhere: true };
    expect(planned({}, { trimpath: true }).step).toMatchObject({ copy: elsewhere });
    expect(planned({}, { trimpath: true, buildvcs: true }).step).not.toHaveProperty("copy");
    const stamping = { inspection: { goflags: "-trimpath -buildvcs=true" } };
    expect(planned(stamping).step).toMatchObject({ copy: elsewhere });
    expect(planned({ inspection: { goflags: "-v -trimpath" } }).step).toMatchObject({ copy: elsewhere });
    expect(planned({ inspection: { goflags: "-trimpath=false" } }).step).not.toHaveProperty("copy");
  });

  it("is told as one line of shell that builds twice and compares", () => {
    const mains = [mainPackage("example.com/tool", { "linux/amd64": "builds" })];
    const line = ({ command }: Stage) => command.replaceAll("GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build", "GO");
    const flags = "-buildvcs=false '-ldflags=-s -w'";
    expect(line(planned({ module: { mains } }, { ldflags: "-s -w" }))).toBe(
      `dir=$(mktemp -d) && GO ${flags} -o="$dir/first/bin/0/" -- example.com/tool && GO -a ${flags} -o="$dir/again/bin/0/" -- example.com/tool && diff -r "$dir/first" "$dir/again"`,
    );
    expect(line(planned({ module: { mains, dir: "a b" } }, { trimpath: true }))).toContain(
      `&& cp -RP . "$dir/copy" && (cd "$dir/copy" && (cd 'a b' && GO -a -buildvcs=false -trimpath -o="$dir/again/bin/0/" -- example.com/tool)) && diff -r`,
    );
  });

  it("takes the machine's own platform, else the first that something is built for", () => {
    const on = { "linux/amd64": "builds", "windows/amd64": "builds" } as const;
    const both = { module: { mains: [mainPackage("example.com/tool", on)] } };
    expect(planned(both, { platforms: [windows, linux] }).variant).toBe("linux/amd64");
    expect(planned(both, { platforms: [windows] }).variant).toBe("windows/amd64");
    const one = { module: { mains: [mainPackage("example.com/tool", { "windows/amd64": "builds" })] } };
    expect(planned(one, { platforms: [linux, windows] }).variant).toBe("windows/amd64");
  });

  it("has nothing to do where nothing is built", () => {
    const stage = planned({ module: { mains: [] } });
    expect(isRunnable(stage.step) ? null : stage.step.reason).toBe("no program is built");
  });
});

describe("the verdict", () => {
  const mains = ["tool", "tool/cmd/b"].map((path) => mainPackage(`example.com/${path}`, { "linux/amd64": "builds" }));
  const broken = "# example.com/tool/cmd/b\n./a.go:3:7: undefined: b\n";

  /** Of a first build that left this, and a second one that left that and printed something. */
  async function judged(first: readonly string[], again: readonly string[], stderr = "") {
    const files = again.map((name) => [`bin/0/${name}`, "again"]);
    const dir = directory({ ...Object.fromEntries(files), "0.stdout": "", "0.stderr": stderr });
    const output = await prepareOutputDir(join(directory({}), "output"), dir);
    mkdirSync(output.bin, { recursive: true });
    for (const name of first) writeFileSync(join(output.bin, `${name}-linux-amd64`), "first");
    const stage = planned({ module: { mains } });
    const streams = { stdout: join(dir, "0.stdout"), stderr: join(dir, "0.stderr") };
    const commands = [{ ...command(stderr === "" ? 0 : 1), ...streams }];
    return await reproducible.judge(stage, makeOutcome(stage.id, { commands, resultDir: dir }), makeBench(output));
  }

  it("is that of the compiler where the second build fails", async () => {
    const told = { failure: "1 error", findings: [{ source: "compile", path: "a.go" }] };
    expect(await judged(["tool", "b"], ["tool"], broken)).toMatchObject(told);
    expect(await judged(["tool"], [], broken)).toMatchObject(told);
  });

  it("names the programs that came out otherwise", async () => {
    expect(await judged(["tool", "b"], ["tool", "b"])).toMatchObject({
      failure: "2 programs came out otherwise: tool-linux-amd64, b-linux-amd64",
      findings: [
        {
          ...{ source: "reproducible", severity: "error", path: null, line: null, column: null },
          title: "tool-linux-amd64",
          message: expect.stringMatching(/^first: sha256:[0-9a-f]{64}, 5 bytes\nagain: sha256:/),
        },
        { title: "b-linux-amd64" },
      ],
    });
  });

  it("leaves out what the first build did not make either, and does not tell why again", async () => {
    expect(await judged(["tool"], ["tool"], broken)).toMatchObject({
      failure: "1 program came out otherwise: tool-linux-amd64",
      findings: [{ source: "reproducible" }],
    });
    const none = { failure: null, findings: [], skipped: "the first build made no program" };
    expect(await judged([], [], broken)).toEqual(none);
  });
});
