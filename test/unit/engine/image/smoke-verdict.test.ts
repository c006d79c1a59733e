import { describe, expect, test } from "vitest";
import {
  type ContainerObservation,
  isSatisfied,
  judgeSmoke,
  nextContainer,
} from "../../../../src/engine/image/smoke.ts";
import type { SmokeStep } from "../../../../src/model/step.ts";
import { smokeStep } from "../../../support/steps.ts";

const nothing = smokeStep();
const command = { ...nothing, command: ["--version"], commandGiven: true };
const http = { ...nothing, probe: { port: 8080, path: "/healthz", statuses: [[200, 399]] } } satisfies SmokeStep;
const both = { ...http, command: ["--version"], commandGiven: true };

const exited: ContainerObservation = {
  startError: null,
  running: false,
  exitCode: 0,
  oomKilled: false,
  probe: null,
  health: null,
  output: "",
  observedMs: 500,
};
const running: ContainerObservation = { ...exited, running: true, exitCode: null, observedMs: 3_100 };
const answer = { answered: true, status: 200, error: null, afterMs: 420 };

function judge(step: SmokeStep, ...seen: readonly ContainerObservation[]): readonly [status: string, reason: string] {
  const { status, reason } = judgeSmoke(step, seen);
  return [status, reason];
}

describe("with nothing asked for", () => {
  test("still up or exited 0 passes, another exit code is a warning with the inputs to set", () => {
    expect(judge(nothing, running)).toEqual(["passed", "still up after 3.1 s"]);
    expect(judge(nothing, exited)).toEqual(["passed", "the image's own command exited 0"]);
    expect(judge(nothing, { ...exited, exitCode: 1, output: "a\nno database\n" })).toEqual([
      "warned",
      expect.stringMatching(/^exited 1: no database\. Set smoke-command .* or smoke-port /),
    ]);
  });

  test("what cannot start or crashes fails", () => {
    expect(judge(nothing, { ...exited, startError: '"/app": no such file' })).toEqual([
      "failed",
      'the container cannot start: "/app": no such file',
    ]);
    expect(judge(nothing, { ...exited, exitCode: 126 })[0]).toBe("failed");
    expect(judge(nothing, { ...exited, exitCode: 127 })[0]).toBe("failed");
    expect(judge(nothing, { ...exited, exitCode: 139 })).toEqual(["failed", "crashed with SIGSEGV (exit code 139)"]);
    expect(judge(nothing, { ...exited, exitCode: 137, oomKilled: true })).toEqual([
      "failed",
      "killed for using too much memory (exit code 137)",
    ]);
  });

  test("an exit code that the engine does not know is none that passes", () => {
    const [status, reason] = judge(nothing, { ...exited, exitCode: null });
    expect(status).toBe("warned");
    expect(reason).toMatch(/^exited -1\. Set smoke-command /);
    expect(judge(command, { ...exited, exitCode: null, output: "gone" })).toEqual([
      "failed",
      "`--version` exited -1: gone",
    ]);
  });

  test("a test without any container is a mistake of the engine", () => {
    expect(() => judgeSmoke(nothing, [])).toThrow("smoke: no container was started");
  });

  test("exit codes that only look like signals are warnings", () => {
    for (const exitCode of [130, 143, 255]) expect(judge(nothing, { ...exited, exitCode })[0]).toBe("warned");
  });

  test("Go's way to crash by a signal fails, a panic is a warning with its cause", () => {
    const nil =
      "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f3a1]\n\ngoroutine 1 [running]:";
    expect(judge(nothing, { ...exited, exitCode: 2, output: nil })).toEqual([
      "failed",
      "crashed with SIGSEGV (exit code 2)",
    ]);
    const panic = "panic: no database\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:4 +0x18\n";
    expect(judge(nothing, { ...exited, exitCode: 2, output: panic })).toEqual([
      "warned",
      expect.stringMatching(/^exited 2: panic: no database\. /),
    ]);
  });

  test.each([
    ["exec /app: exec format error", "exec /app: exec format error (built for another platform?)"],
    ["exec /app: no such file or directory", "exec /app: no such file or directory (not a static binary?)"],
    ["exec /app: permission denied", "the container cannot start: exec /app: permission denied"],
    ["standard_init_linux.go:228: exec user process caused: exec format error", "(built for another platform?)"],
  ])("what the kernel refuses cannot start: %s", (output, reason) => {
    const [status, found] = judge(nothing, { ...exited, exitCode: 1, output: `${output}\n` });
    expect(status).toBe("failed");
    expect(found).toContain(reason);
  });
});

describe("a command", () => {
  test("has to exit 0 and to print what is asked for", () => {
    expect(judge(command, exited)).toEqual(["passed", "`--version` exited 0"]);
    expect(judge(command, { ...exited, exitCode: 2, output: "usage" })).toEqual([
      "failed",
      "`--version` exited 2: usage",
    ]);
    expect(judge({ ...command, output: "v1" }, { ...exited, output: "v1.2" })[0]).toBe("passed");
    expect(judge({ ...command, output: "/^v\\d$/m" }, { ...exited, output: "x\nv1\n" })[0]).toBe("passed");
    expect(judge({ ...command, output: "v2" }, { ...exited, output: "v1" })).toEqual([
      "failed",
      "`--version` exited 0, but its output does not contain v2",
    ]);
  });

  test("has to end", () => {
    expect(isSatisfied(command, { ...running, observedMs: 29_000 })).toBe(false);
    expect(judge(command, running)).toEqual([
      "failed",
      "`--version` did not end within 30 s. For a service set smoke-port.",
    ]);
  });
});

