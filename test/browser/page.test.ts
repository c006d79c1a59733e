import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summarizeCoverage } from "../../src/go/coverage/summary.ts";
import type { CountedSource, Evidence } from "../../src/model/evidence.ts";
import type { Report } from "../../src/model/report.ts";
import { manyModules, modulesRun } from "../unit/report/module-reports.ts";
import {
  cancelledRun,
  errorRun,
  everyStatus,
  failingTests,
  green,
  imageRun,
  noTests,
  releaseRun,
  withTotals,
} from "../unit/report/reports.ts";
import { startChromium } from "./support/chromium.ts";
import { openPage, overflow, seriousProblems, until, visit } from "./support/open.ts";
import { hostileNames, hostileReport, scaleReport, writeReportPage } from "./support/pages.ts";

let browser: Browser;
let dir: string;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(async () => {
  await browser?.close();
});

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "report-page-"));
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const views = ["overview", "timeline", "tests", "coverage", "logs", "products"] as const;

/** Two files with three uncovered places. */
const counted = withTotals(failingTests, {
  coverage: {
    ...summarizeCoverage([]),
    ...{ percent: 50, covered: 4, statements: 8, missing: ["example.com/greeter/broken"] },
    packages: [
      { importPath: "example.com/greeter/greet", percent: 75, covered: 3, statements: 4 },
      { importPath: "example.com/greeter/other", percent: 25, covered: 1, statements: 4 },
    ],
    files: [
      {
        path: "greet/greet.go",
        percent: 75,
        covered: 3,
        statements: 4,
        uncovered: [
          [4, 5],
          [20, 20],
        ],
      },
      { path: "other/other.go", percent: 25, covered: 1, statements: 4, uncovered: [[30, 31]] },
    ],
  },
});

const text = Array.from({ length: 60 }, (_, index) => `line ${index + 1}\n`).join("");
const evidence: Evidence = {
  sourceSize: (path) => (path.endsWith(".go") ? text.length : null),
  source: (): CountedSource => ({ text, runs: [21, 1, 14, 0, text.length - 35, 1] }),
  log: (stage) => Promise.resolve({ path: `logs/${stage}.log`, bytes: 9_000_000, head: "begin\n", tail: "end\n" }),
};

/** Of the change, lines in both files. */
const compared: Report = {
  ...withTotals(counted, {
    patch: {
      ...{ base: "0123456789abcdef", percent: 50, covered: 2, statements: 4 },
      files: [
        { path: "greet/greet.go", uncovered: [[4, 4]] },
        { path: "other/other.go", uncovered: [[30, 31]] },
      ],
    },
  }),
  comparison: {
    base: "0123456789abcdef",
    baseline: {
      ...{ percent: 60, covered: 6, statements: 10 },
      packages: [{ importPath: "example.com/greeter/greet", covered: 4, statements: 4 }],
    },
    notes: ["generated.go is left out: its lines are those of another file"],
  },
};

describe.each([
  ["green", green],
  ["red", counted],
  ["compared with its base", compared],
  ["every status", everyStatus],
  ["no tests", noTests],
  ["image", imageRun],
  ["release", releaseRun],
  ["broken", errorRun],
  ["cancelled", cancelledRun],
  ["modules", modulesRun],
  ["many modules", manyModules(10)],
])("a run: %s", (_, report) => {
  it.each(["light", "dark"] as const)(
    "asks for nothing, breaks no rule, is accessible and as wide as a phone, %s",
    async (colorScheme) => {
      const file = await writeReportPage(dir, report, evidence);
      const { page, requests, said } = await openPage(browser, file, { colorScheme, width: 400 });
      for (const view of views) {
        await visit(page, `#/${view}`);
        expect([view, await overflow(page)]).toEqual([view, 0]);
        expect([view, await seriousProblems(page)]).toEqual([view, []]);
      }
      expect([requests, said]).toEqual([[], []]);
      await page.close();
    },
  );
});

