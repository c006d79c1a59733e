import { describe, expect, it } from "vitest";
import { gates } from "../../../src/gates/index.ts";
import type { ModuleInspection } from "../../../src/model/project.ts";
import { describeRun } from "../../../src/plan/describe.ts";
import { planRun } from "../../../src/plan/plan.ts";
import { type FactsOptions, mainPackage, makeFacts, moduleGates } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { isCommand } from "../report/runner-oracle.ts";

const choice = { name: "host", reason: "no Dagger engine answers", warning: null } as const;

/** The description without the stages. */
function described(options: FactsOptions): readonly string[] {
  const facts = makeFacts(options);
  const plan = planRun(facts, moduleGates);
  const lines = describeRun({ ...facts, choice, plan, testReuse: null, release: null, attests: null });
  expect(lines).toHaveLength(lines.indexOf("") + 1 + plan.stages.length);
  return lines.slice(0, lines.indexOf(""));
}

it("says what a run would use and why", () => {
  const mains = [mainPackage("example.com/tool/a"), mainPackage("example.com/tool/b")];
  const platforms = [
    { os: "linux", arch: "amd64", variant: null },
    { os: "linux", arch: "arm", variant: "v7" },
  ];
  const project = {
    unchecked: ["tools"],
    wantedGo: { version: "1.25.3", source: "go.mod" },
  } satisfies FactsOptions["project"];
  expect(described({ config: { platforms }, module: { mains }, project })).toEqual([
    "engine     host (no Dagger engine answers)",
    "go         go1.26.8 (go.mod asks for 1.25.3)",
    "module     example.com/tool in . (1 package, it lies in working-directory)",
    "mains      example.com/tool/a, example.com/tool/b",
    "platforms  linux/amd64, linux/arm/v7",
    "warning    not checked by this run: the Go modules in tools. `modules` and working-directory decide what is checked.",
  ]);
});

it("tells what is asked for in vain", () => {
  const facts = { ...makeFacts({}), notices: ["docker-sbom: nothing is attested"] };
  const plan = planRun(facts, moduleGates);
  const lines = describeRun({ ...facts, choice, plan, testReuse: null, release: null, attests: null });
  expect(lines).toContain("notice     docker-sbom: nothing is attested");
});

it("says what is not known", () => {
  const modules = [makeModule({ dir: ".", path: null })];
  expect(described({ module: { mains: [] }, project: { modules } })).toEqual([
    "engine     host (no Dagger engine answers)",
    "go         go1.26.8 (no go line asks for a version)",
    "module     (no module line) in . (1 package, it lies in working-directory)",
    "mains      none",
    "platforms  linux/amd64",
  ]);
  expect(described({ config: { goVersion: "1.24" } })[1]).toBe("go         go1.26.8 (go-version asks for 1.24)");
});

/** A library with tests, in each of these directories; `tool` has a main package. */
function ofModules(dirs: readonly string[], over: Partial<ModuleInspection> = {}): readonly string[] {
  const inspected = dirs.map((dir, index): ModuleInspection => {
    const main = `example.com/${dir}/cmd`;
    return {
      ...{ dir, path: `example.com/${dir}`, goVersion: index === 1 ? "go1.27.4" : "go1.26.8", problem: null },
      patterns: ["./..."],
      marked: { patterns: [], packages: [] },
      packages: [{ importPath: `example.com/${dir}`, dir, name: "p", testFiles: ["x_test.go"], excludedTestFiles: [] }],
      mains: dir === "tool" ? [{ ...mainPackage(main), dir: "tool/cmd" }] : [],
      embeds: [],
      ...(index === 1 ? over : {}),
    };
  });
  const modules = dirs.map((dir) => makeModule({ dir, path: dir === "tool" ? null : `example.com/${dir}` }));
  const platforms = ["linux", "windows"].map((os) => ({ os, arch: "amd64", variant: null }));
  const facts = makeFacts({
    config: { platforms, vet: "warn" },
    project: { modules },
    inspection: { modules: inspected },
  });
  const run = { ...facts, goFiles: new Map(dirs.map((dir) => [dir, [{ path: "a.go", checkoutCrlf: false }]])) };
  return describeRun({ ...run, choice, plan: planRun(run, gates), testReuse: null, release: null, attests: null });
}

