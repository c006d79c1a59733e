// Checks the built dist/: sizes, expected files, nothing of the build machine, no TypeScript compiler.
// `--update` rewrites the list of expected files, `--dist=DIR` looks at another directory.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const listPath = join(root, "scripts", "dist-files.json");

/** Bytes. What is loaded at every start is index.js; the rest is read only when an engine or a service needs it. */
const limits = { eager: 3 * 1024 * 1024, total: 16 * 1024 * 1024 };

/** Look like paths of a machine: examples in comments of dependencies, and a home directory inside of images. */
const harmlessPaths = ["/home/user/files/plz-upload", "file:///path/to/", "/home/nonroot"];

/** Relative names of all files below a directory, slashes, sorted. */
function listFiles(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(directory.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}

/** Paths in a text that only the machine it was built on can have. */
function machinePaths(text) {
  const cleaned = harmlessPaths.reduce((rest, path) => rest.replaceAll(path, ""), text);
  const found = cleaned.match(/(?:\/home\/|\/Users\/|[A-Z]:\\\\Users\\\\)[\w.-]+|file:\/\/\/[\w./-]+/g) ?? [];
  return [...new Set(cleaned.includes(`${root}/`) ? [...found, root] : found)];
}

/** Every problem of the files, as lines for people. */
function problemsOf(files, expected) {
  const names = [...files.keys()];
  const total = [...files.values()].reduce((sum, source) => sum + source.length, 0);
  const eager = files.get("index.js")?.length ?? 0;
  const problems = [
    ...names
      .filter((name) => !expected.includes(name))
      .map((name) => `${name} is new: run \`npm run build -- --update\` if it is meant to be there`),
    ...expected.filter((name) => !files.has(name)).map((name) => `${name} is missing`),
  ];
  if (eager > limits.eager) problems.push(`index.js has ${eager} bytes, the limit is ${limits.eager}`);
  if (total > limits.total) problems.push(`dist has ${total} bytes, the limit is ${limits.total}`);
  for (const [name, source] of files) {
    const text = source.toString("utf8");
    if (text.includes("function createTypeChecker(")) problems.push(`${name} contains the TypeScript compiler`);
    for (const path of machinePaths(text)) problems.push(`${name} names a path of the build machine: ${path}`);
  }
  return problems;
}

function main(args) {
  const elsewhere = args.find((argument) => argument.startsWith("--dist="));
  const dist = elsewhere === undefined ? join(root, "dist") : elsewhere.slice("--dist=".length);
  const files = new Map(listFiles(dist).map((name) => [name, readFileSync(join(dist, name))]));
  if (args.includes("--update")) writeFileSync(listPath, `${JSON.stringify([...files.keys()], null, 2)}\n`);
  for (const name of files.keys()) console.log(`${String(statSync(join(dist, name)).size).padStart(9)}  ${name}`);
  const problems = problemsOf(files, JSON.parse(readFileSync(listPath, "utf8")));
  for (const problem of problems) console.error(`dist: ${problem}`);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
