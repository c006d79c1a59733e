// Prints the folders of src/ and who may import whom: `npm run boundaries`. A unit test holds the source to it.
import { fileURLToPath } from "node:url";
import { layers, readEdges } from "./boundaries/layers.ts";

const src = fileURLToPath(new URL("../src", import.meta.url));
const edges = readEdges(src);
const width = Math.max(...layers.map(({ name }) => name.length));
for (const { name, about, imports } of layers) {
  const used = edges.get(name) ?? new Set();
  const listed = imports.map((other) => (used.has(other) ? other : `(${other})`)).join(" ");
  console.log(`${name.padEnd(width)}  ${about}\n${" ".repeat(width)}  imports ${listed === "" ? "nothing" : listed}\n`);
}
