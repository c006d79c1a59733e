import { list } from "tar";
import { describe, expect, test } from "vitest";
import { built, manifestAt, pushCases, tarballCases } from "../image/deliver-cases.ts";
import { fixtureImage } from "../image/rig.ts";
import { imageRigs } from "./support/image-rig.ts";
import { lab } from "./support/lab.ts";
import { registries } from "./support/registries.ts";

const open = lab();
const rig = imageRigs(open);
const machine = registries(open);

tarballCases(rig);
pushCases({ rig, machine });

test("a push that a busy registry refuses is tried again", async (context) => {
  const { own } = machine(context);
  if (own === null) return context.skip("needs a registry that can be broken");
  own.refuse(1, 503);
  const { made, image } = await built(rig);
  const seen = await made.deliver({ outputs: ["push"], tags: [`${own.address}/team/busy:v1`] });
  expect(seen.problem).toBeNull();
  expect(made.progress.filter((line) => line.includes("trying again"))).toHaveLength(1);
  expect(await manifestAt(own.address, "team/busy/manifests/v1")).toMatchObject({
    config: { digest: image.facts.configDigest },
  });
});

describe("several platforms", () => {
  const platforms = ["amd64", "arm64"].map((arch) => ({ os: "linux", arch, variant: null }));

  test("are built together, the engine's own is tested", async () => {
    const made = await rig({ Dockerfile: fixtureImage("serve") });
    const image = await made.image({}, { platforms });
    expect(image.facts).toMatchObject({ platforms: ["linux/amd64", "linux/arm64"], judgement: null, layers: 1 });
    const probe = { port: 8080, path: "/", statuses: [[200, 200]] } as const;
    expect((await made.smoke({ probe })).facts.judgement?.status).toBe("passed");
    const seen = await made.deliver({ outputs: ["tarball"], tags: ["fixture:v1"] });
    const paths: string[] = [];
    await list({ file: seen.facts.tarball ?? "", onReadEntry: (entry) => paths.push(entry.path) });
    expect(paths).toContain("oci-layout");
    expect(paths).not.toContain("manifest.json");
  });

  test("are pushed as they were tested", async (context) => {
    const { registry } = machine(context);
    const made = await rig({ Dockerfile: fixtureImage("serve") });
    const image = await made.image({}, { platforms });
    const seen = await made.deliver({ outputs: ["push"], tags: [`${registry}/team/several:v1`] });
    expect(seen.problem).toBeNull();
    const index = await manifestAt(registry, `team/several/manifests/${seen.facts.manifestDigest}`);
    expect(index).toMatchObject({
      manifests: [{ platform: { architecture: "amd64" } }, { platform: { architecture: "arm64" } }],
    });
    const [first] = JSON.parse(JSON.stringify(index)).manifests;
    expect(await manifestAt(registry, `team/several/manifests/${first.digest}`)).toMatchObject({
      config: { digest: image.facts.configDigest },
    });
  });
});
