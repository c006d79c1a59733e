import { describe, expect, it } from "vitest";
import { gates } from "../../../src/gates/index.ts";
import { isRunnable, type Plan, type Stage, type StageId } from "../../../src/model/stage.ts";
import { planRun } from "../../../src/plan/plan.ts";
import { type FactsOptions, mainPackage, makeFacts, makePlan } from "../../support/facts.ts";

function find(plan: Plan, id: StageId): Stage {
  const stage = plan.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw new Error(`no stage ${id}`);
  return stage;
}

const planned = (id: StageId, options: FactsOptions = {}): Stage => find(makePlan(options), id);

/** Arguments of the stage's commands, result files as `<prefix>{name}`. */
function args(stage: Stage): readonly (readonly string[])[] {
  if (!isRunnable(stage.step) || stage.step.type !== "exec") throw new Error(`${stage.id} does not execute`);
  return stage.step.commands.map((command) =>
    command.args.map((arg) =>
      typeof arg === "string" ? arg : `${arg.prefix}{${"out" in arg ? arg.out : arg.brought}}`,
    ),
  );
}

describe("data of covered binaries", () => {
  const build = {
    hash: "ab",
    mode: "set",
    meta: "/d/covmeta.ab",
    counters: ["/d/c1", "/e/c1"],
    directories: ["d", "e"],
  } as const;

  it("is brought to the tests, and read after them", () => {
    const stage = find(planRun({ ...makeFacts(), coverageBuilds: [build] }, gates), "test");
    expect(args(stage).at(-1)).toEqual(["tool", "covdata", "textfmt", "-i={0}", "-o={coverage-data-0.out}"]);
    expect(isRunnable(stage.step) && stage.step.type === "exec" && stage.step.brings).toEqual([
      { from: "/d/covmeta.ab", to: "0/covmeta.ab" },
      { from: "/d/c1", to: "0/covcounters.ab.0.0" },
      { from: "/e/c1", to: "0/covcounters.ab.1.0" },
    ]);
  });
});

describe("the plan", () => {
  it("orders the Go stages and lets all but format wait for deps", () => {
    const { stages } = makePlan();
    expect(stages.map(({ id, needs }) => [id, needs])).toEqual([
      ["deps", []],
      ["format", []],
      ["vet", ["deps"]],
      ["test", ["deps"]],
      ["build:linux/amd64", ["deps"]],
    ]);
  });

  it("names the modules that a run leaves unchecked", () => {
    const { warnings } = makePlan({ project: { unchecked: ["examples", "tools"] } });
    expect(warnings).toEqual([
      "not checked by this run: the Go modules in examples, tools. `modules` and working-directory decide what is checked.",
    ]);
  });

  it("names directories that no go command looks at", () => {
    const { warnings } = makePlan({ project: { loose: [".", "cli"] } });
    expect(warnings).toEqual([
      "not checked by this run: Go files of 2 directories (the repository's root, cli) that lie in no module, since no go.mod is there or above. If that is meant, name the modules to check in `modules`.",
    ]);
  });

  it("refuses patterns that match nothing before anything runs", () => {
    const none = { module: { packages: [], mains: [] }, config: { packages: ["./nothing/..."] } };
    expect(() => makePlan(none)).toThrow(
      "packages: ./nothing/... matches no Go package in the module in the repository's root.",
    );
  });

  it("plans stages that fail, not a refusal, for a module that Go cannot load", () => {
    const plan = makePlan({ module: { packages: [], mains: [], problem: "go: errors parsing go.mod" } });
    expect(plan.stages.every((stage) => isRunnable(stage.step))).toBe(true);
    expect(args(find(plan, "build:linux/amd64"))).toEqual([["build", "-buildvcs=false", "--", "./..."]]);
  });
});

describe("toggles", () => {
  it("disable a stage with its reason", () => {
    expect(planned("vet", { config: { vet: "false" } }).step).toEqual({
      status: "disabled",
      reason: "switched off by `vet: false`",
    });
  });

  it("keep a stage from deciding with warn", () => {
    expect(planned("format", { config: { format: "warn" } }).warnOnly).toBe(true);
    expect(planned("format").warnOnly).toBe(false);
  });
});

