/** Bytes before compression that caches of one run may have; about a quarter of it is what travels and counts against the repository's 10 GB. */
export const capBytes = 2 * 1024 ** 3;

/** Below this share of new bytes the next run is better off compiling them again than this one is with saving everything. */
export const minNewShare = 0.05;

/** Whether what is new pays for packing and sending all of it. */
export function isWorthSaving(newBytes: number, bytes: number): boolean {
  return newBytes > 0 && newBytes >= bytes * minNewShare;
}
