import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteLength } from "../../../src/report/clip.ts";
import type { ReportContext } from "../../../src/report/model.ts";
import { renderSummary, summaryLimit } from "../../../src/report/summary.ts";
import type { Report } from "../../../src/results/model.ts";
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
  stage,
  testPackage,
} from "./reports.ts";

describe("the rendering that is committed for review", () => {
  const cases: readonly (readonly [name: string, report: Report, context: ReportContext])[] = [
    ["green", green, { ...context, thresholds: { total: 80, package: null } }],
    ["every-status", everyStatus, context],
    ["failing-tests", failingTests, context],
    ["no-tests", noTests, localContext],
    ["image", imageRun, context],
    ["error", errorRun, localContext],
    ["cancelled", cancelledRun, localContext],
    ["hostile", hostile, context],
  ];

  it.each(cases)("%s.md", async (name, report, how) => {
    await expect(renderSummary(report, how)).toMatchFileSnapshot(`../../fixtures/summary/${name}.md`);
  });
});

const allowedTags = new Set([
  ...["h2", "h3", "p", "ul", "li", "strong", "code", "pre", "a", "details", "summary"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
]);

/** What GitHub would act upon in running text. */
const acted = /@\w|(^|[^\w&])#\d|\bGH-\d|:\/\/|www\.|:[\w+-]+:|\$|\b[0-9a-f]{40}\b/i;

function expectHarmless(markdown: string): void {
  const html = renderedHtml(markdown);
  const { tags, addresses } = elementsOf(html);
  expect([...tags].filter((tag) => !allowedTags.has(tag))).toEqual([]);
  const ours = "https://github.com/acme/greeter/blob/0123456789abcdef0123456789abcdef01234567/";
  expect(addresses.filter((address) => !address.startsWith(ours))).toEqual([]);
  expect(searchedText(html)).not.toMatch(acted);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
  expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u);
}

function everywhere(text: string): Report {
  const [failedPackage] = hostile.tests?.packages ?? [];
  if (failedPackage === undefined || hostile.image === null) throw new Error("the hostile report has lost its parts");
  return {
    ...hostile,
    reasons: [text],
    warnings: [text],
    engine: { name: "host", version: text, reason: text },
    project: { modules: [{ dir: text, path: text }], goVersion: text },
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
    tests: {
      passed: 0,
      failed: 1,
      skipped: 0,
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
      packages: [{ importPath: text, percent: 50, covered: 1, statements: 2 }],
      files: [{ path: text, percent: 50, covered: 1, statements: 2, uncovered: [[1, 2]] }],
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
        expectHarmless(renderSummary(everywhere(value), context));
      }),
      { numRuns: 100 },
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
});

describe("a very large report", () => {
  const manyPackages = Array.from({ length: 50_000 }, (_, index) => `example.com/mono/internal/package${index}`);
  const huge: Report = {
    ...failingTests,
    reasons: Array.from({ length: 5_000 }, (_, index) => `reason ${index}`),
    warnings: Array.from({ length: 5_000 }, (_, index) => `warning ${index}`),
    stages: [
      ...failingTests.stages,
      ...Array.from({ length: 1_000 }, (_, index) => stage(`build:linux/arch${index}`)),
      stage("format", {
        status: "failed",
        findings: Array.from({ length: 5_000 }, (_, index) =>
          finding({ source: "format", path: `dir/file${index}.go`, message: "+\tfmt.Println(世界)\n".repeat(500) }),
        ),
      }),
      stage("vet", {
        status: "failed",
        findings: Array.from({ length: 20_000 }, (_, index) => finding({ line: index + 1, message: "x".repeat(900) })),
      }),
    ],
    tests: {
      passed: 1,
      failed: 20_000,
      skipped: 0,
      packages: manyPackages.map((importPath, index) =>
        testPackage(importPath, {
          status: index < 20_000 ? "failed" : "passed",
          failures:
            index < 20_000
              ? [
                  failedTest({
                    name: `TestNumber${index}`,
                    command: `go test -run '^${"x".repeat(400)}$'`,
                    output: `${"世界".repeat(15)}\n`.repeat(500),
                  }),
                ]
              : [],
        }),
      ),
    },
    coverage: {
      percent: 50,
      covered: 25_000,
      statements: 50_000,
      packages: manyPackages.map((importPath) => ({ importPath, percent: 50, covered: 1, statements: 2 })),
      files: manyPackages.map((path) => ({ path, percent: 50, covered: 1, statements: 2, uncovered: [[1, 2]] })),
    },
  };

  it("stays below GitHub's limit in UTF-8 and takes little time", () => {
    const before = process.cpuUsage();
    const markdown = renderSummary(huge, context);
    const { user, system } = process.cpuUsage(before);
    expect(byteLength(markdown)).toBeLessThanOrEqual(summaryLimit);
    expect((user + system) / 1_000).toBeLessThan(2_000);
    expect(byteLength(renderSummary(huge, context, Number.POSITIVE_INFINITY))).toBeGreaterThan(summaryLimit);
    expect(markdown).toContain("… 49900 more packages in report.json.");
    expect(markdown).toContain("… 19850 more failed tests in report.json.");
    expect(markdown).toContain("… 4950 more reasons in report.json.");
  });

  it.each([
    [summaryLimit, ": coverage, timeline."],
    [100_000, ": failed tests, go vet, Tests, Data races, gofmt, coverage, warnings, timeline."],
    [1, ": reasons, stages, Compile errors, failed tests, go vet,"],
  ])("is shortened to %i bytes, least important first, and says what", (limit, shortened) => {
    const markdown = renderSummary(huge, context, limit);
    if (limit > 1) expect(byteLength(markdown)).toBeLessThanOrEqual(limit);
    expect(markdown).toMatch(/^## ❌ Go pipeline failed: `example.com\/greeter`\n/);
    expect(markdown.trimEnd().split("\n").at(-1)).toContain(shortened);
    expect(markdown).toContain("### Reproduce locally");
    expectHarmless(markdown);
  });

  it("is as small as it gets, and that is far below the limit", () => {
    expect(byteLength(renderSummary(huge, context, 1))).toBeLessThan(60_000);
  });
});
