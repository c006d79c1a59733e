import type { Config } from "../inputs/config.ts";
import type { EngineChoice } from "../model/engine.ts";
import type { Project } from "../model/project.ts";
import type { Secrets } from "../model/secrets.ts";
import type { Engine } from "./engine.ts";

/** What engines are chosen and made from. */
export interface EngineRequest {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly project: Project;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** One line of progress, unsanitized. */
  readonly log: (line: string) => void;
  /** Told which engine is going to be tried, as soon as that is clear, when it begins with empty caches. */
  readonly expected?: (expectation: { readonly engine: Engine["name"]; readonly toolchain: string }) => void;
  /** Registers a secret that turns up on the way, such as a session's token. */
  readonly mask: (secret: string) => void;
}

/** The composition root's part that knows the adapters. */
export interface EngineFactory {
  /** By `engine`, and for `auto` by what is there. Throws EnvironmentError when what was asked for cannot be had. */
  choose(request: EngineRequest): Promise<EngineChoice>;
  create(choice: EngineChoice, request: EngineRequest): Promise<Engine>;
}
