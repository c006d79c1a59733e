import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Markdown as HTML, the way GitHub reads it, raw HTML included so that tests can see what would get through. */
export function renderedHtml(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Names of the elements of a page, with the `href` and `src` of those that have one. */
export function elementsOf(html: string): {
  readonly tags: ReadonlySet<string>;
  readonly addresses: readonly string[];
} {
  const tags = new Set<string>();
  const addresses: string[] = [];
  for (const [, name = "", attributes = ""] of html.matchAll(
    /<!?\/?([a-zA-Z!-][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g,
  )) {
    tags.add(name.toLowerCase());
    for (const [, address = ""] of attributes.matchAll(/\b(?:href|src)="([^"]*)"/g)) addresses.push(address);
  }
  return { tags, addresses };
}

/** The text that GitHub searches for mentions and references: everything that is not code and not a link. */
export function searchedText(html: string): string {
  return html
    .replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>|<a [\s\S]*?<\/a>/g, "\u0000")
    .replace(/<[^>]*>/g, "\u0000");
}
