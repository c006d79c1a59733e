import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { GoContainer, StepRequest } from "../../../../src/engine/dagger/go-container.ts";
import { DaggerPrograms } from "../../../../src/engine/dagger/programs.ts";
import { texts } from "../../../../src/engine/dagger/scripts/texts.ts";
import { specCommands } from "../../../../src/engine/dagger/step-spec.ts";
import type { Program } from "../../../../src/model/step.ts";
import { execStep } from "../../../support/steps.ts";

const temp = mkdtempSync(join(tmpdir(), "programs-"));
afterAll(() => rmSync(temp, { recursive: true }));

const program: Program = {
  ...{ name: "tool", package: "example.com/m/cmd/tool", version: "v1.2.3", go: "go1.26.8", goflags: "" },
};
const place = "/var/cache/go/build/pipeline-programs/example.com+m+cmd+tool@v1.2.3-go1.26.8";
const { signal } = new AbortController();

function container(exitCode: number, said = ""): GoContainer & { readonly asked: StepRequest[] } {
  const asked: StepRequest[] = [];
  const stderr = join(temp, `stderr-${exitCode}`);
  writeFileSync(stderr, said);
  const commands = [{ exitCode, signal: null, durationMs: 1, stdout: stderr, stderr }];
  const not = (): never => {
    throw new Error("not asked for");
  };
  return {
    asked,
    step: async (request) => {
      asked.push(request);
      return { session: "now", end: "exited", durationMs: 1, madeAtMs: 0, commands, files: temp };
    },
    ...{ inspect: not, pulled: not, bare: not, program: not, resolvedImage: not, zoneinfo: not },
  };
}

describe("a program in a container", () => {
  it("is compiled once, without logins, whatever the engine remembers", async () => {
    const engine = container(0);
    const programs = new DaggerPrograms(engine);
    expect(await Promise.all([programs.problem(program, signal), programs.problem(program, signal)])).toEqual([
      null,
      null,
    ]);
    const [request, ...more] = engine.asked;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ logins: false, testEnv: false, nonce: expect.any(String) });
    expect(request?.spec.commands).toMatchObject([
      {
        dir: "/",
        words: [
          ...["GOTOOLCHAIN=go1.26.8+auto", "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0", "GOAMD64=v1", "GOARM64=v8.0"],
          ...["sh", "/pipeline/spec/program.sh", place, "tool", "example.com/m/cmd/tool@v1.2.3"],
        ],
      },
    ]);
    await request?.more(temp);
    expect(readFileSync(join(temp, "program.sh"), "utf8")).toBe(texts["program.sh"]);
  });

  it("cannot be had, in Go's words", async () => {
    const said =
      "go: downloading example.com/m v1.2.3\ngo: example.com/m@v1.2.3: module lookup disabled by GOPROXY=off\n";
    const problem = await new DaggerPrograms(container(1, said)).problem(program, signal);
    expect(problem?.message).toBe(
      "tool v1.2.3 cannot be had: example.com/m@v1.2.3: module lookup disabled by GOPROXY=off.",
    );
  });

  it("is what a step runs from there, or at a path of its own", () => {
    const command = { tool: { name: "tool", path: null }, args: ["x"], env: {}, cwd: "module" } as const;
    const cache = "XDG_CACHE_HOME=/var/cache/go/build/pipeline-programs/cache";
    const words = (step: Parameters<typeof execStep>[0]) =>
      specCommands(execStep(step)).commands.map((each) => each.words);
    expect(words({ commands: [command], program })).toEqual([[cache, `${place}/tool`, "x"]]);
    expect(words({ commands: [{ ...command, tool: { name: "tool", path: "/bin/tool" } }] })).toEqual([
      [cache, "/bin/tool", "x"],
    ]);
    expect(words({ commands: [{ ...command, tool: { name: "tool", brought: "a/b" } }] })).toEqual([
      ["/pipeline/spec/brought/a/b", "x"],
    ]);
    const go = { ...command, tool: "go" } as const;
    const reads = { ...go, args: ["tool", { prefix: "-i=", brought: "0" }] } as const;
    expect(words({ commands: [reads] })).toEqual([[cache, "go", "tool", "-i=/pipeline/spec/brought/0"]]);
    expect(
      words({
        commands: [
          { ...go, args: ["tool", "example.com/x"] },
          { ...go, args: ["vet"] },
        ],
      }),
    ).toEqual([
      [cache, "go", "tool", "example.com/x"],
      ["go", "vet"],
    ]);
  });
});

describe("the scripts", () => {
  /** A directory with a `go` that does as it is told. */
  function bin(name: string, go: string): string {
    const dir = join(temp, name);
    mkdirSync(dir);
    writeFileSync(join(dir, "go"), `#!/bin/sh\n${go}\n`);
    chmodSync(join(dir, "go"), 0o755);
    return dir;
  }

  function sh(script: "program.sh" | "on-path.sh", args: readonly string[], path: string) {
    const file = join(temp, script);
    writeFileSync(file, texts[script]);
    return spawnSync("sh", [file, ...args], { encoding: "utf8", env: { PATH: `${path}:/usr/bin:/bin` } });
  }

  it("leave a whole program or none, and compile it once", () => {
    const target = join(temp, "target");
    const failing = bin("failing", 'touch "$GOBIN/tool"; echo "go: no" >&2; exit 1');
    const failed = sh("program.sh", [target, "tool", "m@v1"], failing);
    expect([failed.status, failed.stderr, readdirSync(target)]).toEqual([1, "go: no\n", []]);
    const works = bin("works", 'printf "#!/bin/sh\\necho $*\\n" >"$GOBIN/tool"; chmod +x "$GOBIN/tool"');
    expect(sh("program.sh", [target, "tool", "m@v1"], works).status).toBe(0);
    expect([readdirSync(target), execFileSync(join(target, "tool"), { encoding: "utf8" })]).toEqual([
      ["tool"],
      "install m@v1\n",
    ]);
    expect(sh("program.sh", [target, "tool", "m@v1"], failing).status).toBe(0);
  });

  it("say what Go knows of programs on PATH, as far as it does", () => {
    const dir = bin("path", 'case $3 in */known) echo "$3: go1.26.8" ;; *) echo "$3: no" >&2; exit 1 ;; esac');
    for (const name of ["known", "script"]) {
      writeFileSync(join(dir, name), "");
      chmodSync(join(dir, name), 0o755);
    }
    writeFileSync(join(dir, "plain"), "");
    const { status, stdout } = sh("on-path.sh", ["plain", "script", "known", "absent"], dir);
    expect([status, stdout]).toEqual([0, `${join(dir, "known")}: go1.26.8\n`]);
    expect(existsSync(join(dir, "absent"))).toBe(false);
  });
});
