import { parseArgs } from "node:util";
import { type CaseName, caseNames } from "./model.ts";

export interface BenchOptions {
  readonly directory: string;
  readonly engine: "host" | "dagger";
  readonly cases: readonly CaseName[];
  /** Rounds of the cases that are not measured once. */
  readonly rounds: number;
  /** Measure the stages alone too. */
  readonly limit: boolean;
  /** Measure plain with parallel steps too. */
  readonly parallel: boolean;
  /** Entries of the action's input `modules`; none: every module. */
  readonly modules: readonly string[];
  /** The action as a command; the bench adds its flags. */
  readonly ours: readonly string[];
  /** Another build of the action to measure in the same rounds; null: none. */
  readonly earlier: readonly string[] | null;
  /** Flags that the action gets besides. */
  readonly flags: readonly string[];
  /** A program that is run, unmeasured, before the action runs cold: empties an engine that lives elsewhere. */
  readonly beforeCold: string | null;
  /** The Go file to edit, relative to the repository; null: chosen. */
  readonly edit: string | null;
  /** The file of test data to edit, likewise. */
  readonly data: string | null;
  readonly name: string | null;
  readonly out: string | null;
}

export const usage = `npm run bench -- <dir> [options] [-- flags of the action]

  --engine host|dagger   what runs ours (host)
  --cases a,b            of ${caseNames.join(", ")} (all but fresh-kept; with dagger: cold, unchanged, changed)
  --modules a,b          the action's input, for every contender (every module at or below the directory)
  --rounds N             of the cases that are not measured once (5)
  --no-parallel          leave out plain with parallel steps
  --no-limit             leave out the stages measured alone, as they are where there are several modules
  --edit file            the Go file to change, relative to the repository (chosen: see docs/performance.md)
  --data file            the file of test data that fresh-data changes, likewise; look whether a test reads it
  --before-cold program  run before ours runs cold, unmeasured, to empty an engine's caches
  --ours "command"       the action to measure (node dist/index.js)
  --earlier "command"     another build of it, measured in the same rounds (host, cases that are not fresh)
  --name text            of the subject (the directory's name)
  --out dir              for result.json, table.md and the charts (build/bench/<name>-<engine>)
`;

/** Cases that the bench can make for an engine: what an engine keeps in volumes of its own cannot be packed by the bench. */
function casesOf(engine: "host" | "dagger"): readonly CaseName[] {
  return engine === "host" ? caseNames : caseNames.filter((name) => !name.startsWith("fresh"));
}

/** What is measured when nobody says otherwise. What fresh-kept shows no runner has: it compares with results of earlier benches. */
function defaultCases(engine: "host" | "dagger", canBeCold: boolean): readonly CaseName[] {
  return casesOf(engine).filter((name) => name !== "fresh-kept" && (name !== "cold" || canBeCold));
}

/** Throws with one line for the user when the arguments make no sense. `action` is what is measured unless told otherwise. */
export function parseOptions(args: readonly string[], action: readonly string[]): BenchOptions {
  const { values, positionals } = parse(splitFlags(args).own);
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0) throw new Error("name one directory that holds a Go module");
  const engine = oneOf(values.engine, ["host", "dagger"] as const, "--engine");
  const cases = parseCases(values.cases, engine, values["before-cold"] !== undefined);
  return {
    directory,
    engine,
    cases,
    rounds: parseRounds(values.rounds),
    // The stages are measured alone on this machine, which says nothing about an engine.
    limit: engine === "host" && !values["no-limit"],
    parallel: !values["no-parallel"],
    modules: values.modules?.split(",") ?? [],
    ours: values.ours === undefined ? action : wordsOf(values.ours),
    earlier: parseEarlier(values.earlier, engine, cases),
    flags: splitFlags(args).passed,
    beforeCold: values["before-cold"] ?? null,
    edit: values.edit ?? null,
    data: values.data ?? null,
    name: values.name ?? null,
    out: values.out ?? null,
  };
}

function wordsOf(command: string): readonly string[] {
  return command.split(" ").filter((word) => word !== "");
}

/** Caches of a fresh runner and of an engine are one for all builds: the second of a round would find what the first has left. */
function parseEarlier(
  command: string | undefined,
  engine: "host" | "dagger",
  cases: readonly CaseName[],
): BenchOptions["earlier"] {
  if (command === undefined) return null;
  if (engine !== "host") throw new Error("--earlier needs --engine host");
  const fresh = cases.filter((name) => name.startsWith("fresh"));
  if (fresh.length > 0) throw new Error(`--earlier goes without ${fresh.join(", ")}: name the --cases`);
  return wordsOf(command);
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      engine: { type: "string", default: "host" },
      cases: { type: "string" },
      rounds: { type: "string", default: "5" },
      modules: { type: "string" },
      "no-parallel": { type: "boolean", default: false },
      "no-limit": { type: "boolean", default: false },
      ours: { type: "string" },
      earlier: { type: "string" },
      "before-cold": { type: "string" },
      edit: { type: "string" },
      data: { type: "string" },
      name: { type: "string" },
      out: { type: "string" },
    },
  });
}

function splitFlags(args: readonly string[]): { own: readonly string[]; passed: readonly string[] } {
  const at = args.indexOf("--");
  return at < 0 ? { own: args, passed: [] } : { own: args.slice(0, at), passed: args.slice(at + 1) };
}

function parseCases(text: string | undefined, engine: "host" | "dagger", emptied: boolean): readonly CaseName[] {
  const possible = casesOf(engine);
  const canBeCold = engine === "host" || emptied;
  if (text === undefined) return defaultCases(engine, canBeCold);
  const asked = text.split(",").map((name) => oneOf(name.trim(), possible, "--cases"));
  if (asked.includes("cold") && !canBeCold)
    throw new Error("--cases: cold with dagger needs --before-cold, a program that empties the engine's caches");
  // In the order of the table: cold runs leave the warm caches that the others start from.
  return possible.filter((name) => asked.includes(name));
}

function parseRounds(text: string): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds: ${text} is not a number of rounds`);
  return rounds;
}

function oneOf<T extends string>(value: string, allowed: readonly T[], flag: string): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new Error(`${flag}: ${value} is none of ${allowed.join(", ")}`);
  return found;
}
