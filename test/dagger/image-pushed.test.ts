import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Container } from "@dagger.io/dagger";
import { expect, type TestContext, test } from "vitest";
import { createSecretStore } from "../../src/engine/dagger/credentials.ts";
import { DaggerBackend } from "../../src/engine/dagger/image/backend.ts";
import { bringImage, type DaggerImage, nativeFile } from "../../src/engine/dagger/image/built-image.ts";
import { deliver, type Goods, type ImageDelivery } from "../../src/engine/image/delivery.ts";
import { StepLog } from "../../src/engine/image/step-log.ts";
import { manifestAt } from "../image/deliver-cases.ts";
import { deliverStep, nobody } from "../image/rig.ts";
import { lab } from "./support/lab.ts";
import { registries } from "./support/registries.ts";

const open = lab();
const machine = registries(open);

interface Tested {
  /** The image brought into the engine anew, where its layers have another history. */
  readonly again: Container;
  readonly goods: Goods<DaggerImage>;
}

async function tested(): Promise<Tested> {
  const { session, go, ...rest } = open();
  const { client } = session;
  const dir = mkdtempSync(join(rest.dir, "pushed-"));
  const [tempDir, resultDir] = ["temp", "result"].map((name) => join(dir, name));
  if (tempDir === undefined || resultDir === undefined) throw new Error("two directories");
  for (const path of [tempDir, resultDir]) mkdirSync(path);
  const log = await StepLog.open(resultDir, (text) => text);
  const files = client.directory().withNewFile("Dockerfile", "FROM scratch\nCOPY text /\n").withNewFile("text", dir);
  const enginePlatform = await client.defaultPlatform();
  const builds = [{ container: files.dockerBuild(), platform: null }];
  const image = await bringImage(session, builds, { dir: tempDir, enginePlatform });
  const again = client
    .container()
    .import_(client.host().file(await nativeFile(image, join(tempDir, "again"), ["a:1"])));
  const store = createSecretStore(client, tempDir);
  const backend = new DaggerBackend({
    ...{ session, go, store, root: dir, tempDir, secrets: nobody, without: [], env: {} },
    resultDirOf: () => undefined,
    explain: async (error) => (error instanceof Error ? error : new Error(String(error))),
  });
  const run = { resultDir, log, progress: () => undefined, signal: new AbortController().signal };
  return { again, goods: { image, backend, retryDelaysMs: [], run } };
}

/** What comes of a push when the engine pushes `container` for the tested image. */
async function push(context: TestContext, { goods }: Tested, container: Container, name: string) {
  const { registry } = machine(context);
  const reference = `${registry}/team/${name}:v1`;
  const seen: ImageDelivery = await deliver(deliverStep({ outputs: ["push"], tags: [reference] }), {
    ...goods,
    image: { ...goods.image, containers: [container] },
  });
  await goods.run.log.close();
  return { seen, reference, manifest: (digest: string) => manifestAt(registry, `team/${name}/manifests/${digest}`) };
}

test("an image that differs only in when its layers were made is the tested one", async (context) => {
  const made = await tested();
  const { seen, reference, manifest } = await push(context, made, made.again, "again");
  expect(seen.problem).toBeNull();
  expect(seen.facts.references).toEqual([reference]);
  expect(seen.facts.manifestDigest).not.toBe(made.goods.image.digest);
  expect(await manifest(seen.facts.manifestDigest ?? "")).toMatchObject({ layers: [{}] });
});

test("an image with another configuration is refused, with what to do", async (context) => {
  const made = await tested();
  const { seen, reference } = await push(context, made, made.again.withLabel("other", "image"), "other");
  expect(seen.facts).toMatchObject({ references: [], manifestDigest: null });
  expect(seen.problem?.message).toMatch(
    new RegExp(
      `^The engine pushed sha256:[0-9a-f]{64} as ${reference}, not the image ${made.goods.image.digest} that was tested\\.$`,
    ),
  );
  expect(seen.problem?.remedy).toBe(
    `Do not use ${reference}, and run again; if it persists, empty the engine's cache: dagger core engine local-cache prune.`,
  );
});
