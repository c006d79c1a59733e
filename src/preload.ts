/**
 * Loads a module that will be needed later, in `afterMs` milliseconds: evaluating a library takes 5 to 30 ms of the only thread, which is free once
 * the processes work that the run waits for next. A module that cannot be loaded is an error where it is needed, not here.
 */
export function preload(load: () => Promise<unknown>, afterMs: number): void {
  setTimeout(() => load().catch(() => undefined), afterMs).unref();
}
