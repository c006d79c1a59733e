/** Which engine executes a run, and why; `warning` is set when `auto` could not take what it looked for first. */
export interface EngineChoice {
  readonly name: "dagger" | "host";
  readonly reason: string;
  readonly warning: string | null;
}

export type ImageBuilder = { readonly ok: true } | { readonly ok: false; readonly reason: string };
