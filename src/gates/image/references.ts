import { UsageError } from "../../errors.ts";
import type { Stamp } from "../../model/stamp.ts";
import { type DeliverStep, pushesImage } from "../../model/step.ts";

/** What the image is called: `image-tags` as they are when they name an image, else as tags of `name`. Throws UsageError for what cannot be pushed. */
export function imageReferences(
  name: string,
  tags: readonly string[],
  outputs: DeliverStep["outputs"],
): readonly string[] {
  const references = [...new Set(tags.map((tag) => (/[:/]/.test(tag) ? tag : `${name}:${tag}`)))];
  if (!pushesImage(outputs)) return references;
  const local = references.filter((reference) => !reference.includes("/"));
  if (local.length === 0) return references;
  throw new UsageError([
    `image-tags: ${local.join(", ")} names no registry to push to. Give whole references such as ghcr.io/owner/${name}:v1, ` +
      "or set image-name to ghcr.io/owner/name.",
  ]);
}

/** Where the source is; null: not known. */
export interface LabelFacts {
  readonly serverUrl: string | null;
  readonly repository: string | null;
}

/**
 * Labels by the keys of https://specs.opencontainers.org/image-spec/annotations/. None changes between two builds of one commit: `created` is the time of
 * the commit.
 */
export function imageLabels(
  { serverUrl, repository }: LabelFacts,
  { version, commit, date }: Stamp,
): readonly (readonly [name: string, value: string])[] {
  const values: readonly (readonly [string, string | null])[] = [
    ["source", serverUrl === null || repository === null ? null : `${serverUrl}/${repository}`],
    ["revision", commit],
    ["version", version],
    ["created", date],
  ];
  return values.flatMap(([key, value]) =>
    value === null || value === "" ? [] : [[`org.opencontainers.image.${key}`, value] as const],
  );
}
