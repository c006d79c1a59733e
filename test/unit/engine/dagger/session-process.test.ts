import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type SessionRequest, startSession } from "../../../../src/engine/dagger/session-process.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import { until } from "../../../support/waiting.ts";

/** For limits that no test of this file is about. */
const patient = 600_000;

const cli = fileURLToPath(new URL("fake-dagger.mjs", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "session-"));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let files = 0;

function requestFor(mode: string, more: Partial<SessionRequest> = {}): SessionRequest & { readonly pidFile: string } {
  const pidFile = join(scratch, `pid-${files++}`);
  return {
    cli,
    env: { PATH: process.env["PATH"] ?? "", FAKE_DAGGER: mode, FAKE_PID_FILE: pidFile },
    cwd: "/",
    connectLimitMs: patient,
    signal: new AbortController().signal,
    mask: () => undefined,
    ...more,
    pidFile,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

async function pidIn(file: string): Promise<number> {
  await until(() => existsSync(file) && readFileSync(file, "utf8") !== "");
  return Number(readFileSync(file, "utf8"));
}

/** Processes that were started with a request's environment, however far they came. */
function processesOf({ pidFile }: { readonly pidFile: string }): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(`FAKE_PID_FILE=${pidFile}\0`);
    } catch {
      return false;
    }
  });
}

async function failure(request: SessionRequest): Promise<EnvironmentError> {
  const error = await startSession(request).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EnvironmentError)) throw new Error(`expected an EnvironmentError, got ${String(error)}`);
  return error;
}

describe.runIf(process.platform === "linux")("startSession", () => {
  it("hands over where the session is, masks the token first and never shows it", async () => {
    const masked: string[] = [];
    const session = await startSession(requestFor("ok", { mask: (secret) => masked.push(secret) }));
    expect(masked).toEqual(["token-of-the-session"]);
    expect(session.token).toBe("token-of-the-session");
    expect(session.port).toBeGreaterThan(0);
    await session.stop(patient);
    expect(session.tail()).toBe("connected, ***\n");
    expect(await session.ended).toBe("exited with code 0");
  });

  it("refuses an answer that is not the address of a session", async () => {
    const request = requestFor("garbage");
    const error = await failure(request);
    expect(error.message).toBe("The Dagger CLI answered something else than the address of a session.");
    expect(isAlive(await pidIn(request.pidFile))).toBe(false);
  });

  it("says why the CLI ended before there was a session", async () => {
    const error = await failure(requestFor("exit"));
    expect(error.message).toBe(
      'The Dagger CLI exited with code 3 before it reached an engine: driver for scheme "image" was not available.',
    );
    expect(error.remedy).toBe("Start Docker, or use `engine: host`, which needs no container runtime.");
  });

  it("says that the CLI cannot be started", async () => {
    const error = await failure({ ...requestFor("ok"), cli: "/nowhere/dagger" });
    expect(error.message).toMatch(/^The Dagger CLI could not be started: .*ENOENT before it reached an engine\.$/);
  });

  it("gives up after its limit on a CLI that says nothing and ignores polite signals", async () => {
    const request = requestFor("mute", { connectLimitMs: 1_500 });
    const pending = failure(request);
    expect(processesOf(request)).toHaveLength(1);
    expect((await pending).message).toBe("No Dagger engine answered within 2 s.");
    // On a busy machine it may have been killed before it could say its number.
    expect(processesOf(request)).toEqual([]);
  });

  it("stops waiting when the run is cancelled", async () => {
    const abort = new AbortController();
    const request = requestFor("mute", { signal: abort.signal });
    const pending = failure(request);
    const pid = await pidIn(request.pidFile);
    abort.abort();
    expect((await pending).message).toBe("Waiting for a Dagger engine was stopped.");
    expect(isAlive(pid)).toBe(false);
  });

  it("survives 200 MB of progress in little memory", async () => {
    const before = process.memoryUsage().rss;
    const session = await startSession(requestFor("flood"));
    await session.stop(patient);
    expect(session.tail().length).toBeLessThan(60_000);
    expect(session.tail()).toMatch(/connected, \*\*\*\n$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it("tells how a session was lost", async () => {
    const session = await startSession(requestFor("dies"));
    await expect(fetch(`http://127.0.0.1:${session.port}/`)).rejects.toThrow();
    expect(await session.ended).toBe("exited with code 3");
    await session.stop(patient);
  });

  it("kills a CLI that does not end with its session", async () => {
    const request = requestFor("stubborn");
    const session = await startSession(request);
    await session.stop(300);
    expect(await session.ended).toBe("was ended by SIGKILL");
    expect(isAlive(await pidIn(request.pidFile))).toBe(false);
  });

  it.each(["ok", "mute", "stubborn"])("leaves no CLI behind when we are killed (%s)", async (mode) => {
    const pidFile = join(scratch, `orphan-${mode}`);
    const program = fileURLToPath(new URL("orphan-parent.ts", import.meta.url));
    const parent = spawn(process.execPath, ["--import", "tsx", program, cli, mode, pidFile], { stdio: "ignore" });
    const pid = await pidIn(pidFile);
    await delay(200);
    parent.kill("SIGKILL");
    await until(() => !isAlive(pid));
  });
});
