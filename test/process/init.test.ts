import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EnvironmentError } from "../../src/errors.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const config = ".dagger-go.yml";
const workflow = ".github/workflows/go.yml";
const goMod = (path: string, more = ""): string => `module example.com/${path}\n\ngo 1.22\n${more}`;
const program = "package main\n\nfunc main() {}\n";

function read(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

describe("init", () => {
  it("writes both files for a library, and a run takes them", async () => {
    const root = repository({ "go.mod": goMod("lib"), "lib.go": "package lib\n" });
    const written = await runAction(root, ["init"], cleanEnv());
    expect(written).toMatchObject({ exitCode: 0, stdout: `wrote ${config}\nwrote ${workflow}\n` });
    expect(read(root, config)).not.toMatch(/^[^#\n]/m);
    const ran = await runAction(root, ["--engine", "host"], cleanEnv());
    expect(ran.exitCode, ran.stdout).toBe(0);
  });

  it("sees what a service has, and a run does what was written", async () => {
    const root = repository({
      "go.mod": goMod("app"),
      "cmd/app/main.go": program,
      "gen.go": "//go:build ignore\n\npackage main\n",
      "native/n.go": 'package native\n\n//go:generate stringer\n\nimport "C"\n',
      "mixed/a.go": 'package mixed\n\nimport "C"\n',
      "mixed/b.go": "//go:build !cgo\n\npackage mixed\n",
      "native/n_test.go": "package native\n\nfunc FuzzN() {}\n\nfunc BenchmarkN() {}\n",
      Dockerfile:
        "ARG V\nFROM golang AS b\nEXPOSE 1\nRUN --mount=type=secret,id=npm true\nFROM scratch\nEXPOSE 53/udp 8081/tcp\n",
      "compose.yaml": "services:\n  db:\n    image: postgres:17\n",
      "deploy/Dockerfile": "FROM scratch\n",
    });
    for (const tag of ["nightly", "v1.2.3"]) gitIn(root, "tag", tag);
    gitIn(root, "update-ref", "refs/remotes/origin/trunk", "HEAD");
    gitIn(root, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    expect(await runInProcess(root, ["init"])).toMatchObject({ exitCode: 0 });
    const text = read(root, config);
    for (const line of ["platforms: [linux/amd64]", "cgo: true", "# native needs cgo.", "# generate: true"]) {
      expect(text).toContain(`${line}\n`);
    }
    for (const key of ["fuzz", "bench", "archives", "sbom"]) expect(text).toContain(`# ${key}: true\n`);
    expect(text).toContain("(native/n_test.go has one)");
    expect(text).toContain("such as v1.2.3.");
    expect(read(root, workflow)).toMatch(/^# Releases .*\n# .*\npermissions:$/m);
    expect(text).toContain("# docker-build-args: {V: value}\n");
    expect(text).toContain("# smoke-port: 8081\n");
    expect(text).not.toContain("main-packages");
    expect(read(root, workflow)).toContain("branches: [trunk]\n");
    expect(read(root, workflow)).toContain("#     image: postgres:17\n");
    expect(read(root, workflow)).toContain(`#     npm=\${{ secrets.NPM }}\n`);
    const plan = await runAction(root, ["--dry-run", "--engine", "host", "--no-docker"], cleanEnv());
    expect(plan.stdout).toMatch(/build:linux\/amd64 .*CGO_ENABLED=1/);
    expect(plan.stdout).not.toContain("build:darwin");
  });

  it("sees several modules with a go.work, and what golangci-lint is told", async () => {
    const root = repository({
      "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
      "a/go.mod": goMod("a", "\nrequire git.example.com/team/lib v1.0.0\n"),
      "a/a.go": "package a\n",
      "b/go.mod": goMod("b"),
      "b/b.go": "package b\n",
      ".golangci.yml": 'version: "2"\n',
      "ops/Dockerfile": "FROM scratch\n",
    });
    expect(await runInProcess(root, ["init"])).toMatchObject({ exitCode: 0 });
    const text = read(root, config);
    for (const line of ['# modules: ["!b"]', "# workspace: off", "lint: true", "# dockerfile: ops/Dockerfile"]) {
      expect(text).toContain(`\n${line}\n`);
    }
    expect(text).toContain("# goprivate: [git.example.com]\n");
  });

  it("asks for a migration of a configuration of golangci-lint v1", async () => {
    const root = directory({ "go.mod": goMod("m"), "m.go": "package m\n", ".golangci.toml": "[linters]\n" });
    expect(await runInProcess(root, ["init"])).toMatchObject({ exitCode: 0 });
    expect(read(root, config)).toContain("`golangci-lint migrate`:\n# lint: true\n");
  });

  it("works without Go, shows everything with --dry-run and writes nothing", async () => {
    const root = directory({ "sub/go.mod": goMod("m"), "sub/main.go": program });
    const args = ["init", "--dry-run", "--working-directory", "sub", "--goprivate", "git.example.com"];
    const { exitCode, stdout } = await runInProcess(root, args, { PATH: "" });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("would write .github/workflows/go.yml\n");
    expect(stdout).toContain("# goprivate: [git.example.com]\n");
    expect(existsSync(join(root, config)) || existsSync(join(root, "sub", config))).toBe(false);
    expect(existsSync(join(root, ".github"))).toBe(false);
  });

  it("leaves what is there", async () => {
    const root = directory({ "go.mod": goMod("m"), "m.go": "package m\n", [config]: "race: true\n" });
    const first = await runInProcess(root, ["init"]);
    expect(first.stdout).toBe(`left as it is: ${config}\nwrote ${workflow}\n`);
    const second = await runInProcess(root, ["init"]);
    expect(second).toMatchObject({ exitCode: 0, stdout: `left as it is: ${config}\nleft as it is: ${workflow}\n` });
    expect(read(root, config)).toBe("race: true\n");
  });

  it("writes no second workflow that runs the pipeline", async () => {
    const uses = "jobs:\n  a:\n    steps:\n      - uses: someone/dagger-go-pipeline@v1\n";
    const root = directory({ "go.mod": goMod("m"), "m.go": "package m\n", ".github/workflows/ci.yml": uses });
    const { stdout } = await runInProcess(root, ["init"]);
    expect(stdout).toContain("left as it is: .github/workflows/ci.yml, which runs the pipeline\n");
    expect(existsSync(join(root, workflow))).toBe(false);
  });

  it("says as a run does that there is no module", async () => {
    const root = directory({ "readme.txt": "" });
    const [init, run] = [await runInProcess(root, ["init"]), await runInProcess(root, ["--dry-run"])];
    expect(init.exitCode).toBe(2);
    expect(init.stdout).toContain("no go.mod in the repository's root");
    expect(init.stdout).toBe(run.stdout);
  });

  it("refuses a config file that is wrong", async () => {
    const root = directory({ "go.mod": goMod("m"), [config]: "rase: true\n" });
    expect(await runInProcess(root, ["init"])).toMatchObject({ exitCode: 2 });
  });

  it("exits with 3 where it cannot write", async () => {
    const files = { "go.mod": goMod("m"), "m.go": "package m\n", ".github": "a file\n" };
    await expect(runInProcess(directory(files), ["init"])).rejects.toThrow(EnvironmentError);
    const { exitCode, stdout } = await runAction(directory(files), ["init"], cleanEnv());
    expect(exitCode).toBe(3);
    expect(stdout).toContain(`${workflow} cannot be written`);
  });
});
