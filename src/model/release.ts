/** How the stage that releases is called: it is no gate, since no engine has anything to do with it. */
export const releaseStage = "release";

/** What a run releases. */
export interface PlannedRelease {
  /** `v1.2.3`, `tools/gen/v1.2.3`. */
  readonly tag: string;
  /** Of the module: `v1.2.3`. */
  readonly version: string;
  readonly prerelease: boolean;
  /** Directory of the module, relative to the repository. */
  readonly module: string;
  /** Tags of the module have nothing before their version: only such a release may be the repository's latest. */
  readonly plainTags: boolean;
  readonly commit: string;
  /** The tag of the version before; null: there is none. */
  readonly before: string | null;
  /** Why nobody knows which commits are new; null: they are known. */
  readonly cutOff: string | null;
  /** It is made public; else it stays a draft. */
  readonly published: boolean;
}

/** What a run that was asked for a release has to do with one. */
export type ReleaseOccasion = { readonly release: PlannedRelease } | { readonly skipped: string };
