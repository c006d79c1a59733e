// Checks docs/threat-model.md: every requirement has its row, every test it names is there, every fault of the catalogue is named.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { faults } from "../test/faults/catalogue.ts";
import { problemsOf, wantedIds } from "./threat-model.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null;
const tests = readdirSync(join(root, "test/faults")).filter((name) => name.endsWith(".test.ts"));

const problems = problemsOf({
  markdown: read("docs/threat-model.md") ?? "",
  catalogue: faults,
  faultTests: tests.map((name) => read(`test/faults/${name}`)).join("\n"),
  read,
});
for (const problem of problems) console.error(`threat model: ${problem}`);
console.log(`${wantedIds.length} requirements, ${Object.keys(faults).length} faults, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
