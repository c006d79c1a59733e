import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sameContent } from "../../../../../src/engine/dagger/image/push.ts";
import type { LayoutImage } from "../../../../../src/engine/image/layout.ts";

let dir = "";
let count = 0;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "content-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const tested = {
  architecture: "amd64",
  os: "linux",
  config: { Env: ["PATH=/bin", "FIXTURE=serve"], Entrypoint: ["/app"], User: "65532" },
  created: "2026-11-22T21:06:23.303495785Z",
  history: [{ created: "2026-11-22T21:06:23.303495785Z", created_by: "COPY app /app" }],
  rootfs: { type: "layers", diff_ids: ["sha256:one", "sha256:two"] },
};

function image(config: unknown): LayoutImage {
  const path = join(dir, `${count++}.json`);
  writeFileSync(path, JSON.stringify(config));
  return { platform: "linux/amd64", configDigest: `sha256:${count}`, config: path, layers: [] };
}

test("when and by what layers were made, and the order of keys, make no other image", async () => {
  const { rootfs, ...rest } = tested;
  const later = {
    rootfs,
    ...rest,
    created: "2026-11-22T22:48:03.59107552Z",
    history: [{ created: "2026-11-22T22:48:03.59107552Z", created_by: "rehydrated persisted snapshot" }],
  };
  expect(await sameContent([image(tested)], [image(later)])).toBe(true);
  const { created, history, ...bare } = tested;
  expect(await sameContent([image(tested)], [image(bare)])).toBe(true);
});

test.each([
  ["a file of a layer", { rootfs: { type: "layers", diff_ids: ["sha256:one", "sha256:three"] } }],
  ["the order of layers", { rootfs: { type: "layers", diff_ids: ["sha256:two", "sha256:one"] } }],
  ["one layer less", { rootfs: { type: "layers", diff_ids: ["sha256:one"] } }],
  ["a variable", { config: { ...tested.config, Env: ["PATH=/bin", "FIXTURE=exit"] } }],
  ["the user", { config: { ...tested.config, User: "0" } }],
  ["a label", { config: { ...tested.config, Labels: { version: "2" } } }],
  ["the processor", { architecture: "arm64" }],
  ["its variant", { variant: "v8" }],
])("%s makes another image", async (_, change) => {
  expect(await sameContent([image(tested)], [image({ ...tested, ...change })])).toBe(false);
});

test("every platform counts", async () => {
  const arm = { ...tested, architecture: "arm64" };
  expect(await sameContent([image(tested), image(arm)], [image(tested), image(arm)])).toBe(true);
  expect(await sameContent([image(tested), image(arm)], [image(tested)])).toBe(false);
  expect(await sameContent([image(tested), image(arm)], [image(tested), image(tested)])).toBe(false);
});
