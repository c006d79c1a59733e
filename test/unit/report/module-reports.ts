import type { ModuleResult, Report, StageResult } from "../../../src/model/report.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import { context, failedTest, finding, green, hostile, hostileTexts, stage, testPackage } from "./reports.ts";

/** Reports of several modules, as runs leave them. */

const platforms = ["linux/amd64", "darwin/amd64", "windows/amd64"] as const;
const noMain = { status: "skipped", reason: "no main package" } as const;

function module(dir: string, over: Partial<ModuleResult> = {}): ModuleResult {
  const path = dir === "." ? "example.com/mono" : `example.com/mono/${dir}`;
  return { dir, path, goVersion: "go1.26.8", tests: null, coverage: null, ...over };
}

function tests(passed: number, failed: number, packages: NonNullable<ModuleResult["tests"]>["packages"] = []) {
  return { passed, failed, skipped: 1, flaky: 0, interrupted: 0, packages };
}

type Over = Parameters<typeof stage>[1];

/** A stage of a module, named as runs name it. */
export function of(dir: string, gate: string, over: Over & { readonly variant?: string | null } = {}): StageResult {
  const { variant = null } = over;
  const name = variant === null ? gate : `${gate}:${variant}`;
  const id = dir === "." ? name : `${dir}#${name}`;
  return stage(id, {
    gate,
    module: dir,
    variant,
    command: dir === "." ? `go ${name}` : `(cd ${dir} && go ${name})`,
    ...over,
  });
}

function builds(dir: string, ...over: readonly Over[]): readonly StageResult[] {
  return platforms.map((variant, index) => of(dir, "build", { variant, ...over[index % over.length] }));
}

const broken = finding({ source: "compile", path: "broken/a.go", line: 3, column: 23, message: "undefined: missing" });

const failure = failedTest({ name: "TestSign", path: "lib/sign_test.go", line: 9, command: "(cd lib && go test)" });

/** Two of the modules share a go.work, and with it the stage `deps`; one has no packages, one is broken, one has a newer Go. */
export const modulesRun: Report = {
  ...green,
  conclusion: "failure",
  reasons: ["broken#vet: 1 finding", "lib#test: 1 test failed", "tools/gen#build:windows/amd64: 1 compile error"],
  modules: [
    module("."),
    module("broken"),
    module("empty"),
    module("lib", {
      tests: tests(40, 1, [
        testPackage("example.com/mono/lib", { status: "failed", passed: 40, failed: 1, failures: [failure] }),
      ]),
      coverage: { percent: 87.5, covered: 7, statements: 8, missing: [], packages: [], files: [] },
    }),
    module("tools/gen", { goVersion: "go1.27.4", tests: tests(3, 0) }),
  ],
  totals: {
    tests: tests(43, 1, [
      testPackage("example.com/mono/lib", { status: "failed", passed: 40, failed: 1, failures: [failure] }),
    ]),
    coverage: { percent: 87.5, covered: 7, statements: 8, missing: [], packages: [], files: [] },
    patch: null,
  },
  stages: [
    of(".", "deps"),
    of(".", "format"),
    of(".", "vet"),
    of(".", "test", { status: "skipped", reason: "no test files" }),
    ...builds(".", noMain),
    of("broken", "deps"),
    of("broken", "format", { status: "warned", reason: "1 file to format" }),
    of("broken", "vet", { status: "failed", reason: "1 finding", findings: [broken] }),
    of("broken", "test", { status: "skipped", reason: "no test files" }),
    ...builds("broken", noMain),
    ...["deps", "format", "vet", "test"].map((gate) =>
      of("empty", gate, { status: "skipped", reason: "the module has no Go packages" }),
    ),
    ...builds("empty", { status: "skipped", reason: "the module has no Go packages" }),
    of("lib", "format"),
    of("lib", "vet"),
    of("lib", "test", {
      status: "failed",
      reason: "1 test failed",
      findings: [
        finding({
          source: "test",
          path: "lib/sign_test.go",
          line: 9,
          title: "TestSign failed",
          subject: { package: "example.com/mono/lib", test: "TestSign" },
        }),
      ],
    }),
    ...builds("lib", noMain),
    of("tools/gen", "deps"),
    of("tools/gen", "format"),
    of("tools/gen", "vet"),
    of("tools/gen", "test"),
    ...builds("tools/gen", {}, {}, { status: "failed", reason: "1 compile error" }),
    ...["image", "smoke", "deliver"].map((id) =>
      stage(id, { module: null, status: "skipped", reason: "no Dockerfile" }),
    ),
  ],
  artifacts: [],
  cache: null,
};

export const modulesContext: ReportContext = {
  ...context,
  reasons: ["broken#vet", "lib#test", "tools/gen#build:windows/amd64"].map((id) => ({
    ...{ kind: "stage", stage: id, status: "failed" },
    said: "as above",
  })),
  needs: new Map([
    ["vet", ["deps"]],
    ["lib#vet", ["deps"]],
    ["lib#test", ["deps"]],
    ["broken#vet", ["broken#deps"]],
    ["smoke", ["image"]],
    ["deliver", ["smoke"]],
  ]),
};

/** Modules in directories of any name. */
export const hostileModules: Report = {
  ...hostile,
  modules: hostileTexts.map((text, index) => ({
    ...{ dir: text === "" ? "." : text, path: text, goVersion: `go1.2${index}${text}` },
    tests: hostile.totals.tests,
    coverage: hostile.totals.coverage,
  })),
  totals: { ...hostile.totals, coverage: null },
};

/** Many modules with nothing to build, in directories of every length. */
export function manyModules(count: number, gates: readonly string[] = ["deps", "vet", "test"]): Report {
  const dirs = Array.from({ length: count }, (_, index) => `dir${index}/${"very-long-name/".repeat(index % 9)}m`);
  return {
    ...green,
    modules: dirs.map((dir, index) =>
      module(dir, { tests: tests(index * 100, index % 3), goVersion: `go1.2${index % 4}` }),
    ),
    stages: dirs.flatMap((dir) => [...gates.map((gate) => of(dir, gate)), ...builds(dir, noMain)]),
    artifacts: [],
  };
}
