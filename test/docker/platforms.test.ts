import { execFileSync } from "node:child_process";
import { describe, expect, inject, test } from "vitest";
import { fixtureImage, type Seen } from "../image/rig.ts";
import { ownBuilder } from "./support/builder.ts";
import type { Rig } from "./support/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
const platforms = ["amd64", "arm64"].map((arch) => ({ os: "linux", arch, variant: null }));

describe("several platforms", () => {
  async function built(): Promise<{ made: Rig; image: Seen }> {
    const made = await rig({ Dockerfile: fixtureImage("serve") }, { env: ownBuilder() });
    return { made, image: await made.image({}, { platforms }) };
  }

  test("need a builder that can: the daemon's own says so", async () => {
    const made = await rig({ Dockerfile: fixtureImage("serve") });
    const seen = await made.image({}, { platforms });
    expect(seen.problem?.message).toBe(
      "docker-platforms: the builder inside this Docker daemon makes one platform only.",
    );
    expect(seen.problem?.remedy).toContain("docker/setup-buildx-action");
  });

  test("are built together; the machine's own is tested and loaded", async () => {
    const { made, image } = await built();
    expect(image.facts).toMatchObject({ platforms: ["linux/amd64", "linux/arm64"], judgement: null, layers: 1 });
    const probe = { port: 8080, path: "/", statuses: [[200, 200]] } as const;
    expect((await made.smoke({ probe })).facts.judgement?.status).toBe("passed");
    await made.deliver({ tags: ["fixture:several"] });
    expect(made.docker("image", "inspect", "-f", "{{.Id}} {{.Architecture}}", "fixture:several")).toBe(
      `${image.facts.configDigest} amd64`,
    );
    made.docker("image", "rm", "fixture:several");
  });

  test("give a tarball that is an OCI layout only", async () => {
    const { made } = await built();
    const seen = await made.deliver({ outputs: ["tarball"], tags: ["fixture:v1"] });
    const list = execFileSync("tar", ["-tf", seen.facts.tarball ?? ""], { encoding: "utf8" }).split("\n");
    expect(list).toContain("oci-layout");
    expect(list).toContain("index.json");
    expect(list).not.toContain("manifest.json");
    expect(list.filter((path) => path.startsWith("blobs/sha256/") && !path.endsWith("/"))).toHaveLength(6);
  });

  test("are pushed as they were tested", async () => {
    const { registry } = inject("machine");
    const { made, image } = await built();
    const reference = `${registry}/team/several:v1`;
    const seen = await made.deliver({ outputs: ["push"], tags: [reference] });
    expect(seen.problem).toBeNull();
    const raw = made.docker(
      "buildx",
      "imagetools",
      "inspect",
      "--raw",
      `${registry}/team/several@${seen.facts.manifestDigest}`,
    );
    const index = JSON.parse(raw);
    expect(index.manifests.map((entry: { platform: { architecture: string } }) => entry.platform.architecture)).toEqual(
      ["amd64", "arm64"],
    );
    const own = made.docker(
      "buildx",
      "imagetools",
      "inspect",
      "--raw",
      `${registry}/team/several@${index.manifests[0].digest}`,
    );
    expect(JSON.parse(own)).toMatchObject({ config: { digest: image.facts.configDigest } });
  });
});

test("a platform that is not the machine's is built, not run", async () => {
  const made = await rig({ Dockerfile: fixtureImage("serve") });
  const image = await made.image({}, { platforms: [{ os: "linux", arch: "arm64", variant: null }] });
  expect(image.facts.platforms).toEqual(["linux/arm64"]);
  const seen = await made.smoke();
  expect(seen.facts.judgement).toEqual({
    status: "warned",
    reason: "linux/arm64: built, not run (the Docker daemon is on linux/amd64)",
  });
  expect(seen.facts.tested).toBeNull();
});
