import { describe, expect, it } from "vitest";
import type { InspectRequest } from "../../../src/model/project.ts";
import { parseGoList } from "../../../src/project/go-list.ts";
import {
  type InspectOutput,
  inspectCommands,
  missedTargets,
  parseModule,
  relativeDir,
  targetCommands,
} from "../../../src/project/inspect.ts";
import { platformEnv } from "../../../src/project/platform-env.ts";
import { makeModule } from "../../support/module.ts";

const module = makeModule({ dir: ".", path: "m", go: "1.22" });
const linux = { os: "linux", arch: "amd64", variant: null };
const request: InspectRequest = {
  root: "/src",
  modules: [module],
  patterns: ["./..."],
  marked: [],
  tags: [],
  programs: [],
  platforms: [linux],
  cgo: false,
  mentions: async () => ({ mentionCgo: false, mains: null }),
};

const listed = (importPath: string, name: string, files: object): string =>
  `${JSON.stringify({ ImportPath: importPath, Dir: `/src/${importPath.slice(2)}`, Name: name, ...files }, null, "\t")}\n`;
const answer = (stdout: string, exitCode = 0, stderr = "") => ({ stdout, exitCode, stderr });

const asking = { mentions: async () => ({ mentionCgo: true, mains: null }) };

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
  it("asks for the environment and the native packages", () => {
    const commands = inspectCommands({ ...request, tags: ["a", "b"] }, module);
    expect(commands.map(({ args }) => args[0])).toEqual(["env", "list"]);
    expect(commands[1]?.args).toContain("-tags=a,b");
    expect(commands[1]?.args.slice(-2)).toEqual(["--", "./..."]);
  });

  it("looks for main packages in the whole module: what is checked says nothing of what is built", async () => {
    const narrow = { ...request, ...asking, patterns: ["./internal/...", "./lib"] };
    const [, native] = inspectCommands(narrow, module);
    expect(native?.args.slice(-3)).toEqual(["--", "./internal/...", "./lib"]);
    const targets = await targetCommands(narrow, module);
    expect(targets.map(({ args }) => args.slice(-2))).toEqual([
      ["--", "./..."],
      ["--", "./..."],
    ]);
  });

  it("stays below the working directory, which lies in the module", async () => {
    const below = { ...module, within: "cmd/tool" };
    const [, native] = inspectCommands({ ...request, patterns: ["./...", ".", "m/lib"] }, below);
    expect(native?.args.slice(-3)).toEqual(["./cmd/tool/...", "./cmd/tool", "m/lib"]);
    const [target] = await targetCommands(request, below);
    expect(target?.args.at(-1)).toBe("./cmd/tool/...");
  });

  it("overrules a flag that would write go.mod, but where Go refuses it", async () => {
    const goflags = "-v -mod=mod";
    const flags = ({ args }: { readonly args: readonly string[] } = { args: [] }) =>
      args.filter((arg) => arg.startsWith("-mod="));
    const [, native] = inspectCommands({ ...request, goflags }, module);
    expect(flags(native)).toEqual(["-mod=readonly"]);
    const [target] = await targetCommands({ ...request, goflags }, module);
    expect(flags(target)).toEqual(["-mod=readonly"]);
    expect(flags(inspectCommands({ ...request, goflags }, { ...module, vendored: true })[1])).toEqual(["-mod=vendor"]);
    expect(flags(inspectCommands({ ...request, goflags }, { ...module, workspace: "go.work" })[1])).toEqual([]);
    expect(flags(inspectCommands(request, module)[1])).toEqual([]);
  });

  it("has the variables of the module", async () => {
    const outside = { ...module, env: { GOWORK: "off" } };
    expect(inspectCommands(request, outside).map(({ env }) => env)).toEqual([{ GOWORK: "off" }, { GOWORK: "off" }]);
    expect((await targetCommands(request, outside))[0]?.env["GOWORK"]).toBe("off");
  });
});