it("leads from what the change leaves uncovered to its lines", async () => {
  const file = await writeReportPage(dir, compared, evidence);
  const { page } = await openPage(browser, file, { width: 1_000 });
  await visit(page, "#/overview");
  expect(await overflow(page)).toBe(0);
  await visit(page, "#/coverage");
  const change = page.locator("section.card", { hasText: "This change" });
  expect(await change.innerText()).toContain("50.0 % of changed statements (2 of 4)");
  expect(await change.innerText()).toContain("−10.0 points, from 60.0 % (6 of 10) to 50.0 % (4 of 8)");
  await change.getByRole("link", { name: "30–31" }).click();
  await until(page, 'document.querySelectorAll("tr.changed").length === 2');
  expect(await page.locator("tr.changed .hit").first().getAttribute("title")).toContain("changed");
  await page.close();
});

it("has colours of its own in the dark", async () => {
  const file = await writeReportPage(dir, green, evidence);
  const ground = async (colorScheme: "light" | "dark"): Promise<string> => {
    const { page } = await openPage(browser, file, { colorScheme });
    const colour = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await page.close();
    return colour;
  };
  expect([await ground("light"), await ground("dark")]).toEqual(["rgb(255, 255, 255)", "rgb(13, 17, 23)"]);
});

it("tells the verdict and the failures first, with output, place and command", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, counted, evidence));
  expect(await page.locator("h1").innerText()).toContain("failed");
  const headings = await page.locator("main h3").allInnerTexts();
  expect(headings.indexOf("Failed tests 2")).toBeLessThan(headings.indexOf("Stages"));
  const first = page.locator("section", { hasText: "Failed tests" }).locator("details").first();
  expect(await first.getAttribute("open")).not.toBeNull();
  expect(await first.innerText()).toContain("go test");
  await page.close();
});

it("searches and filters tests", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, scaleReport(small).report), { route: "#/tests" });
  const status = page.locator("main [role=status]");
  expect(await status.innerText()).toBe("2,000 tests");
  await page.keyboard.press("/");
  await page.keyboard.type("Test199");
  await until(page, 'document.querySelector("main [role=status]").textContent === "11 tests"');
  expect(await page.locator(".rows .name").allInnerTexts()).toContain("Test1999");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: /^Failed/ }).click();
  await until(page, 'document.querySelector("main [role=status]").textContent === "2 tests"');
  const row = page.locator("details").first();
  await row.locator("summary").click();
  expect(await row.innerText()).toContain("output of a test");
  await page.getByRole("button", { name: /^Skipped/ }).click();
  await until(page, 'document.querySelector("main [role=status]").textContent === "2 tests"');
  await page.getByRole("button", { name: /^Slowest/ }).click();
  await until(page, 'document.querySelector("main [role=status]").textContent.startsWith("100 tests")');
  await page.close();
});

it("filters and sorts files, by tree, file and package", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, counted, evidence), { route: "#/coverage" });
  expect(await page.locator("main").innerText()).toContain("example.com/greeter/broken");
  await page.getByRole("button", { name: "Files" }).click();
  const names = page.locator(".counted tbody .name");
  await names.first().waitFor();
  expect(await names.allInnerTexts()).toEqual(["other/other.go", "greet/greet.go"]);
  await page
    .getByRole("button", { name: "File", exact: false })
    .filter({ hasText: /^File$/ })
    .click();
  await until(page, 'document.querySelector(".counted tbody .name").textContent === "greet/greet.go"');
  await page.getByRole("searchbox").fill("other");
  await until(page, 'document.querySelectorAll(".counted tbody tr").length === 1');
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Packages" }).click();
  await until(page, 'document.querySelector(".counted tbody .name").textContent.startsWith("example.com")');
  await page.close();
});

it("names a missed limit on the change, the only one there is", async () => {
  const thresholds = [{ what: "patch" as const, name: null, floor: 50, covered: 1, statements: 4, met: false }];
  const { page } = await openPage(browser, await writeReportPage(dir, { ...counted, thresholds }, evidence));
  expect(await page.locator(".limits").innerText()).toMatch(/^✗\s*1 limit missed$/);
  await visit(page, "#/coverage");
  expect(await page.locator("section", { hasText: "Missed limits" }).locator("li").innerText()).toMatch(
    /change 25\.0 % of 50 %$/,
  );
  await page.close();
});

