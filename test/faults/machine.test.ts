import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { fault, faultWith } from "./support/fault.ts";
import { run, start } from "./support/run.ts";
import { expectNothingLeft, readReport } from "./support/verdict.ts";
import { localEnv, makeWorld, stub, type World, workflowEnv, writeFile } from "./support/world.ts";

const host = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64", "--no-vet"];

function runHere(world: World, args: readonly string[] = [], env = localEnv(world)) {
  return run({ cwd: world.repository, args: [...host, ...args], env });
}

const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];

function asRoot(...command: readonly string[]): void {
  const [file = "", ...args] = [...root, ...command];
  execFileSync(file, args, { stdio: "ignore" });
}

/** Mounting needs root, or a sudo that does not ask. */
function mayMount(): boolean {
  try {
    asRoot("true");
    return true;
  } catch {
    return false;
  }
}

/** A file system of its own, gone after the test. */
function mount(directory: string, options: string): void {
  mkdirSync(directory, { recursive: true });
  asRoot("mount", "-t", "tmpfs", "-o", `mode=0777,${options}`, "tmpfs", directory);
  onTestFinished(() => asRoot("umount", "--lazy", directory));
}

describe("the machine", () => {
  faultWith(mayMount(), "disk-is-full", async () => {
    const world = makeWorld();
    const small = join(world.root, "small");
    // Room for reports, not for a binary.
    mount(small, "size=1m");
    const ended = await runHere(world, ["--output-directory", join(small, "out")]);
    expect(ended.exitCode).toBe(3);
    const report = readReport(world, join(small, "out"));
    expect(report.conclusion).toBe("error");
    expect(report.stages["build:linux/amd64"]).toMatchObject({
      status: "errored",
      reason: expect.stringMatching(/ENOSPC|no space left/),
    });
    expect(report.stages["test"]?.status).toBe("passed");
    expectNothingLeft(world);
  });

  faultWith(mayMount(), "disk-is-full-for-good", async () => {
    const world = makeWorld();
    const small = join(world.root, "small");
    mount(small, "size=64k");
    stub(world, "go", `if [ "$1" = test ]; then\n  head -c 200000 /dev/zero\n  exit 1\nfi\nexec real-go "$@"`);
    const ended = await runHere(world, ["--no-build", "--output-directory", join(small, "out")]);
    expect(ended.exitCode).not.toBe(0);
    expect(ended.stdout).toMatch(/ENOSPC|no space left/);
    expect(ended.stdout + ended.stderr).not.toMatch(/^ +at .*\.js:\d+/m);
  });

  faultWith(mayMount(), "temporary-directory-is-full", async () => {
    const world = makeWorld();
    const temp = join(world.root, "full");
    mount(temp, "size=4k,nr_inodes=3");
    for (const name of ["a", "b"]) writeFileSync(join(temp, name), "");
    const ended = await runHere(world, [], localEnv(world, { TMPDIR: temp }));
    expect(ended.exitCode).toBe(3);
    expect(ended.stdout).toMatch(/ENOSPC|no space left/);
    expect(ended.stdout).not.toContain("itself broke");
  });

  faultWith(mayMount(), "workspace-is-read-only", async () => {
    const world = makeWorld();
    asRoot("mount", "--bind", world.repository, world.repository);
    onTestFinished(() => asRoot("umount", "--lazy", world.repository));
    asRoot("mount", "-o", "remount,bind,ro", world.repository);
    const refused = await runHere(world);
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toMatch(/output-directory: .* cannot be written/);
    const elsewhere = join(world.root, "out");
    const ended = await runHere(world, ["--output-directory", elsewhere]);
    expect(ended.exitCode).toBe(0);
    expect(readReport(world, elsewhere).conclusion).toBe("success");
    expectNothingLeft(world);
  });

  fault("no-temporary-directory", async () => {
    const world = makeWorld();
    const ended = await run({
      cwd: world.repository,
      env: workflowEnv(world, { engine: "host", docker: "false" }, { RUNNER_TEMP: join(world.root, "no", "such") }),
    });
    expect(ended.exitCode).toBe(3);
    expect(ended.stdout).toContain("ENOENT");
    expect(ended.stdout).not.toContain("itself broke");
  });

  fault("nobody-reads-the-log", async () => {
    const world = makeWorld();
    stub(world, "go", `if [ "$1" = test ]; then\n  yes 'a line' | head -n 200000\n  exit 1\nfi\nexec real-go "$@"`);
    const started = start({ cwd: world.repository, args: [...host, "--log-level", "debug"], env: localEnv(world) });
    started.child.stdout?.once("data", () => started.child.stdout?.destroy());
    const ended = await started.ended;
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toBe("");
    expect(readReport(world).conclusion).toBe("failure");
    expectNothingLeft(world);
  });

  fault("two-instances-at-once", async () => {
    const world = makeWorld();
    const out = (name: string): string => join(world.root, name);
    const [one, two] = await Promise.all(
      ["one", "two"].map((name) => runHere(world, ["--output-directory", out(name)])),
    );
    expect([one?.exitCode, two?.exitCode]).toEqual([0, 0]);
    const [first, second] = ["one", "two"].map((name) => readReport(world, out(name)));
    expect(first?.artifacts.map(({ sha256 }) => sha256)).toEqual(second?.artifacts.map(({ sha256 }) => sha256));
    expectNothingLeft(world);
  });

  fault("runs-twice", async () => {
    const world = makeWorld();
    const first = await runHere(world);
    writeFile(join(world.repository, ".pipeline/bin/of-another-run"), "");
    const second = await runHere(world, ["--no-test"]);
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(readdirSync(join(world.repository, ".pipeline/bin")).sort()).toEqual(["checksums.txt", "tiny-linux-amd64"]);
    expect(readdirSync(join(world.repository, ".pipeline"))).not.toContain("tests");
  });
});
