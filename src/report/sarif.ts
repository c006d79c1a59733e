import { createHash } from "node:crypto";
import { version } from "../inputs/version.ts";
import type { FindingKind } from "../model/finding.ts";
import type { StageResult } from "../model/report.ts";
import { clipEnd, clipName } from "../text/clip.ts";
import { firstLine } from "../text/lines.ts";
import { sanitizeLine, sanitizeText } from "../text/sanitize.ts";
import { encodedPath } from "./source-link.ts";
import type { ReportContext } from "./target.ts";
import { type RankedFinding, rankFindings } from "./view/findings.ts";

/**
 * Code scanning shows the 5,000 gravest results of a run and refuses a run with more than 25,000 results or rules; this holds both
 * (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support).
 */
export const maxResults = 5_000;
const maxMessage = 1_000;
const maxName = 120;

/** A result as SARIF 2.1.0 has it, as far as it is used here. */
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: "error" | "warning";
  readonly message: SarifText;
  readonly locations: readonly object[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface SarifText {
  readonly text: string;
}

/** The column of a finding in UTF-16 units, as SARIF has it here; null: only its line is known. */
export type ColumnOf = (finding: RankedFinding["finding"]) => number | null;

/** A finding, and the file that it is about as an address relative to the repository. */
interface Placed extends RankedFinding {
  readonly uri: string;
}

/**
 * What the stages of a gate found as a log of SARIF 2.1.0 with one run; null where it would mislead: a gate that finds nothing in files, or a stage that did
 * not come to its end, after which code scanning would take what is not found for repaired. What has no place in the repository is no result, since code scanning
 * takes none without one, but a notification of the run, and so is how many results were left out.
 */
export function sarifOf(
  gate: string,
  stages: readonly StageResult[],
  context: ReportContext,
  columnOf: ColumnOf,
): object | null {
  const ran = stages.filter(({ status }) => status !== "skipped" && status !== "disabled");
  const ended = ran.every(({ status }) => status === "passed" || status === "failed" || status === "warned");
  if (context.kindsOf(gate).length === 0 || ran.length === 0 || !ended) return null;
  const found = rankFindings(ran, context.kinds);
  const placed = found.flatMap(placedAt);
  const results = new Set(placed.map(({ finding }) => finding));
  const shown = [...placed].sort((a, b) => gravity(a) - gravity(b)).slice(0, maxResults);
  const rules = rulesOf(shown, context);
  const left = placed.length - shown.length;
  const notes = [
    ...found.filter(({ finding }) => !results.has(finding)).map(noteOf),
    ...(left === 0 ? [] : [notification("note", `${left} more results are in report.json`)]),
    ...ran
      .filter(foundNothing)
      .map(({ id, status, reason }) => notification(levelOf(status), `${id}: ${reason ?? "failed"}`)),
  ];
  return {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: `Go pipeline ${gate}`, semanticVersion: version, rules: [...rules.values()] } },
        automationDetails: { id: `go-pipeline/${gate}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        ...provenance(context),
        invocations: [
          {
            executionSuccessful: !ran.some(foundNothing),
            ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes.slice(0, maxResults) }),
          },
        ],
        results: resultsOf(shown, [...rules.keys()], { ...context, columnOf }),
      },
    ],
  };
}

/** Empty where a finding has no place in the repository. */
function placedAt(ranked: RankedFinding): readonly Placed[] {
  const uri = ranked.finding.path === null ? null : encodedPath(ranked.finding.path);
  return uri === null ? [] : [{ ...ranked, uri }];
}

/** It failed or warned, and named no reason in a file: it may not have looked at everything. */
function foundNothing({ status, findings }: StageResult): boolean {
  return (status === "failed" || status === "warned") && findings.length === 0;
}

function levelOf(status: StageResult["status"]): "error" | "warning" {
  return status === "warned" ? "warning" : "error";
}

function gravity({ level }: RankedFinding): number {
  return level === "error" ? 0 : 1;
}

function provenance({ source }: ReportContext): object {
  if (source === null) return {};
  const { serverUrl, repository, sha } = source;
  return { versionControlProvenance: [{ repositoryUri: `${serverUrl}/${repository}`, revisionId: sha }] };
}

/** The rules that found something, by their ids. */
function rulesOf(found: readonly Placed[], { kinds }: ReportContext): ReadonlyMap<string, object> {
  const rules = new Map<string, object>();
  for (const { finding } of found) {
    const kind = kinds(finding.source);
    const id = ruleId(finding, kind);
    if (!rules.has(id)) rules.set(id, ruleOf(id, finding, kind));
  }
  return rules;
}

function ruleId({ source, title }: RankedFinding["finding"], { titleIsRule }: FindingKind): string {
  return clipName(sanitizeLine(titleIsRule === true ? `${source}/${title}` : source), maxName);
}

function ruleOf(id: string, { title }: RankedFinding["finding"], kind: FindingKind): object {
  const name = kind.titleIsRule ? `${kind.title}: ${clipName(sanitizeLine(title), maxName)}` : kind.title;
  const text = { text: `${name}.` };
  return { id, shortDescription: text, fullDescription: text, help: text };
}

function resultsOf(
  found: readonly Placed[],
  ids: readonly string[],
  { kinds, columnOf }: Pick<ReportContext, "kinds"> & { readonly columnOf: ColumnOf },
): readonly SarifResult[] {
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const seen = new Map<string, number>();
  return found.map(({ finding, level, uri }) => {
    const kind = kinds(finding.source);
    const id = ruleId(finding, kind);
    const { line } = finding;
    const column = columnOf(finding);
    const region =
      line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
    const print = fingerprint([id, uri, finding.title, firstLine(finding.message)]);
    const before = seen.get(print) ?? 0;
    seen.set(print, before + 1);
    return {
      ...{ ruleId: id, ruleIndex: indexes.get(id) ?? 0, level, message: textOf(finding, kind) },
      locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, ...region } }],
      partialFingerprints: { "goPipelineFinding/v1": `${print}:${before + 1}` },
    };
  });
}

/** The same finding has the same one when it has moved to another line. */
function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** A diff is in the report; its title says what is to be done. */
function textOf({ title, message }: RankedFinding["finding"], { style }: FindingKind): SarifText {
  const text = clipEnd(sanitizeText(style === "diff" ? title : message).trim(), maxMessage);
  return { text: text === "" ? "found" : text };
}

function noteOf({ finding, level }: RankedFinding): object {
  return notification(level, `${finding.title}: ${firstLine(finding.message)}`);
}

function notification(level: "error" | "warning" | "note", text: string): object {
  return { level, message: { text: clipEnd(sanitizeLine(text), maxMessage) } };
}