describe("checks that have to be asked for", () => {
  it("have no stage in a run that does not ask", () => {
    const asked = { config: { tidy: "true", fix: "warn" } } as const;
    expect(makePlan(asked).stages.map(({ id, warnOnly }) => [id, warnOnly])).toEqual([
      ["deps", false],
      ["tidy", false],
      ["format", false],
      ["fix", true],
      ["vet", false],
      ["test", false],
      ["build:linux/amd64", false],
    ]);
    expect(makePlan().stages.some(({ gate }) => gate === "tidy" || gate === "fix")).toBe(false);
  });

  it("tidy waits for nothing and reuses nothing, fix loads packages as vet does", () => {
    const { tidy, fix } = {
      tidy: planned("tidy", { config: { tidy: "true" } }),
      fix: planned("fix", { config: { fix: "true", buildTags: ["a"] } }),
    };
    expect([tidy.needs, args(tidy), tidy.command]).toEqual([[], [["mod", "tidy", "-diff"]], "go mod tidy -diff"]);
    expect([fix.needs, args(fix), fix.command]).toEqual([
      ["deps"],
      [["fix", "-diff", "-tags=a", "./..."]],
      "go fix -diff -tags=a ./...",
    ]);
  });
});

describe("deps", () => {
  it("verifies modules only when asked to", () => {
    expect(args(planned("deps"))).toHaveLength(1);
    expect(args(planned("deps", { config: { modVerify: true } }))[1]).toEqual(["mod", "verify"]);
  });

  it("overrules -mod=mod of GOFLAGS, so that go.mod is never changed", () => {
    const flags = args(planned("deps", { inspection: { goflags: "-mod=mod -v" } }))[0];
    expect(flags?.slice(0, 5)).toEqual(["list", "-e", "-deps", "-test", "-mod=readonly"]);
  });
});

describe("format", () => {
  it("looks at the repository's own files, those with CRLF of a checkout apart", () => {
    const stage = planned("format", {
      goFiles: [
        { path: "a.go", checkoutCrlf: false },
        { path: "-b.go", checkoutCrlf: true },
      ],
    });
    expect(args(stage)).toEqual([
      ["-l", "-d", "./a.go"],
      ["-l", "-d", "./-b.go"],
    ]);
    expect(stage.step).toMatchObject({
      lfCopies: ["-b.go"],
      stopAtFirstFailure: false,
      commands: [{ cwd: "module" }, { cwd: "lf" }],
    });
  });

  it("splits what does not fit on a command line", () => {
    const goFiles = Array.from({ length: 1_000 }, (_, index) => ({
      path: `${"d".repeat(60)}/${index}.go`,
      checkoutCrlf: false,
    }));
    const commands = args(planned("format", { goFiles }));
    expect(commands.length).toBe(3);
    expect(commands.flat().filter((arg) => arg.endsWith(".go"))).toHaveLength(1_000);
    expect(Math.max(...commands.map((command) => command.join(" ").length))).toBeLessThan(24_100);
  });

  it("is skipped without Go files", () => {
    expect(planned("format", { goFiles: [] }).step).toEqual({ status: "skipped", reason: "no Go files" });
  });
});

