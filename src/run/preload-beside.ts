import type { EventListener } from "../model/events.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import { preload } from "../preload.ts";

/**
 * Loads what is needed when stages end, once a stage runs that had to wait for another one: before that, the time that a library takes would pass until the stage
 * starts. Where none waits, once any of them runs.
 */
export function preloadBeside(stages: readonly Stage[], loads: readonly (() => Promise<unknown>)[]): EventListener {
  const late = new Set(stages.filter(({ needs, step }) => isRunnable(step) && needs.length > 0).map(({ id }) => id));
  let begun = false;
  return (event) => {
    if (begun || event.type !== "stage-started" || (late.size > 0 && !late.has(event.stage))) return;
    begun = true;
    // By then the stages that may run have their processes.
    for (const [at, load] of loads.entries()) preload(load, 40 * (at + 1));
  };
}
