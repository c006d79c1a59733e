import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { layers } from "../../../scripts/boundaries/layers.ts";
import { gates } from "../../../src/gates/index.ts";

const root = resolve(import.meta.dirname, "../../..");
const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

/** Fenced TypeScript, without the indentation of the list that it stands in. */
function blocks(): readonly string[] {
  const found = text.matchAll(/^( *)```ts\n([\s\S]*?)^\1```$/gm);
  return [...found].map(([, indent = "", body = ""]) => body.replace(new RegExp(`^${indent}`, "gm"), ""));
}

describe("CONTRIBUTING.md", () => {
  it("shows the gate that test/gates builds", () => {
    expect(blocks()).toContain(readFileSync(join(root, "test/gates/fixture/simplify.ts"), "utf8"));
  });

  it("shows the registry with one word more", () => {
    const [first = "", ...others] = gates.map(({ name }) => name);
    const registry = `export const gates = [${[first, "simplify", ...others].join(", ")}] as const;`;
    expect(blocks()).toContain(`import { simplify } from "./simplify.ts";\n\n${registry}\n`);
  });

  it("lists the folders as the boundaries have them", () => {
    const rows = layers.map(({ name, about, imports }) => {
      const allowed = imports.length === 0 ? "nothing" : imports.map((other) => `\`${other}\``).join(", ");
      return `| \`src/${name}\` | ${about} | ${allowed} |`;
    });
    const [, table = ""] =
      /^\| Folder \| Holds \| May import \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)+)/m.exec(text) ?? [];
    expect(table.trimEnd().split("\n")).toEqual(rows);
  });
});