describe("several modules", () => {
  it("are a table and a part each, with commands as typed in their directories", () => {
    const lines = ofModules([".", "a b", "tool"]);
    const checks = [
      "  deps                                    go list -deps -test ./...",
      "  format                                  gofmt -l -d .",
      "  vet                                     go vet ./... (after deps) [warn]",
      "  test                                    go test -vet=off -timeout=10m0s ./... (after deps)",
      "  build:linux/amd64, build:windows/amd64  skipped: no main package",
      "",
    ];
    expect(lines.slice(2)).toEqual([
      "modules    3",
      "mains      example.com/tool/cmd",
      "platforms  linux/amd64, windows/amd64",
      "",
      "module  packages  mains  go        why                           path",
      ".       1         0      go1.26.8  it lies in working-directory  example.com/.",
      "a b     1         0      go1.27.4  it lies in working-directory  example.com/a b",
      "tool    1         1      go1.26.8  it lies in working-directory  (no module line)",
      "",
      ...["in .:", ...checks],
      ...["in a b:", ...checks],
      "in tool:",
      "  deps                 go list -deps -test ./...",
      "  format               gofmt -l -d .",
      "  vet                  go vet ./... (after deps) [warn]",
      "  test                 go test -vet=off -timeout=10m0s ./... (after deps)",
      "  build:linux/amd64    GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o /dev/null -buildvcs=false example.com/tool/cmd (after deps)",
      "  build:windows/amd64  skipped: build constraints exclude every main package on windows/amd64",
      "",
      "of the whole run:",
      "  image, smoke, deliver  skipped: no Dockerfile at Dockerfile",
    ]);
  });

  it("are told as one where they are many and the same", () => {
    const dirs = Array.from({ length: 12 }, (_, index) => `services/number${index}`);
    const lines = ofModules([...dirs, "tool"]);
    expect(lines.filter((line) => /^in |^services\/number\d+,/.test(line))).toEqual([
      "in services/number0, services/number1, services/number2, services/number3, services/number4,",
      "services/number5, services/number6, services/number7, services/number8, services/number9,",
      "services/number10, services/number11:",
      "in tool:",
    ]);
    expect(lines.filter((line) => line.includes("go vet"))).toHaveLength(2);
    expect(ofModules(dirs.slice(0, 10)).filter((line) => line.includes("go vet"))).toHaveLength(10);
  });

  it("say that Go cannot load one, and keep their lines whatever directories are called", () => {
    const problem = "errors parsing go.mod";
    expect(ofModules(["a", "b"], { problem, packages: [] })).toContain(
      "b       Go cannot load it  0      go1.27.4  it lies in working-directory  example.com/b",
    );
    const lines = ofModules(["a\n::error::x", "b\u001b[31m|`"]);
    expect(lines.filter((line) => isCommand(line) || line.includes("\n") || line.includes("\u001b"))).toEqual([]);
  });
});

it("says which release a run would make, and not that it is the first where nobody knows", () => {
  const facts = makeFacts({});
  const plan = planRun(facts, moduleGates);
  const release = {
    tag: "v1.2.0",
    version: "v1.2.0",
    prerelease: false,
    module: ".",
    plainTags: true,
    published: true,
  };
  const line = (before: string | null, cutOff: string | null) => {
    const occasion = { release: { ...release, commit: "01".repeat(20), before, cutOff } };
    const lines = describeRun({ ...facts, choice, plan, testReuse: null, release: occasion, attests: null });
    return lines.find((each) => each.startsWith("release "));
  };
  expect(line(null, null)).toBe("release    v1.2.0 of . (published; the first one)");
  expect(line("v1.1.0", null)).toBe("release    v1.2.0 of . (published; after v1.1.0)");
  expect(line(null, "the clone is shallow")).toBe(
    "release    v1.2.0 of . (published; the version before is not known)",
  );
});

it("says whether a run would attest what it builds", () => {
  const facts = makeFacts({});
  const plan = planRun(facts, moduleGates);
  const line = (skipped: string | null) =>
    describeRun({ ...facts, choice, plan, testReuse: null, release: null, attests: { skipped } }).find((each) =>
      each.startsWith("attest "),
    );
  expect(line(null)).toBe("attest     what is built, when everything has passed");
  expect(line("attests nothing that is not merged; this is pull_request")).toBe(
    "attest     skipped (attests nothing that is not merged; this is pull_request)",
  );
});
