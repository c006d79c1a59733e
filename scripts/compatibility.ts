// Runs the built action on clones of real repositories and holds every figure against Go's own tools, module by module:
//   npm run compatibility -- [--engine host] [--flags "--x y"] <clone>...
// Fetches nothing. Writes docs/compatibility/<name>-<engine>.json and the table in docs/compatibility.md; exits 1 when a figure differs and
// docs/compatibility/explained.json does not say why. Without clones it writes the table anew.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Report, reportSchema } from "../src/model/report.ts";
import { formatDecimal } from "../src/text/format.ts";
import { compareFigures } from "./compatibility/compare.ts";
import { type CompatibilityResult, explanationsSchema, type Figures, resultSchema } from "./compatibility/model.ts";
import { goFigures } from "./compatibility/reference.ts";
import { withResults } from "./compatibility/table.ts";

const root = join(import.meta.dirname, "..");
const directory = join(root, "docs", "compatibility");
const page = join(root, "docs", "compatibility.md");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: "string", default: "host" }, flags: { type: "string", default: "" } },
});

for (const clone of positionals) {
  const result = await tryOn(resolve(clone), values.engine, values.flags.split(" ").filter(Boolean));
  for (const difference of result.differences) console.log(JSON.stringify(difference));
  writeFileSync(join(directory, `${result.name}-${result.engine}.json`), `${JSON.stringify(result, null, 2)}\n`);
  if (result.differences.some(({ explained }) => explained === null)) process.exitCode = 1;
}
const results = readdirSync(directory)
  .filter((name) => name.endsWith(".json") && name !== "explained.json")
  .sort()
  .map((name) => resultSchema.parse(JSON.parse(readFileSync(join(directory, name), "utf8"))));
writeFileSync(page, withResults(readFileSync(page, "utf8"), results));

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
  const explained = explanationsSchema.parse(JSON.parse(readFileSync(join(directory, "explained.json"), "utf8")));
  const { tests, coverage } = report.totals;
  return {
    name,
    commit: execFileSync("git", ["-C", clone, "rev-parse", "HEAD"], { encoding: "utf8" }).trim(),
    engine: report.engine.name,
    conclusion: report.conclusion,
    packages: tests?.packages.length ?? 0,
    modules: ours,
    totals: { ...countsOf(tests), coverage: decimal(coverage?.percent ?? null) },
    durationMs: report.durationMs,
    differences: [...compareFigures(ours, go, { ...explained["*"], ...explained[name] })],
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
