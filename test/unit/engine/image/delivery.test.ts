import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliver, pushProblem } from "../../../../src/engine/image/delivery.ts";
import { StepLog } from "../../../../src/engine/image/step-log.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import { noImageFacts } from "../../../../src/model/outcome.ts";
import type { DeliverStep } from "../../../../src/model/step.ts";
import { builtImage, FakeBackend } from "../../../support/image-backend.ts";
import { deliverStep } from "../../../support/steps.ts";

let dir = "";
let log: StepLog;
let backend: FakeBackend;
let progress: string[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "delivery-"));
  log = await StepLog.open(dir, (text) => text);
  backend = new FakeBackend(dir);
  progress = [];
});

afterEach(async () => {
  await log.close();
  rmSync(dir, { recursive: true, force: true });
});

const tags = ["owner/app:v1", "owner/app:latest"];
const digests = tags.map((tag) => `sha256:${tag}`);

function delivered(outputs: DeliverStep["outputs"], signal = new AbortController().signal) {
  const run = { resultDir: dir, log, signal, progress: (line: string) => void progress.push(line) };
  return deliver(deliverStep({ outputs, tags, name: "ghcr.io/owner/app" }), {
    ...{ image: builtImage, backend, retryDelaysMs: [1, 1], run },
  });
}

const logged = (): string => readFileSync(log.stdout, "utf8");

describe("handing over", () => {
  it("goes from safe to unsafe, and names each reference once", async () => {
    const tarball = join(dir, "image", "app.tar");
    expect(await delivered(["push", "load", "tarball"])).toEqual({
      facts: { ...noImageFacts, references: tags, tarball, manifestDigest: digests[0] },
      problem: null,
    });
    expect(backend.asked).toEqual([
      "layout",
      `load ${tags.join(" ")}`,
      ...tags.flatMap((tag, index) => [`push ${tag}`, `verify ${tag}@${digests[index]}`]),
    ]);
    expect(logged().split("\n")).toEqual([
      "wrote image/app.tar",
      ...tags.map((tag) => `loaded ${tag} (linux/amd64)`),
      ...tags.map((tag, index) => `pushed ${tag}@${digests[index]}`),
      "",
    ]);
  });

  it("does only what was asked for, and what the engine can when nobody says", async () => {
    await delivered(["load"]);
    await delivered("default");
    expect(backend.asked).toEqual([`load ${tags.join(" ")}`, "layout"]);
  });

  it("keeps what was handed over before something went wrong", async () => {
    backend.problems.set(`verify ${tags[1]}@${digests[1]}`, new EnvironmentError("another image", "push again"));
    const { facts, problem } = await delivered(["load", "push"]);
    expect(facts).toEqual({ ...noImageFacts, references: tags, manifestDigest: digests[0] });
    expect(problem).toMatchObject({ message: "another image", remedy: "push again" });
  });

  it("leaves to others what is no fault of the environment", async () => {
    backend.problems.set(`push ${tags[0]}`, new Error("a defect"));
    await expect(delivered(["push"])).rejects.toThrow("a defect");
  });
});

describe("a registry that does not take it", () => {
  it("is asked again, and then it is well", async () => {
    backend.pushes = [{ cause: "i/o timeout" }, { cause: "i/o timeout" }];
    expect(await delivered(["push"])).toMatchObject({ problem: null, facts: { references: tags } });
    const said = `${tags[0]} could not be pushed: i/o timeout; trying again in 0.001 s`;
    expect(progress).toEqual([said, said]);
  });

  it("is given up after the last attempt, and at once where it refuses", async () => {
    backend.pushes = [1, 2, 3].map(() => ({ cause: "i/o timeout" }));
    expect((await delivered(["push"])).problem?.message).toBe(`${tags[0]} could not be pushed: i/o timeout`);
    expect(backend.asked).toEqual([1, 2, 3].map(() => `push ${tags[0]}`));
    backend.pushes = [{ cause: "denied: no" }];
    expect((await delivered(["push"])).problem?.message).toBe(`docker.io refuses to take ${tags[0]}: denied: no`);
    expect(backend.asked).toHaveLength(4);
  });

  it("is not waited for when the step is over", async () => {
    backend.pushes = [{ cause: "i/o timeout" }];
    await expect(delivered(["push"], AbortSignal.abort(new Error("over")))).rejects.toThrow();
    expect(backend.asked).toEqual([`push ${tags[0]}`]);
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
