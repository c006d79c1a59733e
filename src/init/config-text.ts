import { Document, YAMLMap } from "yaml";
import { comment, line, pairOf, textOf } from "./comments.ts";
import type { SeenRepository } from "./seen.ts";
import { settingsFor } from "./settings.ts";

const head = [
  "Settings of the pipeline, for workflow and laptop alike. The keys are the inputs of the action; `--help` prints them.",
  "What is not here has its default. Keys that are comments can be taken up as they are.",
];

/** The text of `.dagger-go.yml`. */
export function configText(seen: SeenRepository): string {
  const map = new YAMLMap();
  const document = new Document();
  document.commentBefore = comment(head);
  let before: readonly string[] = [];
  for (const { name, value, isSet, why } of settingsFor(seen)) {
    if (!isSet) {
      before = [...before, why, line(name, value), ""];
      continue;
    }
    const pair = pairOf(name, value);
    pair.key.commentBefore = comment([...before, why]);
    pair.key.spaceBefore = map.items.length > 0;
    map.add(pair);
    before = [];
  }
  const last = before.slice(0, -1);
  if (map.items.length > 0) {
    document.contents = map;
    document.comment = comment(last);
  } else document.commentBefore = comment([...head, "", ...last]);
  return `${textOf(document).trimEnd()}\n`;
}
