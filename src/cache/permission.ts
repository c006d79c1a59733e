import type { LayerPermission } from "../engine/layers.ts";
import { isRelease } from "../engine/release.ts";
import type { Config } from "../inputs/config.ts";

/** What GitHub says about the run, as far as it decides about caches; null where it says nothing. */
export interface Trigger {
  readonly eventName: string | null;
  /** `refs/heads/main`, `refs/tags/v1`, `refs/pull/7/merge`. */
  readonly ref: string | null;
  readonly repository: string | null;
  /** Where the head of the pull request lies; null outside of pull requests and when the event does not say. */
  readonly headRepository: string | null;
  /** Name of the repository's default branch; null when the event does not say. */
  readonly defaultBranch: string | null;
}

export interface Permission {
  readonly restore: boolean;
  readonly save: boolean;
  /** What it saves may be a base, which every branch restores. */
  readonly base: boolean;
  /** Why not both of the first; null when both. */
  readonly reason: string | null;
}

/** Only who may write to the repository can start these, and the sources are the repository's own. */
const trustedEvents = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);

/**
 * What a run may do with caches. What a run saves is compiled into what later runs build, so only trusted triggers save, and what is released is compiled
 * from sources alone. Scopes: https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache
 */
export function permissionOf(mode: Config["cache"], trigger: Trigger): Permission {
  if (mode === "false") return { restore: false, ...nothing, reason: "cache: false" };
  if (mode === "restore") return { restore: true, ...nothing, reason: "cache: restore" };
  if (isRelease(trigger)) {
    const reason = "releases and tags are built from sources alone (`cache: restore` restores all the same)";
    return { restore: false, ...nothing, reason };
  }
  const doubt = doubtAbout(trigger);
  const save = doubt === null;
  return { restore: true, save, base: save && isOnDefaultBranch(trigger), reason: doubt };
}

/**
 * What a run may do with layers of images. All layers of a commit are saved, those that its sources make too, and nothing bounds them: only the default branch
 * saves, so that branches and pull requests do not drive Go's caches out of the repository's 10 GB.
 * BuildKit hands the service's token to the frontend that a Dockerfile names (`# syntax=`), so runs that anybody may start get none, whatever `mode` says.
 */
export function layerPermissionOf(mode: Config["cache"], trigger: Trigger): LayerPermission {
  const { restore, save, base, reason } = permissionOf(mode, trigger);
  if (mode === "false") return { restore, save, reason: null };
  const open = openToAnyone(trigger);
  if (open !== null) return { restore: false, save: false, reason: open };
  return { restore, save: base, reason: save && !base ? branchAlone(trigger) : reason };
}

function branchAlone({ defaultBranch }: Trigger): string {
  if (defaultBranch === null) return "the event does not say which branch is the default one, whose runs save them";
  return `runs of ${defaultBranch}, the default branch, save them`;
}

const nothing = { save: false, base: false } as const;

/** False where nobody says which branch that is: other branches see what it saves, and it sees none of theirs. */
function isOnDefaultBranch({ ref, defaultBranch }: Trigger): boolean {
  return defaultBranch !== null && ref === `refs/heads/${defaultBranch}`;
}

/** Why a run does not save, null when it does. */
function doubtAbout(trigger: Trigger): string | null {
  const { eventName, ref, repository, headRepository } = trigger;
  if (eventName === "pull_request") {
    if (headRepository === null) return "the event does not say where the pull request comes from";
    return headRepository === repository ? null : "the pull request comes from a fork";
  }
  if (eventName === "merge_group") return "no later run can see what a merge queue saves";
  if (eventName === null) return "the event of the run is unknown";
  return openToAnyone(trigger) ?? (ref?.startsWith("refs/heads/") ? null : "the run is not on a branch");
}

/** Events of pull requests, merge queues and releases are judged by themselves. */
const judgedAlone = new Set(["pull_request", "merge_group", "release"]);

function openToAnyone({ eventName }: Trigger): string | null {
  if (eventName === null || trustedEvents.has(eventName) || judgedAlone.has(eventName)) return null;
  return `${eventName} runs may be started by anyone`;
}
