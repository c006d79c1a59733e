import { afterAll, afterEach, expect } from "vitest";
import { createRig, leftovers, type Rig, type RigOptions } from "./rig.ts";

/**
 * Rigs of one test file. They are closed after each test, or after the file when its tests run at the same time; then nothing of ours may be left in
 * the daemon.
 */
export function rigs(
  per: "test" | "file" = "test",
): (files: Readonly<Record<string, string>>, options?: RigOptions) => Promise<Rig> {
  const open: Rig[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(open.splice(0).map((rig) => rig.close()));
    expect(leftovers()).toEqual([]);
  };
  if (per === "test") afterEach(close);
  else afterAll(close);
  return async (files, options) => {
    const rig = await createRig(files, options);
    open.push(rig);
    return rig;
  };
}
