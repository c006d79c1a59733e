export interface Signals {
  readonly signal: AbortSignal;
  unwatch(): void;
}

/** The part of `process` that is needed, so that tests can send signals without dying of them. */
export interface SignalSource {
  on(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  off(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  exit(code: number): void;
}

/** How often Ctrl-C has to be pressed until the report is given up. */
const patience = 3;

/**
 * Turns SIGINT and SIGTERM into an abort, so that children stop and a report is still written. GitHub sends SIGINT, 7.5 s later SIGTERM and kills 2.5 s after
 * that; the second one says nothing new. A person who presses Ctrl-C a third time wants the process gone.
 */
export function watchSignals(source: SignalSource): Signals {
  const abort = new AbortController();
  let received = 0;
  const listener = (): void => {
    received += 1;
    abort.abort();
    if (received >= patience) source.exit(130);
  };
  source.on("SIGINT", listener);
  source.on("SIGTERM", listener);
  const unwatch = (): void => {
    source.off("SIGINT", listener);
    source.off("SIGTERM", listener);
  };
  return { signal: abort.signal, unwatch };
}
