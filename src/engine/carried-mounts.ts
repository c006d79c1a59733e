/** Name of the directories that travel: a part of what makes two caches the same. */
export const mountsName = "go-mounts";

/** Whose caches they are. */
export interface MountScope {
  /** Dockerfile, context, target and platforms: builds that differ in it share nothing. */
  readonly scope: string;
  /** Hash of what makes others of them the better ones: base image and Dockerfile. */
  readonly exact: string;
}

/** Carries Go's caches that image builds mount from run to run, in directories called `mountsName`. Never throws, and says itself what it does. */
export interface MountCarrier {
  /** The most that it takes, before compression. */
  readonly maxBytes: number;
  /** Brings what an earlier run left to `dir` (absolute, not there). `exact`: of the same modules, base image and Dockerfile. null: there is nothing. */
  restore(scope: MountScope, dir: string, signal: AbortSignal): Promise<{ readonly exact: boolean } | null>;
  /** Why what this run leaves is not kept; null when it is. */
  whyNot(scope: MountScope, signal: AbortSignal): Promise<string | null>;
  /** Keeps `dir` for later runs. */
  save(scope: MountScope, dir: string, signal: AbortSignal): Promise<void>;
}