it("walks from one uncovered place to the next by keyboard, into the next file and back, and says where", async () => {
  const file = await writeReportPage(dir, counted, evidence);
  const { page, said } = await openPage(browser, file, { route: "#/file?path=greet%2Fgreet.go" });
  expect(await page.locator("tr.uncovered").count()).toBe(2);
  expect(await page.locator("tr.partial").count()).toBe(1);
  const focused = (): Promise<string> => page.evaluate<string>("document.activeElement.cells?.[0].textContent ?? ''");
  const press = async (key: string, line: string): Promise<void> => {
    await page.keyboard.press(key);
    await until(page, `document.activeElement.cells?.[0].textContent === "${line}"`);
  };
  await press("n", "4");
  expect(await page.locator("main [role=status]").innerText()).toBe("Lines 4 to 5 not covered, 1 of 2 in this file");
  await press("n", "20");
  await press("n", "30");
  expect(await page.locator("main h2").innerText()).toBe("other/other.go");
  await press("p", "20");
  await press("p", "4");
  expect(await focused()).toBe("4");
  expect(said).toEqual([]);
  expect(await seriousProblems(page)).toEqual([]);
  await page.close();
});

it("leads from a failed test to its line", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, counted, evidence));
  await page.locator("a.place", { hasText: "greet/greet_test.go:31" }).first().click();
  await until(page, 'document.activeElement.cells?.[0].textContent === "31"');
  expect(await page.locator("tr.marked").innerText()).toContain("TestGreet/empty_name");
  await page.close();
});

it("single keys do nothing when they are switched off", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, green, evidence));
  await page.keyboard.press("3");
  await page.locator("h2", { hasText: "Tests" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Single keys do this" }).uncheck();
  await page.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("2");
  expect(await page.evaluate<string>("location.hash")).toBe("#/tests");
  await page.close();
});

it("opens the log of what broke first, where none is asked for", async () => {
  for (const [report, stage] of [
    [everyStatus, "vet"],
    [green, "deps"],
  ] as const) {
    const { page } = await openPage(browser, await writeReportPage(dir, report, evidence), { route: "#/logs" });
    expect(await page.locator(".log h3").innerText()).toBe(stage);
    await page.close();
  }
});

it("shows code that sentences name as code", async () => {
  const report = { ...green, notices: ["`attest` attests nothing here"], warnings: ["one ` alone"] };
  const { page } = await openPage(browser, await writeReportPage(dir, report, evidence));
  expect(await page.locator("li", { hasText: "attests nothing here" }).innerHTML()).toBe(
    "<code>attest</code> attests nothing here",
  );
  expect(await page.locator("li", { hasText: "alone" }).innerText()).toBe("one ` alone");
  await page.close();
});

it("keeps its foot away from what stands above it", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, green, evidence), { width: 400 });
  const gap = `document.querySelector("footer").getBoundingClientRect().top
    - document.querySelector("main > :last-child").getBoundingClientRect().bottom`;
  expect(await page.evaluate<number>(gap)).toBeGreaterThanOrEqual(40);
  await page.close();
});

it("a telephone says which time of a stage is which", async () => {
  const labels = `[...document.querySelectorAll(".timeline tbody tr:first-child td[data-label]")]
    .map((cell) => getComputedStyle(cell, "::before").content)`;
  for (const [width, expected] of [
    [400, ['"start "', '"time "']],
    [1_000, ["none", "none"]],
  ] as const) {
    const file = await writeReportPage(dir, green, evidence);
    const { page } = await openPage(browser, file, { route: "#/timeline", width });
    expect(await page.evaluate<string[]>(labels)).toEqual(expected);
    await page.close();
  }
});

