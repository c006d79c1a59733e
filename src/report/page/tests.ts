import type { FailedTest, Report, TestPackage, TestResult } from "../../model/report.ts";
import { type PageTestNote, type PageTestPackage, testEnds } from "../../page/data.ts";
import { sanitizeLine, sanitizeText } from "../../text/sanitize.ts";
import { firstWords, withoutOwnFrames } from "../../text/test-words.ts";

/** What a test printed, as a block of its own. */
export interface OutputBlock {
  readonly id: string;
  readonly text: string;
}

/** Characters of all output that finds room. */
const maxOutput = 16 * 1024 * 1024;

/** The packages of all modules, one after the other; those with trouble first. Hands over the output of tests as it comes. */
export function* createTestPages(
  { modules, totals }: Report,
  onOutput: (output: OutputBlock) => void,
): Generator<PageTestPackage> {
  const several = modules.length > 1;
  const all = several
    ? modules.flatMap(({ dir, tests }) => (tests?.packages ?? []).map((found) => ({ found, module: dir })))
    : (totals.tests?.packages ?? []).map((found) => ({ found, module: null }));
  let room = maxOutput;
  let count = 0;
  const keep = (text: string): string | null => {
    if (text.length > room) return null;
    room -= text.length;
    const id = `output-${count++}`;
    onOutput({ id, text });
    return id;
  };
  for (const { found, module } of [...all].sort((a, b) => trouble(a.found) - trouble(b.found))) {
    yield testPage(found, module === null ? null : sanitizeLine(module), keep);
  }
}

function trouble({ status, interrupted }: TestPackage): number {
  if (status === "failed") return 0;
  return status === "flaky" || interrupted > 0 ? 1 : 2;
}

function testPage(found: TestPackage, module: string | null, keep: (text: string) => string | null): PageTestPackage {
  const { importPath, status, reason, durationMs, cached, attempts, failures, flakes, unfinished } = found;
  const told = new Map([...failures, ...flakes, ...unfinished].map((test) => [test.name, test]));
  const known = new Set(found.tests.map(({ name }) => name));
  const listed = [...found.tests, ...unlisted(failures, "failed"), ...unlisted(unfinished, "interrupted")].filter(
    (test, index) => index < found.tests.length || !known.has(test.name),
  );
  const notes = listed.flatMap((test, index) => {
    const note = { ...ownWords(test), ...failureWords(told.get(test.name), keep) };
    return Object.keys(note).length === 0 ? [] : [[`${index}`, note] as const];
  });
  return {
    ...{ path: sanitizeLine(importPath), module, status, ms: durationMs },
    reason: reason === null ? null : sanitizeText(reason),
    cached: cached === true,
    attempts: attempts ?? 1,
    names: listed.map(({ name }) => sanitizeLine(name)),
    ends: listed.map((test) => testEnds[test.status]).join(""),
    times: listed.map((test) => test.durationMs),
    notes: Object.fromEntries(notes),
  };
}

function unlisted(tests: readonly FailedTest[], status: TestResult["status"]): readonly TestResult[] {
  return tests.map(({ name, durationMs }) => ({ name, status, durationMs }));
}

function ownWords({ reason, attributes, artifacts }: TestResult): PageTestNote {
  return {
    ...(reason === undefined ? {} : { reason: sanitizeText(reason).trimEnd() }),
    ...(attributes === undefined
      ? {}
      : { attributes: attributes.map(({ key, value }) => [sanitizeLine(key), sanitizeLine(value)] as const) }),
    ...(artifacts === undefined ? {} : { artifacts: artifacts.map((dir) => sanitizeLine(dir)) }),
  };
}

function failureWords(test: FailedTest | undefined, keep: (text: string) => string | null): PageTestNote {
  if (test === undefined) return {};
  const { path, line, output, command } = test;
  const said = firstWords(output);
  const text = sanitizeText(withoutOwnFrames(output)).trimEnd();
  const kept = text === "" ? null : keep(text);
  return {
    ...{ path, line },
    ...(said === null ? {} : { said: sanitizeLine(said) }),
    ...(kept === null ? {} : { output: kept }),
    ...(kept === null && text !== "" ? { cut: true as const } : {}),
    ...(command === "" ? {} : { command: sanitizeText(command).trimEnd() }),
  };
}
