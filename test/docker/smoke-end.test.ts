import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { fixtureImage } from "../image/rig.ts";
import { smokeEndCases } from "../image/smoke-end-cases.ts";
import { leftovers } from "./support/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
const port = { port: 8080, path: null, statuses: [] } as const;

smokeEndCases(rig);

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
