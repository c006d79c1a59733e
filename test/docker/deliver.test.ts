import { describe, expect, inject, test } from "vitest";
import { pushCases, tarballCases } from "../image/deliver-cases.ts";
import { fixtureImage } from "../image/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

async function builtHere() {
  const made = await rig({ Dockerfile: fixtureImage("serve") });
  return { made, image: await made.image() };
}

describe("load", () => {
  test("is what happens by default, and the image is ready for use", async () => {
    const { made, image } = await builtHere();
    const seen = await made.deliver({ tags: ["fixture:pipeline", "fixture:v1"] });
    expect(seen).toMatchObject({ end: "exited", problem: null });
    expect(seen.facts.references).toEqual(["fixture:pipeline", "fixture:v1"]);
    expect(made.docker("image", "inspect", "-f", "{{.Id}}", "fixture:v1")).toBe(image.facts.configDigest);
    expect(made.docker("run", "--rm", "fixture:v1", "print=works")).toBe("works");
    made.docker("image", "rm", "fixture:pipeline", "fixture:v1");
  });
});
describe("docker load", () => {
  test("takes the tarball", async () => {
    const { made } = await builtHere();
    const seen = await made.deliver({ outputs: ["tarball"], name: "owner/fixture", tags: ["owner/fixture:v1"] });
    expect(made.docker("load", "--input", seen.facts.tarball ?? "")).toContain("owner/fixture:v1");
    expect(made.docker("run", "--rm", "owner/fixture:v1", "print=works")).toBe("works");
    made.docker("image", "rm", "owner/fixture:v1");
  });
});

tarballCases(rig);
pushCases({ rig, machine: () => ({ ...inject("machine"), username: "user", password: "password" }) });

describe("a push", () => {
  test("gives a name back that the daemon knew before", async () => {
    const reference = `${inject("machine").registry}/team/known:v1`;
    const { made } = await builtHere();
    made.docker("tag", made.docker("image", "ls", "-q", "go-pipeline-*"), reference);
    const other = await rig({ Dockerfile: fixtureImage("exit=0") });
    await other.image();
    const before = made.docker("image", "inspect", "-f", "{{.Id}}", reference);
    expect((await other.deliver({ outputs: ["push"], tags: [reference] })).end).toBe("exited");
    await other.close();
    expect(made.docker("image", "inspect", "-f", "{{.Id}}", reference)).toBe(before);
    made.docker("image", "rm", reference);
  });

  test("that fails keeps what was loaded", async () => {
    const { made } = await builtHere();
    const tags = ["127.0.0.1:9/fixture:v1"];
    const seen = await made.deliver({ outputs: ["load", "push"], tags });
    expect(seen.end).toBe("errored");
    expect(seen.facts.references).toEqual(tags);
    made.docker("image", "rm", ...tags);
  });
});
