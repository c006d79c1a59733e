import { attestationsFile } from "../../model/attestation.ts";
import { percentOf } from "../../model/percent.ts";
import type { Report, StageStatus } from "../../model/report.ts";
import type {
  PageCoverageTotals,
  PageFinding,
  PageLook,
  PageModules,
  PageOverview,
  PageStage,
  PageTestTotals,
  PageTimeline,
  Tone,
} from "../../page/data.ts";
import { clipText } from "../../text/clip.ts";
import { plural } from "../../text/format.ts";
import { sanitizeLine, sanitizeText } from "../../text/sanitize.ts";
import { fileNames, type ReportContext } from "../target.ts";
import { applyFix, countWords, orderWords, stageCounts, testCounts } from "../view/facts.ts";
import { rankFindings } from "../view/findings.ts";
import { moduleTable } from "../view/modules.ts";
import { stageLooks, verdicts } from "../view/status.ts";
import { reuseWords } from "../view/test-reuse.ts";
import { timeline } from "../view/timeline.ts";
import { pageChange } from "./change.ts";
import { runFacts } from "./facts.ts";
import type { PageMatter } from "./matter.ts";
import { pageProducts } from "./products.ts";

const maxFindings = 1_000;
const findingLimits = { maxLines: 200, maxBytes: 16_000 };

const tones: Readonly<Record<(typeof stageLooks)[StageStatus]["colour"], Tone>> = {
  green: "good",
  red: "bad",
  yellow: "warn",
  dim: "quiet",
};

/** What the page shows first, and what its other parts have in common. */
export function pageOverview({ report, context }: PageMatter, logs: ReadonlyMap<string, string>): PageOverview {
  const { conclusion, stages, warnings, notices = [], reasons, startedAt, durationMs } = report;
  const verdict = verdicts[conclusion];
  const { found, more } = findingsOf(report, context);
  return {
    ...{ title: titleOf(report), conclusion, startedAt, durationMs },
    verdict: verdict.words,
    tone: tones[verdict.colour],
    sign: verdict.sign,
    looks: looks(),
    reasons: reasons.map((reason) => sanitizeLine(reason)),
    warnings: warnings.map((warning) => sanitizeLine(warning)),
    notices: notices.map((notice) => sanitizeLine(notice)),
    stages: stages.map(
      (stage): PageStage => ({
        id: sanitizeLine(stage.id),
        status: stage.status,
        durationMs: stage.durationMs,
        ran: stage.startedAt !== null,
        cached: stage.cached,
        reason: stage.reason === null ? null : sanitizeLine(stage.reason),
        command: sanitizeText(stage.command).trimEnd(),
        log: logs.get(stage.id) ?? null,
      }),
    ),
    stageCounts: stageCounts(stages).filter(({ count }) => count > 0),
    timeline: timelineOf(report, context),
    modules: modulesOf(report, context),
    findings: found,
    moreFindings: more,
    fix: context.fixable ? applyFix(context.pathOf) : null,
    tests: testsOf(report),
    coverage: coverageOf(report),
    ...pageProducts(report),
    facts: runFacts(report),
    beside: besideOf(report, context),
  };
}

function titleOf({ modules }: Report): string {
  const [only] = modules;
  if (only === undefined) return "Go pipeline";
  return modules.length > 1 ? plural(modules.length, "module") : sanitizeLine(only.path ?? only.dir);
}

function looks(): PageOverview["looks"] {
  const look = (status: StageStatus): PageLook => {
    const { sign, colour } = stageLooks[status];
    return { sign, tone: tones[colour] };
  };
  return {
    ...{ passed: look("passed"), failed: look("failed"), warned: look("warned"), skipped: look("skipped") },
    ...{ disabled: look("disabled"), blocked: look("blocked") },
    ...{ cancelled: look("cancelled"), errored: look("errored") },
  };
}

