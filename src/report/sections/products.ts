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
  type Inline,
  link,
  type MarkdownBlock,
  paragraph,
  prose,
  table,
  words,
} from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import { attestationOf, fileDigest } from "../view/attested.ts";

/** The binaries that were built. */
export function artifactsSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const { artifacts } = report;
  if (artifacts.length === 0) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Binaries")),
    ...capped(artifacts, max, "artifact", (shown) => [
      artifactTable(shown),
      ...fold(["SHA-256"], [fence("text", checksums(shown), { maxLines: max, maxBytes: max * 400 })]),
    ]),
    ...signedFiles(report, artifacts, context),
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
export function archivesSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const { archives = [] } = report;
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
    ...signedFiles(report, archives, context),
  ];
  return [{ name: "archives", importance: 69, levels: [level(300), level(50), level(10)] }];
}

/** What stands in them. An image that a Dockerfile made may hold anything. */
export function sbomSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const { sboms = [], image } = report;
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
    ...signedFiles(report, sboms, context),
    ...(without
      ? [paragraph(words("A Dockerfile makes the image: what is in it is not known here, and there is no SBOM of it."))]
      : []),
  ];
  return [{ name: "sbom", importance: 68, levels: [level(300), level(50), level(10)] }];
}

/** Where what is signed about files can be seen, and how people check it. */
function signedFiles(
  report: Report,
  files: readonly Pick<Artifact, "sha256">[],
  { source }: ReportContext,
): readonly MarkdownBlock[] {
  const attestation = attestationOf(report, files.map(fileDigest));
  if (attestation === null) return [];
  const told = [linked(attestation.url, "Build provenance"), words(" is signed")];
  // Of other servers `gh` wants to know more than the repository.
  if (source?.serverUrl !== "https://github.com") return [paragraph(...told, words("."))];
  const command = code(`gh attestation verify FILE --repo ${source.repository}`, 400);
  return [paragraph(...told, words(": "), command, words(" checks a file."))];
}

function linked(url: string | null, text: string): Inline {
  return url === null ? words(text) : link(url, words(text));
}

/** As `sha256sum --check` takes them. */
function checksums(artifacts: readonly Pick<Artifact, "name" | "sha256">[]): string {
  return artifacts.map(({ sha256, name }) => `${sha256}  ${name}`).join("\n");
}

/** The image: what it is, and what was tested about it. */
export function imageSection(report: Report): readonly Section<MarkdownBlock>[] {
  const { image } = report;
  if (image === null) return [];
  const rows = [...imageRows(image), ...signedImage(report, image)].filter(([, value]) => value.length > 0);
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

function signedImage(report: Report, { digest }: Image): ReturnType<typeof imageRows> {
  const attestation = attestationOf(report, [digest]);
  return attestation === null ? [] : [["Build provenance", [linked(attestation.url, "signed")]]];
}

/** A registry may take many tags; a table cell does not. */
function names(values: readonly string[], what: string): Cell {
  return listed(values, 20, what, (value) => code(value));
}
