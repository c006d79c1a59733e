import type { ImageFacts } from "../model/outcome.ts";

import type { Image } from "../model/report.ts";

/**
 * The report's image out of what the steps `image`, `smoke` and `deliver` found out, in this order; null when none was built. `tarball` is the
 * place of the tarball in the report's terms, null when there is none.
 */
export function reportImage(name: string, facts: readonly (ImageFacts | null)[], tarball: string | null): Image | null {
  const known = facts.filter((found) => found !== null);
  const last = <Key extends keyof ImageFacts>(key: Key): ImageFacts[Key] | null =>
    known.map((found) => found[key]).findLast((value) => value !== null) ?? null;
  const configDigest = last("configDigest");
  if (configDigest === null) return null;
  return {
    name,
    tags: known.flatMap((found) => found.references),
    digest: last("manifestDigest") ?? configDigest,
    configDigest,
    platforms: [...(known.findLast((found) => found.platforms.length > 0)?.platforms ?? [])],
    size: last("size"),
    layers: last("layers"),
    base: last("base"),
    tested: last("tested"),
    path: tarball,
  };
}
