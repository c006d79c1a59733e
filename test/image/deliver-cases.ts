import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "tar";
import { describe, expect, type TestContext, test } from "vitest";
import * as z from "zod";
import { fixtureImage, type ImageRig, type ImageSecrets, type MakeRig, nobody, type Seen } from "./rig.ts";

const indexSchema = z.object({
  manifests: z.tuple([z.object({ digest: z.string(), annotations: z.record(z.string(), z.string()) })]),
});

export interface DeliverMachine {
  /** `host:port` of a registry that anybody may write to. */
  readonly registry: string;
  /** `host:port` of one that asks for a login. */
  readonly privateRegistry: string;
  readonly username: string;
  readonly password: string;
}

export interface DeliverRigs {
  readonly rig: MakeRig;
  /** Skips the test where there are no such registries. */
  readonly machine: (context: TestContext) => DeliverMachine;
}

export async function built(rig: MakeRig, secrets: ImageSecrets = nobody): Promise<{ made: ImageRig; image: Seen }> {
  const made = await rig({ Dockerfile: fixtureImage("serve") }, { secrets });
  return { made, image: await made.image() };
}

/** How tarballs are made, on every engine. */
export function tarballCases(rig: MakeRig): void {
  describe("tarball", () => {
    test("is an OCI layout that docker load reads too, with the tested configuration", async () => {
      const { made, image } = await built(rig);
      const seen = await made.deliver({ outputs: ["tarball"], name: "owner/fixture", tags: ["owner/fixture:v1"] });
      const tarball = join(seen.resultDir, "image", "fixture.tar");
      expect(seen.facts.tarball).toBe(tarball);
      const dir = join(seen.resultDir, "unpacked");
      await mkdir(dir);
      await extract({ file: tarball, cwd: dir });
      const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(dir, path), "utf8"));
      expect(await json("oci-layout")).toEqual({ imageLayoutVersion: "1.0.0" });
      const config = `blobs/sha256/${image.facts.configDigest?.slice(7)}`;
      expect(await json("manifest.json")).toMatchObject([{ Config: config, RepoTags: ["owner/fixture:v1"] }]);
      const index = indexSchema.parse(await json("index.json"));
      expect(index.manifests[0].annotations["io.containerd.image.name"]).toBe("docker.io/owner/fixture:v1");
      const digest = image.facts.configDigest;
      expect(await json(`blobs/sha256/${index.manifests[0].digest.slice(7)}`)).toMatchObject({ config: { digest } });
    });

    test("is the same file for the same image", async () => {
      const sums: string[] = [];
      for (const _ of [1, 2]) {
        const { made } = await built(rig);
        const seen = await made.deliver({ outputs: ["tarball"], tags: ["fixture:v1"] });
        sums.push(
          createHash("sha256")
            .update(await readFile(seen.facts.tarball ?? ""))
            .digest("hex"),
        );
      }
      expect(sums[0]).toBe(sums[1]);
    });
  });
}

/** Pushes to registries that take images, refuse them or are not there, on every engine. */
export function pushCases({ rig, machine }: DeliverRigs): void {
  const login = (registryUsername: string, registryPassword: string): ImageSecrets => ({
    ...nobody,
    registryUsername,
    registryPassword,
  });

  describe("push", () => {
    test("gives the registry the configuration that was tested", async (context) => {
      const { registry } = machine(context);
      const { made, image } = await built(rig);
      const tags = [`${registry}/team/fixture:v1`, `${registry}/team/fixture:latest`];
      const seen = await made.deliver({ outputs: ["push"], tags });
      expect(seen).toMatchObject({ end: "exited", problem: null });
      expect(seen.facts.references).toEqual(tags);
      expect(seen.facts.manifestDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
      const manifest = await manifestAt(registry, `team/fixture/manifests/${seen.facts.manifestDigest}`);
      expect(manifest).toMatchObject({ config: { digest: image.facts.configDigest } });
    });

    test("logs in with the given user, and no log holds the password", async (context) => {
      const { privateRegistry, username, password } = machine(context);
      const { made, image } = await built(rig, login(username, password));
      const seen = await made.deliver({ outputs: ["push"], tags: [`${privateRegistry}/team/fixture:v1`] });
      expect(seen.problem).toBeNull();
      const manifest = await manifestAt(privateRegistry, "team/fixture/manifests/v1", `${username}:${password}`);
      expect(manifest).toMatchObject({ config: { digest: image.facts.configDigest } });
      expect(seen.log).not.toContain(password);
    });

    test("refused for a wrong password: errored at once, and the tarball is kept", async (context) => {
      const { privateRegistry, username } = machine(context);
      const { made } = await built(rig, login(username, "a-wrong-one"));
      const seen = await made.deliver({ outputs: ["push", "tarball"], tags: [`${privateRegistry}/team/fixture:v1`] });
      expect(seen.end).toBe("errored");
      expect(seen.problem?.message).toContain(
        `${privateRegistry} refuses to take ${privateRegistry}/team/fixture:v1: `,
      );
      expect(seen.problem?.remedy).toContain("registry-password");
      expect(seen.facts).toMatchObject({ references: [], manifestDigest: null });
      expect(seen.facts.tarball).toMatch(/fixture\.tar$/);
      expect(made.progress).not.toContainEqual(expect.stringContaining("trying again"));
    });

    test("to a registry that is down: tried again, then errored, and the tarball is kept", async () => {
      const { made } = await built(rig);
      const seen = await made.deliver({ outputs: ["tarball", "push"], tags: ["127.0.0.1:9/fixture:v1"] });
      expect(seen.end).toBe("errored");
      expect(seen.problem?.message).toMatch(/^127\.0\.0\.1:9\/fixture:v1 could not be pushed: .*connection refused$/);
      expect(made.progress.filter((line) => line.includes("trying again"))).toHaveLength(2);
      expect(seen.facts.references).toEqual([]);
      expect(seen.facts.tarball).toMatch(/fixture\.tar$/);
    });
  });
}

/** A manifest as a registry holds it: over HTTP on this machine, else over HTTPS. */
export async function manifestAt(registry: string, path: string, auth?: string): Promise<unknown> {
  const headers = {
    accept: [
      "application/vnd.oci.image.index.v1+json",
      "application/vnd.oci.image.manifest.v1+json",
      "application/vnd.docker.distribution.manifest.v2+json",
    ].join(", "),
    ...(auth === undefined ? {} : { authorization: `Basic ${Buffer.from(auth).toString("base64")}` }),
  };
  const scheme = /^(127\.|localhost[:/])/.test(registry) ? "http" : "https";
  const response = await fetch(`${scheme}://${registry}/v2/${path}`, { headers });
  expect(response.status).toBe(200);
  const manifest: unknown = await response.json();
  return manifest;
}