describe("test", () => {
  it("leaves vet to the vet stage while that runs", () => {
    expect(args(planned("test"))[0]).toContain("-vet=off");
    expect(args(planned("test", { config: { vet: "warn" } }))[0]).toContain("-vet=off");
    expect(args(planned("test", { config: { vet: "false" } }))[0]).not.toContain("-vet=off");
  });

  it("puts the user's flags after the packages, because -args takes the rest", () => {
    const config = { testFlags: ["-short", "-args", "-x"], race: true, buildTags: ["a", "b"] };
    expect(args(planned("test", { config }))).toEqual([
      [
        "test",
        "-json",
        "-vet=off",
        "-coverprofile={coverage.out}",
        "-tags=a,b",
        "-race",
        "-timeout=10m0s",
        "./...",
        "-short",
        "-args",
        "-x",
      ],
    ]);
  });

  it("keeps from Go what would replace the mark of -json, and shows it in the command", () => {
    const stage = planned("test", { config: { testFlags: ["-v", "-short", "-args", "-test.v=true", "-v"] } });
    expect(args(stage)[0]?.slice(5)).toEqual(["./...", "-short", "-args", "-v"]);
    expect(stage.command).toBe("go test -vet=off -timeout=10m0s ./... -v -short -args -test.v=true -v");
  });

  it("shows a command that can be pasted", () => {
    const stage = planned("test", { config: { testFlags: ["-run", "A B$"] } });
    expect(stage.command).toBe("go test -vet=off -timeout=10m0s ./... -run 'A B$'");
  });

  describe("with packages that test-reuse-except names", () => {
    const names = ["a", "b", "c", "d"].map((name) => `example.com/tool/${name}`);
    const packages = names.map((importPath) => ({
      importPath,
      dir: "",
      name: "",
      testFiles: importPath.endsWith("/d") ? [] : ["x_test.go"],
      excludedTestFiles: [],
    }));
    const except = (marked: readonly string[], config: FactsOptions["config"] = {}) =>
      planned("test", {
        module: { packages, marked: { patterns: ["./x"], packages: marked } },
        config: { testReuseExcept: ["./x"], ...config },
      });
    const start = ["test", "-json", "-vet=off"];

    it("tests them by a command of their own, which keeps nothing", () => {
      const stage = except(["example.com/tool/b", "example.com/elsewhere"], { testFlags: ["-short"] });
      const [a, b, c, d] = names;
      expect(args(stage)).toEqual([
        [...start, "-coverprofile={coverage.out}", "-timeout=10m0s", a, c, d, "-short"],
        [...start, "-coverprofile={coverage-2.out}", "-timeout=10m0s", "-count=1", b, "-short"],
      ]);
      expect(stage.step).toMatchObject({
        stopAtFirstFailure: false,
        reuse: { never: "`test-reuse-except` names packages of this module" },
      });
      expect(stage.command).toBe("go test -vet=off -timeout=10m0s -count=1 ./... -short");
    });

    it("needs no second command where it names all that have tests, or none", () => {
      const all = except(names);
      expect(args(all)).toEqual([[...start, "-coverprofile={coverage.out}", "-timeout=10m0s", "-count=1", "./..."]]);
      for (const none of [except([]), except(["example.com/tool/d"])]) {
        expect(args(none)).toEqual([[...start, "-coverprofile={coverage.out}", "-timeout=10m0s", "./..."]]);
        expect(none.step).toMatchObject({ reuse: "by-tool" });
        expect(none.command).toBe("go test -vet=off -timeout=10m0s ./...");
      }
    });

    it("needs none where every test runs anyway", () => {
      const stage = except(["example.com/tool/b"], { testFlags: ["-count=2"] });
      expect(args(stage)).toHaveLength(1);
      expect(stage.command).toBe("go test -vet=off -timeout=10m0s ./... -count=2");
    });

    it("splits what does not fit on a command line", () => {
      const many = Array.from({ length: 1_000 }, (_, index) => ({
        ...{
          importPath: `example.com/tool/${"d".repeat(50)}/${index}`,
          dir: "",
          name: "",
          testFiles: ["x_test.go"],
          excludedTestFiles: [],
        },
      }));
      const marked = { patterns: ["./x"], packages: many.slice(0, 500).map(({ importPath }) => importPath) };
      const commands = args(planned("test", { module: { packages: many, marked } }));
      const profiles = commands.map((words) => words.find((word) => word.startsWith("-coverprofile")));
      expect(profiles).toEqual(["", "-2", "-3", "-4"].map((end) => `-coverprofile={coverage${end}.out}`));
      expect(commands.map((words) => words.includes("-count=1"))).toEqual([false, false, true, true]);
      expect(commands.flat().filter((word) => word.startsWith("example.com/"))).toEqual([
        ...many.slice(500).map(({ importPath }) => importPath),
        ...many.slice(0, 500).map(({ importPath }) => importPath),
      ]);
    });
  });

  it("shows the tests' environment, but no value that may be a secret", () => {
    const config = {
      vet: "false" as const,
      testEnv: [
        { name: "MODE", value: "very strict", hidden: false },
        { name: "HOST", value: "db", hidden: true },
        { name: "API_TOKEN", value: "abc", hidden: true },
      ],
    };
    expect(planned("test", { config, module: { dir: "services/m" } }).command).toBe(
      `(cd services/m && MODE='very strict' HOST="$HOST" API_TOKEN="$API_TOKEN" go test -timeout=10m0s ./...)`,
    );
  });

  it.each([
    [{ config: { goVersion: "1.26" } }, "GOTOOLCHAIN=go1.26.8 "],
    [{ config: { goImage: "golang:1.26" } }, "GOTOOLCHAIN=go1.26.8 "],
    [{ inspection: { pinned: true, goVersion: "go1.27rc1" } }, "GOTOOLCHAIN=go1.27rc1 "],
    [{ inspection: { pinned: true, goVersion: "devel go1.28-abc" } }, ""],
    [{ inspection: { pinned: true, goVersion: "go1.26.8 X:nocoverageredesign" } }, ""],
    [{}, ""],
  ])("names the Go of the run when that is not the module's own: %j", (options, start) => {
    for (const id of ["deps", "vet", "test", "build:linux/amd64"] as const) {
      expect(planned(id, options).command.startsWith(`${start}${id.startsWith("build") ? "GOOS=" : "go "}`)).toBe(true);
    }
  });

  it("is skipped without test files, but fails when a threshold is set", () => {
    const module = {
      packages: [{ importPath: "example.com/tool", dir: ".", name: "main", testFiles: [], excludedTestFiles: [] }],
    };
    expect(planned("test", { module }).step).toEqual({ status: "skipped", reason: "no test files" });
    expect(planned("test", { module, config: { coverageThreshold: 80 } }).step).toEqual({
      status: "failed",
      reason: "no test files, but a coverage threshold of 80 % is set",
    });
  });
});

