import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** A folder of src/, or a file that lies directly in it. */
export interface Layer {
  readonly name: string;
  readonly about: string;
  /** What it may import; only names of earlier layers, so that there is no circle. Files on the lowest floor may be imported by all. */
  readonly imports: readonly string[];
}

/** Imported by everybody, importing nothing. */
export const leaves: readonly string[] = ["errors.ts", "preload.ts", "group-by.ts", "once.ts", "parse-json.ts"];

/** From the ground floor up. */
export const layers: readonly Layer[] = [
  { name: "model", about: "plain types and the rules that need nothing else", imports: [] },
  { name: "text", about: "makes and cleans text: sanitizer, clipping, shell words, paths", imports: [] },
  { name: "net", about: "HTTP as proxies want it", imports: [] },
  { name: "go", about: "readers of what Go's tools print", imports: ["model", "text"] },
  { name: "kinds", about: "how the values of inputs are written", imports: ["model", "text"] },
  { name: "files", about: "reads files within limits; the output directory", imports: ["model", "text"] },
  {
    name: "project",
    about: "what the repository is: go.mod, go.work, git, Dockerfile",
    imports: ["model", "text", "go", "files"],
  },
  {
    name: "engine",
    about: "the port to what executes steps, and its adapters, one folder each",
    imports: ["model", "text", "net", "go", "files", "project"],
  },
  {
    name: "platform",
    about: "the port to GitHub Actions and the terminal, and its adapters",
    imports: ["model", "net", "files"],
  },
  { name: "results", about: "the result of a run: totals, verdict, secrets left out", imports: ["model"] },
  {
    name: "collect",
    about: "reads what steps left behind, brings it to the output directory",
    imports: ["model", "text", "go", "files", "project", "platform", "results"],
  },
  {
    name: "gates",
    about: "what is checked or made: one file each with inputs, plan and judge",
    imports: ["model", "text", "go", "kinds", "files", "project", "platform", "collect"],
  },
  {
    name: "inputs",
    about: "the table of inputs; flags, `with:` and config file",
    imports: ["model", "text", "kinds", "project", "engine", "gates"],
  },
  {
    name: "plan",
    about: "drafts of gates become stages with ids and an order",
    imports: ["model", "text", "project", "gates", "inputs"],
  },
  {
    name: "cache",
    about: "carries Go's caches between runners",
    imports: ["model", "text", "project", "platform", "inputs", "engine"],
  },
  {
    name: "artifacts",
    about: "packs and publishes workflow artifacts",
    imports: ["model", "files", "platform", "results"],
  },
  { name: "page", about: "the script of report.html, and the shape of its data", imports: ["model", "text"] },
  {
    name: "report",
    about: "log, summary, annotations, outputs, page, from one result",
    imports: ["model", "text", "platform", "inputs", "page"],
  },
  {
    name: "release",
    about: "from a pushed tag to a release at GitHub",
    imports: ["model", "text", "net", "project", "platform", "report"],
  },
  {
    name: "run",
    about: "a run from start to end; the scheduler",
    imports: [
      ...["model", "text", "files", "project", "platform", "results", "collect", "gates", "inputs", "plan"],
      ...["engine", "cache", "artifacts", "report", "release"],
    ],
  },
  {
    name: "doctor",
    about: "what is odd in the surroundings of a run: one file for each check",
    imports: ["model", "text", "go", "project", "engine", "platform", "gates", "inputs"],
  },
  {
    name: "init",
    about: "writes config file and workflow for a repository, by what it sees of it",
    imports: ["model", "text", "files", "project", "platform", "gates", "inputs", "doctor"],
  },
  {
    name: "main.ts",
    about: "from arguments to the exit code",
    imports: ["text", "platform", "inputs", "report", "run", "doctor", "init"],
  },
  { name: "signals.ts", about: "SIGINT and SIGTERM", imports: [] },
  {
    name: "index.ts",
    about: "the composition root",
    imports: ["platform", "inputs", "engine", "report", "main.ts", "signals.ts"],
  },
];

/** Whom each layer imports, types and re-exports included; what lies in a folder counts as the folder. */
export function readEdges(src: string): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const from = layerOf(file);
    const found = edges.get(from) ?? new Set<string>();
    edges.set(from, found);
    for (const to of importsOf(file, readFileSync(join(src, file), "utf8"))) {
      if (to !== from && !leaves.includes(to)) found.add(to);
    }
  }
  return edges;
}

function importsOf(file: string, text: string): readonly string[] {
  const found = text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s+)?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gms);
  return [...found].map((match) => layerOf(posix.join(posix.dirname(file), match[1] ?? match[2] ?? "")));
}

function layerOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : file;
}
