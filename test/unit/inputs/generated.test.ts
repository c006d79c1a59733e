import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { generatedFiles, platformsModule } from "../../../scripts/generate/files.ts";
import { inputsPage } from "../../../scripts/generate/inputs-page.ts";
import { inputNames, inputs } from "../../../src/inputs/spec.ts";

const about: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));

describe("generated files", () => {
  it.each(generatedFiles(about))("$path is in step", ({ path, text }) => {
    const current = readFileSync(path, "utf8");
    expect(text(current)).toBe(current);
  });

  it("docs/inputs.md keeps what is around its regions", () => {
    const text =
      "# A\n<!-- generated:inputs -->\nSTALE\n<!-- /generated:inputs -->\nB\n<!-- generated:outputs --><!-- /generated:outputs -->\nC\n";
    const written = inputsPage(text);
    expect(written).toMatch(/^# A\n<!-- generated:inputs -->\n### Run\n/);
    expect(written).toMatch(
      /<!-- \/generated:inputs -->\nB\n<!-- generated:outputs -->\n\| Output \| Description \|\n/,
    );
    expect(written.endsWith("<!-- /generated:outputs -->\nC\n")).toBe(true);
    expect(written).not.toContain("STALE");
    expect(() => inputsPage("# A")).toThrow("the markers <!-- generated:inputs -->");
  });

  it("platforms come from go tool dist list", () => {
    expect(platformsModule("aix/ppc64\nlinux/amd64\n", "go1.26.8\n")).toBe(
      '/** What `go tool dist list` of Go 1.26.8 prints. Refreshed by `npm run generate -- --platforms`. */\nexport const goPlatforms: readonly string[] = [\n  "aix/ppc64",\n  "linux/amd64",\n];\n',
    );
  });
});

describe("action.yml", () => {
  const action = parse(readFileSync("action.yml", "utf8"));

  it("runs the bundle on node20", () => {
    expect(action.runs).toEqual({ using: "node20", main: "dist/index.js" });
    expect(action.description.length).toBeLessThan(125);
  });

  it("has every input, none with a default", () => {
    const settable = inputNames.filter((name) => !inputs[name].onlyInConfigFile && !inputs[name].onlyFlag);
    expect(Object.keys(action.inputs)).toEqual(settable);
    expect(settable).not.toContain("open");
    expect(Object.values(action.inputs).filter((input) => Object.hasOwn(Object(input), "default"))).toEqual([]);
  });

  it("has the outputs of the design", () => {
    expect(Object.keys(action.outputs)).toEqual([
      ...[
        "conclusion",
        "engine",
        "total-coverage",
        "patch-coverage",
        "tests-passed",
        "tests-failed",
        "tests-skipped",
        "tests-flaky",
        "modules",
        "stages",
      ],
      ...["artifacts", "image-digest", "image-tags", "release-url", "cache-hit", "report", "trace-url"],
    ]);
  });
});

describe("the schema of the config file", () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync("schema/config.schema.json", "utf8")),
  );

  it.each([
    "engine: dagger\nvet: warn\nrace: true\ncoverage-threshold: 80\ntest-timeout: 15m\n",
    "platforms: [linux/amd64, linux/arm/v7]\npackages: ./...\ndocker-build-args: {A: 1, B: x}\n",
    "platforms: linux/amd64,linux/arm64\nsmoke-port: 8080\nsmoke-status: [200, 401]\nsmoke-command: [serve, --now]\n",
    "docker-build-args: [A=1]\ngo-version: '1.26'\nlog-level: debug\ncache: restore\nbuild-tags:\n",
  ])("takes %j", (text) => {
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });

  it.each([
    "engine: host",
    "image-tags: v1",
    "race: sometimes",
    "platforms: [linux]",
    "smoke-port: 0",
    "timeout: 10",
    "open: true",
    "json: true",
  ])("refuses %j", (text) => {
    expect(validate(parse(text))).toBe(false);
  });
});
