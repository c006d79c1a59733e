import { platformKey } from "../../model/platform.ts";
import type { Artifact, Image, Report } from "../../model/report.ts";
import { formatBytes } from "../../text/format.ts";
import { capped, listed } from "../blocks.ts";
import {
  type Cell,
  code,
  fence,
  fold,
  heading,
  type MarkdownBlock,
  paragraph,
  prose,
  table,
  words,
} from "../markdown.ts";
import type { Section } from "../target.ts";

/** The binaries that were built. */
export function artifactsSection({ artifacts }: Report): readonly Section<MarkdownBlock>[] {
  if (artifacts.length === 0) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Binaries")),
    ...capped(artifacts, max, "artifact", (shown) => [
      artifactTable(shown),
      ...fold(["SHA-256"], [fence("text", checksums(shown), { maxLines: max, maxBytes: max * 400 })]),
    ]),
  ];
  return [{ name: "binaries", importance: 70, levels: [level(300), level(50), level(10)] }];
}

function artifactTable(artifacts: readonly Artifact[]): MarkdownBlock {
  return table(
    [{ title: "Name" }, { title: "Platform" }, { title: "Format" }, { title: "Size", align: "right" }],
    artifacts.map((artifact) => [
      [code(artifact.name)],
      prose(platformKey(artifact), 60),
      [words(formatWords(artifact))],
      [words(formatBytes(artifact.size))],
    ]),
  );
}

/** `ELF, static`. */
function formatWords({ executable }: Artifact): string {
  return executable === undefined ? "–" : [executable.format, executable.linkage].filter((part) => part).join(", ");
}

/** What the binaries were packed as. */
export function archivesSection({ archives = [] }: Report): readonly Section<MarkdownBlock>[] {
  if (archives.length === 0) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Archives")),
    ...capped(archives, max, "archive", (shown) => [
      table(
        [{ title: "Name" }, { title: "Size", align: "right" }],
        shown.map(({ name, size }) => [[code(name)], [words(formatBytes(size))]]),
      ),
      ...fold(["SHA-256"], [fence("text", checksums(shown), { maxLines: max, maxBytes: max * 400 })]),
    ]),
  ];
  return [{ name: "archives", importance: 69, levels: [level(300), level(50), level(10)] }];
}

/** What stands in them. An image that a Dockerfile made may hold anything. */
export function sbomSection({ sboms = [], image }: Report): readonly Section<MarkdownBlock>[] {
  if (sboms.length === 0) return [];
  const without = image !== null && sboms.every(({ subject }) => subject === "binary");
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("SBOM")),
    ...capped(sboms, max, "SBOM", (shown) => [
      table(
        [{ title: "Name" }, { title: "Of" }, { title: "Size", align: "right" }],
        shown.map(({ name, of, size }) => [[code(name)], [code(of)], [words(formatBytes(size))]]),
      ),
    ]),
    ...(without
      ? [paragraph(words("A Dockerfile makes the image: what is in it is not known here, and there is no SBOM of it."))]
      : []),
  ];
  return [{ name: "sbom", importance: 68, levels: [level(300), level(50), level(10)] }];
}

/** As `sha256sum --check` takes them. */
function checksums(artifacts: readonly Pick<Artifact, "name" | "sha256">[]): string {
  return artifacts.map(({ sha256, name }) => `${sha256}  ${name}`).join("\n");
}

/** The image: what it is, and what was tested about it. */
export function imageSection({ image }: Report): readonly Section<MarkdownBlock>[] {
  if (image === null) return [];
  const rows = imageRows(image).filter(([, value]) => value.length > 0);
  const level = (): readonly MarkdownBlock[] => [
    heading(3, words("Image")),
    table(
      [{ title: "Name" }, { title: [code(image.name)] }],
      rows.map(([name, value]) => [[words(name)], value]),
    ),
  ];
  return [{ name: "image", importance: 75, levels: [level] }];
}

function imageRows(image: Image): readonly (readonly [name: string, value: Cell])[] {
  const optional = (value: string | null): Cell => (value === null ? [] : [code(value)]);
  const size = image.size === null ? null : formatBytes(image.size);
  const layers = image.layers === null ? null : `${image.layers}`;
  return [
    ["References", names(image.tags, "reference")],
    ["Platforms", names(image.platforms, "platform")],
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
function names(values: readonly string[], what: string): Cell {
  return listed(values, 20, what, (value) => code(value));
}
