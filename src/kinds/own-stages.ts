import { posix } from "node:path";
import { didYouMean } from "../text/suggest.ts";
import { duration } from "./duration.ts";
import { imageReference } from "./image.ts";
import { all, invalid, type Kind, quote, type Result, valid } from "./kind.ts";
import { isVariable, type Pair } from "./pairs.ts";
import { hasControls } from "./text.ts";

/** A stage that the config file defines. */
export interface OwnStage {
  readonly name: string;
  /** Program and arguments; no shell reads them. */
  readonly run: readonly string[];
  /** Names of gates and of other own stages; null: nothing was said. */
  readonly needs: readonly string[] | null;
  /** Directory of the module, relative to the working directory; null: nothing was said. */
  readonly module: string | null;
  readonly env: readonly Pair[];
  /** Files and directories, relative to the module. */
  readonly outputs: readonly string[];
  /** Image that it runs in; null: where Go runs. */
  readonly image: string | null;
  /** It runs also when what it needs has not passed. */
  readonly always: boolean;
  /** Milliseconds; null: as all others. */
  readonly timeoutMs: number | null;
}

const namePattern = /^[a-z][a-z0-9-]{0,39}$/;
const keys = ["name", "run", "needs", "module", "env", "outputs", "image", "when", "timeout"];

/** Windows allows 32,767 characters on a command line (CreateProcess). */
const longestCommand = 30_000;

const word = { type: ["string", "number", "boolean"] };
const wordOrWords = { anyOf: [word, { type: "array", items: word }] };

/** A list of maps, one for each stage. */
export const ownStages: Kind<readonly OwnStage[]> = {
  shape: "records",
  allows:
    "a list of stages with `name`, `run` and, as needed, `needs`, `module`, `env`, `outputs`, `image`, `when`, `timeout`",
  words: [],
  schema: {
    type: "object",
    properties: {
      name: { type: "string", pattern: namePattern.source },
      run: { type: "array", items: word, minItems: 1 },
      needs: wordOrWords,
      module: { type: "string" },
      env: { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] } },
      outputs: wordOrWords,
      image: { type: "string" },
      when: { enum: ["always"] },
      timeout: duration.schema,
    },
    required: ["name", "run"],
    additionalProperties: false,
  },
  parse({ values }) {
    const stages = all(values.map(readStage));
    if (!stages.ok) return stages;
    const names = stages.value.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) return invalid(`${twice} is there twice`);
    const circles = circlesOf(stages.value);
    return circles.length > 0 ? invalid(...circles) : stages;
  },
};

/** What the text of a name may be; null: it is one. */
export function stageNameProblem(name: string): string | null {
  if (namePattern.test(name)) return null;
  return `${quote(name)} is not a name for a stage; use up to 40 small letters, digits and -, beginning with a letter`;
}

/** Reads the fields of one entry and gathers what is wrong with them. */
class Entry {
  readonly problems: string[] = [];
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(json: string) {
    this.#fields = new Map<string, unknown>(Object.entries(JSON.parse(json)));
  }

