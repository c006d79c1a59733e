import type { Project } from "../model/project.ts";
import type { Secrets } from "../model/secrets.ts";
import type { MountCarrier } from "./carried-mounts.ts";
import type { Engine } from "./engine.ts";
import type { GoOnPath } from "./go-on-path.ts";
import type { LayerPermission } from "./layers.ts";

/** What engines read of the inputs. */
export interface EngineConfig {
  /** `auto`, or the name of an engine. */
  readonly engine: string;
  readonly runnerHost: string | null;
  /** Exact once a run has begun; with `goImage` a line of releases. */
  readonly goVersion: string | null;
  /** Says where `goVersion` comes from. */
  readonly goVersionFile: string | null;
  readonly goImage: string | null;
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
  readonly testEnv: readonly { readonly name: string; readonly value: string }[];
  readonly buildvcs: boolean;
  readonly cache: "true" | "restore" | "false";
  /** Absolute. */
  readonly outputDirectory: string;
}

/** Whose caches a run is going to need. */
export interface Expectation {
  /** Name of the engine. */
  readonly engine: string;
  /** Where its Go runs, as Node names it. */
  readonly os: string;
  /** See CacheState. */
  readonly toolchain: string;
  /** See CacheState. */
  readonly image: string;
}

/** What engines are chosen and opened from. */
export interface EngineRequest {
  readonly config: EngineConfig;
  readonly secrets: Secrets;
  readonly project: Project;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** The Go on PATH; it is asked once, whoever wants to know. */
  readonly goOnPath: () => Promise<GoOnPath>;
  /** One line of progress, unsanitized. */
  readonly log: (line: string) => void;
  /** Told which engine is going to be tried, as soon as that is clear, when it begins with empty caches. */
  readonly expected?: (expectation: Expectation) => void;
  /** What this run may do with layers that the CI's cache service keeps. */
  readonly layers: LayerPermission;
  /** Carries Go's caches that image builds mount; null: nothing does, or nobody wants it. */
  readonly mounts: MountCarrier | null;
  /** Registers a secret that turns up on the way, such as a session's token. */
  readonly mask: (secret: string) => void;
  /** Removes secrets from texts. */
  readonly redact: (text: string) => string;
}

/**
 * How `auto` may come by an engine, in the order in which it looks: somebody points at one; what it takes lies on this machine; what it takes can be
 * downloaded.
 */
export const ways = ["named", "there", "fetched"] as const;
export type Way = (typeof ways)[number];

export interface UsableRequest extends EngineRequest {
  readonly way: Way;
}

export interface OpenRequest extends EngineRequest {
  /** How `auto` came by the engine; null when it was asked for by name. */
  readonly way: Way | null;
}

/** `reason`: for people, beginning in lower case, no full stop. Null when the engine cannot be had in this way at all. */
export type Usable =
  | { readonly ok: true; readonly reason: string }
  | { readonly ok: false; readonly reason: string | null };

/** Everything that there is to know of an engine from outside of its folder; `src/engine/index.ts` lists them all. */
export interface EngineAdapter {
  /** Value of the input `engine`. */
  readonly name: string;
  /** What it is, for the table of inputs: Markdown, behind the name. */
  readonly about: string;
  /** The repository's code cannot touch the machine that the action runs on. Only such engines may be named in the config file, which a pull request writes. */
  readonly sandbox: boolean;
  /** How to come by the engine: a part of a sentence in lower case. */
  readonly toHave: string;
  /** What to do when its Go is not the one that is wanted: a sentence. */
  readonly goRemedy: string;
  /**
   * Why Go's results of tests cannot be made to hold from one machine to the next: a part of a sentence in lower case. null: they can. `hosted`: this is a
   * runner that GitHub hosts.
   */
  keepsNoTests(hosted: boolean): string | null;
  /** For results of tests to hold, the times of files in the checkout itself are set, which whatever else reads them sees too. */
  readonly setsTimes: boolean;
  /** Whether the engine can be had in one way, by what is there. Starts and fetches nothing. */
  usable(request: UsableRequest): Promise<Usable>;
  /** Throws EnvironmentError when it cannot be had. Whoever opens it closes it. */
  open(request: OpenRequest): Promise<Engine>;
}
