import { expect, test } from "vitest";
import { fixtureImage, type MakeRig, nobody } from "./rig.ts";

const port = { port: 8080, path: null, statuses: [] } as const;

/** Secrets in what containers print, failed images, stubborn containers: on every engine. */
export function smokeEndCases(rig: MakeRig): void {
  test("a container that prints a secret: the log does not", async () => {
    const value = "baked-in-secret";
    const Dockerfile = `FROM scratch\nCOPY app /app\nCOPY leak /leak\nENTRYPOINT ["/app", "leak"]\n`;
    const secrets = { ...nobody, dockerSecrets: [{ id: "token", value }] };
    const made = await rig({ Dockerfile, leak: value }, { secrets });
    await made.image();
    const seen = await made.smoke();
    expect(seen.log).toContain("read: ***");
    expect(JSON.stringify(seen)).not.toContain(value);
  });

  test("a container that dies of a secret: the reason does not say it", async () => {
    const secrets = { ...nobody, dockerSecrets: [{ id: "token", value: "usage: fixture" }] };
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
  });
}
