import { afterEach, expect } from "vitest";
import { createRig, leftovers, type Rig, type RigOptions } from "./rig.ts";

/** Rigs of one test file: closed after each test, and then nothing of ours may be left in the daemon. */
export function rigs(): (files: Readonly<Record<string, string>>, options?: RigOptions) => Promise<Rig> {
  const open: Rig[] = [];
  afterEach(async () => {
    for (const rig of open.splice(0)) await rig.close();
    expect(leftovers()).toEqual([]);
  });
  return async (files, options) => {
    const rig = await createRig(files, options);
    open.push(rig);
    return rig;
  };
}
