import { describe, expect, it } from "vitest";
import { planRun } from "../../../src/plan/plan.ts";
import { type FactsOptions, mainPackage, makeFacts, makePlan, moduleGates } from "../../support/facts.ts";

const mains = ["example.com/tool", "example.com/tool/cmd/a", "example.com/tool/cmd/a/sub", "example.com/tool/cmdx"];

/** Import paths of what is built when `main-packages` asks for these. */
function built(asked: readonly string[], options: FactsOptions = {}): readonly string[] {
  const module = { mains: mains.map((path) => mainPackage(path)), ...options.module };
  const { stages } = makePlan({ ...options, module, config: { mainPackages: asked, ...options.config } });
  return stages.flatMap(({ binaries }) => binaries.map((binary) => binary.package));
}

describe("main-packages", () => {
  it.each([
    [["example.com/tool/cmd/a"], ["example.com/tool/cmd/a"]],
    [["./cmd/a"], ["example.com/tool/cmd/a"]],
    [["./cmd/..."], ["example.com/tool/cmd/a", "example.com/tool/cmd/a/sub"]],
    [["example.com/tool/cmd/a/..."], ["example.com/tool/cmd/a", "example.com/tool/cmd/a/sub"]],
    [["."], ["example.com/tool"]],
    [["./..."], mains],
    // In the order of the module, each once.
    [
      ["./cmdx", "./cmd/a/...", "./cmd/a"],
      ["example.com/tool/cmd/a", "example.com/tool/cmd/a/sub", "example.com/tool/cmdx"],
    ],
  ])("%s chooses %s", (asked, expected) => {
    expect(built(asked)).toEqual(expected);
  });

  it("means directories below the module by ./, and beside it by ../", () => {
    const module = {
      dir: "tools",
      mains: [
        { ...mainPackage("example.com/tools/x"), dir: "tools/x" },
        { ...mainPackage("example.com/y"), dir: "y" },
      ],
    };
    expect(built(["./x"], { module })).toEqual(["example.com/tools/x"]);
    expect(built(["../y"], { module })).toEqual(["example.com/y"]);
  });

  it("refuses every one that names no main package, and says which there are", () => {
    const three = { module: { mains: mains.slice(0, 2).map((path) => mainPackage(path)) } };
    expect(() => built(["./nope", "./cmd/a", "example.com/tool.."], three)).toThrow(
      "main-packages: ./nope is no main package (found: example.com/tool, example.com/tool/cmd/a).\n" +
        "main-packages: example.com/tool.. is no main package (found: example.com/tool, example.com/tool/cmd/a).",
    );
    expect(() => built(["./nope"], { module: { mains: [] } })).toThrow(
      "main-packages: ./nope is no main package (the module has none).",
    );
  });

  it("is left to Go when the module cannot be loaded", () => {
    expect(built(["./nope"], { module: { mains: [], packages: [], problem: "go: errors parsing go.mod" } })).toEqual(
      [],
    );
  });
});

