/** One benchmark in one unit, as `benchstat -format=csv` of golang.org/x/perf has it. */
export interface BenchmarkRow {
  /** Import path. */
  readonly package: string;
  /** Without `Benchmark`, with what it says of GOMAXPROCS: `List/big-8`. */
  readonly name: string;
  /** `sec/op`, `B/s`, `B/op`, `allocs/op` or one of the benchmark's own. */
  readonly unit: string;
  /** Median; null: it is not there. */
  readonly base: number | null;
  readonly head: number | null;
  /** Half of the width of the confidence interval in percent; null: too few runs. */
  readonly headRange: number | null;
  readonly baseRange: number | null;
  /** The probability of such a difference between equals, as far as it was told. */
  readonly p: number | null;
  /** The difference is no chance, by benchstat's own rule. */
  readonly significant: boolean;
}

/** Labels of the two files. */
export const labels = { base: "base", head: "head" } as const;

/** What is read of one table. */
interface Table {
  readonly unit: string;
  readonly base: number | null;
  readonly head: number | null;
  readonly versus: number | null;
  readonly p: number | null;
}

/**
 * Reads the tables, one of each unit and package, which are parted by empty lines: `pkg: …` where it is another package, two lines of titles, a line of each benchmark, and the
 * mean of all. Throws an Error for anything else: it is what verdicts are made of.
 */
export function parseBenchstat(text: string): readonly BenchmarkRow[] {
  const rows: BenchmarkRow[] = [];
  let importPath = "";
  let titles: readonly string[] | null = null;
  let table: Table | null = null;
  for (const line of text.split(/\r?\n/)) {
    const cells = cellsOf(line);
    const [label = ""] = cells;
    if (line === "") {
      titles = null;
      table = null;
    } else if (titles === null && label.startsWith("pkg: ")) importPath = label.slice("pkg: ".length);
    else if (titles === null && label === "") titles = cells;
    else if (titles !== null && table === null && label === "") table = tableOf(titles, cells);
    else if (table === null) throw new Error(`no table of benchstat begins with ${JSON.stringify(line)}`);
    else if (label !== "geomean") rows.push({ package: importPath, ...rowOf(label, cells, table) });
  }
  return rows;
}

/** Names of files stand above their first column, units above each column. */
function tableOf(titles: readonly string[], units: readonly string[]): Table {
  const at = (label: string): number | null => {
    const index = titles.indexOf(label);
    return index < 0 ? null : index;
  };
  const [base, head] = [at(labels.base), at(labels.head)];
  const first = head ?? base;
  const unit = first === null ? undefined : units[first];
  if (unit === undefined) throw new Error("a table of benchstat names neither base nor head");
  const versus = units.indexOf("vs base");
  return { unit, base, head, versus: versus < 0 ? null : versus, p: versus < 0 ? null : versus + 1 };
}

function rowOf(name: string, cells: readonly string[], { unit, ...at }: Table): Omit<BenchmarkRow, "package"> {
  const cell = (index: number | null): string => (index === null ? "" : (cells[index] ?? ""));
  const range = (index: number | null): number | null => (index === null ? null : percentOf(cell(index + 1)));
  const versus = cell(at.versus);
  const p = /\bp=([\d.]+)/.exec(cell(at.p))?.[1];
  return {
    ...{ name, unit },
    base: numberOf(cell(at.base)),
    head: numberOf(cell(at.head)),
    baseRange: range(at.base),
    headRange: range(at.head),
    p: p === undefined ? null : Number(p),
    significant: versus !== "" && versus !== "~",
  };
}

function numberOf(text: string): number | null {
  if (text === "") return null;
  const value = Number(text);
  if (Number.isNaN(value)) throw new Error(`${JSON.stringify(text)} is no number of benchstat`);
  return value;
}

/** `∞`: there were too few runs to know. */
function percentOf(text: string): number | null {
  const value = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  return value === undefined ? null : Number(value);
}

/** Fields of a line, as Go's encoding/csv writes them: quoted where they have to be, with quotes doubled. */
function cellsOf(line: string): readonly string[] {
  const cells = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** What less of is better, and what more of; of other units nobody knows (benchfmt/units.go of golang.org/x/perf). */
const better: Readonly<Record<string, "lower" | "higher">> = {
  "sec/op": "lower",
  "B/op": "lower",
  "allocs/op": "lower",
  "B/s": "higher",
};

/** How much more there is of it than at the base, in percent: infinite where there was none before; null: one of both is not there. */
export function changeOf({ base, head }: Pick<BenchmarkRow, "base" | "head">): number | null {
  if (base === null || head === null) return null;
  if (base === head) return 0;
  return base === 0 ? Number.POSITIVE_INFINITY : (head / base - 1) * 100;
}

/** Whether a difference that is no chance is for the better or the worse; null: there is none, or nobody knows. */
export function directionOf(row: BenchmarkRow): "better" | "worse" | null {
  const change = changeOf(row);
  const wanted = better[row.unit];
  if (!row.significant || change === null || change === 0 || wanted === undefined) return null;
  return change > 0 === (wanted === "higher") ? "better" : "worse";
}

/** By how many percent it has changed for the worse; 0: it has not. */
export function lossOf(row: BenchmarkRow): number {
  return directionOf(row) === "worse" ? Math.abs(changeOf(row) ?? 0) : 0;
}
