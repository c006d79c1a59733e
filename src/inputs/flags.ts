import { quote, type Raw } from "../kinds/kind.ts";
import { nearest } from "../text/suggest.ts";
import type { RawValues } from "./raw-values.ts";
import { type InputName, inputNames, inputs, isInputName } from "./spec.ts";

/** What the first argument may be in place of a flag: something else to do than a run. */
export const commandWords = ["fix", "doctor", "init"] as const;

export type CommandWord = (typeof commandWords)[number];
/** What is wrong with an input that only the config file has. */
export function fileOnly(label: string): string {
  return `${label}: is taken from the config file only`;
}

/** What is wrong with an input that only the command line has. */
export function flagOnly(label: string): string {
  return `${label}: is a flag only`;
}

const settable = inputNames.filter((name) => !inputs[name].onlyInConfigFile);

export interface Flags extends RawValues {
  /** null: a run. */
  readonly word: CommandWord | null;
  /** What the user wants instead of a run. */
  readonly show: "help" | "version" | null;
}

/**
 * Reads the command line (without node and script): `--x v`, `--x=v`, `--no-x`, a bare `--x` for switches; repeated flags add up to a list.
 * A value that looks like one of our flags has to be written `--x=--y`, so that a forgotten value is noticed.
 */
export function parseFlags(argv: readonly string[]): Flags {
  const found = new Map<InputName, string[]>();
  const problems: string[] = [];
  let show: Flags["show"] = null;
  const word = commandWords.find((each) => each === argv[0]) ?? null;
  let index = word === null ? 0 : 1;
  while (index < argv.length) {
    const token = readToken(argv[index] ?? "", argv[index + 1], index === 0);
    index += token.words;
    if (token.type === "show") show ??= token.what;
    else if (token.type === "problem") problems.push(token.problem);
    else found.set(token.name, [...(found.get(token.name) ?? []), token.value]);
  }
  if (word !== null) problems.push(...[...found.keys()].filter((name) => inputs[name].onlyFlag).map(notFor(word)));
  return { word, show, values: rawValues(found), problems };
}

/** Whether standard output is for the report alone, also where the flag is written wrongly: whoever reads it expects no log there. */
export function wantsReport(argv: readonly string[]): boolean {
  const raw = parseFlags(argv).values.get("json");
  if (raw === undefined) return false;
  const read = inputs.json.kind.parse(raw);
  return !read.ok || read.value;
}

function notFor(word: CommandWord): (name: InputName) => string {
  return (name) => `--${name}: needs the report of a run, which ${word} has none of`;
}

type Token = { /** How many arguments it takes. */ readonly words: number } & (
  | { readonly type: "value"; readonly name: InputName; readonly value: string }
  | { readonly type: "show"; readonly what: "help" | "version" }
  | { readonly type: "problem"; readonly problem: string }
);

function readToken(word: string, next: string | undefined, first: boolean): Token {
  if (word === "--help" || word === "-h") return { type: "show", what: "help", words: 1 };
  if (word === "--version" && !/^v\d/.test(next ?? "")) return { type: "show", what: "version", words: 1 };
  const match = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word);
  if (match?.[1] === undefined) return problem(positional(word, first), 1);
  const [, name, value] = match;
  if (isInputName(name) && inputs[name].onlyInConfigFile)
    return problem(fileOnly(`--${name}`), value === undefined ? 2 : 1);
  if (isInputName(name)) return value === undefined ? readNext(name, next) : { type: "value", name, value, words: 1 };
  if (name.startsWith("no-")) return readNegated(name.slice("no-".length), value);
  // What follows belongs to it most likely, and may be a secret behind a misspelt name.
  const words = value === undefined && next !== undefined && !next.startsWith("-") ? 2 : 1;
  return problem(unknown(name), words);
}

function readNext(name: InputName, next: string | undefined): Token {
  const isSwitch = inputs[name].kind.shape === "switch";
  if (next !== undefined && !isOwnFlag(next) && !(isSwitch && next.startsWith("-"))) {
    return { type: "value", name, value: next, words: 2 };
  }
  if (isSwitch) return { type: "value", name, value: "true", words: 1 };
  const hint =
    next === undefined ? "" : `; if ${next.split("=")[0]} is the value, write --${name}=${next.split("=")[0]}`;
  return problem(`--${name}: needs a value: ${inputs[name].kind.allows}${hint}`, 1);
}

function readNegated(name: string, value: string | undefined): Token {
  if (!isInputName(name)) return problem(unknown(`no-${name}`), 1);
  if (inputs[name].kind.shape !== "switch")
    return problem(`--no-${name}: only switches have a --no- form; leave --${name} out`, 1);
  if (value !== undefined) return problem(`--no-${name}: takes no value`, 1);
  return { type: "value", name, value: "false", words: 1 };
}

function problem(text: string, words: number): Token {
  return { type: "problem", problem: text, words };
}

/** `--version` alone asks programs what they are, so it may be the value of one of ours. */
function isOwnFlag(word: string): boolean {
  if (word === "--version") return false;
  const name = /^--([^=]+)/.exec(word)?.[1];
  return name !== undefined && (isInputName(name) || isInputName(name.replace(/^no-/, "")));
}

function unknown(name: string): string {
  const negated = name.startsWith("no-");
  const switches = settable.filter((known) => inputs[known].kind.shape === "switch");
  const guess = negated ? nearest(name.slice("no-".length), switches) : nearest(name, [...settable, "help", "version"]);
  const hint = guess === null ? "; --help lists them" : `; did you mean "--${negated ? "no-" : ""}${guess}"?`;
  return `--${name.slice(0, 80)}: there is no such flag${hint}`;
}

function positional(word: string, first: boolean): string {
  const known = commandWords.find((each) => each === word);
  if (known !== undefined) return `unexpected argument ${quote(word)}: it has to be the first one, before all flags`;
  const command = first && !word.startsWith("-") ? nearest(word, commandWords) : null;
  const guess = command ?? nearest(word.replace(/^-+/, ""), settable);
  const hint = guess === null ? "" : `; did you mean "${command === null ? "--" : ""}${guess}"?`;
  return `unexpected argument ${quote(word)}: every value belongs to a flag, --name value or --name=value${hint}`;
}

function rawValues(found: ReadonlyMap<InputName, readonly string[]>): ReadonlyMap<InputName, Raw> {
  return new Map(
    [...found].map(([name, values]) => [name, { source: "flag", label: `--${name}`, values, entries: false }]),
  );
}
