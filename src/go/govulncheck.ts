import { posix } from "node:path";
import * as z from "zod";
import { firstLine } from "../text/lines.ts";
import type { SourceMap } from "./source-map.ts";

/** How near a vulnerability is: its function is called, its package is imported, or its module is required. */
export type Nearness = "called" | "imported" | "required";

export interface Vulnerability {
  /** `GO-2022-1059`. */
  readonly id: string;
  readonly aliases: readonly string[];
  /** One line. */
  readonly summary: string;
  readonly nearness: Nearness;
  readonly module: string;
  readonly version: string | null;
  /** The version without it; null: there is none. */
  readonly fixed: string | null;
  /** Where code of the repository leads to it, one for each place. */
  readonly calls: readonly Call[];
}

export interface Call {
  /** The vulnerable function: `language.Parse`. */
  readonly symbol: string;
  /** The function of the repository that calls it or leads to it; null: not known. */
  readonly caller: string | null;
  /** Relative to the repository; null: not in one of its files. */
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** What a stream of `govulncheck -json` holds. */
export interface Scan {
  readonly database: string | null;
  /** When the database was changed last; null: it does not say. */
  readonly modified: string | null;
  readonly scanner: string | null;
  /** Packages were loaded for a search that goes down to functions. */
  readonly loaded: boolean;
  /** Directories that stand in for modules, as `replace` lines name them: they have no version, so no vulnerability is known to be in them. */
  readonly directories: readonly string[];
  readonly vulnerabilities: readonly Vulnerability[];
}

const position = z.object({ filename: z.string().optional(), line: z.number(), column: z.number() });

const frame = z.object({
  module: z.string(),
  version: z.string().optional(),
  package: z.string().optional(),
  function: z.string().optional(),
  receiver: z.string().optional(),
  position: position.optional(),
});

type Frame = z.infer<typeof frame>;

/** golang.org/x/vuln/internal/govulncheck, protocol v1.0.0. */
const message = z.object({
  config: z
    .object({
      db: z.string().optional(),
      db_last_modified: z.string().optional(),
      scanner_name: z.string().optional(),
      scanner_version: z.string().optional(),
      scan_level: z.string().optional(),
      scan_mode: z.string().optional(),
    })
    .optional(),
  SBOM: z
    .object({ roots: z.array(z.string()).optional(), modules: z.array(z.object({ path: z.string() })).optional() })
    .optional(),
  osv: z
    .object({
      id: z.string(),
      summary: z.string().optional(),
      details: z.string().optional(),
      aliases: z.array(z.string()).optional(),
    })
    .optional(),
  finding: z.object({ osv: z.string(), fixed_version: z.string().optional(), trace: z.array(frame).min(1) }).optional(),
});

type Message = z.infer<typeof message>;
type Advisory = NonNullable<Message["osv"]>;
type Finding = NonNullable<Message["finding"]>;

/** Reads the stream, line by line. Throws an Error where it is no such stream. */
export async function readGovulncheck(lines: AsyncIterable<string>, map: SourceMap): Promise<Scan> {
  let config: Message["config"];
  let roots = 0;
  const directories = new Set<string>();
  const advisories = new Map<string, Advisory>();
  const findings = new Map<string, Finding[]>();
  for await (const { config: said, SBOM, osv, finding } of messages(lines)) {
    config ??= said;
    roots += SBOM?.roots?.length ?? 0;
    for (const { path } of SBOM?.modules ?? []) if (isDirectory.test(path)) directories.add(path);
    if (osv !== undefined) advisories.set(osv.id, osv);
    if (finding !== undefined) findings.set(finding.osv, [...(findings.get(finding.osv) ?? []), finding]);
  }
  const { db = null, db_last_modified: modified = null, scanner_name: name, scanner_version: version } = config ?? {};
  return {
    database: db,
    modified,
    scanner: name === undefined || version === undefined ? null : `${name} ${version}`,
    loaded: config?.scan_mode === "source" && config.scan_level === "symbol" && roots > 0,
    directories: [...directories].sort(),
    vulnerabilities: [...findings]
      .map(([id, found]) => vulnerability(id, found, advisories.get(id), map))
      .sort(nearestFirst),
  };
}

/** What a `replace` line names without a version (https://go.dev/ref/mod#go-mod-file-replace); govulncheck 1.9.0 has it in the place of the module's path. */
const isDirectory = /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\])/;

/** Values of JSON one after the other, each over several lines whose last is a brace at the margin (json.Encoder with an indent). */
async function* messages(lines: AsyncIterable<string>): AsyncGenerator<Message> {
  let text = "";
  for await (const line of lines) {
    text += `${line}\n`;
    if (!line.startsWith("}") && !(text === `${line}\n` && line.endsWith("}"))) continue;
    yield message.parse(JSON.parse(text));
    text = "";
  }
  if (text.trim() !== "") throw new Error("the stream ends in the middle");
}

const order: readonly Nearness[] = ["called", "imported", "required"];

function nearestFirst(a: Vulnerability, b: Vulnerability): number {
  return order.indexOf(a.nearness) - order.indexOf(b.nearness) || (a.id < b.id ? -1 : 1);
}

/** The same vulnerability is found in its module, in its package and in each function, each time as a finding of its own. */
function vulnerability(
  id: string,
  found: readonly Finding[],
  advisory: Advisory | undefined,
  map: SourceMap,
): Vulnerability {
  const called = found.filter(({ trace: [symbol] }) => symbol?.function !== undefined);
  const imported = found.some(({ trace: [symbol] }) => symbol?.package !== undefined);
  const [first] = found;
  const [symbol] = first?.trace ?? [];
  const calls = new Map(called.map(({ trace }) => callOf(trace, map)).map((call) => [placeOf(call), call]));
  const summary = advisory?.summary ?? advisory?.details ?? "";
  return {
    id,
    aliases: advisory?.aliases ?? [],
    summary: firstLine(summary),
    nearness: called.length > 0 ? "called" : imported ? "imported" : "required",
    module: symbol?.module ?? "",
    version: symbol?.version ?? null,
    fixed: first?.fixed_version ?? null,
    calls: [...calls.values()],
  };
}

function placeOf({ path, line, column, symbol }: Call): string {
  return path === null ? symbol : `${path}:${line}:${column}`;
}

/** The trace leads from the vulnerable function to where the program begins: the first function of the repository on it is nearest. */
function callOf(trace: readonly Frame[], map: SourceMap): Call {
  const [vulnerable] = trace;
  const own = trace.find(({ module, position: at }) => at !== undefined && moduleDir(map, module) !== null);
  const dir = own === undefined ? null : moduleDir(map, own.module);
  const at = own?.position;
  const file = at?.filename;
  const placed = dir !== null && file !== undefined && at !== undefined && at.line > 0;
  return {
    symbol: nameOf(vulnerable),
    caller: own === undefined ? null : nameOf(own),
    path: placed ? posix.join(dir, file) : null,
    line: placed ? at.line : null,
    column: placed && at.column > 0 ? at.column : null,
  };
}

function moduleDir({ modules }: SourceMap, path: string): string | null {
  return modules.find((module) => module.path === path)?.dir ?? null;
}

/** `language.Parse`, `http.Client.Do`. */
function nameOf(found: Frame | undefined): string {
  const last = found?.package?.split("/").at(-1);
  const receiver = found?.receiver?.replace(/^\*/, "");
  return [last, receiver, found?.function].filter((part) => part !== undefined && part !== "").join(".");
}
