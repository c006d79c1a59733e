import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { directory, gitIn, repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const goMod = "module example.com/tool\n\ngo 1.22\n";
const lib = { "testdata/lib/go.mod": "module example.com/lib\n\ngo 1.22\n", "testdata/lib/lib.go": "package lib\n" };
const loop = (head: string): string => `package main\n\nfunc main() {\n\tfor ${head} {\n\t\tprintln(i)\n\t}\n}\n`;

/** Something to change for every gate. */
const files = {
  "go.mod": `${goMod}\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ./testdata/lib\n`,
  "main.go": loop("i := 0; i < 3; i++"),
  "other.go": "package main\n\n//go:generate sh gen.sh\n\nvar  x = 1\n",
  "gen.sh": "printf 'made\\n' >made.sh; chmod +x made.sh; rm -f gone.txt\n",
  "gone.txt": "gone\n",
  ...lib,
};

function fix(
  dir: string,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  return runInProcess(dir, ["fix", "--engine=host", "--cache=false", ...flags], cleanEnv(env));
}

const status = (dir: string): readonly string[] =>
  gitIn(dir, "status", "--short", "--untracked-files=all")
    .split("\n")
    .filter((line) => line !== "");

describe("fix", () => {
  it("changes what gofmt, tidy and fix would, whatever the toggles say, and then has nothing to do", async () => {
    const dir = repository(files);
    const { exitCode, stdout } = await fix(dir, ["--no-format", "--fix=false"]);
    expect([exitCode, status(dir)]).toEqual([0, [" M go.mod", " M main.go", " M other.go"]]);
    expect(stdout).toContain("fix: 3 files changed\n  go.mod\n  main.go\n  other.go\n");
    expect(readFileSync(join(dir, "main.go"), "utf8")).toBe(loop("i := range 3"));
    expect(existsSync(join(dir, ".pipeline/report.json"))).toBe(false);
    gitIn(dir, "commit", "--quiet", "--all", "--message=fixed");
    const again = await fix(dir);
    expect([again.exitCode, status(dir)]).toEqual([0, []]);
    expect(again.stdout).toContain("fix: nothing to change\n");
  });

  it("runs go generate where it is on, with files that come, go and can be executed", async () => {
    const dir = repository(files);
    expect((await fix(dir, ["--generate=warn"])).exitCode).toBe(0);
    expect(status(dir)).toEqual([" M go.mod", " D gone.txt", " M main.go", " M other.go", "?? made.sh"]);
    expect(statSync(join(dir, "made.sh")).mode & 0o111).not.toBe(0);
    gitIn(dir, "add", "--all");
    gitIn(dir, "commit", "--quiet", "--message=fixed");
    expect([(await fix(dir, ["--generate"])).exitCode, status(dir)]).toEqual([0, []]);
  });

  it("is what git apply makes of fix.patch", async () => {
    const [dir, twin] = [repository(files), repository(files)];
    expect((await fix(dir, ["--generate"])).exitCode).toBe(0);
    gitIn(twin, "apply", join(dir, ".pipeline/fix.patch"));
    for (const name of ["go.mod", "main.go", "other.go", "made.sh"]) {
      expect(readFileSync(join(dir, name))).toEqual(readFileSync(join(twin, name)));
    }
    expect(status(dir)).toEqual(status(twin));
  });

  it.each([
    [
      "a changed file",
      (dir: string) => writeFileSync(join(dir, "other.go"), "package main\n\nvar  y = 1\n"),
      "other.go",
    ],
    ["a new file", (dir: string) => writeFileSync(join(dir, "new.go"), "package main\n\nvar  y = 1\n"), "new.go"],
    [
      "a staged file",
      (dir: string) => {
        writeFileSync(join(dir, "main.go"), `${files["main.go"]}\nvar y = 1\n`);
        gitIn(dir, "add", "main.go");
      },
      "main.go",
    ],
  ])("leaves everything as it is where %s is in the way", async (_, change, path) => {
    const dir = repository(files);
    change(dir);
    const before = status(dir);
    const { exitCode, stdout } = await fix(dir);
    expect([exitCode, status(dir)]).toEqual([2, before]);
    expect(stdout).toContain(
      `fix: ${path} has uncommitted changes. Nothing was changed: commit or stash them, or apply .pipeline/fix.patch yourself.`,
    );
    expect(existsSync(join(dir, ".pipeline/fix.patch"))).toBe(true);
  });

  it("does not mind changes in files that it leaves alone", async () => {
    const dir = repository({ "go.mod": goMod, "main.go": "package main\n\nfunc main( ) {}\n", "a.txt": "a\n" });
    writeFileSync(join(dir, "a.txt"), "b\n");
    expect([(await fix(dir)).exitCode, status(dir)]).toEqual([0, [" M a.txt", " M main.go"]]);
  });

  it("changes what can be changed and fails where a gate failed", async () => {
    const dir = repository({ ...files, "broken.go": "package main\n\nfunc broken( {\n" });
    const { exitCode, stdout } = await fix(dir);
    expect(exitCode).toBe(1);
    expect(status(dir)).toContain(" M go.mod");
    expect(stdout).toMatch(/fix: format failed: /);
  });

  it("breaks with a program that cannot be had, and changes the rest", async () => {
    const dir = repository({ ...files, "other.go": "package main\n\n//go:generate program-of-nobody\n\nvar  x = 1\n" });
    const { exitCode, stdout } = await fix(dir, ["--generate"]);
    expect([exitCode, status(dir)]).toEqual([3, [" M go.mod", " M main.go", " M other.go"]]);
    expect(stdout).toContain("fix: generate failed: program-of-nobody cannot be had: not on PATH");
  });

  it("changes nothing in a repository whose git does not answer", async () => {
    const dir = repository({ "go.mod": goMod, "main.go": "package main\n\nfunc main( ) {}\n" });
    const bin = directory({ git: "#!/bin/sh\nexit 1\n" });
    chmodSync(join(bin, "git"), 0o755);
    // git is found on the PATH of the process itself.
    const env = cleanEnv({ PATH: `${bin}${delimiter}${process.env["PATH"]}` });
    const { exitCode, stdout } = await runAction(dir, ["fix", "--engine=host", "--cache=false"], env);
    expect([exitCode, status(dir)]).toEqual([3, []]);
    expect(stdout).toContain("git does not say whether files have uncommitted changes");
  });

  it("works without a repository", async () => {
    const dir = directory({ "go.mod": goMod, "main.go": "package main\n\nfunc main( ) {}\n" });
    expect((await fix(dir)).exitCode).toBe(0);
    expect(readFileSync(join(dir, "main.go"), "utf8")).toBe("package main\n\nfunc main() {}\n");
  });

  it("says what it would run with --dry-run, and changes nothing", async () => {
    const dir = repository(files);
    const { exitCode, stdout } = await fix(dir, ["--dry-run"]);
    expect([exitCode, status(dir)]).toEqual([0, []]);
    expect(stdout).toContain("go mod tidy -diff");
    expect(stdout).not.toContain("go test");
  });

  it("is told apart from wrong words, with a suggestion", async () => {
    const dir = repository(files);
    const wrong = await runInProcess(dir, ["fixx", "--engine=host"], cleanEnv());
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stdout).toContain('unexpected argument "fixx"');
    expect(wrong.stdout).toContain('did you mean "fix"?');
    const late = await runInProcess(dir, ["--engine=host", "fix"], cleanEnv());
    expect([late.exitCode, late.stdout]).toEqual([2, expect.stringContaining("it has to be the first one")]);
  });
});
