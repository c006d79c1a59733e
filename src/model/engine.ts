/** Which engine executes a run, and why; `warning` is set when `auto` could not take what it looked for first. */
export interface EngineChoice {
  /** Of an engine; `auto` until one is taken. */
  readonly name: string;
  readonly reason: string;
  readonly warning: string | null;
}

export type ImageBuilder = { readonly ok: true } | { readonly ok: false; readonly reason: string };
