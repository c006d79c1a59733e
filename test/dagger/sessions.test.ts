import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { actionPath } from "../support/run-action.ts";
import { image, leftovers, reportOf, sandboxes, statuses } from "./support/repositories.ts";

const newSandbox = sandboxes();
const green = { deps: "passed", format: "passed", vet: "passed", test: "passed", "build:linux/amd64": "passed" };

describe("sessions", () => {
  it("starts one of its own and leaves nothing of it", async () => {
    const box = newSandbox();
    const run = await box.run();
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
    expect(statuses(box)).toEqual(green);
    expect(reportOf(box).engine).toMatchObject({ name: "dagger", version: "0.21.8", reason: "engine: dagger" });
    expect(leftovers(box)).toEqual([]);
  });

  it("uses the session of dagger run", async () => {
    const box = newSandbox();
    const cli = process.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] || "dagger";
    const args = ["run", "--progress=plain", process.execPath, actionPath, "--go-image", image];
    const child = spawn(cli, args, { cwd: box.root, env: box.env(), stdio: "ignore" });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(reportOf(box).engine).toMatchObject({ name: "dagger", reason: "started by dagger run" });
    expect(leftovers(box)).toEqual([]);
  });

  it("refuses half a session", async () => {
    const box = newSandbox();
    const run = await box.run([], { DAGGER_SESSION_PORT: "1" });
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain("DAGGER_SESSION_PORT is set but DAGGER_SESSION_TOKEN is not.");
  });

  it("says at once that nothing listens at the address of a runner", async () => {
    const box = newSandbox();
    const startedAt = Date.now();
    const run = await box.run(["--runner-host", "tcp://127.0.0.1:1"]);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain("No Dagger engine listens at tcp://127.0.0.1:1: connection refused.");
    expect(leftovers(box)).toEqual([]);
  });

  it("says that there is no such image", async () => {
    const box = newSandbox();
    const missing = image.replace(/[^/]*$/, "there-is-no-such-image:1");
    const run = await box.run(["--go-image", missing]);
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain(`${missing} does not exist.`);
  });
});
