import type { Conclusion, StageStatus } from "../model/report.ts";

/**
 * What report.html holds beside its script: blocks of JSON by the id of their element. The first three are read when they are needed, the others one by
 * one, when somebody looks. Names and output are sanitized; sources are as they are.
 */

/** Ids of the blocks that are always there. */
export const blockIds = { overview: "overview", tests: "tests", files: "files" } as const;

export type Tone = "good" | "bad" | "warn" | "quiet";

export interface PageLook {
  readonly sign: string;
  readonly tone: Tone;
}

/** A number and what it counts, in the order in which they are told. */
export interface PageCount {
  readonly state: string;
  readonly count: number;
}

export interface PageOverview {
  /** Module path, or how many modules. */
  readonly title: string;
  readonly conclusion: Conclusion;
  /** `passed`. */
  readonly verdict: string;
  readonly tone: Tone;
  readonly sign: string;
  readonly looks: Readonly<Record<StageStatus, PageLook>>;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly stages: readonly PageStage[];
  readonly stageCounts: readonly PageCount[];
  readonly timeline: PageTimeline;
  /** null with a single one. */
  readonly modules: PageModules | null;
  /** Most important first; failed tests are told with the tests. */
  readonly findings: readonly PageFinding[];
  /** Findings that found no room. */
  readonly moreFindings: number;
  /** What makes the changes that tools would make. */
  readonly fix: string | null;
  readonly tests: PageTestTotals | null;
  readonly coverage: PageCoverageTotals | null;
  readonly binaries: readonly PageProduct[];
  readonly archives: readonly PageProduct[];
  readonly sboms: readonly PageProduct[];
  /** What is signed about all of them; null: nothing. */
  readonly attestation: readonly PageFact[] | null;
  /** null: there is none of this run. */
  readonly release: readonly PageFact[] | null;
  readonly image: readonly PageFact[] | null;
  /** What ran all this. */
  readonly facts: readonly PageFact[];
  /** Files beside this one, relative to it. */
  readonly beside: readonly { readonly name: string; readonly about: string }[];
  readonly startedAt: string;
  readonly durationMs: number;
}

export interface PageFact {
  readonly name: string;
  readonly values: readonly string[];
  /** An address that may be followed. */
  readonly link?: string;
}

export interface PageStage {
  readonly id: string;
  readonly status: StageStatus;
  readonly durationMs: number;
  readonly ran: boolean;
  readonly cached: boolean;
  readonly reason: string | null;
  readonly command: string;
  /** Block of its log; null when nothing was written. */
  readonly log: string | null;
}

export interface PageTimeline {
  readonly wallMs: number;
  readonly sumMs: number;
  readonly spans: readonly PageSpan[];
}

export interface PageSpan {
  readonly stage: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly status: StageStatus;
  readonly cached: boolean;
  /** The end of the run waited for it: why it began when it did. null: nothing waited. */
  readonly chain: { readonly after: "need" | "turn" | null; readonly waitedMs: number } | null;
}

export interface PageModules {
  readonly gates: readonly string[];
  readonly rows: readonly {
    readonly dir: string;
    readonly path: string | null;
    readonly goVersion: string | null;
    readonly cells: readonly (PageModuleCell | null)[];
    readonly tests: string;
    readonly percent: number | null;
    readonly durationMs: number | null;
  }[];
}

export interface PageModuleCell {
  readonly status: StageStatus;
  readonly count: number;
  readonly of: number;
}

export interface PageFinding {
  readonly level: "error" | "warning";
  /** Its kind in words. */
  readonly kind: string;
  /** It keeps code from compiling, and so from being tested. */
  readonly basic: boolean;
  readonly style: "line" | "diff" | "output";
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly title: string;
  readonly message: string;
  readonly stages: readonly string[];
}

export interface PageTestTotals {
  readonly counts: readonly PageCount[];
  readonly packages: number;
  /** Words on order and reuse. */
  readonly notes: readonly string[];
}

