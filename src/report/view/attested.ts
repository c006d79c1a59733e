import type { Attestation, Report } from "../../model/report.ts";

/** What is signed about files by their digests, or about an image by that at the registry; null: not all of them have it. */
export function attestationOf(
  { attestation }: Pick<Report, "attestation">,
  digests: readonly (string | null)[],
): Attestation | null {
  if (attestation === undefined) return null;
  const signed = new Set(attestation.subjects.map(({ digest }) => digest));
  return digests.length > 0 && digests.every((digest) => digest !== null && signed.has(digest)) ? attestation : null;
}

/** As subjects name the content of a file. */
export function fileDigest({ sha256 }: { readonly sha256: string }): string {
  return `sha256:${sha256}`;
}