  unknownKeys(): readonly string[] {
    return [...this.#fields.keys()].filter((key) => !keys.includes(key));
  }

  text(key: string): string | null {
    const value = this.#fields.get(key);
    if (value === undefined || value === "") return null;
    if (typeof value === "string") return value.trim();
    this.problems.push(`${key} has to be one value`);
    return null;
  }

  list(key: string): readonly string[] | null {
    const value = this.#fields.get(key);
    if (value === undefined || value === "") return null;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.filter((item) => typeof item === "string");
    if (texts.length === items.length) return texts;
    this.problems.push(`${key} has to be a list of values`);
    return null;
  }

  isList(key: string): boolean {
    return Array.isArray(this.#fields.get(key));
  }

  pairs(key: string): readonly Pair[] {
    const value = this.#fields.get(key);
    if (value === undefined || value === "") return [];
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return Object.entries(value).map(([name, text]) => [name, String(text)]);
    }
    this.problems.push(`${key} has to be a map of names to values`);
    return [];
  }

  /** Of a field that is written as an input is. */
  value<T>(key: string, kind: Kind<T>): T | null {
    const text = this.text(key);
    if (text === null) return null;
    const result = kind.parse({ source: "config", label: key, values: [text], entries: false });
    if (result.ok) return result.value;
    this.problems.push(...result.problems.map((problem) => `${key} ${problem}`));
    return null;
  }
}

function readStage(json: string): Result<OwnStage> {
  const entry = new Entry(json);
  const name = entry.text("name") ?? "";
  const run = readRun(entry);
  const when = entry.text("when");
  const stage: OwnStage = {
    name,
    run,
    needs: entry.list("needs"),
    module: readModule(entry),
    env: readEnv(entry),
    outputs: readOutputs(entry),
    image: entry.value("image", imageReference),
    always: when === "always",
    timeoutMs: entry.value("timeout", duration),
  };
  const unknown = entry.unknownKeys().map((key) => `${quote(key)} is no part of a stage${didYouMean(key, keys)}`);
  const problems = [...unknown, ...entry.problems];
  if (when !== null && when !== "always") problems.push(`when is ${quote(when)}; only "always" is allowed`);
  if (stage.needs?.includes(name) === true) problems.push("needs itself");
  const length = [...run, ...stage.env.flat()].reduce((sum, text) => sum + text.length + 3, 0);
  if (length > longestCommand) problems.push(`run and env are longer than ${longestCommand} characters together`);
  const wrongName = stageNameProblem(name);
  if (wrongName !== null) return invalid(name === "" ? "a stage has no name" : wrongName, ...problems);
  return problems.length > 0 ? invalid(...problems.map((problem) => `${name}: ${problem}`)) : valid(stage);
}

function readRun(entry: Entry): readonly string[] {
  const run = entry.list("run") ?? [];
  const [program = ""] = run;
  if (run.length > 0 && !entry.isList("run")) {
    entry.problems.push("run has to be a list of words, such as [go, run, ./tools/check]; no shell reads it");
  } else if (program.trim() === "" || hasControls(program)) {
    entry.problems.push("run names no program");
  } else if (program.startsWith("-") || program.includes("=")) {
    entry.problems.push(`run begins with ${quote(program)}, which is no program; variables belong into env`);
  }
  if (run.some((text) => text.includes("\0"))) entry.problems.push("run contains a NUL character");
  return run;
}

function readEnv(entry: Entry): readonly Pair[] {
  const env = entry.pairs("env");
  for (const [name, value] of env) {
    if (!isVariable(name)) {
      entry.problems.push(`env: ${quote(name)} is not a name; use letters, digits and _, not starting with a digit`);
    }
    if (value.includes("\0")) entry.problems.push(`env: the value of ${quote(name)} contains a NUL character`);
  }
  return env;
}

function readModule(entry: Entry): string | null {
  const text = entry.text("module");
  if (text === null) return null;
  const path = placeOf(text);
  if (path === null) entry.problems.push(`module ${quote(text)} is no directory below the working directory`);
  return path;
}

function readOutputs(entry: Entry): readonly string[] {
  const outputs = (entry.list("outputs") ?? []).map((text) => {
    const path = placeOf(text);
    if (path === null) {
      entry.problems.push(`outputs: ${quote(text)} leaves the module; write it relative to the module, without ..`);
    } else if (path === "." || path.split("/").some((part) => part.toLowerCase() === ".git")) {
      entry.problems.push(
        `outputs: ${quote(text)} is not for keeping; name the files or directories that the stage makes`,
      );
    }
    return path ?? text;
  });
  const twice = outputs.find((path, at) => outputs.indexOf(path) !== at);
  if (twice !== undefined) entry.problems.push(`outputs: ${quote(twice)} is there twice`);
  return outputs;
}

/** A path below a directory, as short as it can be written; null: it is none. */
function placeOf(text: string): string | null {
  if (hasControls(text) || text.includes("\\") || /^(?:[/~]|[A-Za-z]:)/.test(text) || text.trim() === "") return null;
  const path = posix.normalize(text).replace(/\/$/, "");
  return path === ".." || path.startsWith("../") ? null : path;
}

/** Own stages that wait for one another in a circle, in words. */
function circlesOf(stages: readonly OwnStage[]): readonly string[] {
  const needs = new Map(stages.map((stage) => [stage.name, stage.needs ?? []]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) circles.push(`stages wait for one another: ${[...path.slice(at), name].join(" -> ")}`);
    if (at >= 0 || done.has(name)) return;
    for (const need of needs.get(name) ?? []) visit(need, [...path, name]);
    done.add(name);
  };
  for (const { name } of stages) visit(name, []);
  return circles;
}
