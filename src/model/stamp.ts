/** What what is made of a commit is called after, for one module. */
export interface Stamp {
  /** `v1.2.3`, or a pseudo-version as Go makes it; null: not known. */
  readonly version: string | null;
  readonly commit: string | null;
  /** Of the commit: RFC 3339, UTC, whole seconds. */
  readonly date: string | null;
  /** `HEAD` where none is checked out and no event names one. */
  readonly branch: string | null;
  /** Why something is null, and what helps; empty when nothing is. */
  readonly unknown: string;
}

/** The placeholders that a stamp has values for. */
export const stampNames = ["version", "semver", "commit", "date", "branch"] as const;

export type StampName = (typeof stampNames)[number];

/** `semver`: the version without its `v`. */
export function stampValue(stamp: Stamp, name: StampName): string | null {
  return name === "semver" ? (stamp.version?.replace(/^v/, "") ?? null) : stamp[name];
}
