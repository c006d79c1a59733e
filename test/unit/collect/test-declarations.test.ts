import { linkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testDeclarations } from "../../../src/collect/test-declarations.ts";
import { directory } from "../../support/repository.ts";

const goTest = (name: string): string => `package p\n\nfunc ${name}(t *testing.T) {}\n`;

const files = {
  "a_test.go": goTest("TestA"),
  "sub/x_test.go": goTest("TestX"),
  "sub/on_linux_test.go": `// Of Linux.\n${goTest("TestSystem")}`,
  "sub/on_windows_test.go": goTest("TestSystem"),
  "sub/tagged_test.go": `//go:build integration\n\n${goTest("TestTagged")}`,
  "elsewhere/real_test.go": goTest("TestLinked"),
};

const sub = {
  ...{ importPath: "example.com/m/sub", dir: "sub", name: "sub" },
  testFiles: ["on_linux_test.go", "x_test.go"],
  excludedTestFiles: ["on_windows_test.go", "tagged_test.go"],
};
const packages = [
  { importPath: "example.com/m", dir: ".", name: "m", testFiles: ["a_test.go"], excludedTestFiles: [] },
  sub,
];

/** Places of the tests of a package. */
function find(
  importPath: string,
  names: readonly string[],
  over: Partial<Parameters<typeof testDeclarations>[0]> = {},
) {
  const declared = testDeclarations({
    project: { root: directory(files) },
    packages,
    config: { testEnv: [] },
    ...over,
  });
  return Object.fromEntries(declared(importPath, new Set(names)));
}

it("finds tests in the files of their package, relative to the repository", () => {
  expect(find("example.com/m", ["TestA", "TestX"])).toEqual({ TestA: { path: "a_test.go", line: 3 } });
  expect(find("example.com/m/sub", ["TestA", "TestX", "TestSystem"])).toEqual({
    TestX: { path: "sub/x_test.go", line: 3 },
    TestSystem: { path: "sub/on_linux_test.go", line: 4 },
  });
  expect(find("example.com/m/sub", ["TestTagged"])).toEqual({ TestTagged: { path: "sub/tagged_test.go", line: 5 } });
});

it("knows nothing of other packages, and needs no names to know so", () => {
  expect(find("example.com/other", ["TestA"])).toEqual({});
  expect(find("example.com/m", [])).toEqual({});
});

it.each(["GOFLAGS", "GOOS", "CGO_ENABLED"])(
  "does not say which of several files is built when tests have %s of their own",
  (name) => {
    const own = { config: { testEnv: [{ name: "MODE" }, { name }] } };
    expect(find("example.com/m/sub", ["TestX", "TestSystem"], own)).toEqual({
      TestX: { path: "sub/x_test.go", line: 3 },
      TestSystem: null,
    });
  },
);

it("reads no links, no sources of a size that no compiler reads, and nothing that is gone: what they declare is not known", () => {
  const names = ["TestLinked", "TestLarge", "TestX"];
  const root = directory(files);
  symlinkSync("../elsewhere/real_test.go", join(root, "sub/link_test.go"));
  writeFileSync(join(root, "elsewhere/large_test.go"), goTest("TestLarge") + " ".repeat(8 * 1024 * 1024));
  const beside = (...more: readonly string[]) =>
    find("example.com/m/sub", names, { project: { root }, packages: [{ ...sub, testFiles: ["x_test.go", ...more] }] });
  expect(beside()).toEqual({ TestX: { path: "sub/x_test.go", line: 3 } });
  for (const name of ["link_test.go", "../elsewhere/large_test.go", "gone_test.go"]) expect(beside(name)).toEqual({});
});

it("reads no more of a package than there is room for", () => {
  const root = directory(files);
  const names = [1, 2, 3, 4, 5].map((number) => `${number}_test.go`);
  writeFileSync(join(root, "sub/1_test.go"), goTest("TestLarge").padEnd(8 * 1024 * 1024));
  for (const name of names.slice(1)) linkSync(join(root, "sub/1_test.go"), join(root, "sub", name));
  const large = (testFiles: readonly string[]) => ({
    project: { root },
    packages: [{ ...sub, testFiles, excludedTestFiles: ["on_windows_test.go"] }],
  });
  const tests = ["TestX", "TestSystem"];
  const [x, system] = ["sub/x_test.go", "sub/on_windows_test.go"].map((path) => ({ path, line: 3 }));
  expect(find("example.com/m/sub", tests, large([...names.slice(2), "x_test.go"]))).toEqual({
    TestX: x,
    TestSystem: system,
  });
  expect(find("example.com/m/sub", tests, large([...names, "x_test.go"]))).toEqual({});
});
