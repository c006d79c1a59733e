import { createHash } from "node:crypto";
import { digestOf } from "../digest.ts";

/** Seconds: 2000-01-01 and 2020-01-01. Older than anything that a run writes, and so than what Go takes for too new (`modTimeCutoff`). */
const [first, end] = [946_684_800, 1_577_836_800];

/** As fine as Node sets times everywhere: libuv of Node 20 and 22 cuts off what is below a microsecond. */
const perSecond = 1_000_000;

/**
 * A time that a digest (hexadecimal) alone decides, in seconds with their fraction. Half a microsecond is on top, so that a floating-point number that is a
 * little too small is not cut off to the microsecond before.
 */
export function timeOfDigest(digest: string): number {
  const microseconds = BigInt(`0x${digest.slice(0, 16)}`) % BigInt((end - first) * perSecond);
  return first + (Number(microseconds) + 0.5) / perSecond;
}

/** The time of a link: where it leads, as the link says it. */
export function timeOfLink(target: string): number {
  return timeOfDigest(createHash("sha256").update(`link\0${target}`).digest("hex"));
}

/** What a directory holds, by name: the time of a file or link, null for a directory and for what has no time of its content. */
export type Entries = ReadonlyMap<string, number | null>;

/**
 * The time of a directory. Of directories in it only the names count: a file system does not look deeper either, and a change far below would otherwise make
 * every test run that looks at a directory above it.
 */
export function timeOfDirectory(entries: Entries): number {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return timeOfDigest(digestOf(["directory", sorted]));
}
