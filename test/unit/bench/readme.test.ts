import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const linesOf = (name: string) => readFileSync(join(root, name), "utf8").split("\n");

it("README has the ratios of docs/performance.md", () => {
  const readme = linesOf("README.md");
  const from = readme.findIndex((line) => line.startsWith("| case |"));
  const table = readme.slice(from, readme.indexOf("", from));
  expect(table.length).toBeGreaterThan(4);
  expect(linesOf("docs/performance.md")).toEqual(expect.arrayContaining(table));
});
