import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium, or the one that CHROMIUM names. Throws with what to install. */
export async function startChromium(): Promise<Browser> {
  const named = process.env["CHROMIUM"];
  const path = named ?? onPath("chromium");
  if (path === null || !existsSync(path)) {
    throw new Error("test:browser needs Chromium: apt-get install chromium, or name one by CHROMIUM=/path/to/chromium");
  }
  // Root, as in containers, has no sandbox.
  return chromium.launch({ executablePath: path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

function onPath(name: string): string | null {
  const found = (process.env["PATH"] ?? "").split(delimiter).map((dir) => join(dir, name));
  return found.find((path) => existsSync(path)) ?? null;
}
