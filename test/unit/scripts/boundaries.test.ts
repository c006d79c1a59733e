import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { layers, leaves, readEdges } from "../../../scripts/boundaries/layers.ts";
import { engines } from "../../../src/engine/index.ts";
import { gates } from "../../../src/gates/index.ts";

const src = resolve(import.meta.dirname, "../../../src");
const edges = readEdges(src);

describe("the layers of src", () => {
  it("are all there is", () => {
    const known = [...layers.map(({ name }) => name), ...leaves];
    expect([...edges.keys()].sort()).toEqual(known.sort());
  });

  it("import nothing but earlier ones, so that there is no circle", () => {
    for (const [index, { name, imports }] of layers.entries()) {
      const earlier = layers.slice(0, index).map((layer) => layer.name);
      expect([name, imports.filter((other) => !earlier.includes(other))]).toEqual([name, []]);
    }
  });

  it.each(layers)("$name imports what it may, and nothing is allowed that nobody needs", ({ name, imports }) => {
    expect([...(edges.get(name) ?? [])].sort()).toEqual([...imports].sort());
  });

  it("finds imports of every form", () => {
    expect(edges.get("index.ts")).toContain("engine");
    expect(edges.get("model")).toEqual(new Set());
    expect(leaves.map((leaf) => [leaf, edges.get(leaf)])).toEqual(leaves.map((leaf) => [leaf, new Set()]));
  });
});

describe("the names of gates", () => {
  const names = gates.map(({ name }) => name).join("|");
  const quoted = `["'\`](?:${names})(?:["'\`]|:)`;
  const judging = new RegExp(
    `(?:[!=]==|\\bcase|startsWith\\(|includes\\(|\\.has\\(|\\.get\\(|new Set\\(\\[)\\s*${quoted}|${quoted}\\s*[!=]==`,
  );
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^(engine|run|plan|collect|results|report|cache|artifacts)\/.*\.ts$/.test(file));

  it("are looked at by no engine, scheduler, collector or reporter", () => {
    expect(files.length).toBeGreaterThan(120);
    const lines = files.flatMap((file) =>
      readFileSync(join(src, file), "utf8")
        .split("\n")
        .filter((line) => judging.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });

  it("would be found", () => {
    for (const line of ['if (gate === "vet")', "case 'deps':", 'id.startsWith("build:")', 'sets.has("test")']) {
      expect(judging.test(line)).toBe(true);
    }
    expect(judging.test('tool: "go test"')).toBe(false);
  });
});

describe("the names of engines", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"));
  const namesIn = (text: string, names: readonly string[]): readonly string[] => {
    const quoted = new RegExp(`["'\`](?:${names.join("|")})["'\`]`);
    return text.split("\n").filter((line) => quoted.test(line) && !/^\s*(?:\*|\/\/|\/\*\*)/.test(line));
  };

  it.each(engines.map(({ name }) => name))("%s stands nowhere but in its own folder", (name) => {
    const others = files.filter((file) => !file.startsWith(`engine/${name}/`));
    expect(others.length).toBeGreaterThan(200);
    const lines = others.flatMap((file) =>
      namesIn(readFileSync(join(src, file), "utf8"), [name]).map((line) => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });

  it("would be found", () => {
    const names = engines.map(({ name }) => name);
    expect(names).toEqual(["dagger", "host"]);
    for (const line of ['if (engine.name === "host")', "case 'dagger':", 'readonly name: "dagger" | "host";']) {
      expect(namesIn(line, names)).toEqual([line]);
    }
    expect(namesIn('import { host } from "./host/adapter.ts";', names)).toEqual([]);
  });
});