it("shows a file without statements otherwise than one of which nothing is covered", async () => {
  const none = { covered: 0, statements: 0, percent: null, uncovered: [] };
  const files = [
    { ...none, path: "none.go" },
    { ...none, path: "zero.go", percent: 0, statements: 2 },
  ];
  const report = withTotals(green, {
    coverage: { ...summarizeCoverage([]), percent: 0, covered: 0, statements: 2, missing: [], files },
  });
  const { page } = await openPage(browser, await writeReportPage(dir, report, evidence), { route: "#/coverage" });
  const colours = `[...document.querySelectorAll(".tree .bar")].map((bar) => getComputedStyle(bar).backgroundColor)`;
  expect(await page.evaluate<string[]>(colours)).toEqual(["rgb(209, 217, 224)", "rgb(255, 193, 186)"]);
  await page.close();
});

it("shows logs with what was cut, and where the rest is", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, counted, evidence), {
    route: "#/logs?stage=vet",
  });
  expect(await page.locator(".log").innerText()).toMatch(/begin[\s\S]*the rest is in logs\/vet\.log[\s\S]*end/);
  await page.close();
});

it("prints what is folded on screen, without controls", async () => {
  const { page } = await openPage(browser, await writeReportPage(dir, counted, evidence), { route: "#/tests" });
  expect(await page.locator("details:not([open])").count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  await until(page, 'document.querySelectorAll("details:not([open])").length === 0');
  expect(await page.locator(".tabs").isVisible()).toBe(false);
  expect((await page.pdf()).length).toBeGreaterThan(1_000);
  await page.close();
});

it("does nothing that hostile names say, wherever they stand", async () => {
  const { report, evidence } = hostileReport();
  const file = await writeReportPage(dir, report, evidence);
  const { page, requests, said } = await openPage(browser, file, { width: 400 });
  const visited = [
    ...views.map((view) => `#/${view}`),
    ...["files", "packages"].map((by) => `#/coverage?by=${by}`),
    ...hostileNames.map((name) => `#/file?${new URLSearchParams({ path: `${name}.go`, line: "1" })}`),
    ...hostileNames.slice(0, 2).map((name) => `#/logs?${new URLSearchParams({ stage: name })}`),
    "#/</script><script>alert(1)</script>",
  ];
  for (const route of visited) {
    await visit(page, route);
    await page.emulateMedia({ media: "print" });
    await page.emulateMedia({ media: "screen" });
    expect([route.slice(0, 80), await overflow(page)]).toEqual([route.slice(0, 80), 0]);
    expect(await page.locator("script:not([type]), img, iframe, object, [onmouseover]").count()).toBe(1);
    expect(await page.evaluate<string>("document.querySelector('main').textContent")).not.toMatch(
      /[\u202a-\u202e\u2066-\u2069]/,
    );
    const protocols = await page.evaluate<string[]>("[...document.links].map(({ protocol }) => protocol)");
    expect(protocols.filter((protocol) => protocol !== "file:" && protocol !== "https:")).toEqual([]);
  }
  expect([requests, said]).toEqual([[], []]);
  await page.close();
});

const small = { packages: 50, tests: 2_000, outputBytes: 1, profileBytes: 100_000, profileCopies: 1 };

it("opens with 5,000 packages, 200,000 tests and the sources of all", async () => {
  const { report, evidence } = scaleReport();
  const file = await writeReportPage(dir, report, evidence);
  const { page, said } = await openPage(browser, file);
  const ms = await page.evaluate<number>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
  process.stdout.write(
    `report.html: ${(statSync(file).size / 1024 / 1024).toFixed(1)} MiB, loaded in ${Math.round(ms)} ms\n`,
  );
  expect(await page.locator("main").innerText()).toContain("in 5,000 packages");
  await visit(page, "#/tests");
  expect(await page.locator("main [role=status]").innerText()).toBe("200,000 tests");
  expect(await page.locator(".rows li").count()).toBe(200);
  await page.getByRole("searchbox").fill("Test199999");
  await until(page, 'document.querySelector("main [role=status]").textContent === "1 test"');
  await visit(page, "#/coverage?by=files");
  await page.locator(".counted a").first().click();
  await page.locator("tr.uncovered").first().waitFor();
  expect(said).toEqual([]);
  await page.close();
});
