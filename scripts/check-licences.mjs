// Checks that everything that is installed may be used, and everything that is bundled may be distributed, under Apache-2.0.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => readFileSync(join(root, path), "utf8");

const permissive = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD License",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT/X11",
  "Python-2.0",
];
/** Tools that are run, not distributed, and the data they read. */
const forTools = ["CC-BY-4.0", "MPL-2.0"];

/** Installed without a licence, so it must not be bundled. */
const notBundled = ["buffers"];

/** Only the LICENSE file of the package says it. */
const statedInFile = new Map([["process 0.10.1", "MIT"]]);

/** `license` of the lockfile, else of the package itself, in one of the forms of old. */
function licencesOf(path, entry) {
  if (entry.license !== undefined) return entry.license;
  const about = JSON.parse(read(join(path, "package.json")));
  return [about.license, ...(about.licenses ?? [])].flatMap((one) => one?.type ?? []).join(" AND ");
}

/** SPDX expressions as they occur here: one operator, perhaps in parentheses. */
function isAllowed(expression, allowed) {
  const parts = expression.replace(/^\((.*)\)$/, "$1");
  if (parts.includes(" OR ")) return parts.split(" OR ").some((part) => allowed.includes(part));
  return parts.split(" AND ").every((part) => allowed.includes(part));
}

const packages = Object.entries(JSON.parse(read("package-lock.json")).packages).filter(
  ([path, entry]) => path !== "" && (existsSync(join(root, path)) || !entry.optional),
);
const bundled = new Set(read(join("dist", "licenses.txt")).split("\n"));
const problems = packages.flatMap(([path, entry]) => {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (notBundled.includes(name)) return [];
  const licence = statedInFile.get(`${name} ${entry.version}`) ?? licencesOf(path, entry);
  const allowed = bundled.has(name) ? permissive : [...permissive, ...forTools];
  return isAllowed(licence, allowed) ? [] : [`${name} ${entry.version}: ${licence || "no licence"}`];
});
problems.push(
  ...notBundled.filter((name) => bundled.has(name)).map((name) => `${name} has no licence and is in dist/`),
);

for (const problem of problems) console.error(`licence: ${problem}`);
console.log(`${packages.length - problems.length} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
