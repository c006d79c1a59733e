import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Handover, handOver, pushProblem } from "../../../../src/engine/image/delivery.ts";
import { StepLog } from "../../../../src/engine/image/step-log.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import { noImageFacts } from "../../../../src/model/outcome.ts";
import type { ImageOutput } from "../../../../src/model/step.ts";

let dir = "";
let log: StepLog;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "delivery-"));
  log = await StepLog.open(dir, (text) => text);
});

afterEach(async () => {
  await log.close();
  rmSync(dir, { recursive: true, force: true });
});

const tags = ["app:v1", "app:latest"];

/** What was asked for, in order; the push of `bad` goes wrong. */
async function delivered(outputs: readonly ImageOutput[], bad: string | null = null, error: Error | null = null) {
  const asked: string[] = [];
  const handover: Handover = {
    tarball: async () => `${asked.push("tarball") && dir}/app.tar`,
    load: async () => void asked.push("load"),
    push: async (reference) => {
      asked.push(reference);
      if (reference === bad) throw error ?? new EnvironmentError("refused", "log in");
      return `sha256:${reference}`;
    },
  };
  return { asked, ...(await handOver(outputs, tags, handover, log)) };
}

describe("handing over", () => {
  it("goes from safe to unsafe, and names each reference once", async () => {
    expect(await delivered(["push", "load", "tarball"])).toEqual({
      asked: ["tarball", "load", ...tags],
      facts: { ...noImageFacts, references: tags, tarball: `${dir}/app.tar`, manifestDigest: "sha256:app:v1" },
      problem: null,
    });
    expect(readFileSync(log.stdout, "utf8")).toBe("wrote image/app.tar\n");
  });

  it("does only what was asked for", async () => {
    expect((await delivered(["load"])).asked).toEqual(["load"]);
  });

  it("keeps what was handed over before something went wrong", async () => {
    const { facts, problem } = await delivered(["push"], "app:latest");
    expect(facts).toEqual({ ...noImageFacts, references: ["app:v1"], manifestDigest: "sha256:app:v1" });
    expect(problem).toMatchObject({ message: "refused", remedy: "log in" });
  });

  it("leaves to others what is no fault of the environment", async () => {
    await expect(delivered(["push"], "app:v1", new Error("a defect"))).rejects.toThrow("a defect");
  });
});

describe("a push that failed", () => {
  it("is given up where the registry refuses", () => {
    for (const cause of ["denied: no", "authorization failed", "no basic auth credentials", "got 403 back"]) {
      expect(pushProblem(cause, "ghcr.io/a/b:v1")).toEqual({
        message: `ghcr.io refuses to take ghcr.io/a/b:v1: ${cause}`,
        remedy:
          "Set registry-username and registry-password (with the right to write), or log in with docker login before.",
        again: false,
      });
    }
  });

  it("is tried again otherwise", () => {
    expect(pushProblem("i/o timeout after 4030 ms", "a/b:v1")).toEqual({
      message: "a/b:v1 could not be pushed: i/o timeout after 4030 ms",
      remedy: "Check that the engine can reach docker.io and that it has room, then run again.",
      again: true,
    });
  });
});
