/** What docs/threat-model.md has to live up to. Pure; scripts/check-threat-model.ts reads the files. */

export interface CatalogueFault {
  readonly covers: readonly string[];
}

export interface ThreatModel {
  /** Text of docs/threat-model.md. */
  readonly markdown: string;
  readonly catalogue: Readonly<Record<string, CatalogueFault>>;
  /** Text of the tests that inject the faults. */
  readonly faultTests: string;
  /** Text of a file of the repository, null when there is none. */
  readonly read: (path: string) => string | null;
}

interface Row {
  readonly id: string;
  readonly faults: readonly string[];
  readonly tests: readonly { readonly file: string; readonly title: string }[];
  readonly reason: boolean;
}

const range = (letter: string, first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `${letter}${String(first + index).padStart(2, "0")}`);

/** The requirements that the table answers for. */
export const wantedIds: readonly string[] = [...range("S", 11, 38), ...range("F", 1, 46)];

/** Rows `| S11 | what | faults | tests, or why there is none |`. */
function readRows(markdown: string): readonly Row[] {
  return [...markdown.matchAll(/^\| ([SF]\d\d) \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, id = "", faults = "", rest = ""]) => ({
      id,
      faults: [...faults.matchAll(/`([a-z0-9-]+)`/g)].map(([, name = ""]) => name),
      tests: [...rest.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)].map(([, file = "", title = ""]) => ({ file, title })),
      reason: /(?:Does not apply|Not done): \S/.test(rest),
    }),
  );
}

/** Everything in which document, catalogue and tests disagree; empty when they do not. */
export function problemsOf(model: ThreatModel): readonly string[] {
  const rows = readRows(model.markdown);
  return [...idProblems(rows), ...rows.flatMap((row) => rowProblems(row, model)), ...faultProblems(rows, model)];
}

function idProblems(rows: readonly Row[]): readonly string[] {
  const ids = rows.map(({ id }) => id);
  const missing = wantedIds.filter((id) => !ids.includes(id)).map((id) => `${id} has no row`);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} has two rows`);
  const unknown = ids.filter((id) => !wantedIds.includes(id)).map((id) => `${id} is no requirement of this table`);
  return [...missing, ...twice, ...unknown];
}

function rowProblems(row: Row, { catalogue, read }: ThreatModel): readonly string[] {
  const problems: string[] = [];
  if (row.faults.length + row.tests.length === 0 && !row.reason) {
    problems.push(`${row.id} names no test and no reason for having none`);
  }
  for (const name of row.faults) {
    const fault = catalogue[name];
    if (fault === undefined) problems.push(`${row.id} names ${name}, which is not in the catalogue`);
    else if (!fault.covers.includes(row.id)) problems.push(`${row.id} names ${name}, which does not cover it`);
  }
  for (const { file, title } of row.tests) {
    const text = read(file);
    if (text === null) problems.push(`${row.id} names ${file}, which is not there`);
    else if (!hasTest(text, title)) problems.push(`${row.id}: ${file} has no test "${title}"`);
  }
  return problems;
}

/** The title is the first argument of a call, as in `it("…", ` and `it.each([…])("…", `. */
function hasTest(text: string, title: string): boolean {
  const literal = title.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return new RegExp(`\\(\\s*(["'\`])${literal}\\1,`).test(text);
}

function faultProblems(rows: readonly Row[], { catalogue, faultTests, markdown }: ThreatModel): readonly string[] {
  return Object.entries(catalogue).flatMap(([name, { covers }]) => {
    const here = covers.filter((id) => wantedIds.includes(id));
    const silent = here.filter((id) => !rows.some((row) => row.id === id && row.faults.includes(name)));
    const problems = silent.map((id) => `${name} covers ${id}, whose row does not name it`);
    if (!markdown.includes(`\`${name}\``)) problems.push(`${name} is not named`);
    if (!faultTests.includes(`"${name}"`)) problems.push(`${name} is injected by no test`);
    return problems;
  });
}
