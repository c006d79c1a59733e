import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cleanEnv, runAction } from "../support/run-action.ts";

let dir = "";
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "cli-")));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

const goMod = "module example.com/tool\n\ngo 1.22\n";
const main = "package main\n\nfunc main() {}\n";
const host = ["--engine", "host"];

describe("nothing is run for wrong input", () => {
  it("tells every problem at once, with what is allowed", async () => {
    write({ "go.mod": goMod, "main.go": main });
    const run = await runAction(dir, ["--vet", "maybe", "--platforms", "linux/amd65", "--raec", "--timeout", "5"]);
    expect(run.exitCode).toBe(2);
    for (const part of ["--vet", "true, false", "linux/amd65", "linux/amd64", "--raec", "--race", "--timeout"]) {
      expect(run.stdout).toContain(part);
    }
    expect(run.stdout).toContain("nothing was run");
  });

  it("says where the module is, or how to make one", async () => {
    expect((await runAction(dir, host)).stdout).toContain("go mod init");
    write({ "a/go.mod": goMod });
    const run = await runAction(dir, [...host, "--modules", "b"]);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('modules: "b" is no module at or below working-directory');
  });

  it("names patterns that match no package", async () => {
    write({ "go.mod": goMod });
    const run = await runAction(dir, host);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain("packages: ./... matches no Go package");
  });

  it("never empties a directory that is not its own", async () => {
    write({ "go.mod": goMod, "main.go": main, "out/precious.txt": "mine" });
    const run = await runAction(dir, [...host, "--output-directory", "out"]);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain("is not empty and was not made by this pipeline");
    expect(readFileSync(join(dir, "out/precious.txt"), "utf8")).toBe("mine");
  });
});

describe("an environment that does not fit", () => {
  it("reports a missing Go with the remedy, exit 3", async () => {
    write({ "go.mod": goMod, "main.go": main });
    const run = await runAction(dir, host, {
      ...cleanEnv(),
      PATH: dirname(process.execPath).includes("go") ? "" : "/nowhere",
    });
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toContain("go: command not found");
    expect(run.stdout).toContain("actions/setup-go");
    const report = JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
    expect(report).toMatchObject({ conclusion: "error", stages: [], engine: { name: "host", reason: "engine: host" } });
  });

  it("reports a Go that is older than the module wants", async () => {
    write({ "go.mod": "module example.com/tool\n\ngo 1.99\n", "main.go": main });
    const run = await runAction(dir, host, { ...cleanEnv(), GOTOOLCHAIN: "local" });
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toContain("The go line of go.mod asks for Go 1.99");
  });

  it("holds the host's Go against go-version", async () => {
    write({ "go.mod": goMod, "main.go": main });
    const run = await runAction(dir, [...host, "--go-version", "1.22.99"], { ...cleanEnv(), GOPROXY: "off" });
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toMatch(
      /go-version asks for Go 1\.22\.99, but the host engine has go1\.\S+ \(go: download go1\.22\.99 for \S+: toolchain not available\)\./,
    );
  });
});

describe("what is printed", () => {
  it("--version is one line and --help names every input", async () => {
    const version = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
    expect((await runAction(dir, ["--version"])).stdout).toContain(version);
    const help = await runAction(dir, ["--help"]);
    expect(help.exitCode).toBe(0);
    for (const name of ["--working-directory", "--platforms", "--coverage-threshold", "--docker-secrets"]) {
      expect(help.stdout).toContain(name);
    }
  });

  it("--dry-run tells the plan and leaves nothing behind", async () => {
    write({ "go.mod": goMod, "main.go": main, "tools/go.mod": "module example.com/tools\n\ngo 1.22\n" });
    const run = await runAction(dir, [
      ...host,
      "--dry-run",
      "--modules=!tools",
      "--no-docker",
      "--platforms",
      "linux/amd64",
    ]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/^engine {5}host\ngo {9}go1\.\d+\S* \(go line of go\.mod asks for 1\.22\)\n/);
    expect(run.stdout).toContain("module     example.com/tool in .");
    expect(run.stdout).toContain("platforms  linux/amd64");
    expect(run.stdout).toContain("warning    not checked by this run: the Go modules in tools.");
    // `npm run test:go127` gives the run a Go by this variable.
    const given = process.env["GOTOOLCHAIN"]?.startsWith("go") ? `GOTOOLCHAIN=${process.env["GOTOOLCHAIN"]} ` : "";
    expect(run.stdout).toContain(`build:linux/amd64  ${given}GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build`);
    expect(() => readFileSync(join(dir, ".pipeline/report.json"))).toThrow("ENOENT");
  });

  it("says in the first line which engine runs", async () => {
    write({ "go.mod": goMod, "main.go": main });
    const run = await runAction(dir, [...host, "--no-docker", "--platforms", "linux/amd64"]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout.split("\n")[0]).toMatch(/^engine: host, go1\.\S+$/);
  });
});
