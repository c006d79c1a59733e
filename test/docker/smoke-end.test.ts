import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { fixtureImage, leftovers } from "./support/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
const port = { port: 8080, path: null, statuses: [] } as const;

test("a container that prints a secret: the log does not", async () => {
  const value = "baked-in-secret";
  const Dockerfile = `FROM scratch\nCOPY app /app\nCOPY leak /leak\nENTRYPOINT ["/app", "leak"]\n`;
  const secrets = { dockerSecrets: [{ id: "token", value }], registryUsername: null, registryPassword: null };
  const made = await rig({ Dockerfile, leak: value }, { secrets });
  await made.image();
  const seen = await made.smoke();
  expect(seen.log).toContain("read: ***");
  expect(JSON.stringify(seen)).not.toContain(value);
});

test("a container that dies of a secret: the reason does not say it", async () => {
  const secrets = {
    dockerSecrets: [{ id: "token", value: "usage: fixture" }],
    registryUsername: null,
    registryPassword: null,
  };
  const made = await rig({ Dockerfile: fixtureImage("exit=3") }, { secrets });
  await made.image();
  const seen = await made.smoke();
  expect(seen.facts.judgement?.reason).toMatch(/^exited 3: \*\*\* <how>\. /);
});

test("an image that failed is not handed over, even when nothing is blocked (docker: warn)", async () => {
  const made = await rig({ Dockerfile: fixtureImage("exit=127") });
  await made.image();
  expect((await made.smoke()).facts.judgement?.status).toBe("failed");
  const seen = await made.deliver({ tags: ["fixture:failed"] });
  expect(seen).toMatchObject({ end: "blocked", problem: { message: "smoke did not pass" } });
  const none = await rig({});
  await none.image();
  expect(await none.smoke()).toMatchObject({ end: "blocked", problem: { message: "image did not pass" } });
});

test("a container that ignores SIGTERM is killed", async () => {
  const made = await rig({ Dockerfile: fixtureImage("ignore-term") });
  await made.image();
  const seen = await made.smoke({ probe: port });
  expect(seen.facts.judgement?.status).toBe("passed");
  expect(seen.log).toContain("(it did not end on SIGTERM and was killed)");
  expect(seen.durationMs).toBeLessThan(15_000);
});

test("a cancelled smoke test leaves nothing", async () => {
  const made = await rig({ Dockerfile: fixtureImage("ignore-term") });
  await made.image();
  const controller = new AbortController();
  const pending = made.smoke({ probe: port, limitMs: 60_000, command: ["sleep"] }, controller.signal);
  await delay(2_000);
  expect(leftovers().filter((name) => name.startsWith("container"))).toHaveLength(1);
  controller.abort();
  const seen = await pending;
  expect(seen.end).toBe("cancelled");
  expect(leftovers().filter((name) => !name.startsWith("image"))).toEqual([]);
});
