// Makes docs/pictures/*.png from a real run: the example module on the host engine, with one test that fails. `npm run pictures`; needs Go and Chromium.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import type { Browser } from "playwright-core";
import { startChromium } from "../test/browser/support/chromium.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pictures = join(root, "docs", "pictures");

/** The change of the run: what it adds to the module, and the test of it. */
const change = {
  "french.go": `package greeting

// In is the greeting in a language.
func In(language, name string) string {
	switch language {
	case "fr":
		return "Bonjour, " + name
	case "de":
		return "Hallo, " + name + "!"
	}
	return For(name)
}
`,
  "french_test.go": `package greeting

import "testing"

func TestGreetInFrench(t *testing.T) {
	if got, want := In("fr", "Marie"), "Bonjour, Marie!"; got != want {
		t.Errorf("In(%q) = %q, want %q", "fr", got, want)
	}
}
`,
};

/** Runs the bundle on a copy of the example in `dir`; answers what it printed, in colour. */
function run(dir: string): string {
  cpSync(join(root, "examples", "hello"), dir, { recursive: true });
  const who = ["-c", "user.name=Example", "-c", "user.email=example@example.com"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    [...who, "commit", "--quiet", "--message=example"],
  ]) {
    execFileSync("git", args, { cwd: dir });
  }
  for (const [name, text] of Object.entries(change)) writeFileSync(join(dir, "greeting", name), text);
  const { CI: _, NO_COLOR: __, ...env } = process.env;
  const flags = ["--engine=host", "--no-docker", "--coverage-threshold=50", "--base=HEAD"];
  const { stdout } = spawnSync(process.execPath, [join(root, "dist", "index.js"), ...flags], {
    cwd: dir,
    env: { ...env, FORCE_COLOR: "1" },
    encoding: "utf8",
  });
  return stdout;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const escapeCharacter = "\u001b";

const colours: Readonly<Record<string, string>> = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 36: "#79c0ff" };

/** What a terminal shows of bold, dim and coloured text; other sequences are left out. */
function terminalHtml(text: string): string {
  let [colour, bold, dim] = ["inherit", false, false];
  const parts = text.split(new RegExp(`${escapeCharacter}\\[([\\d;]*)m`));
  return parts
    .map((part, at) => {
      if (at % 2 === 0) {
        const style = `color:${colour};font-weight:${bold ? 600 : 400};opacity:${dim ? 0.65 : 1}`;
        return `<span style="${style}">${escaped(part)}</span>`;
      }
      if (part === "0" || part === "") [colour, bold, dim] = ["inherit", false, false];
      else if (part === "1") bold = true;
      else if (part === "2") dim = true;
      else if (part === "22") [bold, dim] = [false, false];
      else if (part === "39") colour = "inherit";
      else colour = colours[part] ?? colour;
      return "";
    })
    .join("");
}

const markdownStyle = `body{margin:24px 32px;font:14px/1.5 -apple-system,"Segoe UI","DejaVu Sans",sans-serif;color:#1f2328;background:#fff}
h2{border-bottom:1px solid #d1d9e0;padding-bottom:6px}code{background:#f0f1f2;border-radius:6px;padding:2px 5px;font:12px "DejaVu Sans Mono",monospace}
pre{background:#f6f8fa;border-radius:6px;padding:12px}pre code{background:none;padding:0}table{border-collapse:collapse}
th,td{border:1px solid #d1d9e0;padding:5px 11px;text-align:left}summary{margin:4px 0}`;

const terminalStyle = `body{margin:0;background:#0d1117;color:#e6edf3}pre{margin:20px 24px;font:13px/1.45 "DejaVu Sans Mono",monospace;white-space:pre-wrap}`;

const page = (style: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${body}`;

interface Picture {
  readonly name: string;
  readonly file: string;
  readonly width: number;
  /** Pixels of it that are shown, from the top; null: all. */
  readonly height: number | null;
}

async function take(browser: Browser, { name, file, width, height }: Picture): Promise<void> {
  const tab = await browser.newPage({ viewport: { width, height: height ?? 200 }, deviceScaleFactor: 1 });
  await tab.goto(pathToFileURL(file).href);
  await tab.waitForLoadState();
  await tab.screenshot({ path: join(pictures, `${name}.png`), fullPage: height === null });
  await tab.close();
}

const work = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  mkdirSync(pictures, { recursive: true });
  const dir = join(work, "hello");
  const printed = run(dir);
  const summary = readFileSync(join(dir, ".pipeline", "summary.md"), "utf8");
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  const files = {
    summary: page(markdownStyle, micromark(summary, options)),
    terminal: page(terminalStyle, `<pre>${terminalHtml(printed)}</pre>`),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, `${name}.html`), text);
  const browser = await startChromium();
  try {
    await take(browser, { name: "summary", file: join(work, "summary.html"), width: 900, height: 700 });
    await take(browser, { name: "terminal", file: join(work, "terminal.html"), width: 900, height: null });
    await take(browser, { name: "report", file: join(dir, ".pipeline", "report.html"), width: 1100, height: 720 });
  } finally {
    await browser.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