function timelineOf({ stages }: Report, { needs }: ReportContext): PageTimeline {
  const { spans, wallMs, sumMs, chain } = timeline(stages, needs);
  const links = new Map(chain.map(({ stage, after, waitedMs }) => [stage, { after, waitedMs }]));
  const statuses = new Map(stages.map(({ id, status }) => [id, status]));
  return {
    ...{ wallMs, sumMs },
    spans: spans.map(({ stage, startMs, durationMs, cached }) => ({
      ...{ stage: sanitizeLine(stage), startMs, durationMs, cached },
      status: statuses.get(stage) ?? "passed",
      chain: links.get(stage) ?? null,
    })),
  };
}

function modulesOf(report: Report, context: ReportContext): PageModules | null {
  const table = moduleTable(report, context);
  if (table === null) return null;
  return {
    gates: table.gates,
    rows: table.rows.map(({ module: { dir, path, goVersion, tests, coverage }, cells, durationMs }) => ({
      dir: sanitizeLine(dir),
      path: path === null ? null : sanitizeLine(path),
      ...{ goVersion, cells, durationMs },
      tests: countWords(testCounts(tests)),
      percent: coverage?.percent ?? null,
    })),
  };
}

/** Without those about tests, which the tests tell. */
function findingsOf(
  { stages, totals }: Report,
  { kinds }: ReportContext,
): { readonly found: readonly PageFinding[]; readonly more: number } {
  const told = new Set(
    totals.tests?.packages.flatMap(({ importPath, failures, flakes }) =>
      [...failures, ...flakes].map(({ name }) => `${importPath}\n${name}`),
    ),
  );
  const ranked = rankFindings(stages, kinds).filter(
    ({ finding: { subject } }) => subject === undefined || !told.has(`${subject.package}\n${subject.test}`),
  );
  const found = ranked.slice(0, maxFindings).map(({ finding, stages: ids, level }): PageFinding => {
    const { source, path, line, column, title, message } = finding;
    const { title: kind, style, basic } = kinds(source);
    return {
      ...{ level, kind: sanitizeLine(kind), basic, style, path, line, column, title: sanitizeLine(title) },
      message: clipText(sanitizeText(message), findingLimits),
      stages: ids.map((id) => sanitizeLine(id)),
    };
  });
  return { found, more: ranked.length - found.length };
}

function testsOf({ totals: { tests }, testReuse }: Report): PageTestTotals | null {
  if (tests === null) return null;
  return {
    counts: testCounts(tests),
    packages: tests.packages.length,
    notes: [
      ...(tests.shuffle === undefined ? [] : [`Every test was run, ${orderWords(sanitizeLine(tests.shuffle))}.`]),
      ...(testReuse === null || testReuse.mode === "off" ? [] : [sanitizeLine(reuseWords(testReuse))]),
    ],
  };
}

function coverageOf(report: Report): PageCoverageTotals | null {
  const { coverage } = report.totals;
  if (coverage === null) return null;
  const { percent, covered, statements, missing } = coverage;
  return {
    ...{ percent, covered, statements },
    missing: missing.map((name) => sanitizeLine(name)),
    thresholds: report.thresholds.map(({ what, name, floor, met, ...counts }) => ({
      ...{ what, name: name === null ? null : sanitizeLine(name), floor, met },
      percent: percentOf(counts.covered, counts.statements),
    })),
    change: pageChange(report),
  };
}

function besideOf({ totals, attestation }: Report, { fixable }: ReportContext): PageOverview["beside"] {
  const { tests, coverage } = totals;
  return [
    { name: fileNames.report, about: "the whole result, for programs" },
    { name: fileNames.summary, about: "what the job summary shows" },
    ...(fixable ? [{ name: fileNames.fix, about: "what tools would change" }] : []),
    ...(tests === null
      ? []
      : [
          { name: "tests/junit.xml", about: "tests, for programs that read JUnit" },
          { name: "tests/test2json.jsonl", about: "all that go test -json printed, also of tests that passed" },
        ]),
    ...(attestation === undefined
      ? []
      : [{ name: attestationsFile, about: "what is signed, for gh attestation verify --bundle" }]),
    ...(coverage === null || coverage.statements === 0
      ? []
      : [{ name: "coverage/coverage.out", about: "the coverage profile, for go tool cover" }]),
  ];
}