describe("packages", () => {
  it("are refused when they match nothing, naming the module", () => {
    const none = { dir: "tools", packages: [], mains: [] };
    expect(() => makePlan({ module: none, config: { packages: ["./a", "./b"] } })).toThrow(
      "packages: ./a, ./b matches no Go package in the module in tools. Add a Go file there, or set packages to patterns that match.",
    );
    expect(() => makePlan({ module: { packages: [] } })).not.toThrow();
  });

  it("are refused when they match nothing, whatever else can be built", () => {
    const elsewhere = { module: { packages: [], patterns: [], mains: [mainPackage("example.com/tool/cmd/a")] } };
    expect(() => makePlan({ ...elsewhere, config: { packages: ["./internal/..."] } })).toThrow("matches no Go package");
    // Constraints may leave nothing of it on the engine's own platform.
    expect(() => makePlan({ ...elsewhere, config: { packages: ["./cmd/..."] } })).not.toThrow();
    expect(() => makePlan({ ...elsewhere, config: { packages: ["./internal/...", "./cmd/..."] } })).toThrow(
      "packages: ./internal/... matches no Go package",
    );
  });

  it("do not decide what is built", () => {
    const two = { module: { mains: ["a", "b"].map((name) => mainPackage(`example.com/tool/cmd/${name}`)) } };
    const build = (config: FactsOptions["config"]) => makePlan({ ...two, config: config ?? {} }).stages.at(-1);
    const narrow = build({ packages: ["./internal/..."] });
    expect(narrow?.binaries.map((binary) => binary.file)).toEqual(["a-linux-amd64", "b-linux-amd64"]);
    expect(narrow?.command).toMatch(
      / go build -o \/dev\/null -buildvcs=false example\.com\/tool\/cmd\/a example\.com\/tool\/cmd\/b$/,
    );
    const one = build({ mainPackages: ["./cmd/b"] });
    expect(one?.command).toMatch(/ example\.com\/tool\/cmd\/b$/);
    const broken = { ...two, module: { mains: [], packages: [], problem: "go: errors parsing go.mod" } };
    const unknown = (config: FactsOptions["config"]) => {
      const step = makePlan({ ...broken, config: config ?? {} }).stages.at(-1)?.step;
      return step !== undefined && "type" in step && step.type === "exec" ? step.commands[0]?.args.slice(-2) : null;
    };
    expect(unknown({ packages: ["./internal/..."] })).toEqual(["--", "./..."]);
    expect(unknown({ mainPackages: ["./cmd/b"] })).toEqual(["--", "./cmd/b"]);
  });
});

describe("test-reuse-except", () => {
  const planned = (asked: readonly string[], module: FactsOptions["module"]) =>
    makePlan({ module: { mains: [], ...module }, config: { testReuseExcept: asked } });

  it("is refused where a pattern matches nothing", () => {
    const marked = { patterns: ["./db/..."], packages: ["example.com/tool/db"] };
    expect(() => planned(["./db/..."], { marked })).not.toThrow();
    expect(() => planned(["./db/...", "./bd", "./x/..."], { marked })).toThrow(
      "test-reuse-except: ./bd, ./x/... matches no Go package in any module of the run.",
    );
  });

  it("may name what constraints leave out here", () => {
    const marked = { patterns: [], packages: [] };
    expect(() => planned(["./cmd/..."], { marked, mains: [mainPackage("example.com/tool/cmd/a")] })).not.toThrow();
  });

  it("is left to Go when the module cannot be loaded", () => {
    const broken = { marked: { patterns: [], packages: [] }, packages: [], problem: "go: errors parsing go.mod" };
    expect(() => planned(["./db/..."], broken)).not.toThrow();
  });
});

describe("modules", () => {
  it("beside the checked one are named, the repository's root in words", () => {
    expect(makePlan().warnings).toEqual([]);
    expect(makePlan({ project: { unchecked: [".", "tools"] } }).warnings).toEqual([
      "not checked by this run: the Go modules in the repository's root, tools. `modules` and working-directory decide what is checked.",
    ]);
  });

  it("are planned by what Go says of each, and one nobody asked Go about is a mistake of ours", () => {
    const facts = makeFacts({ module: { dir: "tools" } });
    const [own] = facts.inspection.modules;
    if (own === undefined) throw new Error("no module");
    const other = { ...own, dir: "other", mains: [] };
    const both = { ...facts, inspection: { ...facts.inspection, modules: [other, own] } };
    expect(planRun(both, moduleGates).stages.at(-1)?.binaries).toHaveLength(1);
    const lost = { ...facts, inspection: { ...facts.inspection, modules: [other] } };
    expect(() => planRun(lost, moduleGates)).toThrow("plan: module tools was not inspected");
  });

  it("without Go files have nothing to format", () => {
    const facts = makeFacts();
    const format = planRun({ ...facts, goFiles: new Map() }, moduleGates).stages[1];
    expect(format?.step).toEqual({ status: "skipped", reason: "no Go files" });
  });
});

describe("names of binaries", () => {
  it("follow the template, which has to tell equal ones apart", () => {
    const twins = {
      module: { mains: [mainPackage("example.com/tool/a/x"), mainPackage("example.com/tool/b/x")] },
      config: { binaryName: "{name}", given: new Set(["binary-name"]) },
    };
    expect(() => makePlan(twins)).toThrow(
      "binary-name: example.com/tool/a/x, example.com/tool/b/x would all be written to bin/x for linux/amd64.",
    );
  });
});