export interface PageCoverageTotals {
  readonly percent: number | null;
  readonly covered: number;
  readonly statements: number;
  readonly missing: readonly string[];
  readonly thresholds: readonly PageThreshold[];
  /** null: it was compared with nothing. */
  readonly change: PageChange | null;
}

/** Coverage of the change under test, in words. */
export interface PageChange {
  /** null: not known; the notes say why. */
  readonly patch: { readonly percent: number | null; readonly words: string; readonly met: boolean | null } | null;
  /** What became of the whole. */
  readonly total: string | null;
  /** With changed lines that no test reached, the most first. */
  readonly files: readonly { readonly path: string; readonly uncovered: PageFile["uncovered"] }[];
  readonly packages: readonly {
    readonly name: string;
    readonly before: string;
    readonly now: string;
    readonly points: string;
  }[];
  readonly notes: readonly string[];
}

export interface PageThreshold {
  readonly what: string;
  readonly name: string | null;
  readonly floor: number;
  readonly percent: number | null;
  readonly met: boolean;
}

/** A file that the run made. */
export interface PageProduct {
  readonly name: string;
  /** What it is made from or of; null: its name says it. */
  readonly of: string | null;
  readonly platform: string | null;
  readonly size: number;
  readonly sha256: string;
}

/** How tests end, a letter each. */
export const testEnds = { passed: "p", failed: "f", flaky: "k", skipped: "s", interrupted: "i" } as const;

export type TestEnd = (typeof testEnds)[keyof typeof testEnds];

export interface PageTestPackage {
  readonly path: string;
  /** Directory of its module where there are several. */
  readonly module: string | null;
  readonly status: "passed" | "failed" | "flaky" | "skipped";
  readonly reason: string | null;
  readonly ms: number;
  readonly cached: boolean;
  readonly attempts: number;
  readonly names: readonly string[];
  /** A letter for each name. */
  readonly ends: string;
  /** Milliseconds for each name. */
  readonly times: readonly (number | null)[];
  /** What there is to say beside, by the place in `names`. */
  readonly notes: Readonly<Record<string, PageTestNote>>;
}

export interface PageTestNote {
  /** Why it was skipped. */
  readonly reason?: string;
  readonly attributes?: readonly (readonly [key: string, value: string])[];
  /** Directories of what it left. */
  readonly artifacts?: readonly string[];
  readonly path?: string | null;
  readonly line?: number | null;
  readonly command?: string;
  /** First words of its output. */
  readonly said?: string;
  /** Block with its output. */
  readonly output?: string;
  /** Its output found no room. */
  readonly cut?: true;
}

export interface PageFiles {
  /** Sorted by path. */
  readonly files: readonly PageFile[];
  readonly packages: readonly PageCounted[];
  /** Sources that are left out, and why; null: all are here. */
  readonly left: string | null;
}

/** Statements and how many of them tests reached. */
export interface PageCounted {
  readonly path: string;
  readonly covered: number;
  readonly statements: number;
}

export interface PageFile {
  readonly path: string;
  /** null: not counted, but something was found in it. */
  readonly counts: { readonly covered: number; readonly statements: number } | null;
  /** Inclusive ranges of lines. */
  readonly uncovered: readonly (readonly [from: number, to: number])[];
  /** Those of them that the change under test touches. */
  readonly changed: readonly (readonly [from: number, to: number])[];
  /** What was found on its lines. */
  readonly marks: readonly PageMark[];
  /** Block of its source; null: not here. */
  readonly source: string | null;
  /** Where it can be looked at; null: nowhere else. */
  readonly url: string | null;
}

export interface PageMark {
  readonly line: number;
  readonly text: string;
}

/** A source and its counts: lengths and counts by turns, in UTF-16 units; -1: not tracked. */
export interface PageSource {
  readonly text: string;
  readonly runs: readonly number[];
}

export interface PageLog {
  readonly stage: string;
  /** File with all of it, relative to the page. */
  readonly path: string;
  readonly bytes: number;
  /** Its beginning, and its end where bytes are left out between them. */
  readonly head: string;
  readonly tail: string | null;
}