describe("a probe", () => {
  test("passes on the answer", () => {
    const seen = { ...running, probe: answer };
    expect(isSatisfied(http, seen)).toBe(true);
    expect(judgeSmoke(http, [seen])).toEqual({
      status: "passed",
      reason: "GET /healthz on port 8080 answered 200 after 0.4 s",
      tested: "GET /healthz on port 8080 answered 200 after 0.4 s",
    });
    const port = { ...http, probe: { ...http.probe, path: null } };
    expect(judge(port, { ...running, probe: { ...answer, status: null, afterMs: 12 } })).toEqual([
      "passed",
      "port 8080 accepted a connection after 12 ms",
    ]);
  });

  test("fails on silence, on the wrong status and when the container ends", () => {
    const refused = { answered: false, status: null, error: "connection refused", afterMs: 30_000 };
    expect(isSatisfied(http, { ...running, probe: refused })).toBe(false);
    expect(judge(http, { ...running, probe: refused })).toEqual([
      "failed",
      "no answer on port 8080 within 30 s (connection refused). Check smoke-port; the service has to listen on all addresses, not on localhost.",
    ]);
    expect(judge(http, { ...running, probe: { ...refused, status: 500 } })).toEqual([
      "failed",
      "GET /healthz on port 8080 answered 500, not 200-399, until 30 s were over",
    ]);
    expect(judgeSmoke(http, [{ ...running, probe: refused }]).tested).toBe("GET /healthz on port 8080: no answer");
    expect(judge(http, exited)).toEqual(["failed", "exited 0 before it answered on port 8080"]);
    expect(judge(http, { ...exited, exitCode: 1, probe: answer })).toEqual([
      "failed",
      "exited 1 after it had answered",
    ]);
  });

  test("says what is accepted, and that nothing listens where nobody could even ask", () => {
    const probe = {
      ...http.probe,
      statuses: [
        [200, 204],
        [404, 404],
      ],
    } satisfies SmokeStep["probe"];
    const wrong = { answered: false, status: 500, error: null, afterMs: 30_000 };
    expect(judge({ ...http, probe }, { ...running, probe: wrong })).toEqual([
      "failed",
      "GET /healthz on port 8080 answered 500, not 200-204, 404, until 30 s were over",
    ]);
    const silent =
      "no answer on port 8080 within 30 s (nothing listens). Check smoke-port; the service has to listen on all addresses, not on localhost.";
    expect(judge(http, { ...running, probe: { ...wrong, status: null } })).toEqual(["failed", silent]);
    expect(judgeSmoke(http, [running])).toEqual({ status: "failed", reason: silent, tested: "still up after 3.1 s" });
  });

  test("together with a command: one container when that is the service, else two", () => {
    expect(nextContainer(both, [])).toEqual(["--version"]);
    expect(nextContainer(both, [{ ...running, probe: answer }])).toBeNull();
    expect(nextContainer(both, [{ ...exited, exitCode: 1 }])).toBeNull();
    expect(judge(both, { ...exited, exitCode: 1 })).toEqual(["failed", "`--version` exited 1"]);
    expect(nextContainer(both, [exited])).toEqual([]);
    expect(nextContainer(both, [exited, exited])).toBeNull();
    expect(judgeSmoke(both, [exited, { ...running, probe: answer }]).tested).toBe(
      "`--version` exited 0; GET /healthz on port 8080 answered 200 after 0.4 s",
    );
    expect(nextContainer({ ...both, output: "v2" }, [exited])).toBeNull();
    expect(nextContainer(nothing, [exited])).toBeNull();
  });
});

describe("an output", () => {
  const service = { ...nothing, output: "listening" };

  test("is waited for, and enough where nothing else is asked for", () => {
    expect(isSatisfied(service, { ...running, output: "starting", observedMs: 29_000 })).toBe(false);
    expect(isSatisfied(service, { ...running, output: "listening on 80", observedMs: 100 })).toBe(true);
    expect(isSatisfied({ ...http, output: "listening" }, { ...running, probe: answer, output: "starting" })).toBe(
      false,
    );
  });

  test("decides about a service that is up", () => {
    expect(judge(service, { ...running, output: "listening on 80" })).toEqual(["passed", "output contains listening"]);
    expect(judgeSmoke({ ...http, output: "listening" }, [{ ...running, probe: answer, output: "starting" }])).toEqual({
      status: "failed",
      reason: "its output does not contain listening",
      tested: "GET /healthz on port 8080 answered 200 after 0.4 s, output does not contain listening",
    });
  });
});

describe("a HEALTHCHECK", () => {
  const health = (status: "healthy" | "unhealthy" | "starting") => ({
    ...running,
    health: { status, output: "x\nno route\n" },
  });

  test("has to succeed", () => {
    expect(isSatisfied(nothing, health("starting"))).toBe(false);
    expect(isSatisfied(nothing, health("healthy"))).toBe(true);
    expect(judge(nothing, health("healthy"))).toEqual(["passed", "HEALTHCHECK healthy"]);
    expect(judge(nothing, health("unhealthy"))).toEqual(["failed", "its HEALTHCHECK failed: no route"]);
    expect(judge(nothing, health("starting"))).toEqual([
      "failed",
      "its HEALTHCHECK did not succeed within 30 s: no route",
    ]);
    expect(isSatisfied(http, { ...health("starting"), probe: answer })).toBe(false);
  });
});

test("a short limit shortens the wait for a container that stays up", () => {
  expect(isSatisfied(nothing, { ...running, observedMs: 2_900 })).toBe(false);
  expect(isSatisfied({ ...nothing, limitMs: 1_000 }, { ...running, observedMs: 1_000 })).toBe(true);
});
