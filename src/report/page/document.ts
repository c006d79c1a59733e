import { texts } from "../../page/texts.ts";
import { escapeHtml } from "../../text/html.ts";

/** Nothing but the script and the style sheet that are here: no request, no other script, whatever the data say. */
const policy = [
  "default-src 'none'",
  `script-src '${texts.scriptHash}'`,
  `style-src '${texts.stylesHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The beginning of the page, before its data. */
export function pageStart(title: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${texts.styles}</style>
</head>
<body>
<div id="app"><main><h1>${escapeHtml(title)}</h1><p>This page needs JavaScript. report.json and summary.md beside it say the same.</p></main></div>
`;
}

/** The script; it shows what stands before it, and what follows when somebody asks for it. */
export function pageScript(): string {
  return `<script>${texts.script}</script>\n`;
}

export function pageEnd(): string {
  return "</body>\n</html>\n";
}

/** A block of data. No browser runs it. */
export function block(id: string, value: unknown): string {
  return `${blockStart(id)}${json(value)}${blockEnd}`;
}

export function blockStart(id: string): string {
  return `<script type="application/json" id="${id}">`;
}

export const blockEnd = "</script>\n";

/** JSON in which nothing ends an element or begins a comment. Halves of surrogate pairs become escapes (JSON.stringify). */
export function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
