import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import * as z from "zod";
import { readLayout } from "../../src/engine/image/layout.ts";
import { fixtureImage } from "../image/rig.ts";
import { ownBuilder } from "./support/builder.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

const indexSchema = z.object({
  manifests: z.array(
    z.object({
      digest: z.string(),
      platform: z.object({ os: z.string() }),
      annotations: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const attestationSchema = z.object({
  layers: z.array(z.object({ digest: z.string(), annotations: z.record(z.string(), z.string()) })),
});

/** A generator as BuildKit runs it: https://github.com/moby/buildkit/blob/v0.30.0/docs/attestations/sbom-protocol.md */
const generator = `#!/bin/sh
set -e
cat > "$BUILDKIT_SCAN_DESTINATION/sbom.spdx.json" <<X
{"_type":"https://in-toto.io/Statement/v0.1","predicateType":"https://spdx.dev/Document",
 "predicate":{"spdxVersion":"SPDX-2.3","name":"$(ls "$BUILDKIT_SCAN_SOURCE" | tr '\\n' ' ')"}}
X
`;

let env: Readonly<Record<string, string>>;
let scanner: string;

beforeAll(() => {
  const { registry, base, dockerHost } = inject("machine");
  env = ownBuilder();
  scanner = `${registry}/scanner:1`;
  for (const [name, script] of [
    [scanner, generator],
    [`${registry}/broken:1`, "#!/bin/sh\nexit 3\n"],
  ] as const) {
    const dir = mkdtempSync(join(tmpdir(), "scanner-"));
    writeFileSync(join(dir, "scan.sh"), script);
    writeFileSync(
      join(dir, "Dockerfile"),
      `FROM ${base}\nCOPY --chmod=755 scan.sh /scan.sh\nENTRYPOINT ["/scan.sh"]\n`,
    );
    const output = `type=image,name=${name},push=true`;
    execFileSync("docker", ["buildx", "build", "--provenance=false", "--output", output, dir], {
      env: { ...process.env, ...env, DOCKER_HOST: dockerHost },
      stdio: "ignore",
    });
  }
});

/** The JSON of a manifest or a blob in the open registry. */
async function fetched(name: string, what: string): Promise<unknown> {
  const accept = ["index", "manifest"].map((kind) => `application/vnd.oci.image.${kind}.v1+json`).join(", ");
  const url = `http://${inject("machine").registry}/v2/${name}/${what}`;
  const response = await fetch(url, { headers: { accept } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return await response.json();
}

describe("attestations of a pushed image", () => {
  test.each([[["linux/amd64"]], [["linux/amd64", "linux/arm64"]]])(
    "lie beside it at the registry, and the image is the one that was tested: %s",
    async (names) => {
      const attest = { sbom: scanner, provenance: "max" } as const;
      const platforms = names.map((name) => ({ os: "linux", arch: name.slice("linux/".length), variant: null }));
      const Dockerfile = `${fixtureImage("exit=0")}`;
      const made = await rig({ Dockerfile }, { env });
      const built = await made.image({}, { attest, platforms: platforms.length === 1 ? [] : platforms });
      expect(built).toMatchObject({ end: "exited", problem: null, facts: { judgement: null, platforms: names } });
      const tested = await made.smoke();
      expect(tested.facts.judgement?.status).toBe("passed");
      const tag = `${inject("machine").registry}/attested-${names.length}:1`;
      const delivered = await made.deliver({ outputs: ["tarball", "push"], tags: [tag] });
      expect(delivered).toMatchObject({ end: "exited", problem: null });

      // The file holds the image alone.
      const unpacked = mkdtempSync(join(tmpdir(), "tarball-"));
      execFileSync("tar", ["-xf", delivered.facts.tarball ?? "", "-C", unpacked]);
      expect((await readLayout(unpacked)).map(({ platform }) => platform)).toEqual(names);
      const blobs = readdirSync(join(unpacked, "blobs/sha256")).map((name) =>
        readFileSync(join(unpacked, "blobs/sha256", name), "latin1"),
      );
      expect(blobs.filter((blob) => blob.includes("in-toto") || blob.includes('"unknown"'))).toEqual([]);

      const index = indexSchema.parse(await fetched(`attested-${names.length}`, "manifests/1"));
      const images = index.manifests.filter(({ platform }) => platform.os !== "unknown");
      const beside = index.manifests.filter(({ platform }) => platform.os === "unknown");
      expect(images).toHaveLength(names.length);
      expect(beside.map(({ annotations }) => annotations?.["vnd.docker.reference.digest"])).toEqual(
        images.map(({ digest }) => digest),
      );
      const name = `attested-${names.length}`;
      const attestations = attestationSchema.parse(await fetched(name, `manifests/${beside[0]?.digest}`));
      expect(attestations.layers.map(({ annotations }) => annotations["in-toto.io/predicate-type"])).toEqual([
        "https://spdx.dev/Document",
        "https://slsa.dev/provenance/v1",
      ]);
      const sbom = await fetched(name, `blobs/${attestations.layers[0]?.digest}`);
      expect(sbom).toMatchObject({ predicate: { spdxVersion: "SPDX-2.3" } });
      expect(await fetched(name, `blobs/${attestations.layers[1]?.digest}`)).toMatchObject({
        predicate: {
          buildDefinition: {
            externalParameters: { configSource: { path: "Dockerfile" } },
            internalParameters: { builderPlatform: "linux/amd64", buildConfig: expect.anything() },
          },
          runDetails: {
            builder: { id: "" },
            metadata: {
              startedOn: expect.any(String),
              finishedOn: expect.any(String),
              buildkit_metadata: { source: { infos: [{ data: Buffer.from(Dockerfile).toString("base64") }] } },
            },
          },
        },
      });
    },
  );

  test("need a generator that can be pulled and works", async () => {
    const { registry } = inject("machine");
    const made = await rig({ Dockerfile: fixtureImage("serve") }, { env });
    const missing = await made.image({}, { attest: { sbom: `${registry}/nothing:1`, provenance: null } });
    expect(missing.end).toBe("errored");
    expect(missing.problem?.message).toMatch(
      /^the generator of the SBOM, \S+nothing:1, cannot be pulled: .*not found$/,
    );
    expect(missing.problem?.remedy).toContain("docker-sbom");
    const broken = await made.image({}, { attest: { sbom: `${registry}/broken:1`, provenance: null } });
    expect(broken.end).toBe("errored");
    expect(broken.problem?.message).toMatch(/^the generator of the SBOM, \S+broken:1, failed: .*exit code: 3$/);
    const offline = await made.image({}, { attest: { sbom: "127.0.0.1:9/scanner:1", provenance: null } });
    expect(offline.problem?.message).toMatch(/^the generator of the SBOM, .* cannot be pulled: .*connection refused$/);
  });

  test("are refused before anything is built where the builder has none", async () => {
    const made = await rig({ Dockerfile: fixtureImage("serve") });
    const seen = await made.image({}, { attest: { sbom: null, provenance: "min" } });
    expect(seen).toMatchObject({
      end: "errored",
      problem: {
        message: "docker-sbom, docker-provenance: the builder inside this Docker daemon makes no attestations.",
        remedy: expect.stringContaining("docker/setup-buildx-action"),
      },
    });
  });
});
