import { type CacheListing, clockToleranceMs, type ListedFile } from "../../../src/engine/cache-listing.ts";

export const since = 1_000;

/** A hash of one digit. */
export const id = (digit: string): string => digit.repeat(64);
export const action = (digit: string): string => `build/${digit}${digit}/${id(digit)}-a`;
export const output = (digit: string): string => `build/${digit}${digit}/${id(digit)}-d`;
/** The text of an action's entry. */
export const text = (digit: string, of = digit): string => `v1 ${id(digit)} ${id(of)} 1 1`;

export const used = (name: string, bytes: number): ListedFile => ({ name, bytes, mtimeMs: since, regular: true });
export const old = (name: string, bytes: number): ListedFile => ({ ...used(name, bytes), mtimeMs: since - 1 });

/** Each digit is an action with an output of its own. Stages begin at `since`. */
export function listing(files: readonly ListedFile[], more: Partial<CacheListing> = {}): CacheListing {
  const actions = files.flatMap(({ name }) => /([0-9a-f])-a$/.exec(name)?.[1] ?? []).map((digit) => text(digit));
  return { files, actions, since, tickMs: clockToleranceMs, restored: new Set(), base: new Set(), ...more };
}
