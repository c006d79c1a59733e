import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Generated } from "./files.ts";

const folder = "src/page";

/** The module that holds the script of report.html and its style sheet: bundled and minified, the licence of what it brings along on top. */
export function pageFiles(root: string): readonly Generated[] {
  return [{ path: `${folder}/texts.ts`, text: () => pageModule(root) }];
}

function pageModule(root: string): string {
  const licence = readFileSync(join(root, "node_modules", "preact", "LICENSE"), "utf8").trim();
  const script = `/*! Contains Preact:\n${licence}\n*/\n${bundled(root, "main.tsx")}`;
  const styles = bundled(root, "page.css");
  for (const text of [script, styles]) {
    if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${folder}: what is bundled would end its element`);
  }
  return `/** The script and the style sheet of report.html with what its Content-Security-Policy calls them. Written by scripts/generate.ts. */
export const texts = {
  script:
    ${JSON.stringify(script)},
  scriptHash: ${JSON.stringify(hashOf(script))},
  styles:
    ${JSON.stringify(styles)},
  stylesHash: ${JSON.stringify(hashOf(styles))},
} as const;
`;
}

function bundled(root: string, entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [join(root, folder, "browser", entry)],
    tsconfig: join(root, folder, "browser", "tsconfig.json"),
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome111", "firefox113", "safari16.4"],
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
