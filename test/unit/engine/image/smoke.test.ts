import { describe, expect, it } from "vitest";
import {
  type ContainerObservation,
  isSatisfied,
  judgeSmoke,
  nextContainer,
  type SmokeVerdict,
} from "../../../../src/engine/image/smoke.ts";
import type { SmokeStep } from "../../../../src/model/step.ts";
import { smokeStep } from "../../../support/steps.ts";

const nothing = smokeStep();
const command = { ...nothing, command: ["serve", "--now"], commandGiven: true };
const http = { ...nothing, probe: { port: 80, path: "/", statuses: [[200, 399]] } } satisfies SmokeStep;
const both = { ...command, probe: http.probe };

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
const running: ContainerObservation = { ...exited, running: true, exitCode: null };
const answer = { answered: true, status: 200, error: null, afterMs: 20 };

const judge = (step: SmokeStep, over: Partial<ContainerObservation>): SmokeVerdict =>
  judgeSmoke(step, [{ ...exited, ...over }]);

/** The reason of a container that ended, without the advice. */
const reason = (exitCode: number, output: string): string => {
  const [first = ""] = judge(nothing, { exitCode, output }).reason.split(". Set smoke-command");
  return first;
};

describe("a container that cannot start", () => {
  const tested = "start of the container";

  it("fails with what the exit code means", () => {
    expect(judge(command, { startError: "no such file" })).toEqual({
      status: "failed",
      reason: "the container cannot start: no such file",
      tested,
    });
    expect(judge(command, { exitCode: 126 })).toEqual({
      status: "failed",
      reason: "the command cannot be executed (exit code 126)",
      tested,
    });
    expect(judge(command, { exitCode: 127 })).toEqual({
      status: "failed",
      reason: "the command was not found in the image (exit code 127)",
      tested,
    });
  });

  it("is told from one that runs and prints the same", () => {
    const output = "exec /app: exec format error";
    expect(judge({ ...nothing, output: "exec" }, { ...running, output }).status).toBe("passed");
  });

  it("is told what the kernel refused, with a guess at the cause", () => {
    expect(reason(1, "exec /app: permission denied")).toBe("the container cannot start: exec /app: permission denied");
    expect(reason(1, "exec /app: no such file or directory")).toBe(
      "the container cannot start: exec /app: no such file or directory (not a static binary?)",
    );
  });
});

describe("a crash", () => {
  it("that Go caught is found where Go prints it, and only with its exit code", () => {
    const go = "SIGABRT: abort\nPC=0x46d3c1 m=0 sigcode=0\n\ngoroutine 0 [idle]:";
    expect(reason(2, `starting\n${go}`)).toBe("crashed with SIGABRT (exit code 2)");
    expect(reason(1, go)).toBe("exited 1: goroutine 0 [idle]:");
    expect(reason(2, "got SIGABRT: abort\nPC=1")).toBe("exited 2: PC=1");
    expect(reason(2, "see [signal SIGSEGV: x")).toBe("exited 2: see [signal SIGSEGV: x");
  });

  it("is quoted by the cause of a panic, else by the last line, at most 200 characters of it", () => {
    expect(reason(1, "a\n  fatal error: all goroutines are asleep  \nb\nfatal error: x \nc")).toBe(
      "exited 1: fatal error: x",
    );
    expect(reason(1, "no panic: here\nlast \n")).toBe("exited 1: last");
    expect(reason(1, " \n")).toBe("exited 1");
    expect(reason(1, "x".repeat(300))).toBe(`exited 1: ${"x".repeat(200)}`);
  });
});

describe("a second container", () => {
  it("is for a command that ended well before a probe, nothing else", () => {
    expect(nextContainer(http, [])).toEqual([]);
    expect(nextContainer(command, [exited])).toBeNull();
    expect(nextContainer(http, [exited])).toBeNull();
    expect(nextContainer(both, [exited])).toEqual([]);
    expect(nextContainer(both, [{ ...exited, startError: "no such file" }])).toBeNull();
    expect(nextContainer(both, [{ ...running, exitCode: 0 }])).toBeNull();
    expect(nextContainer({ ...both, output: "/^V\\d$/i" }, [{ ...exited, output: "v1" }])).toEqual([]);
  });

  it("that ends before it answers fails, after the command's own success", () => {
    expect(judgeSmoke(both, [exited, { ...exited, output: "no port" }])).toEqual({
      status: "failed",
      reason: "exited 0 before it answered on port 80: no port",
      tested: "`serve --now` exited 0; still up after 0.5 s",
    });
  });
});

describe("smoke-output", () => {
  const contains = (output: string, printed: string): boolean =>
    judge({ ...command, output }, { output: printed }).status === "passed";

  it("is a pattern only as a whole between slashes", () => {
    expect(contains("/a.c/", "xabcx")).toBe(true);
    expect(contains("/A.C/im", "abc")).toBe(true);
    expect(contains("x/a.c/", "abc")).toBe(false);
    expect(contains("/a.c/x", "abc")).toBe(false);
    expect(contains("/usr/bin", "in /usr/bin")).toBe(true);
  });

  it("makes an exit code count, also of the image's own command", () => {
    expect(judge({ ...nothing, output: "ok" }, { exitCode: 1, output: "ok" })).toEqual({
      status: "failed",
      reason: "the image's own command exited 1: ok",
      tested: "the image's own command exited 1",
    });
  });
});

describe("a service that runs", () => {
  const healthy = { status: "healthy", output: "" } as const;

  it("is satisfied as soon as everything that was asked for is there", () => {
    expect(isSatisfied(http, { ...running, probe: answer })).toBe(true);
    expect(isSatisfied(nothing, { ...running, health: healthy })).toBe(true);
    expect(isSatisfied(nothing, running)).toBe(false);
  });

  it("says all that was tested", () => {
    const seen = { ...running, probe: answer, health: healthy, output: "up" };
    expect(judge({ ...http, output: "up" }, seen).tested).toBe(
      "GET / on port 80 answered 200 after 20 ms, HEALTHCHECK healthy, output contains up",
    );
    const port = { ...http, probe: { ...http.probe, path: null } };
    const silent = { answered: false, status: null, error: null, afterMs: 1 };
    expect(judge(port, { ...running, probe: silent }).tested).toBe("port 80: no answer");
  });

  it.each([
    [99, "99 ms"],
    [100, "0.1 s"],
    [2_000, "2 s"],
    [9_940, "9.9 s"],
    [9_950, "10 s"],
    [12_345, "12 s"],
  ])("gives %i ms as %s", (observedMs, text) => {
    expect(judge(nothing, { ...running, observedMs }).reason).toBe(`still up after ${text}`);
  });
});
