import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";

const file = ".dagger-go.yml";

function problems(text: string): readonly string[] {
  return parseConfigFile(file, text).problems;
}

function values(text: string): Record<string, unknown> {
  const found = parseConfigFile(file, text);
  expect(found.problems).toEqual([]);
  return Object.fromEntries([...found.values].map(([name, { values: texts, entries }]) => [name, { texts, entries }]));
}

describe("the config file", () => {
  it("takes scalars as they are written", () => {
    expect(values("go-version: 1.30\nvet: warn\nrace: true\ncoverage-threshold: 80.50\nldflags: '-s -w'\n")).toEqual({
      "go-version": { texts: ["1.30"], entries: false },
      vet: { texts: ["warn"], entries: false },
      race: { texts: ["true"], entries: false },
      "coverage-threshold": { texts: ["80.50"], entries: false },
      ldflags: { texts: ["-s -w"], entries: false },
    });
  });

  it("takes lists and maps where the input is one", () => {
    const text = "platforms: [linux/amd64, linux/arm64]\ndocker-build-args:\n  A: 1\n  B: |\n    x\n    y\n  C:\n";
    expect(values(text)).toEqual({
      platforms: { texts: ["linux/amd64", "linux/arm64"], entries: true },
      "docker-build-args": { texts: ["A=1", "B=x\ny\n", "C="], entries: true },
    });
    expect(values("platforms: |\n  linux/amd64\n  linux/arm64\n")).toEqual({
      platforms: { texts: ["linux/amd64\nlinux/arm64\n"], entries: false },
    });
  });

  it("names itself and the key", () => {
    expect(parseConfigFile("sub/.dagger-go.yml", "race: x").values.get("race")).toMatchObject({
      source: "config",
      label: "sub/.dagger-go.yml: race",
    });
  });

  it.each(["", "# nothing\n", "~\n", "race:\nvet: ~\ntest: null\n"])("sets nothing by %j", (text) => {
    expect(values(text)).toEqual({});
  });

  it.each([
    ["platfroms: x", `${file}: line 1: unknown key "platfroms"; did you mean "platforms"?`],
    ["# c\n\nfoo_bar: x", `${file}: line 3: unknown key "foo_bar"`],
    ["? [a]\n: b", `${file}: line 1: unknown key ""`],
    ["- a", `${file}: is not a list of \`key: value\` lines`],
    ["just text", `${file}: is not a list of \`key: value\` lines`],
    ["race: [true]", `${file}: race: has to be one value, not a list or map (line 1)`],
    ["platforms:\n  a: b", `${file}: platforms: has to be one value or a list of values (line 1)`],
    ["platforms: [[a]]", `${file}: platforms: has to be one value or a list of values (line 1)`],
    [
      "vet: true\ndocker-build-args:\n  A: [1]",
      `${file}: docker-build-args: has to be a map of names to values or a list of NAME=value (line 2)`,
    ],
    ["vet: &a true\ntest: *a", `${file}: test: has to be one value, not a list or map (line 2)`],
    ["race: true\nrace: false", `${file}: line 2: Map keys must be unique`],
    ["race: 'x", `${file}: line 1: Missing closing 'quote`],
    [
      "race: true\n---\nvet: true",
      `${file}: line 2: Source contains multiple documents; please use YAML.parseAllDocuments()`,
    ],
  ])("refuses %j", (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  const change = "is not taken from the config file, which a pull request can change";

  it.each([
    ["working-directory", "it says where the file is looked for"],
    ["config", "it says where the file is looked for"],
    ["runner-host", "it decides which machine gets the source and the secrets"],
    ["cloud-token", "a secret does not belong into a file of the repository"],
    ["git-credentials", "a secret does not belong into a file of the repository"],
    ["git-ssh-key", "a secret does not belong into a file of the repository"],
    ["git-ssh-known-hosts", "it decides which server is trusted"],
    ["docker-secrets", "a secret does not belong into a file of the repository"],
    ["registry-username", "it decides where the image and the login for the registry are sent"],
    ["registry-password", "a secret does not belong into a file of the repository"],
    ["go-image", "the image runs with the login for private modules"],
    ["goproxy", "it decides which server gets the names of private modules and their login"],
    ["image-output", "it decides where the image and the login for the registry are sent"],
    ["image-tags", "it decides where the image and the login for the registry are sent"],
    ["test-flags", "it decides which tests count"],
    ["test-env", "it can hand the runner's variables to the tests"],
  ])("does not take %s", (name, reason) => {
    expect(problems(`${name}: hunter2\n`)).toEqual([`${file}: ${name}: ${change}: ${reason}. Use a flag or \`with:\``]);
  });

  it("takes the engine only as dagger", () => {
    expect(values("engine: dagger")).toEqual({ engine: { texts: ["dagger"], entries: false } });
    expect(problems("engine: host")).toEqual([`${file}: engine: "host" ${change}; only dagger is`]);
    expect(problems("engine: auto")).toEqual([`${file}: engine: "auto" ${change}; only dagger is`]);
  });

  it("reports everything that is wrong", () => {
    expect(problems("a: 1\nb: 2\nrace: [x]\n")).toHaveLength(3);
  });
});