describe("targetCommands", () => {
  const cgo = async (over: Partial<InspectRequest>) =>
    (await targetCommands({ ...request, ...over }, module)).map(({ env }) => env["CGO_ENABLED"]);

  it("asks for each target as it will be built, and with cgo when it makes a difference", async () => {
    const [target] = await targetCommands(request, module);
    expect(target?.env).toEqual({ GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "0" });
    expect(await cgo({})).toEqual(["0"]);
    expect(await cgo(asking)).toEqual(["0", "1"]);
    expect(await cgo({ ...asking, cgo: true })).toEqual(["1"]);
  });

  it("asks nothing of a module without main packages, wherever they would be", async () => {
    const library = { ...request, mentions: async () => ({ mentionCgo: false, mains: [] }) };
    const answered = (name: string) => [answer("{}"), answer(listed("m/cmd", name, { GoFiles: ["x.go"] }))];
    expect(await targetCommands(library, module)).toEqual([]);
    expect(await missedTargets(library, module, answered("cmd"))).toEqual([]);
    // Written by a tool, and ignored by git.
    expect(await missedTargets(library, module, answered("main"))).toHaveLength(1);
    expect(await missedTargets(library, module, [answer("{}"), answer("", 1)])).toEqual([]);
  });

  describe("where the same main packages are there on every platform", () => {
    const known = (mains: readonly string[] | null, over: Partial<InspectRequest> = {}): InspectRequest => ({
      ...{ ...request, ...over },
      mentions: async () => ({ mentionCgo: true, mains }),
    });
    const goFiles = { GoFiles: ["main.go"] };
    const both = answer(listed("m", "main", goFiles) + listed("m/cmd", "main", goFiles) + listed("m/lib", "lib", {}));
    const missed = async (asked: InspectRequest, native = both, goflags = "", within = ".") => {
      const env = answer(JSON.stringify({ GOVERSION: "go1.26.8", GOFLAGS: goflags }));
      return (await missedTargets(asked, { ...module, within }, [env, native])).length;
    };

    it("asks nothing", async () => {
      const asked = known([".", "cmd"]);
      expect(await targetCommands(asked, module)).toEqual([]);
      expect(await missed(asked)).toBe(0);
      const below = answer(listed("m/cmd", "main", goFiles));
      expect(await missed(asked, below, "", "cmd")).toBe(0);
    });

    it("asks when the first list is not one of the whole module", async () => {
      expect(await targetCommands(known(["cmd"], { patterns: ["./cmd"] }), module)).toHaveLength(2);
      expect(await targetCommands(known([], { patterns: ["./lib"] }), module)).toEqual([]);
    });

    it("asks when Go names others", async () => {
      expect(await missed(known(["cmd"]))).toBe(2);
      expect(await missed(known(["cmd", "tool"]))).toBe(2);
      expect(await missed(known([".", "cmd", "tool"]))).toBe(2);
    });

    it("asks when a tag takes what no build takes otherwise", async () => {
      expect(await missed(known([".", "cmd"], { tags: ["ignore"] }))).toBe(2);
      expect(await missed(known([".", "cmd"]), both, "-tags=x,ignore")).toBe(2);
      expect(await missed(known([".", "cmd"]), both, "-tags=ignored")).toBe(0);
    });

    it("takes them from the first list", () => {
      const platforms = [linux, { ...linux, os: "windows" }];
      const found = parseModule(known([".", "cmd"], { platforms }), module, "/src", [answer("{}"), both]);
      const on = { "linux/amd64": "builds", "windows/amd64": "builds" };
      expect(found.mains.map(({ importPath, on }) => [importPath, on])).toEqual([
        ["m", on],
        ["m/cmd", on],
      ]);
    });
  });
});

describe("parseModule", () => {
  const main = listed("m/cmd", "main", { GoFiles: ["main.go"] });
  const native = answer(
    main +
      listed("m/lib", "lib", {
        GoFiles: ["lib.go"],
        TestGoFiles: ["in_test.go"],
        ...{ XTestGoFiles: ["lib_test.go"], IgnoredGoFiles: ["lib_windows.go", "lib_windows_test.go"] },
      }),
  );
  const env = answer("{}");

  it("finds packages, their tests, and main packages per platform", () => {
    const found = parseModule(request, module, "/src", [env, native, answer(main)]);
    expect(found.problem).toBeNull();
    expect(found.packages).toEqual([
      { importPath: "m/cmd", dir: "cmd", name: "main", testFiles: [], excludedTestFiles: [] },
      {
        ...{ importPath: "m/lib", dir: "lib", name: "lib" },
        testFiles: ["in_test.go", "lib_test.go"],
        excludedTestFiles: ["lib_windows_test.go"],
      },
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
    const none = answer("");
    const found = parseModule(elsewhere, module, "/src", [env, native, answer(main), none, withCgo, none]);
    expect(found.mains[0]?.on).toEqual({ "linux/amd64": "builds", "windows/amd64": "excluded" });
    const foundWithout = parseModule(elsewhere, module, "/src", [env, native, answer(main), none]);
    expect(foundWithout.mains).toEqual(found.mains);
  });

  it("says which patterns match, and leaves the packages of other modules to them", () => {
    const workspace = {
      ...request,
      modules: [
        { ...module, dir: "a" },
        { ...module, dir: "b" },
      ],
      patterns: ["./...", "n/..."],
    };
    const list =
      listed("m/a/x", "x", { Match: ["./..."] }) + listed("m/b/y", "y", { Match: ["n/..."] }) + listed("m/a", "a", {});
    const found = parseModule(workspace, { ...module, dir: "a" }, "/src", [env, answer(list)]);
    expect(found.packages.map(({ dir }) => dir)).toEqual(["a/x", "a"]);
    expect(found.patterns).toEqual(["./..."]);
  });

  it("marks packages, asked for or not", () => {
    const marking = { ...request, patterns: ["./a/...", "./b"], marked: ["./b", "./c/...", "./none"] };
    expect(inspectCommands(marking, module)[1]?.args.slice(-5)).toEqual(["--", "./a/...", "./b", "./c/...", "./none"]);
    const list =
      listed("m/a", "a", { Match: ["./a/..."] }) +
      listed("m/b", "b", { Match: ["./b"] }) +
      listed("m/c", "c", { Match: ["./c/..."], EmbedPatterns: ["x"] });
    const found = parseModule(marking, module, "/src", [env, answer(list)]);
    expect(found.packages.map(({ importPath }) => importPath)).toEqual(["m/a", "m/b"]);
    expect(found.marked).toEqual({ patterns: ["./b", "./c/..."], packages: ["m/b", "m/c"] });
    expect([found.patterns, found.embeds]).toEqual([["./a/...", "./b"], []]);
    const below = inspectCommands({ ...marking, patterns: ["./..."], marked: ["./x"] }, { ...module, within: "b" });
    expect(below[1]?.args.slice(-3)).toEqual(["--", "./b/...", "./b/x"]);
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
