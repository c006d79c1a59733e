import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Report, reportSchema } from "../../../src/model/report.ts";
import { markerOf } from "../../../src/report/comment-marker.ts";
import { harmlessReport } from "../../../src/report/harmless-report.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import {
  type CommentOrigin,
  commentLimit,
  renderComment,
  renderCommented,
} from "../../../src/report/targets/pr-comment.ts";
import { byteLength } from "../../../src/text/clip.ts";
import { runs } from "../../support/runs.ts";
import { expectHarmless } from "./harmless.ts";
import { hostileModules, modulesContext, modulesRun } from "./module-reports.ts";
import { elementsOf, renderedHtml } from "./rendered.ts";
import {
  context,
  errorRun,
  everyStatus,
  failedTest,
  failingTests,
  finding,
  green,
  hostile,
  hostileTexts,
  imageRun,
  releaseRun,
  stage,
  testPackage,
  withTotals,
} from "./reports.ts";

const owner = { workflow: "CI", job: "go", artifactPrefix: "", workingDirectory: "." };

const origin: CommentOrigin = {
  marker: markerOf(owner),
  run: "https://github.com/acme/greeter/actions/runs/42",
  commit: "0123456789abcdef0123456789abcdef01234567",
  fork: null,
  otherwise: null,
};

const uploads = ["greeter-linux-amd64", "report"].map((name, index) => ({
  name,
  url: `https://github.com/acme/greeter/actions/runs/42/artifacts/${index + 1}`,
  size: 2_000_000,
}));

const delivered: ReportContext = { ...context, uploads };

describe("the comment that is committed for review", () => {
  const cases: readonly (readonly [name: string, report: Report, context: ReportContext, origin: CommentOrigin])[] = [
    ["green", green, delivered, origin],
    ["failing-tests", failingTests, delivered, origin],
    ["every-status", everyStatus, context, origin],
    ["image", imageRun, context, origin],
    ["error", errorRun, context, { ...origin, run: null }],
    ["modules", modulesRun, modulesContext, origin],
    [
      "fork",
      harmlessReport(green),
      { ...context, needs: new Map() },
      { ...origin, fork: "eve/greeter", otherwise: "failure" },
    ],
    ["hostile", harmlessReport(hostile), context, { ...origin, fork: "eve/greeter" }],
  ];

  it.each(cases)("%s.md", async (name, report, how, from) => {
    await expect(renderComment(report, how, from)).toMatchFileSnapshot(`../../fixtures/comment/${name}.md`);
  });
});

