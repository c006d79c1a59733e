import { Document, isCollection, Pair, Scalar } from "yaml";
import { sanitizeLine } from "../text/sanitize.ts";

export type Value = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/** How everything that is written looks. */
const style = { lineWidth: 0, nullStr: "", flowCollectionPadding: false } as const;

export function textOf(document: Document): string {
  return document.toString(style);
}

/** A key with its value, lists and maps in it on the same line. */
export function pairOf(key: string, value: Value): Pair<Scalar> {
  const node = new Document().createNode(value);
  if (isCollection(node)) node.flow = true;
  return new Pair(new Scalar(key), node);
}

/** The same as a line of YAML. */
export function line(key: string, value: Value): string {
  const document = new Document({});
  document.add(pairOf(key, value));
  return textOf(document).trimEnd();
}

/** Lines as the YAML library takes comments. Nothing that comes from the repository begins a line of its own. */
export function comment(lines: readonly string[]): string {
  return lines.map((text) => (text === "" ? "" : ` ${sanitizeLine(text)}`)).join("\n");
}
