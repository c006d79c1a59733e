import { setTimeout as delay } from "node:timers/promises";
import { messageOf } from "../../errors.ts";

export interface HeartbeatOptions {
  /** Asks something small; rejects when `signal` aborts or the other side is gone. */
  readonly ask: (signal: AbortSignal) => Promise<unknown>;
  readonly everyMs: number;
  /** How long one answer may take: an engine that is busy or was paused for a while is not lost. */
  readonly patienceMs: number;
  readonly stop: AbortSignal;
}

/** Asks again and again, and resolves with the reason once there is no answer. Never rejects; stays pending for ever once it was stopped. */
export async function untilSilent({ ask, everyMs, patienceMs, stop }: HeartbeatOptions): Promise<string> {
  while (!stop.aborted) {
    let limit = stop;
    try {
      await delay(everyMs, undefined, { signal: stop, ref: false });
      limit = AbortSignal.timeout(patienceMs);
      await ask(AbortSignal.any([stop, limit]));
    } catch (error) {
      if (stop.aborted) break;
      if (limit.aborted) return `it has not answered for ${Math.round(patienceMs / 1_000)} s`;
      return `it does not answer any more (${messageOf(error)})`;
    }
  }
  return await new Promise<never>(() => undefined);
}
