import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type CacheSelection, usedFiles } from "../../src/cache/selection.ts";
import type { CacheListing } from "../../src/engine/cache-listing.ts";
import { createDaggerCaches } from "../../src/engine/dagger/caches.ts";
import { toolchain } from "../../src/engine/dagger/go-container.ts";
import { cacheRoot } from "../../src/engine/dagger/step-spec.ts";
import type { CachePart, EngineCaches } from "../../src/engine/engine.ts";
import { createHostCaches } from "../../src/engine/host/caches.ts";
import { lab } from "./support/lab.ts";
import { type Files, image } from "./support/repositories.ts";

const open = lab();
const { signal } = new AbortController();
const rule = (listing: CacheListing, part: CachePart = "base"): CacheSelection =>
  usedFiles(listing, { part, goVersion: "go1.26.8", sums: [], keepUnused: false, stagesAfterMs: 0 });

/** Needs nothing of the standard library. */
const lib = (result: number): Files => ({
  "go.mod": "module example.com/lib\n\ngo 1.22\n",
  "lib.go": `package lib\n\nfunc F() int { return ${result} }\n`,
});

/** Volumes of their own, and the caches of the engine on them. */
function volumes() {
  const { session, dir } = open();
  const own = toolchain({ session, image, cacheScope: `selection-${randomUUID()}` });
  const options = { session, image, tempDir: dir, root: cacheRoot, kept: null, fresh: false };
  const caches = createDaggerCaches({ ...options, container: () => own, guard: (work) => work() });
  const build = async (files: Files): Promise<void> => {
    const source = Object.entries(files).reduce(
      (directory, [name, text]) => directory.withNewFile(name, text),
      session.client.directory(),
    );
    const nonce = own.withEnvVariable("NONCE", randomUUID());
    await nonce.withDirectory("/src", source).withWorkdir("/src").withExec(["go", "build", "./..."]).sync();
  };
  return { caches, build };
}

/** The same files on this machine. */
async function onHost(caches: EngineCaches, { files }: CacheListing): Promise<CacheListing> {
  const dir = mkdtempSync(join(open().dir, "host-"));
  const names = files.map(({ name }) => name);
  await caches.pack(join(dir, "packed"), names, signal);
  mkdirSync(join(dir, "mod"));
  execFileSync("tar", ["-xf", join(dir, "packed", "caches.tar"), "-C", dir]);
  const goEnv = { GOCACHE: join(dir, "build"), GOMODCACHE: join(dir, "mod"), GOVERSION: "go1.26.8", GOCACHEPROG: "" };
  const host = createHostCaches({ goEnv: async () => goEnv, fresh: false, toolchain: null, image: "", jobTemp: dir });
  await host.state(signal);
  return await host.list("base", signal);
}

it("the same caches give the same selection on both engines, and what is restored is not new", async () => {
  const first = volumes();
  expect(await first.caches.state(signal)).toEqual({ os: "linux", toolchain: image, image: "", kept: null });
  await first.build(lib(1));
  expect((await first.caches.state(signal)).kept).toBe("the engine keeps its build cache");
  const listing = await first.caches.list("base", signal);
  const selection = rule(listing);
  expect(selection.names.length).toBeGreaterThan(2);
  const host = await onHost(first.caches, listing);
  expect(rule({ ...host, since: listing.since, restored: listing.restored, base: listing.base })).toEqual(selection);

  const dir = mkdtempSync(join(open().dir, "taken-"));
  await first.caches.pack(dir, selection.names, signal);
  const second = volumes();
  const put = await second.caches.begin({ base: dir, delta: null }, signal);
  expect(put.base).toBeGreaterThanOrEqual(selection.bytes);
  expect(rule(await second.caches.list("base", signal))).toEqual({ names: [], bytes: 0, newBytes: 0, droppedBytes: 0 });
  await second.build(lib(1));
  const again = rule(await second.caches.list("base", signal));
  // Go may index a package whose files are two seconds old by now.
  expect(again.newBytes).toBeLessThan(selection.bytes / 2);
  await second.build(lib(2));
  const changed = rule(await second.caches.list("base", signal));
  expect(changed.newBytes).toBeGreaterThan(again.newBytes);
  expect(changed.newBytes).toBeLessThan(changed.bytes);

  const delta = rule(await second.caches.list("delta", signal), "delta");
  expect(delta.names.filter((name) => selection.names.includes(name))).toEqual([]);
  const beyond = mkdtempSync(join(open().dir, "beyond-"));
  await second.caches.pack(beyond, delta.names, signal);
  const third = volumes();
  const both = await third.caches.begin({ base: dir, delta: beyond }, signal);
  expect(both.delta).toBeGreaterThanOrEqual(delta.bytes);
  await third.build(lib(2));
  expect(rule(await third.caches.list("delta", signal), "delta").newBytes).toBeLessThan(changed.newBytes);
});
