import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWarm, noteWarmth, type WarmthRequest } from "../../../../src/engine/host/warmth.ts";
import { directory } from "../../../support/repository.ts";

/** A build cache with one of its 256 directories, and a place for notes that does not exist yet. */
function machine(): WarmthRequest & { readonly cache: string } {
  const base = directory({ "cache/00/README": "", "repository/go.mod": "" });
  const cache = join(base, "cache");
  const goEnv = { GOVERSION: "go1.26.8", GOCACHE: cache };
  return { directory: join(base, "deep/notes"), root: join(base, "repository"), goEnv, cache };
}

const notes = (request: WarmthRequest): readonly string[] => readdirSync(request.directory);

describe("a build cache", () => {
  it("is cold until a run has filled it, and warm from then on", async () => {
    const here = machine();
    expect(await isWarm(here)).toBe(false);
    await noteWarmth(here);
    expect(await isWarm(here)).toBe(true);
    await noteWarmth(here);
    expect(notes(here)).toHaveLength(1);
  });

  it("is cold for another repository, another Go and another cache", async () => {
    const here = machine();
    await noteWarmth(here);
    const { goEnv, cache } = here;
    expect(await isWarm({ ...here, root: `${here.root}2` })).toBe(false);
    expect(await isWarm({ ...here, goEnv: { ...goEnv, GOVERSION: "go1.27.0" } })).toBe(false);
    mkdirSync(join(cache, "other/00"), { recursive: true });
    expect(await isWarm({ ...here, goEnv: { ...goEnv, GOCACHE: join(cache, "other") } })).toBe(false);
  });

  it("is cold after somebody emptied it, also when Go has made its directories again", async () => {
    const here = machine();
    await noteWarmth(here);
    // Kept, so that the new directory cannot get its number again.
    renameSync(join(here.cache, "00"), join(here.cache, "before"));
    expect(await isWarm(here)).toBe(false);
    mkdirSync(join(here.cache, "00"));
    expect(await isWarm(here)).toBe(false);
    await noteWarmth(here);
    expect(await isWarm(here)).toBe(true);
  });

  it.each([
    ["is not there", {}],
    ["is a file", { GOCACHE: "a-file" }],
  ])("that %s is cold, and nothing is noted", async (_, { GOCACHE }: { readonly GOCACHE?: string }) => {
    const base = directory({ "a-file": "" });
    const goEnv: Record<string, string> = GOCACHE === undefined ? {} : { GOCACHE: join(base, GOCACHE) };
    const request = { directory: join(base, "notes"), root: base, goEnv };
    await noteWarmth(request);
    expect(await isWarm(request)).toBe(false);
    expect(readdirSync(base)).toEqual(["a-file"]);
  });

  it("whose note says something else is cold", async () => {
    const here = machine();
    await noteWarmth(here);
    for (const name of notes(here)) writeFileSync(join(here.directory, name), "1 2");
    expect(await isWarm(here)).toBe(false);
  });
});

describe("what is wrong with the disk is said", () => {
  it("where a note cannot be read", async () => {
    const here = machine();
    await noteWarmth(here);
    const note = join(here.directory, notes(here)[0] ?? "");
    rmSync(note);
    mkdirSync(note);
    await expect(isWarm(here)).rejects.toMatchObject({ code: "EISDIR" });
  });

  it.skipIf(process.platform === "win32")("where the cache cannot be looked at", async () => {
    const here = machine();
    rmSync(join(here.cache, "00"), { recursive: true });
    symlinkSync("00", join(here.cache, "00"));
    await expect(isWarm(here)).rejects.toMatchObject({ code: "ELOOP" });
    await expect(noteWarmth(here)).rejects.toMatchObject({ code: "ELOOP" });
  });
});
