import type { Report } from "../../model/report.ts";
import type { PageLog } from "../../page/data.ts";
import { sanitizeText } from "../../text/sanitize.ts";
import type { PageMatter } from "./matter.ts";

/** Bytes of all logs together, and of one at most and at least. */
const limits = { all: 8 * 1024 * 1024, most: 192 * 1024, least: 8 * 1024 } as const;

/** Blocks of logs by stage; stages that did not run have none. */
export function logIds({ stages }: Pick<Report, "stages">): ReadonlyMap<string, string> {
  const ran = stages.filter(({ startedAt }) => startedAt !== null);
  return new Map(ran.map(({ id }, index) => [id, `log-${index}`]));
}

/** The log of a stage, one of `count`, as far as there is room; null: nothing was written. */
export async function pageLog(
  stage: string,
  count: number,
  { evidence }: Pick<PageMatter, "evidence">,
): Promise<PageLog | null> {
  const share = Math.floor(limits.all / Math.max(1, count));
  const ends = await evidence.log(stage, Math.max(limits.least, Math.min(limits.most, share)));
  if (ends === null) return null;
  const { path, bytes, head, tail } = ends;
  return { stage, path, bytes, head: sanitizeText(head), tail: tail === null ? null : sanitizeText(tail) };
}
