import { basename, resolve } from "node:path";
import type { Report } from "../model/report.ts";
import type { Subject } from "../platform/platform.ts";

/** What a run built and handed over, by which it can be attested. Of a run that did not succeed nothing is to be. */
export function subjectsOf(
  {
    conclusion,
    artifacts,
    archives = [],
    sboms = [],
    image,
  }: Pick<Report, "conclusion" | "artifacts" | "archives" | "sboms" | "image">,
  repository: string,
): readonly Subject[] {
  if (conclusion !== "success") return [];
  const files = [...artifacts, ...archives, ...sboms].map(({ path, sha256 }) => ({
    ...{ name: basename(path), digest: `sha256:${sha256}` },
    path: resolve(repository, path),
  }));
  return [...files, ...(image === null ? [] : pushed(image))];
}

/** The digest is that of a registry's manifest where it is not that of the configuration. */
function pushed({ tags, digest, configDigest }: NonNullable<Report["image"]>): readonly Subject[] {
  if (digest === null || digest === configDigest) return [];
  return [...new Set(tags.map(withoutTag))].map((name) => ({ name, digest, path: null }));
}

function withoutTag(reference: string): string {
  const colon = reference.lastIndexOf(":");
  return colon > reference.lastIndexOf("/") ? reference.slice(0, colon) : reference;
}
