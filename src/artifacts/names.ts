import { type Platform, platformSlug } from "../model/platform.ts";

/** Longest part of a name that comes from the repository. */
const maxLength = 100;

/**
 * A text from the repository as part of an artifact or file name: letters, digits and `._-` only, so that it is valid on every
 * file system and for the artifact service (which refuses `" : < > | * ? \ /` and line ends, but takes `..`).
 */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/-{2,}/g, "-");
  return plain
    .replace(/^[-.]+/, "")
    .slice(0, maxLength)
    .replace(/[-.]+$/, "");
}

/** `<prefix><name>-<os>-<arch>[-<variant>]`; a name of which nothing is left becomes `binaries`. */
export function binariesArtifact(prefix: string, name: string, platform: Platform): string {
  return `${prefixSlug(prefix)}${slug(name) || "binaries"}-${platformSlug(platform)}`;
}

export function namedArtifact(prefix: string, name: "archives" | "image" | "report"): string {
  return `${prefixSlug(prefix)}${name}`;
}

/** As slug, but keeps the separator at its end: `linux-` stays `linux-`. */
function prefixSlug(prefix: string): string {
  const plain = slug(prefix);
  return plain === "" ? "" : `${plain}${/[-.]$/.exec(prefix)?.[0] ?? ""}`;
}
