import { decodeOutput, type TestEvent } from "./test-event.ts";

/** A function that `go test -list` names. */
export interface ListedTest {
  readonly importPath: string;
  /** `FuzzParse`. */
  readonly name: string;
}

/** A line that is an identifier in which no lower-case letter follows the word (cmd/go/internal/load, isTest). */
const nameOf = (word: string): RegExp => new RegExp(`^(${word}(?:(?!\\p{Ll})[\\p{L}\\p{Nd}_]+)?)\\r?\\n$`, "u");

const names = { Benchmark: nameOf("Benchmark"), Fuzz: nameOf("Fuzz") } as const;

/** A function that `go test -list=^<kind> -json` names; null: the event names none, and its line is what a program printed. */
export function listedTest(kind: keyof typeof names, event: TestEvent): ListedTest | null {
  if (event.type !== "test" || event.test !== null || event.output === null) return null;
  const name = names[kind].exec(decodeOutput(event.output))?.[1];
  return name === undefined ? null : { importPath: event.package, name };
}
