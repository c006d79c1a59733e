import { describe, expect, it } from "vitest";
import type { InspectRequest, ModuleFile } from "../../../src/model/project.ts";
import { parseGoList } from "../../../src/project/go-list.ts";
import {
  cgoCommands,
  type InspectOutput,
  inspectCommands,
  parseModule,
  platformEnv,
  relativeDir,
} from "../../../src/project/inspect.ts";

const module: ModuleFile = { dir: ".", path: "m", go: "1.22", toolchain: null, ignore: [], vendored: false };
const linux = { os: "linux", arch: "amd64", variant: null };
const request: InspectRequest = {
  root: "/src",
  modules: [module],
  patterns: ["./..."],
  tags: [],
  platforms: [linux],
  cgo: false,
  mentionsCgo: async () => false,
};

const listed = (importPath: string, name: string, files: object): string =>
  `${JSON.stringify({ ImportPath: importPath, Dir: `/src/${importPath.slice(2)}`, Name: name, ...files }, null, "\t")}\n`;
const answer = (stdout: string, exitCode = 0, stderr = "") => ({ stdout, exitCode, stderr });

describe("platformEnv", () => {
  it.each([
    ["arm", "v7", { GOARM: "7" }],
    ["amd64", "v3", { GOAMD64: "v3" }],
    ["arm64", "v8", { GOARM64: "v8.0" }],
    ["arm64", "v9.1", { GOARM64: "v9.1" }],
    ["mips64le", "softfloat", { GOMIPS64: "softfloat" }],
    ["386", "sse2", { GO386: "sse2" }],
    ["amd64", null, {}],
  ])("%s/%s", (arch, variant, expected) => {
    expect(platformEnv({ os: "linux", arch, variant })).toEqual({ GOOS: "linux", GOARCH: arch, ...expected });
  });
});

describe("inspectCommands", () => {
  it("asks for the environment, the native packages, and each target as it will be built", () => {
    const commands = inspectCommands({ ...request, tags: ["a", "b"] }, module);
    expect(commands.map(({ args }) => args[0])).toEqual(["env", "list", "list"]);
    expect(commands[2]?.env).toEqual({ GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "0" });
    expect(inspectCommands({ ...request, cgo: true }, module)[2]?.env["CGO_ENABLED"]).toBe("1");
    expect(commands[1]?.args).toContain("-tags=a,b");
    expect(commands[1]?.args.slice(-2)).toEqual(["--", "./..."]);
  });

  it("looks for main packages in the whole module: what is checked says nothing of what is built", async () => {
    const narrow = { ...request, patterns: ["./internal/...", "./lib"], mentionsCgo: async () => true };
    const [, native, target] = inspectCommands(narrow, module);
    expect(native?.args.slice(-3)).toEqual(["--", "./internal/...", "./lib"]);
    expect(target?.args.slice(-2)).toEqual(["--", "./..."]);
    const [withCgo] = await cgoCommands(narrow, module);
    expect(withCgo?.args.slice(-2)).toEqual(["--", "./..."]);
  });
});

describe("cgoCommands", () => {
  const mentionsCgo = async (): Promise<boolean> => true;

  it("asks for each target with cgo when it makes a difference", async () => {
    const commands = await cgoCommands({ ...request, mentionsCgo }, module);
    expect(commands.map(({ env }) => env)).toEqual([{ GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "1" }]);
    expect(await cgoCommands(request, module)).toEqual([]);
    expect(await cgoCommands({ ...request, mentionsCgo, cgo: true }, module)).toEqual([]);
  });
});

describe("parseModule", () => {
  const main = listed("m/cmd", "main", { GoFiles: ["main.go"] });
  const native = answer(main + listed("m/lib", "lib", { GoFiles: ["lib.go"], XTestGoFiles: ["lib_test.go"] }));
  const env = answer("{}");

  it("finds packages, their tests, and main packages per platform", () => {
    const found = parseModule(request, module, "/src", [env, native, answer(main)]);
    expect(found.problem).toBeNull();
    expect(found.packages).toEqual([
      { importPath: "m/cmd", dir: "cmd", name: "main", hasTests: false },
      { importPath: "m/lib", dir: "lib", name: "lib", hasTests: true },
    ]);
    expect(found.mains).toEqual([{ importPath: "m/cmd", dir: "cmd", on: { "linux/amd64": "builds" } }]);
  });

  it("tells a main package that only cgo being off leaves out from one that constraints exclude", () => {
    const withCgo = answer(listed("m/cmd", "main", { CgoFiles: ["main.go"] }));
    const off = answer(listed("m/cmd", "main", { IgnoredGoFiles: ["main.go"] }));
    const statuses = (cgo: boolean, ...targets: readonly InspectOutput[]) =>
      parseModule({ ...request, cgo }, module, "/src", [env, native, ...targets]).mains.map(
        ({ on }) => on["linux/amd64"],
      );
    expect(statuses(false, off, withCgo)).toEqual(["needs-cgo"]);
    expect(statuses(true, withCgo)).toEqual(["builds"]);
    const elsewhere = { ...request, platforms: [linux, { ...linux, os: "windows" }] };
    const nothing = answer("");
    const found = parseModule(elsewhere, module, "/src", [env, native, answer(main), nothing, withCgo, nothing]);
    expect(found.mains[0]?.on).toEqual({ "linux/amd64": "builds", "windows/amd64": "excluded" });
    const foundWithout = parseModule(elsewhere, module, "/src", [env, native, answer(main), nothing]);
    expect(foundWithout.mains).toEqual(found.mains);
  });

  it("keeps Go's words when it cannot load the module", () => {
    const broken = answer("", 1, "go: errors parsing go.mod:\ngo.mod:6: syntax error\n");
    const found = parseModule(request, module, "/src", [env, broken, broken, broken]);
    expect(found.problem).toBe("go: errors parsing go.mod:\ngo.mod:6: syntax error");
    expect(found.packages).toEqual([]);
  });
});

describe("parseGoList", () => {
  it("reads objects one after the other, with CRLF too", () => {
    const text = listed("m/a", "a", {}) + listed("m/b", "b", {});
    expect(parseGoList(text.replaceAll("\n", "\r\n")).map(({ ImportPath }) => ImportPath)).toEqual(["m/a", "m/b"]);
  });
});

describe("relativeDir", () => {
  it("understands Windows paths", () => {
    expect(relativeDir("C:\\repo", "C:\\repo\\a\\b")).toBe("a/b");
    expect(relativeDir("/src", "/src")).toBe(".");
    expect(relativeDir("/src", "/srcs/a")).toBe("/srcs/a");
  });
});
