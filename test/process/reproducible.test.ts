import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";
import { withGo } from "../support/with-go.ts";

const flags = ["--engine=host", "--docker=false", "--test=false", "--vet=false", "--format=false", "--reproducible"];

const main = 'package main\n\nvar seed = "none"\n\nfunc main() { println(seed) }\n';

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const root = repository({
    "go.mod": "module example.com/hello\n\ngo 1.22\n",
    "main.go": main,
    "tools/go.mod": "module example.com/hello/tools\n\ngo 1.22\n",
    "tools/cmd/a/main.go": main,
    "tools/cmd/b/main.go": main,
    "lib/go.mod": "module example.com/hello/lib\n\ngo 1.22\n",
    "lib/lib.go": "package lib\n",
  });
  const { exitCode, stdout } = await runAction(root, [...flags, ...argv], cleanEnv(env));
  const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  const stages = report.stages.filter(({ gate }: { gate: string }) => gate === "reproducible");
  const summary = readFileSync(join(root, ".pipeline/summary.md"), "utf8");
  return { exitCode, stdout, stages, summary, artifacts: report.artifacts, root };
}

it("programs of every module come out the same, at another path", async () => {
  const { exitCode, stages } = await run(["--trimpath", "--platforms=windows/amd64,linux/amd64"]);
  expect(exitCode).toBe(0);
  expect(stages.map(({ id, status, reason }: Record<string, unknown>) => [id, status, reason])).toEqual([
    ["reproducible:linux/amd64", "passed", null],
    ["lib#reproducible", "skipped", "no program is built"],
    ["tools#reproducible:linux/amd64", "passed", null],
  ]);
}, 600_000);

it("a stamp of a working tree that git knows by the settings of its repository is the same", async () => {
  const root = repository({ "go.mod": "module example.com/hello\n\ngo 1.22\n", "main.go": main });
  const tree = join(directory({}), "tree");
  gitIn(root, "worktree", "add", "--quiet", "--detach", tree);
  const excludes = join(directory({ excludes: "local\n" }), "excludes");
  gitIn(root, "config", "core.excludesFile", excludes);
  writeFileSync(join(tree, "local"), "");
  const argv = [...flags, "--trimpath", "--buildvcs", "--platforms=linux/amd64"];
  const { exitCode, stdout } = await runAction(tree, argv, cleanEnv());
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("reproducible:linux/amd64")]);
}, 600_000);

it("one that comes out otherwise fails with both digests and what can be told of why", async () => {
  // A linker that leaves another number in each program.
  const wrapper = join(directory({ wrap: "" }), "wrap");
  writeFileSync(
    wrapper,
    '#!/bin/sh\ntool=$1\nshift\ncase "$tool $1" in *link" "-V*) ;; *link*) set -- -X "main.seed=number $$ of many" "$@" ;; esac\nexec "$tool" "$@"\n',
  );
  chmodSync(wrapper, 0o755);
  const { exitCode, stages, summary, artifacts, root } = await run(["--modules=.", "--platforms=linux/amd64"], {
    GOFLAGS: `-toolexec=${wrapper}`,
  });
  expect(exitCode).toBe(1);
  const [stage] = stages;
  expect([stage.status, stage.reason]).toEqual(["failed", "1 program came out otherwise: hello-linux-amd64"]);
  const [finding] = stage.findings;
  expect(finding).toMatchObject({ source: "reproducible", title: "hello-linux-amd64", path: null });
  const [first, again, ...why] = finding.message.split("\n");
  expect(first).toBe(`first: sha256:${artifacts[0].sha256}, ${artifacts[0].size} bytes`);
  expect(again).toMatch(/^again: sha256:[0-9a-f]{64}, \d+ bytes$/);
  expect(why.slice(0, 2)).toEqual([
    "What `go version -m` prints is the same for both.",
    "By its build id the same was compiled and linked: what came out depends on something that Go does not know, as an external linker.",
  ]);
  expect(why[2]).toMatch(
    /^The first text that differs is at byte \d+: `.*number \d+ of many.*`, then `.*number \d+ of many.*`\.$/,
  );
  expect(summary).toContain("### Programs that come out otherwise");
  const env = cleanEnv({ GOFLAGS: `-toolexec=${wrapper}`, TMPDIR: directory({}) });
  const told = spawnSync("sh", ["-c", stage.command], { cwd: root, env, encoding: "utf8" });
  expect([told.status, told.stdout]).toEqual([
    1,
    expect.stringMatching(/^Binary files .*\/first\/bin\/0\/hello and .* differ\n$/),
  ]);
}, 600_000);

it("takes nothing from the build cache, not even what a C compiler made of a file that Go does not watch", async () => {
  const root = repository({
    "go.mod": "module example.com/hello\n\ngo 1.22\n",
    "main.go":
      'package main\n\n// #include "include/word.h"\n// static const char *word(void) { return WORD; }\nimport "C"\n\nfunc main() { println(C.GoString(C.word())) }\n',
    "include/word.h": '#define WORD "before"\n',
  });
  const env = cleanEnv({ GOFLAGS: "" });
  const first = ["build", "-buildvcs=false", "-o", join(directory({}), "hello"), "."];
  execFileSync("go", first, { cwd: root, env: { ...env, CGO_ENABLED: "1" } });
  writeFileSync(join(root, "include/word.h"), '#define WORD "behind"\n');
  const { exitCode } = await runAction(root, [...flags, "--cgo", "--platforms=linux/amd64"], env);
  expect(exitCode).toBe(1);
  const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  const stage = report.stages.find(({ gate }: { gate: string }) => gate === "reproducible");
  expect([stage.status, stage.findings.map(({ title }: { title: string }) => title)]).toEqual([
    "failed",
    ["hello-linux-amd64"],
  ]);
  expect(stage.findings[0].message).toContain("cgo is on: a C compiler or linker can leave");
}, 600_000);

it("with build: warn only what compiled is built again, and the rest is told once", async () => {
  const broken = "package main\n\nfunc main() { println(missing) }\n";
  const root = repository({
    "go.mod": "module example.com/hello\n\ngo 1.22\n",
    "a/main.go": main,
    "b/main.go": broken,
  });
  const argv = [...flags, "--build=warn", "--platforms=linux/amd64"];
  const { exitCode } = await runAction(root, argv, cleanEnv());
  const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  const stages = report.stages.filter(({ gate }: { gate: string }) => ["build", "reproducible"].includes(gate));
  expect([exitCode, stages.map((stage: Record<string, unknown>) => [stage["status"], stage["reason"]])]).toEqual([
    0,
    [
      ["warned", "1 error"],
      ["passed", null],
    ],
  ]);
}, 600_000);

it.each([
  ["killed", "kill -9 $$", "go build was ended by SIGKILL"],
  ["ended with 2", "exit 2", "go build exited with 2"],
])(
  "fails when the second build was %s",
  async (_, instead, why) => {
    const { exitCode, stages } = await run(["--modules=.", "--platforms=linux/amd64"], withGo('"build -a "', instead));
    expect([exitCode, stages[0].status, stages[0].findings]).toEqual([1, "failed", []]);
    expect(stages[0].reason).toContain(why);
  },
  600_000,
);

it("needs the build, and says so before anything runs", async () => {
  const root = repository({ "go.mod": "module example.com/hello\n\ngo 1.22\n", "main.go": main });
  const { exitCode, stderr, stdout } = await runAction(root, [...flags, "--build=false"], cleanEnv({}));
  expect(exitCode).toBe(2);
  expect(stdout + stderr).toContain("--reproducible: needs the build stage, but build is false");
}, 600_000);
