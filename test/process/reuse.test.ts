import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const files = {
  "go.mod": "module example.com/app\n\ngo 1.22\n",
  "main.go": 'package main\n\nfunc main() { println("hello") }\n',
  "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestMain1(t *testing.T) {}\n',
};

let home = "";

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "reuse-")));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

interface Seen {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** `<status>`, with `, cached` for what was not made again; by stage. */
  readonly stages: Readonly<Record<string, string>>;
  /** SHA-256 by name of the binary. */
  readonly binaries: Readonly<Record<string, string>>;
}

async function check(root: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<Seen> {
  const flags = ["--engine", "host", "--platforms", "linux/amd64", "--docker", "false", ...args];
  const { exitCode, stdout } = await runAction(root, flags, cleanEnv({ XDG_CACHE_HOME: home, ...env }));
  const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  const stages: Record<string, string> = {};
  for (const { id, status, cached } of report.stages) {
    if (status !== "disabled") stages[id] = `${status}${cached ? ", cached" : ""}`;
  }
  const binaries: Record<string, string> = {};
  for (const { name, sha256 } of report.artifacts) binaries[name] = sha256;
  return { exitCode, stdout, stages, binaries };
}

const made = { deps: "passed", format: "passed", vet: "passed", test: "passed", "build:linux/amd64": "passed" };
const reused = { ...made, format: "passed, cached", vet: "passed, cached", "build:linux/amd64": "passed, cached" };

/** Files of the store with the name `name`. */
function stored(name: string): readonly string[] {
  const store = join(home, "dagger-go-pipeline/results");
  return readdirSync(store, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`/${name}`))
    .map((path) => join(store, path));
}

describe("results of earlier runs", () => {
  it("are taken when nothing changed, tests excepted, and are the same files", async () => {
    const root = repository(files);
    const first = await check(root);
    expect(first).toMatchObject({ exitCode: 0, stages: made });
    const second = await check(root);
    expect(second).toMatchObject({ exitCode: 0, stages: reused, binaries: first.binaries });
    expect(Object.keys(second.binaries)).toEqual(["app-linux-amd64"]);
    expect(second.stdout).toMatch(/✓ vet passed in \d+ ms \(cached\)/);
  });

  it("are not taken after a change of a file, of an input or of the environment", async () => {
    const root = repository(files);
    await check(root);
    writeFileSync(join(root, "main.go"), 'package main\n\nfunc main() { println("hullo") }\n');
    expect((await check(root)).stages).toEqual(made);
    const tagged = { ...made, format: "passed, cached" };
    expect((await check(root, ["--build-tags", "extra"])).stages).toEqual(tagged);
    expect((await check(root, [], { GOFLAGS: "-p=1" })).stages).toEqual(made);
    expect((await check(root)).stages).toEqual(reused);
  });

  it("are made again when a stored file is not what it was", async () => {
    const root = repository(files);
    const { binaries } = await check(root);
    const [path] = stored("app-linux-amd64").concat(stored("app"));
    if (path === undefined) throw new Error("no stored binary");
    writeFileSync(path, "tampered");
    const again = await check(root);
    expect(again.stages).toEqual({ ...reused, "build:linux/amd64": "passed" });
    expect(again.binaries).toEqual(binaries);
    expect((await check(root)).stages).toEqual(reused);
  });

  it("are neither taken nor kept with `cache: false`, and not kept with `cache: restore`", async () => {
    const root = repository(files);
    await check(root, ["--cache", "restore"]);
    expect((await check(root)).stages).toEqual(made);
    expect((await check(root, ["--cache", "restore"])).stages).toEqual(reused);
    expect((await check(root, ["--cache", "false"])).stages).toEqual(made);
  });

  it("are not kept when somebody wrote to the sources meanwhile", async () => {
    const writes =
      'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestWrites(t *testing.T) {\n\tos.WriteFile("golden.txt", []byte("x"), 0o600)\n}\n';
    const root = repository({ ...files, "golden.txt": "", "main_test.go": writes });
    expect((await check(root)).stages).toEqual(made);
    writeFileSync(join(root, "golden.txt"), "");
    expect((await check(root)).stages).toEqual(made);
  });

  it("that are red are not kept", async () => {
    const root = repository({
      ...files,
      "main.go": 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Printf("%d\\n",  "x") }\n',
    });
    const red = { format: "failed", vet: "failed", "build:linux/amd64": "passed" };
    expect((await check(root)).stages).toMatchObject(red);
    expect((await check(root)).stages).toMatchObject({ ...red, "build:linux/amd64": "passed, cached" });
  });

  it("are not kept on a hosted runner, which is gone after the job", async () => {
    const root = repository(files);
    await check(root, [], { RUNNER_ENVIRONMENT: "github-hosted" });
    expect(readdirSync(home)).toEqual([]);
  });

  it("are not used when files outside of the repository decide", async () => {
    const root = repository({ ...files, "go.mod": `${files["go.mod"]}\nreplace example.com/x => ../x\n` });
    await check(root);
    const second = await check(root);
    expect(second.stages).toEqual(made);
    expect(second.stdout).toContain(
      "no results are reused: go.mod or go.work names a directory outside the repository",
    );
  });

  it("are not used when a file of settings lets a program decide, and that program runs", async () => {
    const root = repository(files);
    await check(root);
    const spy = join(home, "spy");
    writeFileSync(spy, `#!/bin/sh\necho asked >>${home}/asked\nexec "$@"\n`, { mode: 0o755 });
    writeFileSync(join(home, "goenv"), `GOFLAGS=-toolexec=${spy}\n`);
    const second = await check(root, [], { GOENV: join(home, "goenv") });
    expect(second.stages).toEqual(made);
    expect(second.stdout).toContain(`no results are reused: GOFLAGS has -toolexec=${spy}`);
    expect(readFileSync(join(home, "asked"), "utf8")).toContain("asked");
    expect((await check(root)).stages).toEqual(reused);
  });
});
