import { describe, expect, test } from "vitest";
import type { SmokeStep } from "../../src/model/step.ts";

import { fixtureImage, type MakeRig, type Seen } from "./rig.ts";

const port = { port: 8080, path: null, statuses: [] } as const;
const http = { port: 8080, path: "/healthz", statuses: [[200, 399]] } as const;

/** Builds the fixture with a behaviour and runs the smoke test on it. */
async function smokeOf(rig: MakeRig, behaviour: string, step: Partial<SmokeStep>, more = ""): Promise<Seen> {
  const made = await rig({ Dockerfile: fixtureImage(behaviour, more) });
  const built = await made.image();
  expect(built.facts.judgement).toBeNull();
  return made.smoke(step);
}

/** What a smoke test says of a container, on every engine. */
export function smokeCases(rig: MakeRig): void {
  withNothingAskedFor(rig);
  withCommand(rig);
  withProbe(rig);
  withHealthcheck(rig);
}

function withNothingAskedFor(rig: MakeRig): void {
  const smoke = (behaviour: string, step: Partial<SmokeStep>, more?: string): Promise<Seen> =>
    smokeOf(rig, behaviour, step, more);
  describe.concurrent("with nothing asked for", () => {
    test("a service that stays up passes", async () => {
      const seen = await smoke("sleep", {});
      expect(seen.facts.judgement?.status).toBe("passed");
      expect(seen.facts.tested).toMatch(/^still up after 3(\.\d)? s$/);
      expect(seen.durationMs).toBeGreaterThan(3_000);
    });

    test("a program that ends with 0 passes, another exit code is a warning that names the inputs", async () => {
      const good = await smoke("exit=0", {});
      expect(good.facts.judgement).toEqual({ status: "passed", reason: "the image's own command exited 0" });
      const usage = await smoke("exit=2", {});
      expect(usage.facts.judgement?.status).toBe("warned");
      expect(usage.facts.judgement?.reason).toMatch(/^exited 2: usage: fixture <how>\. Set smoke-command .*smoke-port/);
      expect(usage.commands[0]?.exitCode).toBe(0);
    });

    test("a crash fails, and so do 126 and 127", async () => {
      const killed = await smoke("exit=139", {});
      expect(killed.facts.judgement).toEqual({ status: "failed", reason: "crashed with SIGSEGV (exit code 139)" });
      expect(killed.commands[0]?.exitCode).toBe(1);
      // Go catches the signal, prints its goroutines and exits 2.
      const crash = await smoke("crash=11", {});
      expect(crash.facts.judgement).toEqual({ status: "failed", reason: "crashed with SIGSEGV (exit code 2)" });
      for (const code of [126, 127]) {
        const seen = await smoke(`exit=${code}`, {});
        expect(seen.facts.judgement?.status).toBe("failed");
        expect(seen.facts.judgement?.reason).toContain(`(exit code ${code})`);
      }
    });

    test("a program that is not in the image cannot start", async () => {
      const made = await rig({ Dockerfile: 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/other"]\n' });
      await made.image();
      const seen = await made.smoke();
      expect(seen.facts.judgement?.status).toBe("failed");
      expect(seen.facts.judgement?.reason).toMatch(
        /^the container cannot start: .*\/other"?: .*no such file or directory$/,
      );
    });

    test("a program for another system cannot start", async () => {
      const made = await rig({
        Dockerfile: 'FROM scratch\nCOPY --chmod=755 script /app\nENTRYPOINT ["/app"]\n',
        script: "no header",
      });
      await made.image();
      const seen = await made.smoke();
      expect(seen.facts.judgement?.status).toBe("failed");
      expect(seen.facts.judgement?.reason).toContain("exec format error");
    });

    test("an image without a command cannot start", async () => {
      const made = await rig({ Dockerfile: "FROM scratch\nCOPY app /app\n" });
      await made.image();
      const seen = await made.smoke();
      expect(seen.facts.judgement?.reason).toMatch(/neither ENTRYPOINT nor CMD/);
    });
  });
}

function withCommand(rig: MakeRig): void {
  const smoke = (behaviour: string, step: Partial<SmokeStep>, more?: string): Promise<Seen> =>
    smokeOf(rig, behaviour, step, more);
  describe.concurrent("smoke-command", () => {
    test("passes with 0 and the output asked for", async () => {
      const seen = await smoke("exit=3", {
        command: ["print=version 1.2"],
        commandGiven: true,
        output: "/version \\d/",
      });
      expect(seen.facts.judgement).toEqual({ status: "passed", reason: "`print=version 1.2` exited 0" });
      expect(seen.log).toContain("version 1.2\n(exit code 0)");
    });

    test("fails with another exit code, other output, or no end", async () => {
      const step = { command: ["exit=2"], commandGiven: true };
      const code = await smoke("serve", step);
      expect(code.facts.judgement).toEqual({ status: "failed", reason: "`exit=2` exited 2: usage: fixture <how>" });
      const text = await smoke("serve", { command: ["print=v1"], commandGiven: true, output: "v2" });
      expect(text.facts.judgement?.reason).toBe("`print=v1` exited 0, but its output does not contain v2");
      const endless = await smoke("exit=0", { command: ["sleep"], commandGiven: true, limitMs: 1_000 });
      expect(endless.facts.judgement).toEqual({
        status: "failed",
        reason: "`sleep` did not end within 1 s. For a service set smoke-port.",
      });
    });

    test("and a probe: the service that the command starts, or two containers", async () => {
      const one = await smoke("exit=1", { command: ["serve"], commandGiven: true, probe: http });
      expect(one.facts.tested).toMatch(/^GET \/healthz on port 8080 answered 200 after \d/);
      const two = await smoke("serve", { command: ["print=v1"], commandGiven: true, probe: http });
      expect(two.facts.tested).toMatch(/^`print=v1` exited 0; GET \/healthz on port 8080 answered 200/);
      expect(two.facts.judgement?.status).toBe("passed");
    });
  });
}

function withProbe(rig: MakeRig): void {
  const smoke = (behaviour: string, step: Partial<SmokeStep>, more?: string): Promise<Seen> =>
    smokeOf(rig, behaviour, step, more);
  describe.concurrent("a probe", () => {
    test("passes when the service answers, late or at once", async () => {
      const seen = await smoke("late=1500ms", { probe: http });
      expect(seen.facts.judgement?.status).toBe("passed");
      expect(seen.facts.tested).toMatch(/^GET \/healthz on port 8080 answered 200 after [1-9](\.\d)? s$/);
      expect(seen.log).toContain("listening on [::]:8080");
    });

    test("of the port alone does not take Docker's proxy for the service", async () => {
      const seen = await smoke("late=1500ms", { probe: port });
      expect(seen.facts.tested).toMatch(/^port 8080 accepted a connection after [1-9](\.\d)? s$/);
    });

    test("fails when the service never listens, or on localhost only", async () => {
      const never = await smoke("sleep", { probe: http, limitMs: 4_000 });
      expect(never.facts.judgement?.status).toBe("failed");
      expect(never.facts.judgement?.reason).toMatch(
        /^no answer on port 8080 within 4 s \(connection (refused|closed)\)\. /,
      );
      const localhost = await smoke("localhost", { probe: port, limitMs: 4_000 });
      expect(localhost.facts.judgement?.reason).toMatch(/listen on all addresses/);
      expect(localhost.log).toContain("listening on 127.0.0.1:8080");
    });

    test("fails when the container exits before it answers", async () => {
      const seen = await smoke("exit=1", { probe: http });
      expect(seen.facts.judgement).toEqual({
        status: "failed",
        reason: "exited 1 before it answered on port 8080: usage: fixture <how>",
      });
    });

    test("finds a service on IPv6 alone", async () => {
      const seen = await smoke("ipv6", { probe: http, limitMs: 15_000 });
      expect(seen.facts.judgement?.status).toBe("passed");
      expect((await smoke("ipv6", { probe: port, limitMs: 15_000 })).facts.judgement?.status).toBe("passed");
    });

    test("fails on 500 unless that is asked for", async () => {
      const seen = await smoke("status=500", { probe: http, limitMs: 4_000 });
      expect(seen.facts.judgement).toEqual({
        status: "failed",
        reason: "GET /healthz on port 8080 answered 500, not 200-399, until 4 s were over",
      });
      const asked = await smoke("status=500", { probe: { ...http, statuses: [[500, 500]] } });
      expect(asked.facts.judgement?.status).toBe("passed");
    });
  });
}

function withHealthcheck(rig: MakeRig): void {
  const smoke = (behaviour: string, step: Partial<SmokeStep>, more?: string): Promise<Seen> =>
    smokeOf(rig, behaviour, step, more);
  describe.concurrent("the image's HEALTHCHECK", () => {
    const check = 'HEALTHCHECK --interval=1h CMD ["/app", "healthy"]\n';

    test("counts, without waiting for its interval", async () => {
      const good = await smoke("late=1s", {}, check);
      expect(good.facts.judgement).toEqual({ status: "passed", reason: "HEALTHCHECK healthy" });
      const bad = await smoke("status=503", { limitMs: 6_000 }, check);
      expect(bad.facts.judgement?.status).toBe("failed");
      expect(bad.facts.judgement?.reason).toBe("its HEALTHCHECK did not succeed within 6 s: status 503");
    });

    test("is not waited for by a command", async () => {
      const seen = await smoke("serve", { command: ["exit=0"], commandGiven: true }, check);
      expect(seen.facts.judgement?.status).toBe("passed");
    });
  });
}
