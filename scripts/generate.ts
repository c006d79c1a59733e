// Writes what is made from the tables in src/, and the modules that hold its programs and the script of report.html: `npm run generate`. With --check it writes nothing and fails, naming the
// files that are out of step; with --platforms it also asks the Go on PATH for its platforms.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { embeddedFiles } from "./generate/embedded.ts";
import { generatedFiles, type PackageFile, platformsModule } from "./generate/files.ts";
import { pageFiles } from "./generate/page.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes("--check");
const stale: string[] = [];

function put(path: string, text: (current: string | null) => string): void {
  const file = join(root, path);
  const current = existsSync(file) ? readFileSync(file, "utf8") : null;
  const wanted = text(current);
  if (wanted === current) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

function go(...args: readonly string[]): string {
  return execFileSync("go", args, { encoding: "utf8" });
}

const about: PackageFile = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
for (const { path, text } of [...generatedFiles(about), ...embeddedFiles(root), ...pageFiles(root)]) put(path, text);
if (process.argv.includes("--platforms")) {
  put("src/kinds/go-platforms.ts", () => platformsModule(go("tool", "dist", "list"), go("env", "GOVERSION")));
}

if (check && stale.length > 0) {
  console.error(`out of step, run \`npm run generate\`: ${stale.join(", ")}`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? "everything is in step" : `wrote ${stale.join(", ")}`);
}
