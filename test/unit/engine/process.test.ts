import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProcessRequest, reachOf, runProcess, taskkillArgs } from "../../../src/engine/process.ts";
import { expectTime } from "../../support/pace.ts";
import { until } from "../../support/waiting.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "process-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const request = (file: string, args: readonly string[], more: Partial<ProcessRequest> = {}): ProcessRequest => ({
  file,
  args,
  cwd: dir,
  env: { PATH: process.env["PATH"] ?? "" },
  stdout: join(dir, "out"),
  stderr: join(dir, "err"),
  ...more,
});

const output = (name: string): string => readFileSync(join(dir, name), "utf8");

/** Resolves once no process has this command line: a killed one takes a moment to go. Those that stay would do so longer than the test may take. */
function gone(text: string): Promise<void> {
  return until(() => !execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n").includes(text));
}

describe.skipIf(process.platform === "win32")("runProcess", () => {
  it("keeps the streams apart and answers the exit code as a value", async () => {
    const result = await runProcess(request("sh", ["-c", "echo out; echo err >&2; exit 3"]));
    expect(result).toMatchObject({ end: "exited", exitCode: 3, signal: null, error: null });
    expect([output("out"), output("err")]).toEqual(["out\n", "err\n"]);
  });

  it("passes exactly the environment it was given, and arguments as they are", async () => {
    await runProcess(
      request("sh", ["-c", 'env | sort; printf %s "$1"', "sh", "$(id) a b"], {
        env: { PATH: "/usr/bin:/bin", A: "1" },
      }),
    );
    expect(output("out")).toMatch(/^A=1\nPATH=\/usr\/bin:\/bin\n/);
    expect(output("out")).toMatch(/\$\(id\) a b$/);
  });

  it("says why a program could not be started", async () => {
    expect(await runProcess(request("no-such-tool", []))).toMatchObject({
      end: "not-started",
      error: "no-such-tool: command not found",
    });
    expect(await runProcess(request(dir, []))).toMatchObject({ end: "not-started", error: `${dir}: not executable` });
  });

  it("gives a program its input, and survives one that does not read it", async () => {
    await runProcess(request("cat", [], { input: "text" }));
    expect(output("out")).toBe("text");
    expect(await runProcess(request("true", [], { input: "x".repeat(1_000_000) }))).toMatchObject({
      end: "exited",
      exitCode: 0,
    });
  });

  it("ends the whole group at the time limit", async () => {
    const result = await runProcess(request("sh", ["-c", "sleep 6100.5 & sleep 6100.5"], { timeoutMs: 100 }));
    expect(result).toMatchObject({ end: "timed-out", signal: "SIGTERM" });
    await gone("sleep 6100.5");
  });

  it("kills what ignores being asked, within the grace of a cancelled job", async () => {
    const abort = new AbortController();
    const running = runProcess(
      request("sh", ["-c", "trap '' TERM; echo ready; sleep 6200.5; sleep 6200.5"], { signal: abort.signal }),
    );
    await until(() => existsSync(join(dir, "out")) && output("out") === "ready\n");
    abort.abort();
    const result = await running;
    expect(result).toMatchObject({ end: "cancelled", signal: "SIGKILL" });
    expectTime(result.durationMs, 5_000);
    await gone("sleep 6200.5");
  });

  it("leaves nothing of the group behind after a program that ends by itself", async () => {
    const result = await runProcess(request("sh", ["-c", "sleep 6300.5 & exit 0"]));
    expect(result).toMatchObject({ end: "exited", exitCode: 0 });
    await gone("sleep 6300.5");
  });

  it("replaces a link that is in the place of its output, and leaves what it names alone", async () => {
    writeFileSync(join(dir, "precious"), "mine");
    for (const name of ["out", "err"]) symlinkSync("precious", join(dir, name));
    await runProcess(request("echo", ["text"]));
    expect([output("out"), output("err"), output("precious")]).toEqual(["text\n", "", "mine"]);
  });

  it("does not start at all once cancelled", async () => {
    const result = await runProcess(request("sh", ["-c", "echo ran"], { signal: AbortSignal.abort() }));
    expect(result.end).toBe("cancelled");
    expect(output("out")).toBe("");
  });
});

describe("reachOf", () => {
  it("never names a process that has ended on Windows: its number may be somebody else's", () => {
    expect(reachOf({ pid: 42, exitCode: null, signalCode: null }, "win32")).toBe("tree");
    expect(reachOf({ pid: 42, exitCode: 0, signalCode: null }, "win32")).toBe("nothing");
    expect(reachOf({ pid: 42, exitCode: null, signalCode: "SIGKILL" }, "win32")).toBe("nothing");
  });

  it("is the group elsewhere, also when its leader has ended", () => {
    for (const platform of ["linux", "darwin"]) {
      expect(reachOf({ pid: 42, exitCode: 0, signalCode: null }, platform)).toBe("group");
      expect(reachOf({ pid: 42, exitCode: null, signalCode: null }, platform)).toBe("group");
    }
  });

  it("is nothing of a program that was not started", () => {
    expect(reachOf({ pid: undefined, exitCode: null, signalCode: null }, "linux")).toBe("nothing");
  });
});

describe("taskkillArgs", () => {
  it("asks Windows for the whole tree", () => {
    expect(taskkillArgs(42)).toEqual(["/PID", "42", "/T", "/F"]);
  });
});
