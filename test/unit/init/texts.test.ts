import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { servicesIn } from "../../../src/init/compose.ts";
import { configText } from "../../../src/init/config-text.ts";
import { privateModules } from "../../../src/init/private-modules.ts";
import type { SeenRepository } from "../../../src/init/seen.ts";
import { settingsFor } from "../../../src/init/settings.ts";
import { action, checkout, workflowText } from "../../../src/init/workflow-text.ts";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { inputs, isInputName } from "../../../src/inputs/spec.ts";
import { parse } from "../inputs/support.ts";

const plain: SeenRepository = {
  directory: ".",
  modules: ["."],
  workspaces: [],
  tools: [],
  mains: [],
  cgoOnly: [],
  someCgo: null,
  ...{ generates: null, fuzzes: null, benchmarks: null, requires: false, released: null },
  golangci: null,
  docker: null,
  otherDockerfiles: [],
  compose: null,
  privateModules: [],
  defaultBranch: null,
};

const rich: SeenRepository = {
  ...plain,
  modules: [".", "tools/gen"],
  workspaces: ["go.work"],
  tools: ["golang.org/x/vuln/cmd/govulncheck"],
  mains: ["./cmd/a", "./cmd/b"],
  cgoOnly: ["native"],
  ...{ generates: "native/n.go", fuzzes: "a_test.go", benchmarks: "b_test.go", requires: true, released: "v1.2.3" },
  golangci: { path: ".golangci.yml", version: "v2" },
  docker: { path: "Dockerfile", port: 8081, args: ["VERSION"], secrets: ["npm-token"] },
  compose: { path: "compose.yaml", services: [{ name: "my db", image: "postgres:17", ports: ["5432:5432"] }] },
  privateModules: ["git.example.com"],
  defaultBranch: "trunk",
};

/** Names of what is set, and of what stands there as a comment. */
function keys(seen: SeenRepository): { readonly set: readonly string[]; readonly offered: readonly string[] } {
  const settings = settingsFor(seen);
  return {
    set: settings.filter(({ isSet }) => isSet).map(({ name }) => name),
    offered: settings.filter(({ isSet }) => !isSet).map(({ name }) => name),
  };
}

