import type { CoverageDirectory } from "../model/coverage.ts";
import type { Kind, Raw } from "./kind.ts";

/** What the value of an input may depend on beside what was written. */
export interface Site {
  /** Absolute. */
  readonly workingDirectory: string;
  /** The working directory relative to the repository. */
  readonly directory: string;
  /** Absolute path of the configuration file that was read, null without one. */
  readonly configFile: string | null;
  /** Relative to the repository, slashes. */
  readonly dockerContext: string;
  readonly dockerfile: string;
  /** The same, null when nobody names one. */
  readonly goVersionFile: string | null;
  readonly coverageData: readonly CoverageDirectory[];
  /** Absolute, links resolved. */
  readonly outputDirectory: string;
  /** Debug logging is enabled for the workflow run. */
  readonly debug: boolean;
  /** For what is to be random, a whole number that no run before had. */
  newSeed(): string;
  /** A variable of the environment; null when it is not set. */
  variable(name: string): string | null;
}

/** A row of the table of inputs: `T` is what its text is parsed to, `V` what the program gets. */
export interface Input<T, V = T> {
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
  /** Neither a flag nor an input of the action. */
  readonly onlyInConfigFile: boolean;
  /** Neither an input of the action nor a key of the config file: about one run, for who started it by hand. */
  readonly onlyFlag: boolean;
  /** Words that the config file may use where it may not use all. */
  readonly configFileWords: readonly string[] | null;
  /** Part of a login: its value goes to Secrets, apart from everything that is shown. */
  readonly login: boolean;
  /** The value when nobody gives one. */
  fallback(): T;
  resolve(value: T, site: Site): V;
}

/** An input whose value goes to Secrets. */
export interface LoginInput<T> extends Input<T> {
  readonly login: true;
}

/** Rows side by side. */
export type Rows = Readonly<Record<string, Input<unknown, unknown>>>;

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

/** What the program gets of a table of inputs: camelCase of their names, logins left out. */
export type ValuesOf<R extends Rows> = {
  readonly [N in keyof R & string as R[N] extends { readonly login: true } ? never : Camel<N>]: R[N] extends Input<
    infer _,
    infer V
  >
    ? V
    : never;
};

/** `docker-from` -> `dockerFrom`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

interface Row {
  readonly description: string;
  readonly unset?: string;
  readonly secret?: boolean;
  readonly notFromConfigFile?: string;
  readonly configFileWords?: readonly string[];
}

interface ResolvedRow<T, V> extends Row {
  resolve(value: T, site: Site): V;
}

/** An input with a default. */
export function input<T, V>(kind: Kind<T>, text: string, row: ResolvedRow<T, V>): Input<T, V>;
export function input<T>(kind: Kind<T>, text: string, row: Row): Input<T>;
export function input<T, V>(kind: Kind<T>, text: string, row: Row & Partial<ResolvedRow<T, V>>): Input<T, T | V> {
  return {
    ...shared(row),
    kind,
    default: text,
    fallback: () => parseDefault(kind, text),
    resolve: row.resolve ?? same,
  };
}

/** An input that may be absent. */
export function optional<T, V>(kind: Kind<T>, row: ResolvedRow<T | null, V>): Input<T | null, V>;
export function optional<T>(kind: Kind<T>, row: Row): Input<T | null>;
export function optional<T, V>(
  kind: Kind<T>,
  row: Row & Partial<ResolvedRow<T | null, V>>,
): Input<T | null, T | null | V> {
  return { ...shared(row), kind, default: null, fallback: () => null, resolve: row.resolve ?? same };
}

/** A list that is empty when nobody gives it. */
export function several<T, V>(kind: Kind<readonly T[]>, row: ResolvedRow<readonly T[], V>): Input<readonly T[], V>;
export function several<T>(kind: Kind<readonly T[]>, row: Row): Input<readonly T[]>;
export function several<T, V>(
  kind: Kind<readonly T[]>,
  row: Row & Partial<ResolvedRow<readonly T[], V>>,
): Input<readonly T[], readonly T[] | V> {
  return { ...shared(row), kind, default: null, fallback: () => [], resolve: row.resolve ?? same };
}

/** A list that is empty when the config file does not have it, and nobody else can give. */
export function listed<T>(kind: Kind<readonly T[]>, row: Row): Input<readonly T[]> {
  return { ...several(kind, row), onlyInConfigFile: true };
}

/** An input with a default that only the command line has. */
export function flag<T>(kind: Kind<T>, text: string, row: Row): Input<T> {
  return { ...input(kind, text, row), onlyFlag: true };
}

/** Part of a login, which may be absent. */
export function login<T>(kind: Kind<T>, row: Row): LoginInput<T | null> {
  return { ...optional(kind, row), login: true };
}

function same<T>(value: T): T {
  return value;
}

function shared(row: Row): Omit<Input<unknown>, "kind" | "default" | "fallback" | "resolve"> {
  return {
    unset: row.unset ?? null,
    description: row.description,
    secret: row.secret ?? false,
    notFromConfigFile: row.notFromConfigFile ?? null,
    onlyInConfigFile: false,
    onlyFlag: false,
    configFileWords: row.configFileWords ?? null,
    login: false,
  };
}

function parseDefault<T>(kind: Kind<T>, text: string): T {
  const raw: Raw = { source: "flag", label: "default", values: [text], entries: false };
  const result = kind.parse(raw);
  if (!result.ok) throw new Error(`the default ${text} is wrong: ${result.problems.join("; ")}`);
  return result.value;
}
