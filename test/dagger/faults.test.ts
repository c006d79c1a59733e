import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { StartedAction } from "../support/run-action.ts";
import { beat } from "./support/beat.ts";
import { lab } from "./support/lab.ts";
import { proxyEngine } from "./support/proxy.ts";
import { registries } from "./support/registries.ts";
import { image, leftovers, reportOf, type Sandbox, sandboxes, smallModule, statuses } from "./support/repositories.ts";

const open = lab();
const newSandbox = sandboxes("file");
const registriesFor = registries(open);

const green = { deps: "passed", format: "passed", vet: "passed", test: "passed", "build:linux/amd64": "passed" };

/** What ran when the engine was lost broke; what had ended before keeps its verdict. */
function expectTestLost(box: Sandbox): void {
  const { deps, test, ...others } = statuses(box);
  expect([deps, test]).toEqual(["passed", "errored"]);
  expect(Object.keys(others)).toEqual(["format", "vet", "build:linux/amd64"]);
  for (const status of Object.values(others)) expect(["passed", "errored"]).toContain(status);
}

/** Answers whether a run printed a text within the time. */
async function printed(run: StartedAction, text: string, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await delay(100)) {
    if (run.stdout().includes(text)) return true;
  }
  return false;
}

// They wait for time limits.
describe.concurrent("an engine", () => {
  it("that accepts and never answers is given up, and the CLI with it", async ({ onTestFinished }) => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const bound = server.address();
    const port = bound !== null && typeof bound !== "string" ? bound.port : 0;
    const box = newSandbox();
    const startedAt = Date.now();
    const run = await box.run(["--runner-host", `tcp://127.0.0.1:${port}`]);
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain("No Dagger engine answered within 60 s");
    expect(Date.now() - startedAt).toBeLessThan(75_000);
    expect(leftovers(box)).toEqual([]);
  });

  it("that dies while it works ends the run with a report, and works again when it is back", async (context) => {
    const proxy = await proxyEngine(context);
    const test = beat(open());
    const box = newSandbox(test.module);
    const run = box.start(["--runner-host", proxy.address]);
    expect(await test.becomes(true, 240_000)).toBe(true);
    const at = Date.now();
    await proxy.cut();
    expect((await run.ended).exitCode).toBe(3);
    expect(Date.now() - at).toBeLessThan(30_000);
    expectTestLost(box);
    expect(reportOf(box).conclusion).toBe("error");
    expect(reportOf(box).reasons[0]).toContain("The Dagger engine was lost while it worked");
    expect(leftovers(box)).toEqual([]);
    expect(await test.becomes(false, 60_000)).toBe(true);

    const gone = newSandbox();
    expect((await gone.run(["--runner-host", proxy.address])).exitCode).toBe(3);
    expect(reportOf(gone).reasons[0]).toContain(`No Dagger engine listens at ${proxy.address}: connection refused.`);
    await proxy.restore();
    const back = newSandbox();
    expect((await back.run(["--runner-host", proxy.address])).exitCode).toBe(0);
    expect(statuses(back)).toEqual(green);
  });

  it("that falls silent while it works is given up after a while", async (context) => {
    const proxy = await proxyEngine(context);
    const test = beat(open());
    const box = newSandbox(test.module);
    const run = box.start(["--runner-host", proxy.address]);
    expect(await test.becomes(true, 240_000)).toBe(true);
    const at = Date.now();
    proxy.silence();
    expect((await run.ended).exitCode).toBe(3);
    expect(Date.now() - at).toBeLessThan(180_000);
    expectTestLost(box);
    expect(reportOf(box).reasons[0]).toContain("The Dagger engine was lost while it worked");
    expect(leftovers(box)).toEqual([]);
  });

  it("that dies while it builds the image leaves the binaries", async (context) => {
    const proxy = await proxyEngine(context);
    const Dockerfile = `FROM ${image}\nRUN echo ${Date.now()} && sleep 600\n`;
    const box = newSandbox({ ...smallModule, Dockerfile });
    const run = box.start(["--runner-host", proxy.address, "--image-output", "tarball"]);
    for (const stage of Object.keys(green))
      expect(await printed(run, `${stage} passed`, 240_000), run.stdout()).toBe(true);
    await proxy.cut();
    expect((await run.ended).exitCode).toBe(3);
    expect(statuses(box)).toEqual({ ...green, image: "errored", smoke: "blocked", deliver: "blocked" });
    expect(reportOf(box).artifacts.map(({ name }) => name)).toEqual(["small-linux-amd64"]);
  });

  it("that cannot pull the image of Go says why", async (context) => {
    const { privateRegistry } = registriesFor(context);
    const box = newSandbox();
    const run = await box.run(["--go-image", `${privateRegistry}/team/golang:1`]);
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain(`The registry refuses to give out ${privateRegistry}/team/golang:1`);
    const nowhere = newSandbox();
    expect((await nowhere.run(["--go-image", "127.0.0.1:9/golang:1"])).exitCode).toBe(3);
    expect(reportOf(nowhere).reasons[0]).toContain(
      "The registry of 127.0.0.1:9/golang:1 cannot be reached from the engine",
    );
  });
});

describe("time limits", () => {
  it("end tests inside of the container, and what they printed is kept", async () => {
    const test = beat(open());
    const box = newSandbox(test.module);
    const run = await box.run(["--timeout", "6s"]);
    expect(run.exitCode).toBe(1);
    expect(statuses(box)["test"]).toBe("failed");
    expect(reportOf(box).stages.find(({ id }) => id === "test")?.reason).toContain("time limit of 6s");
    expect(await test.becomes(false, 30_000)).toBe(true);
  });
});