/** What of a text is a key behind a comment sign, each with the lines before it left out. */
function commented(text: string): readonly string[] {
  return [...text.matchAll(/^# ([a-z-]+:.*)$/gm)].map(([, line]) => line ?? "");
}

function readBack(text: string) {
  return parse({ configFile: parseConfigFile(".dagger-go.yml", text) });
}

describe("the config file", () => {
  const always = ["tidy", "lint", "vulncheck", "race", "coverage-threshold"];

  it("sets nothing where nothing differs", () => {
    expect(keys(plain)).toEqual({ set: [], offered: always });
    expect(parseConfigFile("f", configText(plain))).toEqual({ values: new Map(), problems: [] });
  });

  it.each<[string, Partial<SeenRepository>, readonly string[], readonly string[]]>([
    ["several modules", { modules: [".", "b"] }, [], ["modules"]],
    ["a workspace", { workspaces: ["go.work"] }, [], ["workspace"]],
    ["a configuration of golangci-lint", { golangci: { path: ".golangci.yml", version: "v2" } }, ["lint"], []],
    ["one of its v1", { golangci: { path: ".golangci.yml", version: "v1" } }, [], ["lint"]],
    ["golangci-lint as a tool", { tools: ["github.com/golangci/golangci-lint/v2/cmd/golangci-lint"] }, ["lint"], []],
    ["govulncheck as a tool", { tools: ["golang.org/x/vuln/cmd/govulncheck"] }, ["vulncheck"], []],
    ["another tool", { tools: ["golang.org/x/tools/cmd/stringer"] }, [], []],
    ["lines of go generate", { generates: "a.go" }, [], ["generate"]],
    ["fuzz targets", { fuzzes: "a_test.go" }, [], ["fuzz"]],
    ["benchmarks", { benchmarks: "a_test.go" }, [], ["bench"]],
    ["dependencies", { requires: true }, [], ["licenses"]],
    ["versions of a library", { released: "v1.2.3" }, [], []],
    ["versions of a program", { released: "v1.2.3", mains: ["."] }, [], ["archives", "docker", "platforms", "sbom"]],
    ["a program", { mains: ["."] }, [], ["platforms", "docker"]],
    ["programs", { mains: ["./a", "./b"] }, [], ["platforms", "main-packages"]],
    ["a program and packages that need cgo", { mains: ["."], cgoOnly: ["n"] }, ["platforms", "cgo"], ["docker"]],
    ["a program and cgo that can be left out", { mains: ["."], someCgo: "n" }, [], ["platforms", "cgo", "docker"]],
    ["cgo and no program", { cgoOnly: ["n"] }, [], []],
    [
      "a Dockerfile",
      { docker: { path: "Dockerfile", port: null, args: [], secrets: [] } },
      [],
      ["smoke-port", "smoke-path"],
    ],
    [
      "a Dockerfile elsewhere",
      { otherDockerfiles: ["build/Dockerfile"], mains: ["."] },
      [],
      ["platforms", "dockerfile"],
    ],
    ["modules that may be private", { privateModules: ["git.example.com"] }, [], ["goprivate"]],
  ])("decides for %s", (_, over, set, offered) => {
    const found = keys({ ...plain, ...over });
    expect(found.set).toEqual(set);
    expect([...found.offered].sort()).toEqual(
      [...always.filter((name) => !set.includes(name)), ...offered.filter((name) => name !== "lint")].sort(),
    );
  });

  it("is one that the action reads, and sets nothing that holds anyway", () => {
    const text = configText(rich);
    expect(readBack(text)).toMatchObject({ ok: true, config: { lint: "true", vulncheck: "true", cgo: true } });
    for (const { name, value, isSet } of settingsFor(rich)) {
      if (isSet) expect(String(value)).not.toBe(inputs[name].default);
    }
  });

  it.each([
    ["a plain repository", plain],
    ["one with all of it", rich],
    ["one with a Dockerfile elsewhere", { ...plain, otherDockerfiles: ["build/Dockerfile"], mains: ["."] }],
  ])("has comments that can be taken up one by one: %s", (_, seen) => {
    const text = configText(seen);
    const lines = commented(text);
    expect(lines).toHaveLength(keys(seen).offered.length);
    for (const line of lines) {
      // A Dockerfile that is named has to be there, which it is not in the repository of this test.
      const { values, problems } = parseConfigFile("f", `${line}\n`);
      expect(problems).toEqual([]);
      expect([...values.keys()].every(isInputName)).toBe(true);
      const before = line.startsWith("smoke-path:") ? "smoke-port: 8080\n" : "";
      if (!line.startsWith("dockerfile:")) expect(readBack(`${before}${line}\n`), line).toMatchObject({ ok: true });
    }
  });

  it("lets no name of the repository begin a line of its own", () => {
    const text = configText({ ...plain, generates: "a\nrace: true\n#.go" });
    expect(parseConfigFile("f", text)).toEqual({ values: new Map(), problems: [] });
  });
});

describe("the workflow", () => {
  it("has least permissions, an end, and only what is not the default", () => {
    const workflow = parseYaml(workflowText(plain));
    expect(workflow).toEqual({
      name: "Go",
      on: { push: { branches: ["main", "master"] }, pull_request: null },
      permissions: { contents: "read" },
      concurrency: {
        group: `\${{ github.workflow }}-\${{ github.ref }}`,
        "cancel-in-progress": `\${{ github.event_name == 'pull_request' }}`,
      },
      jobs: {
        go: {
          "runs-on": "ubuntu-latest",
          "timeout-minutes": 30,
          steps: [{ uses: checkout.uses, with: { "persist-credentials": false } }, { uses: action }],
        },
      },
    });
  });

  it("pins what it uses by commit, to what this repository uses itself", () => {
    const own = readFileSync(resolve(import.meta.dirname, "../../../.github/workflows/ci.yml"), "utf8");
    expect(checkout.uses).toMatch(/@[0-9a-f]{40}$/);
    expect(own).toContain(`- uses: ${checkout.uses} # ${checkout.version}\n`);
    expect(workflowText(plain)).toContain(`- uses: ${checkout.uses} # ${checkout.version}\n`);
  });

  it("names the branch and the directory, and what cannot stand in the config file", () => {
    const text = workflowText({ ...rich, directory: "services" });
    const { on, jobs } = parseYaml(text);
    expect(on.push.branches).toEqual(["trunk"]);
    expect(jobs.go.steps[1].with).toEqual({ "working-directory": "services" });
    expect(text).toContain(`    # services:
    #   my-db:
    #     image: postgres:17
    #     ports: ["5432:5432"]
    steps:`);
    expect(text).toContain(`          working-directory: services
          # engine: host
          # git-credentials: https://x-access-token:\${{ secrets.MODULES_TOKEN }}@git.example.com
          # docker-secrets: |
          #   npm-token=\${{ secrets.NPM_TOKEN }}
`);
  });

  it("is the same without its comments", () => {
    const uncommented = workflowText({ ...rich, defaultBranch: null });
    expect(uncommented).toContain("# with:\n        #   engine: host\n");
    expect(parseYaml(uncommented)).toEqual(parseYaml(workflowText(plain)));
  });

  it("has services without ports", () => {
    const compose = { path: "c.yml", services: [{ name: "r", image: "redis", ports: [] }] };
    expect(workflowText({ ...plain, compose })).toContain("    #   r:\n    #     image: redis\n    steps:");
  });
});

describe("services of a compose file", () => {
  it("are those that are images and not built", () => {
    const text =
      "services:\n  a: { image: redis }\n  b: { image: own, build: . }\n  c: { build: . }\n  d: { image: x, ports: ['1:2', { target: 3 }] }\n";
    expect(servicesIn(text)).toEqual([
      { name: "a", image: "redis", ports: [] },
      { name: "d", image: "x", ports: ["1:2"] },
    ]);
  });

  it.each(["", "services: [", "services: 3\n", "a: b\n"])("are none of %j", (text) => {
    expect(servicesIn(text)).toEqual([]);
  });
});

describe("modules that may be private", () => {
  const own = [{ path: "github.com/own/app" }, { path: null }];
  const requiring = (...paths: string[]): readonly string[] => [
    `require (\n${paths.map((path) => `\t${path} v1.0.0\n`).join("")})\n`,
  ];

  it("are of the same owner, or of hosts named like those of a company", () => {
    const texts = requiring(
      "github.com/own/lib",
      "github.com/other/lib",
      "git.example.com/a/b",
      "go.uber.org/zap",
      "mods.corp/x",
    );
    expect(privateModules(own, [...texts, null], "")).toEqual(["git.example.com", "github.com/own/*", "mods.corp"]);
  });

  it("are no modules of the repository", () => {
    expect(privateModules(own, requiring("github.com/own/app"), "")).toEqual([]);
  });

  it("are what GOPRIVATE says, where it says something", () => {
    expect(privateModules(own, requiring("github.com/own/lib"), "a.example/*, b.example")).toEqual([
      "a.example/*",
      "b.example",
    ]);
  });

  it("are of the host of a repository that lies elsewhere", () => {
    expect(privateModules([{ path: "forge.example/t/a" }], requiring("forge.example/t/b"), "")).toEqual([
      "forge.example",
    ]);
  });
});
