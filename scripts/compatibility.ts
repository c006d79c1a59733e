// Runs the built action on clones of real repositories and holds every figure against Go's own tools, module by module:
//   npm run compatibility -- [--engine host] [--flags="--x y"] <clone>...
// Fetches nothing: on the host the modules have to be in the module cache; Dagger's engine has a cache of its own. Writes
// docs/compatibility/<name>-<engine>.json and the table in docs/compatibility.md; without clones it writes the table anew. Exits 1 when a figure
// differs from Go's or from that of the other engine and docs/compatibility/explained.json does not say why. Names explanations that are not needed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { type Report, reportSchema } from "../src/model/report.ts";
import { formatDecimal } from "../src/text/format.ts";
import { compareEngines, compareFigures, explain, idleExplanations } from "./compatibility/compare.ts";
import {
  type CompatibilityResult,
  explanationsSchema,
  type Figures,
  repositoriesSchema,
  resultSchema,
} from "./compatibility/model.ts";
import { goFigures } from "./compatibility/reference.ts";
import { withResults } from "./compatibility/table.ts";

const root = join(import.meta.dirname, "..");
const directory = join(root, "docs", "compatibility");
const page = join(root, "docs", "compatibility.md");
const notResults = ["explained.json", "repositories.json"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: "string", default: "host" }, flags: { type: "string", default: "" } },
});

/** On the host nothing is fetched. On one engine the clones share caches as if they were one repository: the standard library is compiled once. */
const environments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  host: { GOPROXY: "off" },
  dagger: { CI_PROJECT_PATH: "compatibility" },
};

const repositories = read("repositories.json", repositoriesSchema);
const explanations = read("explained.json", explanationsSchema);

const unknown = positionals.map((clone) => basename(resolve(clone))).filter((name) => repositories[name] === undefined);
if (unknown.length > 0)
  throw new Error(`say in docs/compatibility/repositories.json what this is: ${unknown.join(", ")}`);

for (const clone of positionals) {
  const result = await tryOn(resolve(clone), values.engine, values.flags.split(" ").filter(Boolean));
  writeFileSync(join(directory, `${result.name}-${result.engine}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
const results = readdirSync(directory)
  .filter((file) => file.endsWith(".json") && !notResults.includes(file))
  .sort()
  .map((file) => read(file, resultSchema));
writeFileSync(page, withResults(readFileSync(page, "utf8"), { results, repositories, explanations }));

const differences = [
  ...results.flatMap(({ name, engine, differences }) =>
    explain(name, differences, explanations).map((found) => ({ name, between: [engine, "Go"], ...found })),
  ),
  ...compareEngines(results, explanations).flatMap(({ one, other, differences }) =>
    differences.map((found) => ({ name: one.name, between: [one.engine, other.engine], ...found })),
  ),
];
const unexplained = differences.filter(({ why }) => why === null);
for (const found of unexplained) console.error(`not explained: ${JSON.stringify(found)}`);
if (unexplained.length > 0) process.exitCode = 1;
// Not an error: tests with random input differ now and then.
for (const key of idleExplanations(differences, explanations)) console.error(`explained, but does not differ: ${key}`);

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  const { data, error } = schema.safeParse(JSON.parse(readFileSync(join(directory, file), "utf8")));
  if (error !== undefined) throw new Error(`docs/compatibility/${file}: ${z.prettifyError(error)}`);
  return data;
}

async function tryOn(clone: string, engine: string, flags: readonly string[]): Promise<CompatibilityResult> {
  const name = basename(clone);
  console.log(`${name} on ${engine}`);
  const report = runAction(clone, engine, flags);
  const ours = Object.fromEntries(report.modules.map((module) => [module.dir, figuresOf(module)]));
  const go: Record<string, Figures> = {};
  // Where the action runs a module without its go.work, so does Go.
  const alone = new Set(
    report.stages.flatMap(({ module, command }) => (module !== null && command.includes("GOWORK=off") ? [module] : [])),
  );
  for (const dir of moduleDirs(clone)) {
    go[dir] = await goFigures(join(clone, dir), alone.has(dir) ? { GOWORK: "off" } : {});
  }
  const { tests, coverage } = report.totals;
  return {
    name,
    commit: execFileSync("git", ["-C", clone, "rev-parse", "HEAD"], { encoding: "utf8" }).trim(),
    engine: report.engine.name,
    go: [...new Set(report.modules.flatMap(({ goVersion }) => goVersion ?? []))].sort().join(", "),
    conclusion: report.conclusion,
    packages: tests?.packages.length ?? 0,
    modules: ours,
    totals: { ...countsOf(tests), coverage: decimal(coverage?.percent ?? null) },
    durationMs: report.durationMs,
    differences: [...compareFigures(ours, go)],
  };
}

/** Directories with a go.mod that git lists, but for what Go never looks at. */
function moduleDirs(clone: string): readonly string[] {
  const files = execFileSync("git", ["-C", clone, "ls-files", "*go.mod"], { encoding: "utf8" }).split("\n");
  const hidden = /(^|\/)(vendor|testdata|[_.][^/]*)\//;
  return files
    .filter((file) => (file === "go.mod" || file.endsWith("/go.mod")) && !hidden.test(file))
    .map((file) => (file === "go.mod" ? "." : file.slice(0, -"/go.mod".length)));
}

function runAction(clone: string, engine: string, flags: readonly string[]): Report {
  const output = mkdtempSync(join(tmpdir(), "compatibility-"));
  try {
    const own = ["--engine", engine, "--working-directory", clone, "--output-directory", output, "--no-docker"];
    spawnSync("node", [join(root, "dist", "index.js"), ...own, "--platforms", "linux/amd64", ...flags], {
      env: { ...process.env, ...environments[engine] },
      stdio: ["ignore", "inherit", "inherit"],
    });
    return reportSchema.parse(JSON.parse(readFileSync(join(output, "report.json"), "utf8")));
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function figuresOf({ path, tests, coverage }: Report["modules"][number]): Figures {
  return { path: path ?? "", ...countsOf(tests), coverage: decimal(coverage?.percent ?? null) };
}

function countsOf(tests: Report["totals"]["tests"]): Pick<Figures, "passed" | "failed" | "skipped"> {
  return { passed: tests?.passed ?? 0, failed: tests?.failed ?? 0, skipped: tests?.skipped ?? 0 };
}

function decimal(percent: number | null): string | null {
  return percent === null ? null : formatDecimal(percent);
}
