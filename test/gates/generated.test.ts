import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { generatedFiles } from "../../scripts/generate/files.ts";
import { repositoryRoot } from "./support/variant.ts";

const variant = inject("variant");
const ofVariant = (path: string): string => readFileSync(join(variant, path), "utf8");

/** A generated file of the repository, as its sources give it now. */
function ofRepository(path: string): string {
  const text = (file: string): string => readFileSync(join(repositoryRoot, file), "utf8");
  const file = generatedFiles(JSON.parse(text("package.json"))).find((generated) => generated.path === path);
  if (file === undefined) throw new Error(`${path} is not generated`);
  return file.text(text(path));
}

describe("what is generated with the new gate", () => {
  it("is in step with the sources of the variant", () => {
    const check = ["node_modules/tsx/dist/cli.mjs", "scripts/generate.ts", "--check"];
    const { status, stdout, stderr } = spawnSync(process.execPath, check, { cwd: variant, encoding: "utf8" });
    expect([status, stderr, stdout]).toEqual([0, "", "everything is in step\n"]);
  });

  it("has its input in action.yml, and all others as before", () => {
    const { simplify, engine: _, ...others } = parse(ofVariant("action.yml")).inputs;
    expect(simplify).toEqual({
      description:
        "Check that `gofmt -s` has nothing to simplify. `warn` runs and reports it without changing the exit code. Default: `false`.",
      required: false,
    });
    // What `engine` takes is held by engine.test.ts.
    const { engine, ...before } = parse(ofRepository("action.yml")).inputs;
    expect(engine).toBeDefined();
    expect(others).toEqual(before);
  });

  it("has one row more in docs/inputs.md", () => {
    const rows = (text: string) => text.split("\n").filter((line) => !line.startsWith("| `engine` |"));
    const [before, after] = [rows(ofRepository("docs/inputs.md")), rows(ofVariant("docs/inputs.md"))];
    const isNew = (line: string): boolean => line.startsWith("| `simplify` |");
    expect(after.filter(isNew)).toEqual([
      "| `simplify` | Check that `gofmt -s` has nothing to simplify. `warn` runs and reports it without changing the exit code. One of `true`, `false`, `warn`. | `false` |",
    ]);
    expect(after.filter((line) => !isNew(line))).toEqual(before);
  });

  it("has one key more in the schema of the config file", () => {
    const schema = JSON.parse(ofVariant("schema/config.schema.json"));
    const { simplify, engine: _, ...others } = schema.properties;
    const { properties: all, ...rest } = JSON.parse(ofRepository("schema/config.schema.json"));
    const { engine, ...properties } = all;
    expect(engine).toBeDefined();
    expect(simplify.anyOf).toEqual([{ enum: [true, false, "warn"] }, { type: "null" }]);
    expect({ ...schema, properties: others }).toEqual({ ...rest, properties });
  });

  it("has the same schema of the report", () => {
    expect(ofVariant("schema/report.schema.json")).toBe(ofRepository("schema/report.schema.json"));
  });
});
