import { isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, Scalar } from "yaml";
import { invalid, oneOf, quote, type Raw, type Result, type Shape, valid } from "../kinds/kind.ts";
import { didYouMean } from "../text/suggest.ts";
import { flagOnly } from "./flags.ts";
import type { RawValues } from "./raw-values.ts";
import { type InputName, inputNames, inputs, isInputName } from "./spec.ts";

/**
 * Reads the text of a config file: a YAML map with the names of inputs as keys. Every scalar is taken as it is written (`1.20` stays `1.20`).
 * `file` is the name that problems use.
 */
export function parseConfigFile(file: string, text: string): RawValues {
  const lines = new LineCounter();
  // failsafe: YAML's schema without types. Pretty errors would quote lines of the file.
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
  const at = (offset: number | undefined): string => `${file}: line ${lines.linePos(offset ?? 0).line}`;
  if (document.errors.length > 0) {
    return { values: new Map(), problems: document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`) };
  }
  if (document.contents === null || isEmpty(document.contents)) return { values: new Map(), problems: [] };
  if (!isMap(document.contents))
    return { values: new Map(), problems: [`${file}: is not a list of \`key: value\` lines`] };
  const values = new Map<InputName, Raw>();
  const problems: string[] = [];
  for (const pair of document.contents.items) {
    const line = at(isScalar(pair.key) ? pair.key.range?.[0] : undefined);
    const entry = readEntry(file, line, pair);
    if (!entry.ok) problems.push(...entry.problems);
    else if (entry.value !== null) values.set(...entry.value);
  }
  return { values, problems };
}

/** A key and its value; null for a key without one. */
function readEntry(file: string, line: string, { key, value }: Pair): Result<readonly [InputName, Raw] | null> {
  const name = isScalar(key) ? String(key.value) : "";
  if (!isInputName(name)) return invalid(`${line}: unknown key ${quote(name)}${didYouMean(name, settable)}`);
  const { kind, notFromConfigFile, configFileWords, onlyFlag } = inputs[name];
  const label = `${file}: ${name}`;
  if (onlyFlag) return invalid(flagOnly(label));
  if (notFromConfigFile !== null) {
    return invalid(
      `${label}: is not taken from the config file, which a pull request can change: ${notFromConfigFile}. Use a flag or \`with:\``,
    );
  }
  if (value === null || isEmpty(value)) return valid(null);
  const written = readValue(value, kind.shape);
  if (written === null) return invalid(`${label}: ${shapes[kind.shape]} (${line.slice(file.length + 2)})`);
  const refused = written.values.find((word) => configFileWords !== null && !configFileWords.includes(word.trim()));
  if (refused !== undefined && configFileWords !== null) {
    return invalid(
      `${label}: ${quote(refused)} is not taken from the config file, which a pull request can change; only ${oneOf(configFileWords)} is`,
    );
  }
  return valid([name, { source: "config", label, ...written }]);
}

const settable = inputNames.filter((name) => inputs[name].notFromConfigFile === null && !inputs[name].onlyFlag);

/** What to write instead of a value of the wrong shape. */
const shapes: Readonly<Record<Shape, string>> = {
  switch: "has to be one value, not a list or map",
  value: "has to be one value, not a list or map",
  list: "has to be one value or a list of values",
  pairs: "has to be a map of names to values or a list of NAME=value",
  maps: "has to be a list of maps",
  records: "has to be a list of maps",
};

type Written = Pick<Raw, "values" | "entries">;

function readValue(value: unknown, shape: Shape): Written | null {
  if (shape === "maps") return isSeq(value) ? entries(value.items.map(mapText)) : null;
  if (shape === "records") return isSeq(value) ? entries(value.items.map(recordText)) : null;
  if (isScalar(value)) return { values: [String(value.value)], entries: false };
  if (isSeq(value) && (shape === "list" || shape === "pairs")) return entries(value.items.map(textOf));
  if (isMap(value) && shape === "pairs") {
    return entries(
      value.items.map((pair) => {
        const text = pair.value === null ? "" : textOf(pair.value);
        return isScalar(pair.key) && text !== null ? `${String(pair.key.value)}=${text}` : null;
      }),
    );
  }
  return null;
}

function entries(values: readonly (string | null)[]): Written | null {
  const texts = values.filter((value) => value !== null);
  return texts.length === values.length ? { values: texts, entries: true } : null;
}

/** A map of scalars as JSON; null for anything else. */
function mapText(node: unknown): string | null {
  if (!isMap(node)) return null;
  const pairs = node.items.map(({ key, value }) => [textOf(key), value === null ? "" : textOf(value)]);
  return pairs.some((pair) => pair.includes(null)) ? null : JSON.stringify(Object.fromEntries(pairs));
}

/** A map as JSON whose values are scalars, lists of them or maps of them; null for anything else. */
function recordText(node: unknown): string | null {
  if (!isMap(node)) return null;
  const fields = node.items.map(({ key, value }) => [textOf(key), fieldOf(value)] as const);
  return fields.some((field) => field.includes(null)) ? null : JSON.stringify(Object.fromEntries(fields));
}

function fieldOf(node: unknown): string | readonly (string | null)[] | Readonly<Record<string, string | null>> | null {
  if (node === null) return "";
  if (isSeq(node)) {
    const items = node.items.map(textOf);
    return items.includes(null) ? null : items;
  }
  if (!isMap(node)) return textOf(node);
  const pairs = node.items.map(({ key, value }) => [textOf(key), value === null ? "" : textOf(value)] as const);
  return pairs.some((pair) => pair.includes(null)) ? null : Object.fromEntries(pairs);
}

/** Text of a scalar, null for anything else: aliases too, a file this small needs none. */
function textOf(node: unknown): string | null {
  if (!isScalar(node) || isAlias(node)) return null;
  return isEmpty(node) ? "" : String(node.value);
}

/** `key:`, `key: ~` and `key: null`, which YAML's core schema reads as nothing. */
function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.type === Scalar.PLAIN && /^(|~|null|Null|NULL)$/.test(String(node.value));
}