describe("build", () => {
  it("compiles all main packages of a platform with one command", () => {
    const mains = [mainPackage("example.com/tool/cmd/a"), mainPackage("example.com/tool/cmd/b")];
    const config = { ldflags: "-s -w", trimpath: true, buildvcs: true };
    const stage = planned("build:linux/amd64", { module: { mains }, config });
    expect(args(stage)).toEqual([
      [
        "build",
        "-buildvcs=true",
        "-trimpath",
        "-ldflags=-s -w",
        "-o={bin/0/}",
        "--",
        "example.com/tool/cmd/a",
        "example.com/tool/cmd/b",
      ],
    ]);
    const platform = { os: "linux", arch: "amd64", variant: null };
    expect(stage.binaries).toEqual([
      { package: "example.com/tool/cmd/a", platform, out: "bin/0/a", file: "a-linux-amd64" },
      { package: "example.com/tool/cmd/b", platform, out: "bin/0/b", file: "b-linux-amd64" },
    ]);
  });

  it("compiles for the platform and its variant, without cgo unless asked", () => {
    const platforms = [{ os: "linux", arch: "arm", variant: "v7" }];
    const module = { mains: [mainPackage("example.com/tool", { "linux/arm/v7": "builds" })] };
    const stage = planned("build:linux/arm/v7", { config: { platforms }, module });
    expect(stage.step).toMatchObject({
      commands: [{ env: { GOOS: "linux", GOARCH: "arm", GOARM: "7", CGO_ENABLED: "0" } }],
    });
    expect(stage.binaries[0]?.file).toBe("tool-linux-armv7");
    expect(stage.command).toBe(
      "GOOS=linux GOARCH=arm GOARM=7 CGO_ENABLED=0 go build -o /dev/null -buildvcs=false example.com/tool",
    );
  });

  it("never loses a main package that needs cgo: the stage fails and names the input", () => {
    const mains = [
      mainPackage("example.com/tool/a"),
      mainPackage("example.com/tool/b", { "linux/amd64": "needs-cgo" }),
    ];
    const both = planned("build:linux/amd64", { module: { mains } });
    expect(both.binaries).toHaveLength(1);
    expect(both.failure).toBe("example.com/tool/b builds for linux/amd64 only with cgo: set `cgo: true`");
    const alone = planned("build:linux/amd64", { module: { mains: mains.slice(1) } });
    expect(alone.step).toEqual({ status: "failed", reason: both.failure });
  });

  it("is skipped without main packages, or where constraints exclude them all", () => {
    expect(planned("build:linux/amd64", { module: { mains: [] } }).step).toEqual({
      status: "skipped",
      reason: "no main package",
    });
    const mains = [mainPackage("example.com/tool", { "linux/amd64": "excluded" })];
    expect(planned("build:linux/amd64", { module: { mains } }).step).toEqual({
      status: "skipped",
      reason: "build constraints exclude every main package on linux/amd64",
    });
  });
});

describe("main-packages", () => {
  const mains = ["cmd/a", "cmd/b", "tools/c"].map((dir) => mainPackage(`example.com/tool/${dir}`));
  const built = (mainPackages: readonly string[]): readonly string[] =>
    planned("build:linux/amd64", { module: { mains }, config: { mainPackages } }).binaries.map(
      (binary) => binary.package,
    );

  it("chooses by import path, by directory and with everything below", () => {
    expect(built(["example.com/tool/cmd/a"])).toEqual(["example.com/tool/cmd/a"]);
    expect(built(["./tools/c"])).toEqual(["example.com/tool/tools/c"]);
    expect(built(["./cmd/..."])).toEqual(["example.com/tool/cmd/a", "example.com/tool/cmd/b"]);
    expect(built(["./..."])).toHaveLength(3);
  });

  it("names what is there when nothing matches, for every pattern", () => {
    const found = "(found: example.com/tool/cmd/a, example.com/tool/cmd/b, example.com/tool/tools/c).";
    expect(() => built(["./cmd/x", "./y"])).toThrow(
      `main-packages: ./cmd/x is no main package ${found}\nmain-packages: ./y is no main package ${found}`,
    );
  });
});
