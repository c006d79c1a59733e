import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

/** A page, and what must not happen on it. */
export interface Opened {
  readonly page: Page;
  /** Addresses that it asked for, itself left out. */
  readonly requests: readonly string[];
  /** What the console said, errors of the script and breaches of the policy among it. */
  readonly said: readonly string[];
}

interface Look {
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
  readonly route?: string;
}

/** Opens a file as somebody does who has clicked on it. */
export async function openPage(browser: Browser, file: string, look: Look = {}): Promise<Opened> {
  const { colorScheme = "light", width = 1280, route = "#/overview" } = look;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const address = pathToFileURL(file).href;
  const requests: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) requests.push(request.url());
  });
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${address}${route}`);
  await page.locator("main h2").waitFor({ state: "attached" });
  return { page, requests, said };
}

/** Goes to another view. */
export async function visit(page: Page, route: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(route)}`);
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  await page.locator("main h2").waitFor({ state: "attached" });
}

/** Waits until an expression is true on the page; the policy of the page forbids Playwright's own way. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let turn = 0; !(await page.evaluate<boolean>(`Boolean(${expression})`)); turn += 1) {
    // For a test that would wait for ever.
    if (turn > 3_000) throw new Error(`never true: ${expression}`);
    await sleep(20);
  }
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe-core finds that is serious or critical. Evaluated by the debugger, which the policy of the page does not concern. */
export async function seriousProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(axePath, "utf8"));
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(" ; ")))`);
}

/** How far the page is wider than its window; pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
}
