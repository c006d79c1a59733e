import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { runs } from "../../support/runs.ts";
import { acted, expectHarmless } from "./harmless.ts";
import { hostileModules, modulesContext, modulesRun } from "./module-reports.ts";
import { elementsOf, renderedHtml, searchedText } from "./rendered.ts";
import {
  cancelledRun,
  context,
  errorRun,
  everyStatus,
  failedTest,
  failingTests,
  finding,
  green,
  hostile,
  imageRun,
  localContext,
  noTests,
  releaseRun,
  stage,
  testPackage,
} from "./reports.ts";

function metThreshold(report: Report): Report {
  const total = { what: "total", name: null, floor: 80, covered: 120, statements: 144, met: true } as const;
  return { ...report, thresholds: [total] };
}

describe("the rendering that is committed for review", () => {
  const cases: readonly (readonly [name: string, report: Report, context: ReportContext])[] = [
    ["green", metThreshold(green), context],
    ["every-status", everyStatus, context],
    ["failing-tests", failingTests, context],
    ["no-tests", noTests, localContext],
    ["image", imageRun, context],
    ["release", releaseRun, context],
    ["error", errorRun, localContext],
    ["cancelled", cancelledRun, localContext],
    ["hostile", hostile, context],
    ["modules", modulesRun, modulesContext],
    ["hostile-modules", hostileModules, context],
  ];

  it.each(cases)("%s.md", async (name, report, how) => {
    await expect(renderSummary(report, how)).toMatchFileSnapshot(`../../fixtures/summary/${name}.md`);
  });
});

function everywhere(text: string): Report {
  const [failedPackage] = hostile.totals.tests?.packages ?? [];
  if (failedPackage === undefined || hostile.image === null) throw new Error("the hostile report has lost its parts");
  return {
    ...hostile,
    reasons: [text],
    warnings: [text],
    notices: [text],
    engine: { name: "host", version: text, reason: text },
    modules: [{ dir: text, path: text, goVersion: text, tests: null, coverage: null }],
    stages: [
      stage(`build:${text}`, {
        module: text,
        status: "failed",
        reason: text,
        findings: [
          finding({ path: text, message: text, title: text }),
          finding({ path: null, message: `${text}\n${text}`, title: text }),
          finding({ source: "format", path: text, message: text, title: text }),
        ],
      }),
    ],
    thresholds: [],
    totals: {
      tests: {
        passed: 0,
        failed: 1,
        skipped: 0,
        flaky: 0,
        interrupted: 0,
        packages: [
          testPackage(text, { status: "failed", reason: text }),
          testPackage(text, {
            status: "failed",
            failures: [failedTest({ name: text, path: text, output: text, command: text })],
          }),
        ],
      },
      coverage: {
        percent: 50,
        covered: 1,
        statements: 2,
        missing: [text],

        packages: [{ importPath: text, percent: 50, covered: 1, statements: 2 }],
        files: [{ path: text, percent: 50, covered: 1, statements: 2, uncovered: [[1, 2]] }],
      },
      patch: null,
    },
    artifacts: hostile.artifacts.slice(0, 1).map((artifact) => ({ ...artifact, name: text })),
    image: { ...hostile.image, name: text, tags: [text], base: text, tested: text, path: text },
  };
}

describe("text from the repository", () => {
  it("is seen as a threat by this test when it is not escaped", () => {
    const raw = "<img src=x> ![x](http://evil.example) @octocat #1";
    expect([...elementsOf(renderedHtml(raw)).tags]).toEqual(["p", "img"]);
    expect(searchedText(renderedHtml("hello @octocat"))).toMatch(acted);
    expect(elementsOf(renderedHtml("[a](http://evil.example)")).addresses).toEqual(["http://evil.example"]);
  });

  it("makes no element, no link, no mention and no reference", () => {
    expectHarmless(renderSummary(hostile, context));
    expectHarmless(renderSummary(hostile, context, 20_000));
    expectHarmless(renderSummary(hostileModules, context));
    expectHarmless(renderSummary(hostileModules, context, 20_000));
  });

  it("does so whatever it is", () => {
    const pieces = fc.constantFrom(
      ...[
        "`",
        "``",
        "```",
        "~~~",
        "|",
        "\\",
        "\n",
        "\n\n",
        "\t",
        " ",
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "details",
        "img src=x",
        "&lt;",
        "&#60;",
      ],
      ...[
        "[",
        "]",
        "(",
        ")",
        "!",
        "http://",
        "www.",
        "a.b",
        "@",
        "octocat",
        "#",
        "1",
        "GH-1",
        "$",
        "*",
        "_",
        "~",
        "-",
        "+",
        "1.",
        "=",
        "#\u200b#[",
        "::",
      ],
      ...[
        ":smile:",
        "\u001b[31m",
        "\u202e",
        "\u2028",
        "\ud800",
        "é",
        "0123456789abcdef0123456789abcdef01234567",
        "[^1]",
        "[^1]:",
      ],
    );
    const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (value) => {
        const report = everywhere(value);
        expectHarmless(renderSummary(report, context));
        expectHarmless(renderSummary({ ...report, modules: [...report.modules, ...green.modules] }, context));
      }),
      { numRuns: runs(100) },
    );
  });

  it("is shown as it is where nothing can be done with it", () => {
    const html = renderedHtml(renderSummary(everywhere("a<b> & 'c' [d] *e* _f_ ~g~ | h"), context));
    const shown = "a&lt;b&gt; &amp; 'c' [d] *e* _f_ ~g~ | h";
    expect(html).toContain(`<li>${shown}</li>`);
    expect(html).toContain(`<td>${shown}</td>`);
    expect(html).toContain(`<code>${shown}</code>`);
    expect(html).toContain("<code>a&lt;b&gt; &amp; &#39;c&#39; [d] *e* _f_ ~g~ | h</code>");
  });

  it("leaves the end of a sentence out of the address that ends it", () => {
    const html = renderedHtml(renderSummary(everywhere("nobody at unix:///run/docker.sock. Why, @you?"), context));
    expect(html).toContain("<li>nobody at <code>unix:///run/docker.sock</code>. Why, <code>@you?</code></li>");
  });
});
