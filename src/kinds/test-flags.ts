import { type FlagRule, type GoTestFlag, goTestFlags } from "./go-test-flags.ts";
import { quote } from "./kind.ts";

/** One flag among extra words for `go test`, with its value. */
interface GivenFlag {
  readonly words: readonly string[];
  /** As written, with one dash and without the value. */
  readonly name: string;
  readonly rule: FlagRule;
}

/** Words that are no flag of `go test`: packages, values, flags of the tests' own and everything that stands behind `--`. */
interface OtherWords {
  readonly words: readonly string[];
  readonly problem: string | null;
}

/** What is wrong with extra words for `go test`. After `-args` words belong to the test binary, which has the same flags as `-test.…`. */
export function refuseTestFlags(words: readonly string[]): readonly string[] {
  return read(words).flatMap((part) => {
    if (!("rule" in part)) return part.problem ?? [];
    return typeof part.rule === "string" ? [] : [`${part.name} is not allowed: ${part.rule.refused}`];
  });
}

/** The words that are given to `go test -json`, without the flags whose meaning it has already. */
export function passedTestFlags(words: readonly string[]): readonly string[] {
  return read(words).flatMap((part) => ("rule" in part && part.rule === "drop" ? [] : part.words));
}

/** Whether the words ask for the output of tests that pass. */
export function asksForOutput(words: readonly string[]): boolean {
  return read(words).some((part) => "rule" in part && /^-(?:test\.)?v$/.test(part.name) && !isOff(part.words[0] ?? ""));
}

/** A word that has tests left out once one has failed, for the go command or, behind `-args`, for the test binary; null: there is none. */
export function failFastWord(words: readonly string[]): string | null {
  return words.find((word) => /^--?(?:test\.)?failfast(?:=|$)/.test(word) && !isOff(word)) ?? null;
}

/** As the go command and then the test binary read them (cmd/go/internal/test/testflag.go). */
function read(words: readonly string[]): readonly (GivenFlag | OtherWords)[] {
  const parts: (GivenFlag | OtherWords)[] = [];
  let forBinary = false;
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at);
    const [word = ""] = rest;
    const ends = forBinary && word === "--";
    const part = ends ? { words: rest, problem: null } : readPart(rest, forBinary);
    forBinary ||= /^--?args$/.test(word);
    parts.push(part);
    at += part.words.length;
  }
  return parts;
}

function readPart([word = "", next]: readonly string[], forBinary: boolean): GivenFlag | OtherWords {
  const match = /^--?(test\.)?([^=]+)(=.*)?$/s.exec(word);
  const [, prefix = "", name = "", value] = match ?? [];
  const flag = isForGo(prefix, name, value, forBinary) ? goTestFlags.get(name) : undefined;
  if (flag === undefined) return { words: [word], problem: forBinary ? null : terminator(word) };
  const takesNext = flag.takesValue && value === undefined && next !== undefined;
  return { words: takesNext ? [word, next] : [word], name: `-${prefix}${name}`, rule: ruleOf(flag, word) };
}

/** `-h` and `-help` are the flag package's own in every program: it prints the usage and exits with 0, which looks like a pass. */
function isForGo(prefix: string, name: string, value: string | undefined, forBinary: boolean): boolean {
  return !forBinary || prefix !== "" || (value === undefined && (name === "h" || name === "help"));
}

function ruleOf({ rule, off, takesValue }: GoTestFlag, word: string): FlagRule {
  return !takesValue && off !== undefined && isOff(word) ? off : rule;
}

/** What Go's strconv.ParseBool takes for false. */
function isOff(word: string): boolean {
  return /=(?:0|f|F|false|FALSE|False)$/.test(word);
}

function terminator(word: string): string | null {
  return /^--?$/.test(word) ? `${quote(word)} is not allowed; write -args before words for the test binary` : null;
}
