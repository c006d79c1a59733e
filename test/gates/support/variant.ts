import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "../../..");

/** The gate that the variant has more. */
export const fixture = resolve(import.meta.dirname, "../fixture/simplify.ts");

/** The target for reports that the variant has more. */
export const target = resolve(import.meta.dirname, "../fixture/digest.ts");
/** The engine that the variant has more. */
export const engineFixture = resolve(import.meta.dirname, "../fixture/paper");

/** Gates that the variant calls otherwise, by their name in the repository. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ["vet", "inspect"],
  ["format", "layout"],
]);

/** What a build and the generator need. */
const parts = ["src", "scripts", "tsconfig.json", "tsconfig.build.json", "package.json"];

/** What the generator writes into. */
const generated = ["docs/inputs.md", "action.yml", "schema"];

/** Copies the sources to `dir`, adds the gate, the target and the engine and renames the two gates. Throws when there is not exactly one place to change. */
export function writeVariant(dir: string): void {
  for (const part of [...parts, ...generated]) cpSync(join(repositoryRoot, part), join(dir, part), { recursive: true });
  symlinkSync(join(repositoryRoot, "node_modules"), join(dir, "node_modules"), "junction");
  const gates = join(dir, "src", "gates");
  renameGates(gates);
  cpSync(fixture, join(gates, basename(fixture)));
  change(join(gates, "index.ts"), [
    ["  deps,\n", "  deps,\n  simplify,\n"],
    [
      'import { smoke } from "./smoke.ts";\n',
      'import { simplify } from "./simplify.ts";\nimport { smoke } from "./smoke.ts";\n',
    ],
  ]);
  const targets = join(dir, "src", "report", "targets");
  cpSync(target, join(targets, basename(target)));
  const jobSummary = 'import { jobSummary } from "./job-summary.ts";\n';
  change(join(targets, "index.ts"), [
    ["  reportJson,\n", "  reportJson,\n  digest,\n"],
    [jobSummary, `import { digest } from "./digest.ts";\n${jobSummary}`],
  ]);
  const engine = join(dir, "src", "engine");
  cpSync(engineFixture, join(engine, "paper"), { recursive: true });
  change(join(engine, "index.ts"), [
    ["[dagger, host]", "[dagger, host, paper]"],
    ['/host/adapter.ts";\n', '/host/adapter.ts";\nimport { paper } from "./paper/adapter.ts";\n'],
  ]);
}

function change(file: string, edits: readonly (readonly [old: string, text: string])[]): void {
  let text = readFileSync(file, "utf8");
  for (const [old, wanted] of edits) {
    if (text.split(old).length !== 2) throw new Error(`${file} does not have one ${JSON.stringify(old)}`);
    text = text.replace(old, () => wanted);
  }
  writeFileSync(file, text);
}

/** Where gates name themselves and one another. */
const naming = /\b(name: |runs\(|idOf\()"([\w-]+)"/g;

function renameGates(gates: string): void {
  const found = new Set<string>();
  for (const file of typescriptFiles(gates)) {
    const path = join(gates, file);
    const text = readFileSync(path, "utf8");
    const changed = text.replace(naming, (whole, before: string, name: string) => {
      const other = renamed.get(name);
      if (other === undefined) return whole;
      if (before === "name: ") found.add(name);
      return `${before}${JSON.stringify(other)}`;
    });
    if (changed !== text) writeFileSync(path, changed);
  }
  const lost = [...renamed.keys()].filter((name) => !found.has(name));
  if (lost.length > 0) throw new Error(`no gate is called ${lost.join(", ")}`);
}

/** Below `dir`, with slashes, in order. */
export function typescriptFiles(dir: string): readonly string[] {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.map((file) => file.replaceAll("\\", "/")).sort();
}
