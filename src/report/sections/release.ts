import type { Release, Report } from "../../model/report.ts";
import { formatBytes } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import { code, heading, link, type MarkdownBlock, paragraph, table, words } from "../markdown.ts";
import type { Section } from "../target.ts";

/** What the pushed tag became. */
export function releaseSection({ release }: Report): readonly Section<MarkdownBlock>[] {
  if (release === undefined) return [];
  const { tag, url, state, assets } = release;
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Release")),
    paragraph(link(url, code(tag)), words(state === "draft" ? ", a draft" : ", published")),
    ...capped(assets, max, "file", fileTable),
  ];
  return [{ name: "release", importance: 76, levels: [level(300), level(50), level(5)] }];
}

function fileTable(assets: Release["assets"]): readonly MarkdownBlock[] {
  const columns = [{ title: "File" }, { title: "Size", align: "right" as const }];
  return [
    table(
      columns,
      assets.map(({ name, size }) => [[code(name)], [words(formatBytes(size))]]),
    ),
  ];
}
