import type { Report } from "../model/report.ts";
import { formatPercent } from "../text/format.ts";
import { escapeHtml } from "../text/html.ts";
import { verdicts } from "./view/status.ts";

const label = "Go pipeline";
const colours = { green: "#2da44e", red: "#cf222e", yellow: "#9a6700", dim: "#57606a" } as const;
/** Of a character in 11 px; `textLength` makes every font as wide. */
const width = 6.6;
const padding = 8;

/** Verdict and coverage in one small picture. Nothing in it comes from the repository but numbers. */
export function badgeOf({ conclusion, totals }: Report): string {
  const { words, colour } = verdicts[conclusion];
  const percent = totals.coverage?.percent ?? null;
  const said = percent === null ? words : `${words}, ${formatPercent(percent)} covered`;
  const left = part(label, 0, "#24292f");
  const right = part(said, left.width, colours[colour]);
  const title = escapeHtml(`${label}: ${said}`);
  const all = left.width + right.width;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${all}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)">${left.box}${right.box}</g>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${left.text}${right.text}</g>`,
    "</svg>\n",
  ].join("");
}

function part(
  said: string,
  x: number,
  fill: string,
): { readonly width: number; readonly box: string; readonly text: string } {
  const length = Math.round(said.length * width);
  const whole = length + 2 * padding;
  return {
    width: whole,
    box: `<rect x="${x}" width="${whole}" height="20" fill="${fill}"/>`,
    text: `<text x="${x + padding}" y="14" textLength="${length}">${escapeHtml(said)}</text>`,
  };
}
