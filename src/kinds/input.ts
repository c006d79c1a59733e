import type { Kind, Raw } from "./kind.ts";

/** A row of the table of inputs. */
export interface Input<T> {
  readonly kind: Kind<T>;
  /** As a user would write it; null when there is none. */
  readonly default: string | null;
  /** What holds without a value, for documentation; only where there is no default or it is not the whole story. */
  readonly unset: string | null;
  /** Whole sentences in Markdown; `code` is the only markup. */
  readonly description: string;
  /** The value is masked and never shown. */
  readonly secret: boolean;
  /** Why the config file may not set it; null when it may. */
  readonly notFromConfigFile: string | null;
  /** Words that the config file may use where it may not use all. */
  readonly configFileWords: readonly string[] | null;
  /** The value when nobody gives one. */
  fallback(): T;
}

interface Row {
  readonly description: string;
  readonly unset?: string;
  readonly secret?: boolean;
  readonly notFromConfigFile?: string;
  readonly configFileWords?: readonly string[];
}

/** An input with a default. */
export function input<T>(kind: Kind<T>, text: string, row: Row): Input<T> {
  return { ...shared(row), kind, default: text, fallback: () => parseDefault(kind, text) };
}

/** An input that may be absent. */
export function optional<T>(kind: Kind<T>, row: Row): Input<T | null> {
  return { ...shared(row), kind, default: null, fallback: () => null };
}

function shared(row: Row): Omit<Input<unknown>, "kind" | "default" | "fallback"> {
  return {
    unset: row.unset ?? null,
    description: row.description,
    secret: row.secret ?? false,
    notFromConfigFile: row.notFromConfigFile ?? null,
    configFileWords: row.configFileWords ?? null,
  };
}

function parseDefault<T>(kind: Kind<T>, text: string): T {
  const raw: Raw = { source: "flag", label: "default", values: [text], entries: false };
  const result = kind.parse(raw);
  if (!result.ok) throw new Error(`the default ${text} is wrong: ${result.problems.join("; ")}`);
  return result.value;
}
