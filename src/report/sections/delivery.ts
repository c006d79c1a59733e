import type { Report } from "../../model/report.ts";
import type { UploadedArtifact } from "../../platform/platform.ts";
import { formatBytes } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import { type Cell, code, heading, link, type MarkdownBlock, paragraph, prose, table, words } from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";

/** The workflow artifacts, to be had by a click. */
export function uploadsSection(_: Report, { uploads }: ReportContext): readonly Section<MarkdownBlock>[] {
  if (uploads.length === 0) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Uploaded artifacts")),
    ...capped(uploads, max, "artifact", (shown) => [uploadTable(shown)]),
  ];
  return [{ name: "uploaded artifacts", importance: 72, levels: [level(100), level(10)] }];
}

function uploadTable(uploads: readonly UploadedArtifact[]): MarkdownBlock {
  return table(
    [{ title: "Artifact" }, { title: "Size", align: "right" }],
    uploads.map((upload) => [nameOf(upload), upload.size === null ? [] : [words(formatBytes(upload.size))]]),
  );
}

function nameOf({ name, url }: UploadedArtifact): Cell {
  return [url === null ? code(name) : link(url, code(name))];
}

/** What did not reach people as it was meant to: the run is no worse for it. */
export function undeliveredSection(_: Report, { undelivered }: ReportContext): readonly Section<MarkdownBlock>[] {
  if (undelivered.length === 0) return [];
  const blocks = undelivered.map((sentence) => paragraph(words("⚠️ "), ...prose(sentence, 600)));
  return [{ name: "what was not delivered", importance: 97, levels: [() => blocks] }];
}
