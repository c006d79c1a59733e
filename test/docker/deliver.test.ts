import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import * as z from "zod";
import { fixtureImage, type Seen } from "../image/rig.ts";
import type { Rig, RigOptions } from "./support/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

const indexSchema = z.object({
  manifests: z.tuple([z.object({ digest: z.string(), annotations: z.record(z.string(), z.string()) })]),
});

async function built(options?: RigOptions): Promise<{ made: Rig; image: Seen }> {
  const made = await rig({ Dockerfile: fixtureImage("serve") }, options);
  return { made, image: await made.image() };
}

function login(password: string): RigOptions {
  return { secrets: { dockerSecrets: [], registryUsername: "user", registryPassword: password } };
}

/** Digest of the configuration that the registry holds under a name. */
async function configAt(registry: string, path: string, auth?: string): Promise<unknown> {
  const headers = {
    accept: "application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json",
    ...(auth === undefined ? {} : { authorization: `Basic ${Buffer.from(auth).toString("base64")}` }),
  };
  const response = await fetch(`http://${registry}/v2/${path}`, { headers });
  expect(response.status).toBe(200);
  const manifest: unknown = await response.json();
  return manifest;
}

describe("load", () => {
  test("is what happens by default, and the image is ready for use", async () => {
    const { made, image } = await built();
    const seen = await made.deliver({ tags: ["fixture:pipeline", "fixture:v1"] });
    expect(seen).toMatchObject({ end: "exited", problem: null });
    expect(seen.facts.references).toEqual(["fixture:pipeline", "fixture:v1"]);
    expect(made.docker("image", "inspect", "-f", "{{.Id}}", "fixture:v1")).toBe(image.facts.configDigest);
    expect(made.docker("run", "--rm", "fixture:v1", "print=works")).toBe("works");
    made.docker("image", "rm", "fixture:pipeline", "fixture:v1");
  });
});

describe("tarball", () => {
  test("is an OCI layout that docker load reads too, with the tested configuration", async () => {
    const { made, image } = await built();
    const seen = await made.deliver({ outputs: ["tarball"], name: "owner/fixture", tags: ["owner/fixture:v1"] });
    const tarball = join(seen.resultDir, "image", "fixture.tar");
    expect(seen.facts.tarball).toBe(tarball);
    const dir = join(seen.resultDir, "unpacked");
    await mkdir(dir);
    execFileSync("tar", ["-xf", tarball, "-C", dir]);
    const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(dir, path), "utf8"));
    expect(await json("oci-layout")).toEqual({ imageLayoutVersion: "1.0.0" });
    const config = `blobs/sha256/${image.facts.configDigest?.slice(7)}`;
    expect(await json("manifest.json")).toMatchObject([{ Config: config, RepoTags: ["owner/fixture:v1"] }]);
    const index = indexSchema.parse(await json("index.json"));
    expect(index.manifests[0].annotations["io.containerd.image.name"]).toBe("docker.io/owner/fixture:v1");
    const digest = image.facts.configDigest;
    expect(await json(`blobs/sha256/${index.manifests[0].digest.slice(7)}`)).toMatchObject({ config: { digest } });
    expect(made.docker("load", "--input", tarball)).toContain("owner/fixture:v1");
    expect(made.docker("run", "--rm", "owner/fixture:v1", "print=works")).toBe("works");
    made.docker("image", "rm", "owner/fixture:v1");
  });

  test("is the same file for the same image", async () => {
    const { made } = await built();
    const sums: string[] = [];
    for (const _ of [1, 2]) {
      const again = await built();
      const seen = await again.made.deliver({ outputs: ["tarball"], tags: ["fixture:v1"] });
      sums.push(execFileSync("sha256sum", [seen.facts.tarball ?? ""], { encoding: "utf8" }).slice(0, 64));
    }
    expect(sums[0]).toBe(sums[1]);
    await made.deliver({ outputs: [] });
  });
});

describe("push", () => {
  test("gives the registry the configuration that was tested, and leaves no name behind", async () => {
    const { registry } = inject("machine");
    const { made, image } = await built();
    const tags = [`${registry}/team/fixture:v1`, `${registry}/team/fixture:latest`];
    const seen = await made.deliver({ outputs: ["push"], tags });
    expect(seen).toMatchObject({ end: "exited", problem: null });
    expect(seen.facts.references).toEqual(tags);
    expect(seen.facts.manifestDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const manifest = await configAt(registry, `team/fixture/manifests/${seen.facts.manifestDigest}`);
    expect(manifest).toMatchObject({ config: { digest: image.facts.configDigest } });
  });

  test("gives a name back that the daemon knew before", async () => {
    const reference = `${inject("machine").registry}/team/known:v1`;
    const { made } = await built();
    made.docker("tag", made.docker("image", "ls", "-q", "go-pipeline-*"), reference);
    const other = await rig({ Dockerfile: fixtureImage("exit=0") });
    await other.image();
    const before = made.docker("image", "inspect", "-f", "{{.Id}}", reference);
    expect((await other.deliver({ outputs: ["push"], tags: [reference] })).end).toBe("exited");
    await other.close();
    expect(made.docker("image", "inspect", "-f", "{{.Id}}", reference)).toBe(before);
    made.docker("image", "rm", reference);
  });

  test("logs in with the given user, without touching the user's configuration", async () => {
    const { privateRegistry } = inject("machine");
    const { made, image } = await built(login("password"));
    const seen = await made.deliver({ outputs: ["push"], tags: [`${privateRegistry}/fixture:v1`] });
    expect(seen.problem).toBeNull();
    expect(await configAt(privateRegistry, "fixture/manifests/v1", "user:password")).toMatchObject({
      config: { digest: image.facts.configDigest },
    });
    expect(seen.log).not.toContain("password");
  });

  test("refused for a wrong password: errored at once, and the tarball is kept", async () => {
    const { privateRegistry } = inject("machine");
    const { made } = await built(login("wrong"));
    const seen = await made.deliver({ outputs: ["push", "tarball"], tags: [`${privateRegistry}/fixture:v1`] });
    expect(seen.end).toBe("errored");
    expect(seen.problem?.message).toContain(`${privateRegistry} refuses to take ${privateRegistry}/fixture:v1: `);
    expect(seen.problem?.remedy).toContain("registry-password");
    expect(seen.facts).toMatchObject({ references: [], manifestDigest: null });
    expect(seen.facts.tarball).toMatch(/fixture\.tar$/);
    expect(made.progress).not.toContainEqual(expect.stringContaining("trying again"));
  });

  test("to a registry that is down: tried again, then errored, and what came before is kept", async () => {
    const { made } = await built();
    const tags = ["127.0.0.1:9/fixture:v1"];
    const seen = await made.deliver({ outputs: ["load", "tarball", "push"], tags });
    expect(seen.end).toBe("errored");
    expect(seen.problem?.message).toMatch(/^127\.0\.0\.1:9\/fixture:v1 could not be pushed: .*connection refused$/);
    expect(made.progress.filter((line) => line.includes("trying again"))).toHaveLength(2);
    expect(seen.facts.references).toEqual(tags);
    expect(seen.facts.tarball).toMatch(/fixture\.tar$/);
    made.docker("image", "rm", ...tags);
  });
});