describe("the marker", () => {
  it("is the first line, and nobody sees it", () => {
    const text = renderComment(green, context, origin);
    expect(text.split("\n")[0]).toBe(
      "<!-- dagger-go-pipeline workflow=CI job=go artifact-prefix= working-directory=. -->",
    );
    expect(renderedHtml(text)).toMatch(/^<!-- .* -->\n<h2>/);
  });

  it.each([
    ["--> <b>", "--%3E%20%3Cb%3E"],
    ["--!>", "--!%3E"],
    ["a\nb", "a%0Ab"],
    ["x y=z", "x%20y%3Dz"],
    ["half \ud83d", "half%20%EF%BF%BD"],
    ["Prüfung", "Pr%C3%BCfung"],
  ])("is ended by nothing that it holds: %j", (name, written) => {
    expect(markerOf({ ...owner, workflow: name })).toBe(
      `<!-- dagger-go-pipeline workflow=${written} job=go artifact-prefix= working-directory=. -->`,
    );
  });

  it("is one comment whatever it holds, and another one for each owner", () => {
    const texts = fc.string({ unit: "binary", maxLength: 20 });
    const owners = fc.record({ workflow: texts, job: texts, artifactPrefix: texts, workingDirectory: texts });
    fc.assert(
      fc.property(owners, owners, (one, other) => {
        const marker = markerOf(one);
        expect(marker).toMatch(/^<!-- dagger-go-pipeline [^<>\s]+ [^<>\s]+ [^<>\s]+ [^<>\s]+ -->$/);
        expect(renderedHtml(`${marker}\ntext\n`)).toMatch(/^<!-- .* -->\n?text|^<!-- .* -->\n<p>/s);
        const same = ["workflow", "job", "artifactPrefix", "workingDirectory"] as const;
        const plain = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
        const equal = same.every((name) => plain(one[name]) === plain(other[name]));
        expect(marker === markerOf(other)).toBe(equal);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Every text of the report that the schema leaves free. */
function everyText(value: unknown, text: string): unknown {
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((item) => everyText(item, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everyText(item, text)]));
}

/** A report whose schema is kept and whose texts are all one. */
function filledWith(report: Report, text: string): Report {
  const everything: Report = {
    ...report,
    testReuse: { mode: "reuse", reason: "", packages: 3, reused: 1, runs: [{ run: "", packages: 1 }] },
  };
  const filled = everyText(everything, text);
  const wrong = (value: unknown): readonly (readonly PropertyKey[])[] =>
    reportSchema.safeParse(value).error?.issues.map(({ path }) => path) ?? [];
  const repaired = wrong(filled).reduce((value, path) => put(value, path, at(everything, path)), filled);
  return reportSchema.parse(repaired);
}

function at(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return value;
  return typeof value === "object" && value !== null ? at(Reflect.get(value, key), rest) : undefined;
}

function put(value: unknown, [key, ...rest]: readonly PropertyKey[], leaf: unknown): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return leaf;
  const next = put(Reflect.get(value, key), rest, leaf);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? next : item));
  return { ...value, [key]: next };
}

/** The parts of the comment that are ours. */
function withoutOurs(markdown: string): string {
  return markdown
    .split("\n")
    .slice(1)
    .join("\n")
    .replaceAll(
      "https://github.com/acme/greeter/actions/runs/42",
      "https://github.com/acme/greeter/blob/0123456789abcdef0123456789abcdef01234567/",
    );
}

describe("a report of strangers", () => {
  const texts = [...hostileTexts, "@octocat", "#123", "https://evil.example", "octo/hello#1", "</details>"];

  it.each(texts)(
    "makes no element, no link, no mention and no reference, in whichever field its text stands: %j",
    (text) => {
      for (const report of [
        green,
        failingTests,
        everyStatus,
        imageRun,
        releaseRun,
        modulesRun,
        hostileModules,
        hostile,
      ]) {
        const filled = harmlessReport(filledWith(report, text));
        const shown = renderComment(filled, context, { ...origin, fork: "eve/greeter" });
        expectHarmless(withoutOurs(shown));
        expect(byteLength(shown)).toBeLessThanOrEqual(commentLimit);
      }
    },
  );

  it("is seen as a threat by this test when a field of it is shown as ours", () => {
    const naive = `${markerOf(owner)}\n## Engine @octocat\n`;
    expect(() => expectHarmless(withoutOurs(naive))).toThrow();
    expect(filledWith(green, "@octocat").engine).toEqual({ name: "@octocat", version: "@octocat", reason: "@octocat" });
  });

  it("loses its addresses, which would be taken for ours", () => {
    const linked: Report = { ...green, traceUrl: "https://evil.example/trace" };
    const shown = renderComment(harmlessReport(linked), context, origin);
    expect(
      elementsOf(renderedHtml(shown)).addresses.filter((address) => !address.startsWith("https://github.com/acme/")),
    ).toEqual([]);
    expect(shown).not.toContain("evil.example");
  });

  it("with fields of a megabyte and sources without end stays within the limit, and says what is left out", () => {
    const huge = "x ".repeat(200_000);
    const many = Array.from({ length: 2_000 }, (_, index) =>
      stage(`vet${index}`, {
        gate: `gate${index}`,
        status: "failed",
        reason: huge.slice(0, 300),
        command: `go vet ${huge}`,
        findings: [
          finding({ source: `source${index}`, message: `${index} ${huge.slice(0, 400)}\n${huge.slice(0, 9_000)}` }),
        ],
      }),
    );
    const shown = renderComment({ ...failingTests, stages: many, reasons: [huge, huge] }, context, origin);
    expect(byteLength(shown)).toBeLessThanOrEqual(commentLimit);
    expect(shown).toContain("Left out to fit GitHub's limit for comments: ");
    expect(shown).toContain("## ❌ Go pipeline failed");
    expect(shown).toContain("### Failed tests");
  });

  it("has no more modules and stages than a comment is made for", () => {
    const stages = Array.from({ length: 5_000 }, (_, index) => stage(`vet${index}`));
    const modules = Array.from({ length: 900 }, (_, index) => ({
      dir: `m${index}`,
      path: null,
      goVersion: null,
      tests: null,
      coverage: null,
    }));
    const less = harmlessReport({ ...green, stages, modules });
    expect([less.stages.length, less.modules.length]).toEqual([2_000, 500]);
  });
});

describe("within the limit", () => {
  it("thousands of failures leave the verdict, the first failures and how to see them again", () => {
    const failures = Array.from({ length: 3_000 }, (_, index) =>
      failedTest({ name: `Test${index}`, output: `    a_test.go:1: ${"y".repeat(300)}\n` }),
    );
    const packages = [testPackage("example.com/greeter/greet", { status: "failed", failed: 3_000, failures })];
    const tests = { passed: 0, failed: 3_000, skipped: 0, flaky: 0, interrupted: 0, packages };
    const shown = renderComment(withTotals(failingTests, { ...failingTests.totals, tests }), delivered, origin);
    expect(byteLength(shown)).toBeLessThanOrEqual(commentLimit);
    expect(shown).toContain("`Test19`");
    expect(shown).not.toContain("`Test20`");
    expect(shown).toContain("… 2,980 more failed tests in report.json.");
    expect(shown).toContain("### Reproduce locally");
  });
});

describe("the summary of a run that only comments", () => {
  it.each([
    [
      { url: "https://github.com/octo/hello/pull/7#issuecomment-1" },
      true,
      "## ✅ Comment on the pull request\n\n[Done.](https://github.com/octo/hello/pull/7#issuecomment-1)\n",
    ],
    [null, false, "## 💥 Comment on the pull request\n\nDone.\n"],
  ])("%j", (done, ok, markdown) => {
    expect(renderCommented("Done.", done, ok)).toBe(markdown);
  });
});
