import { expect } from "vitest";
import { elementsOf, renderedHtml, searchedText } from "./rendered.ts";

const allowedTags = new Set([
  ...["h2", "h3", "p", "ul", "li", "strong", "code", "pre", "a", "details", "summary"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
]);

/** What GitHub would act upon in running text. */
export const acted = /@\w|(^|[^\w&])#\d|\bGH-\d|:\/\/|www\.|:[\w+-]+:|\$|\b[0-9a-f]{40}\b/i;

/** Fails when the Markdown holds anything GitHub would act upon, or elements and addresses that are not ours. */
export function expectHarmless(markdown: string): void {
  const html = renderedHtml(markdown);
  const { tags, addresses } = elementsOf(html);
  expect([...tags].filter((tag) => !allowedTags.has(tag))).toEqual([]);
  const ours = "https://github.com/acme/greeter/blob/0123456789abcdef0123456789abcdef01234567/";
  expect(addresses.filter((address) => !address.startsWith(ours))).toEqual([]);
  expect(searchedText(html)).not.toMatch(acted);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
  expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u);
}
