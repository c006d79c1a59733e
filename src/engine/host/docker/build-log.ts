import { parseJson } from "../../../parse-json.ts";
import type { BuildReport } from "../../image/build-problem.ts";
import { field } from "./availability.ts";
import { type BuildLogReader, isStep, PlainReader, tailLines } from "./build-log-plain.ts";

type Check = BuildReport["checks"][number];

interface Vertex {
  readonly number: number;
  name: string;
  cached: boolean;
  error: string | null;
  ended: boolean;
  /** An unfinished line of its output. */
  rest: string;
  readonly tail: string[];
}

/**
 * Reader of `--progress=rawjson` (BuildKit's SolveStatus, one object per line, see client/graph.go of moby/buildkit) with whatever buildx prints
 * as text between and after it.
 */
export class RawJsonReader implements BuildLogReader {
  readonly #vertices = new Map<string, Vertex>();
  readonly #checks: Check[] = [];
  readonly #end = new PlainReader();

  read(line: string): readonly string[] {
    const status = line.startsWith("{") ? parseJson(line) : null;
    if (status === null) return this.#end.read(line);
    const text: string[] = [];
    for (const vertex of list(status, "vertexes")) text.push(...this.#vertex(vertex));
    for (const log of list(status, "logs")) text.push(...this.#log(log));
    for (const warning of list(status, "warnings")) this.#check(warning);
    return text;
  }

  #vertex(value: unknown): readonly string[] {
    const digest = textField(value, "digest");
    const known = this.#vertices.get(digest);
    const vertex = known ?? newVertex(this.#vertices.size + 1, textField(value, "name"));
    this.#vertices.set(digest, vertex);
    const text = known === undefined ? [`#${vertex.number} ${vertex.name}`] : [];
    if (field(value, "cached") === true) vertex.cached = true;
    const error = textField(value, "error");
    if (error !== "") vertex.error = error;
    if (vertex.ended || textField(value, "completed") === "") return text;
    vertex.ended = true;
    return [...text, ...flush(vertex), `#${vertex.number} ${outcome(vertex)}`];
  }

  #log(value: unknown): readonly string[] {
    const vertex = this.#vertices.get(textField(value, "vertex"));
    if (vertex === undefined) return [];
    const lines = (vertex.rest + Buffer.from(textField(value, "data"), "base64").toString("utf8")).split(/\r?\n/);
    vertex.rest = lines.pop() ?? "";
    return print(vertex, lines);
  }

  /** `short` is `FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)`. */
  #check(value: unknown): void {
    const range = list(value, "range")[0];
    const line = field(field(range, "start"), "line");
    const short = Buffer.from(textField(value, "short"), "base64")
      .toString("utf8")
      .replace(/ \(line \d+\)$/, "");
    const [, rule = null, message = short] = /^([A-Z][A-Za-z]+): ([\s\S]+)$/.exec(short) ?? [];
    const url = textField(value, "url");
    if (typeof line !== "number" || line <= 0) return;
    this.#checks.push({ rule, line, message, url: url === "" ? null : url });
  }

  report(failed: boolean): BuildReport {
    const vertices = [...this.#vertices.values()];
    // Not the import or export of a cache, which may fail without harm.
    const broken = vertices.findLast((vertex) => vertex.error !== null && !/ cache( |$)/.test(vertex.name));
    const steps = vertices.filter((vertex) => isStep(vertex.name));
    const end = this.#end.report(failed);
    return {
      ...end,
      cached: steps.length > 0 && steps.every((vertex) => vertex.cached),
      failedStep: broken?.name ?? null,
      failedOutput: broken?.tail ?? [],
      error: end.error ?? broken?.error ?? null,
      checks: this.#checks,
    };
  }
}

function newVertex(number: number, name: string): Vertex {
  return { number, name, cached: false, error: null, ended: false, rest: "", tail: [] };
}

function outcome(vertex: Vertex): string {
  if (vertex.error !== null) return `ERROR: ${vertex.error}`;
  return vertex.cached ? "CACHED" : "DONE";
}

function flush(vertex: Vertex): readonly string[] {
  const { rest } = vertex;
  vertex.rest = "";
  return rest === "" ? [] : print(vertex, [rest]);
}

function print(vertex: Vertex, lines: readonly string[]): readonly string[] {
  vertex.tail.push(...lines);
  vertex.tail.splice(0, vertex.tail.length - tailLines);
  return lines.map((line) => `#${vertex.number} ${line}`);
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}

function textField(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === "string" ? found : "";
}
