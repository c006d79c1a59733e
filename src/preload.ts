/**
 * Milliseconds until the event loop has started the processes that the run waits for next. Evaluating a library takes 5 to 30 ms of the only thread,
 * which is free while they work and not before.
 */
const afterMs = 40;

/** Loads modules that will be needed soon. One that cannot be loaded is an error where it is needed, not here. */
export function preload(...loaders: readonly (() => Promise<unknown>)[]): void {
  const timer = setTimeout(() => {
    for (const load of loaders) load().catch(() => undefined);
  }, afterMs);
  timer.unref();
}
