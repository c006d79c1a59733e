import { EnvironmentError, messageOf } from "../errors.ts";
import type { EngineChoice } from "../model/engine.ts";
import { type EngineAdapter, type EngineRequest, type Way, ways } from "./adapter.ts";
import type { Engine } from "./engine.ts";

export interface OpenedEngine {
  readonly adapter: EngineAdapter;
  readonly engine: Engine;
}

/** Told before an engine is opened; what it throws ends the choice. */
type Chosen = (choice: EngineChoice, adapter: EngineAdapter) => void;

interface Candidate {
  readonly adapter: EngineAdapter;
  readonly reason: string;
  readonly way: Way;
}

/** An engine that should have been taken and could not be had. */
interface Failure {
  readonly adapter: EngineAdapter;
  readonly why: string;
  readonly error: EnvironmentError;
}

/**
 * Opens the engine that `engine` names; for `auto` the first that can be had. What was asked for by name, or pointed at, is never exchanged. `chosen` is told
 * before an engine is opened. Throws EnvironmentError when none can be had.
 */
export async function openEngine(
  adapters: readonly EngineAdapter[],
  request: EngineRequest,
  chosen: Chosen,
): Promise<OpenedEngine> {
  const asked = request.config.engine;
  if (asked === "auto") return await openFirst(adapters, request, chosen);
  const adapter = adapters.find(({ name }) => name === asked);
  if (adapter === undefined) throw new Error(`there is no engine ${asked}`);
  chosen({ name: adapter.name, reason: `engine: ${asked}`, warning: null }, adapter);
  return { adapter, engine: await adapter.open({ ...request, way: null }) };
}

async function openFirst(
  adapters: readonly EngineAdapter[],
  request: EngineRequest,
  chosen: Chosen,
): Promise<OpenedEngine> {
  const refusals = new Map<string, string>();
  const failures: Failure[] = [];
  for await (const candidate of candidates(adapters, request, refusals)) {
    const { adapter, reason, way } = candidate;
    if (failures.some((failure) => failure.adapter === adapter)) continue;
    chosen(choiceOf(candidate, failures), adapter);
    try {
      return { adapter, engine: await adapter.open({ ...request, way }) };
    } catch (error) {
      if (way === "named" || request.signal.aborted || !(error instanceof EnvironmentError)) throw error;
      const cause = messageOf(error).replace(/\.$/, "");
      failures.push({ adapter, error, why: `${reason}, but the ${adapter.name} engine cannot be had: ${cause}` });
    }
  }
  throw failures[0]?.error ?? nothingUsable(adapters, refusals);
}

/** Those that can be had, best first. The next way is looked at only when nothing of the one before was taken. */
async function* candidates(
  adapters: readonly EngineAdapter[],
  request: EngineRequest,
  refusals: Map<string, string>,
): AsyncGenerator<Candidate> {
  for (const way of ways) {
    const answers = await Promise.all(
      adapters.map(async (adapter) => ({ adapter, usable: await adapter.usable({ ...request, way }) })),
    );
    request.signal.throwIfAborted();
    for (const { adapter, usable } of answers) {
      if (usable.ok) yield { adapter, reason: usable.reason, way };
      else if (usable.reason !== null) refusals.set(adapter.name, usable.reason);
    }
  }
}

function choiceOf({ adapter, reason }: Candidate, failures: readonly Failure[]): EngineChoice {
  const { name } = adapter;
  if (failures.length === 0) return { name, reason, warning: null };
  const why = failures.map((failure) => failure.why).join("; ");
  return {
    name,
    reason: `${reason}; ${why}`,
    warning: `engine: auto takes the ${name} engine (${reason}): ${why}.`,
  };
}

function nothingUsable(adapters: readonly EngineAdapter[], refusals: ReadonlyMap<string, string>): EnvironmentError {
  const why = adapters.map(({ name }) => `${name}: ${refusals.get(name) ?? "cannot be had"}`).join("; ");
  const remedy = adapters.map(({ toHave }) => toHave).join(", or ");
  return new EnvironmentError(
    `Nothing here can execute the stages (${why}).`,
    `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`,
  );
}
