import type { Config } from "../inputs/config.ts";
import type { Evidence } from "../model/evidence.ts";
import type { FindingKind, FindingKinds } from "../model/finding.ts";
import type { Reason } from "../model/reason.ts";
import type { Report } from "../model/report.ts";
import type { CiPlatform, UploadedArtifact } from "../platform/platform.ts";

/** What reports show beside the result itself. */
export interface ReportContext {
  /** Why the run is no success: what the report says in words. */
  readonly reasons: readonly Reason[];
  /** Where the checked files can be looked at, for links to lines; null when it is not known, as on a laptop. */
  readonly source: { readonly serverUrl: string; readonly repository: string; readonly sha: string } | null;
  /** How findings are shown, by their source. */
  readonly kinds: FindingKinds;
  /** What a gate may find, by its name; nothing where no file has anything to do with it. */
  readonly kindsOf: (gate: string) => readonly FindingKind[];
  /** Stages that each stage waited for, by stage id; as in the plan. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Text for terminals may have colours. */
  readonly colour: boolean;
  /** Where a file of the output directory lies, as a user would type it. */
  readonly pathOf: (name: string) => string;
  /** There is a patch with what stages would change. */
  readonly fixable: boolean;
  /** The workflow artifacts of the run; none before they are uploaded. */
  readonly uploads: readonly UploadedArtifact[];
  /** What did not reach people as it was meant to, a sentence each. */
  readonly undelivered: readonly string[];
}

/** Files of the output directory that reports name. */
export const fileNames = {
  report: "report.json",
  /** Only beside a report that is too large for whoever comments. */
  brief: "comment.json",
  summary: "summary.md",
  fix: "fix.patch",
  page: "report.html",
} as const;

/** A part of a report that can be shown in several degrees of detail; `B` is what it is made of. */
export interface Section<B> {
  /** Named in the note that tells what was shortened. */
  readonly name: string;
  /** Sections with a lower one are shortened first. */
  readonly importance: number;
  /** From the most detail to the least, each bounded in size whatever the report holds. */
  readonly levels: readonly (() => readonly B[])[];
}

/** The sections of one subject, none where there is nothing to say. It shows what the report holds and judges nothing. */
export type SectionMaker<B> = (report: Report, context: ReportContext) => readonly Section<B>[];

/**
 * Where a report goes as text. Documents are made of Markdown's syntax tree (mdast): a plain tree that Markdown is written from, and HTML can be.
 * A terminal has widths and colours, for which that tree has no words, so its sections are lines, made of the same values (view/).
 */
export interface ReportTarget<B> {
  /** Named in the warning when it breaks. */
  readonly name: string;
  /** The most it takes; bytes of UTF-8. */
  readonly limit: number;
  /** What it shows, in its order. */
  readonly sections: readonly SectionMaker<B>[];
  /** Blocks as text that ends with a line end. */
  render(blocks: readonly B[]): string;
  /** Says of which sections not all is shown. */
  note(shortened: readonly string[]): readonly B[];
  deliver(text: string, delivery: ReportDelivery): void | Promise<void>;
}

/** Whatever a report is handed to, text or not: one file of targets/ and a word in the list there. */
export interface Target {
  readonly name: string;
  show(delivery: ReportDelivery): void | Promise<void>;
}

/** A report on its way, and what takes it there. */
export interface ReportDelivery {
  readonly report: Report;
  readonly context: ReportContext;
  readonly platform: CiPlatform;
  readonly config: Config;
  /** Writes a file of the output directory, which must not be there yet. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** The same for one that is too large to be held as a whole. */
  readonly writePieces: (name: string, pieces: Iterable<string> | AsyncIterable<string>) => Promise<void>;
  /** Sources and logs. */
  readonly evidence: Evidence;
}
