import type { Artifact, Image, Report } from "../../model/report.ts";
import { formatBytes } from "../../text/format.ts";
import { type Block, type Cell, code, heading, type Inline, prose, table, words } from "../markdown.ts";
import { capped, joined, type Section } from "../section.ts";

/** The binaries that were built. */
export function artifactsSection({ artifacts }: Report): Section | null {
  if (artifacts.length === 0) return null;
  const level = (max: number) => (): readonly Block[] => [
    heading(3, words("Binaries")),
    ...capped(artifacts, max, "artifact", (shown) => [artifactTable(shown)]),
  ];
  return { name: "binaries", importance: 70, levels: [level(300), level(50), level(10)] };
}

function artifactTable(artifacts: readonly Artifact[]): Block {
  return table(
    [{ title: "Name" }, { title: "Platform" }, { title: "Size", align: "right" }, { title: "SHA-256" }],
    artifacts.map((artifact) => [
      [code(artifact.name)],
      [words([artifact.os, artifact.arch, artifact.variant].filter((part) => part !== null).join("/"))],
      [words(formatBytes(artifact.size))],
      [code(artifact.sha256)],
    ]),
  );
}

/** The image: what it is, and what was tested about it. */
export function imageSection({ image }: Report): Section | null {
  if (image === null) return null;
  const rows = imageRows(image).filter(([, value]) => value.length > 0);
  const level = (): readonly Block[] => [
    heading(3, words("Image")),
    table(
      [{ title: "Name" }, { title: [code(image.name)] }],
      rows.map(([name, value]) => [[words(name)], value]),
    ),
  ];
  return { name: "image", importance: 75, levels: [level] };
}

function imageRows(image: Image): readonly (readonly [name: string, value: Cell])[] {
  const optional = (value: string | null): Cell => (value === null ? [] : [code(value)]);
  const size = image.size === null ? null : formatBytes(image.size);
  const layers = image.layers === null ? null : `${image.layers}`;
  return [
    ["References", list(image.tags)],
    ["Platforms", list(image.platforms)],
    ["Base", optional(image.base)],
    ["Size", size === null ? [] : [words(size)]],
    ["Layers", layers === null ? [] : [words(layers)]],
    ["Tested", image.tested === null ? [] : prose(image.tested)],
    ["Digest at the registry", optional(image.digest === image.configDigest ? null : image.digest)],
    ["Digest of the configuration", optional(image.configDigest)],
    ["Tarball", optional(image.path)],
  ];
}

/** A registry may take many tags; a table cell does not. */
function list(values: readonly string[], max = 20): readonly Inline[] {
  const shown = values.slice(0, max).map((value): readonly Inline[] => [code(value)]);
  const left = values.length - shown.length;
  return joined(left > 0 ? [...shown, [words(`${left} more`)]] : shown, ", ");
}
