import { describe, expect, it } from "vitest";
import { moduleDirs } from "../../../src/project/module-dirs.ts";
import { type DiscoveryRequest, discoverProject, type Repository } from "../../../src/project/modules.ts";
import { selectionOf } from "../../../src/project/select-modules.ts";

/** `listed`: whether git lists a file; the others are there all the same. */
function repository(
  files: Readonly<Record<string, string>>,
  listed: (path: string) => boolean = () => true,
): Repository {
  return {
    root: "/repo",
    files: Object.keys(files).filter(listed),
    git: true,
    read: (path) => Promise.resolve(files[path] ?? null),
    filesOf: () => Promise.reject(new Error("no submodules here")),
  };
}

const goMod = (path: string): string => `module ${path}\n\ngo 1.22\n`;

interface Asked extends Partial<Omit<DiscoveryRequest, "selection">> {
  readonly modules?: readonly string[];
}

async function discovered(tree: Repository, { modules = ["auto"], ...over }: Asked = {}) {
  return await discoverProject(tree, { directory: ".", workspace: "auto", ...over, selection: selectionOf(modules) });
}

async function dirs(tree: Repository, asked?: Asked): Promise<readonly string[]> {
  return (await discovered(tree, asked)).modules.map(({ dir }) => dir);
}

describe("discoverProject", () => {
  const many = repository({
    "go.mod": goMod("m"),
    "tools/gen/go.mod": goMod("m/tools/gen"),
    "tools/lint/go.mod": goMod("m/tools/lint"),
    "a/vendor/x/go.mod": goMod("x"),
    "a/testdata/y/go.mod": goMod("y"),
    "_old/go.mod": goMod("old"),
    ".hidden/go.mod": goMod("hidden"),
    "web/node_modules/z/go.mod": goMod("z"),
  });

  it("takes every module at or below the working directory", async () => {
    expect(await dirs(many)).toEqual([".", "tools/gen", "tools/lint"]);
    expect(await dirs(many, { directory: "tools" })).toEqual(["tools/gen", "tools/lint"]);
    expect(await dirs(many, { directory: "a/testdata" })).toEqual(["a/testdata/y"]);
  });

  it("names the modules that it leaves out", async () => {
    expect((await discovered(many)).unchecked).toEqual([]);
    expect((await discovered(many, { directory: "tools/gen" })).unchecked).toEqual([".", "tools/lint"]);
    expect((await discovered(many, { modules: ["!tools/*"] })).unchecked).toEqual(["tools/gen", "tools/lint"]);
  });

  it("names directories with Go files in no module, unless somebody says which modules are meant", async () => {
    const tree = repository({
      "vendor.mod": goMod("m"),
      "main.go": "package main\n",
      "cmd/tool/go.mod": goMod("m/cmd/tool"),
      "cmd/tool/sub/x.go": "package sub\n",
      "cli/a.go": "package cli\n",
      "cli/a_test.go": "package cli\n",
      "docs/_x.go": "package docs\n",
      "vendor/v/v.go": "package v\n",
      "cli/testdata/t.go": "package t\n",
      "_old/o.go": "package old\n",
    });
    expect((await discovered(tree)).loose).toEqual([".", "cli"]);
    expect((await discovered(tree, { directory: "cmd" })).loose).toEqual([]);
    expect((await discovered(tree, { modules: ["cmd/tool"] })).loose).toEqual([]);
    expect((await discovered(many)).loose).toEqual([]);
  });

  it("says why it takes them", async () => {
    const tree = repository({
      "go.work": "use ./b\n",
      "go.mod": goMod("m"),
      "a/go.mod": goMod("a"),
      "b/go.mod": goMod("b"),
    });
    const { modules } = await discovered(tree);
    expect(modules.map(({ dir, why }) => `${dir}: ${why}`)).toEqual([
      ".: it lies in working-directory, outside of go.work",
      "a: it lies below working-directory, outside of go.work",
      "b: go.work names it",
    ]);
  });

  it("takes what go.work names wherever it lies below, and whether git lists it or not", async () => {
    const tree = repository(
      {
        "go.work": "use (\n\t./a\n\t./testdata/b\n\t./gen\n\t../outside\n\t./gone\n)\n",
        "a/go.mod": goMod("a"),
        "testdata/b/go.mod": goMod("b"),
        "gen/go.mod": goMod("gen"),
      },
      (path) => path !== "gen/go.mod",
    );
    expect(await dirs(tree)).toEqual(["a", "gen", "testdata/b"]);
  });

  it("leaves out what an ignore line of go.mod names", async () => {
    const tree = repository({
      "m/go.mod": `${goMod("m")}ignore ./web\nignore node\n`,
      "m/web/x/go.mod": goMod("x"),
      "m/a/node/y/go.mod": goMod("y"),
      "m/a/go.mod": goMod("m/a"),
      "web/go.mod": goMod("web"),
    });
    const project = await discovered(tree, { directory: "m" });
    expect(project.modules.map(({ dir }) => dir)).toEqual(["m", "m/a"]);
    expect(project.unchecked).toEqual(["web"]);
  });

  it("below a module takes that one, restricted to the directory, with what is nested there", async () => {
    const tree = repository({
      "go.mod": goMod("m"),
      "cmd/tool/main.go": "",
      "cmd/gen/go.mod": goMod("gen"),
      "cmd/gen/gen.go": "",
      "examples/x/go.mod": goMod("x"),
      "examples/x/x.go": "",
    });
    const below = async (directory: string) =>
      (await discovered(tree, { directory })).modules.map(({ dir, within }) => `${dir} ${within}`);
    expect(await below("cmd/tool")).toEqual([". cmd/tool"]);
    expect(await below("cmd")).toEqual([". cmd", "cmd/gen ."]);
    expect(await below("examples")).toEqual(["examples/x ."]);
    const chosen = (...modules: readonly string[]) => dirs(tree, { directory: "cmd", modules });
    expect(await chosen(".")).toEqual(["."]);
    expect(await chosen("!gen")).toEqual(["."]);
    expect(await chosen("**")).toEqual([".", "cmd/gen"]);
    expect(await chosen("!.")).toEqual(["cmd/gen"]);
  });

  it("says where modules are when there is none", async () => {
    const tree = repository({ "b/go.mod": goMod("m/b"), "docs/x.md": "" });
    await expect(dirs(tree, { directory: "docs" })).rejects.toThrow(
      "working-directory: no go.mod in docs, above it or below it. Set working-directory to one of the modules: b.",
    );
    await expect(dirs(repository({}))).rejects.toThrow("Run `go mod init <module path>` there");
  });

  it("refuses two modules with one path, in a go.work or not", async () => {
    const tree = repository({ "a/go.mod": goMod("m"), "b/go.mod": goMod("m"), "c/go.mod": goMod("c") });
    await expect(dirs(tree)).rejects.toThrow(
      'modules: a and b both have the module path m. Give one another path, or leave it out: modules: "!b".',
    );
    expect(await dirs(tree, { modules: ["!b"] })).toEqual(["a", "c"]);
    const deep = repository({ "s/a/go.mod": goMod("m"), "s/b/go.mod": goMod("m") });
    await expect(dirs(deep, { directory: "s" })).rejects.toThrow('leave it out: modules: "!b".');
  });

  it("knows that GOTOOLCHAIN=local has no use for toolchain lines", async () => {
    const tree = repository({ "go.mod": `${goMod("m")}toolchain go1.99.1\n` });
    const wanted = async (gotoolchain?: string) => (await discovered(tree, { gotoolchain })).wantedGo?.version;
    expect([await wanted(), await wanted("local"), await wanted("auto")]).toEqual(["1.99.1", "1.22", "1.99.1"]);
  });
});

describe("the go.work of a module", () => {
  const tree = repository({
    "go.work": "go 1.25\nuse ./a\n",
    "a/go.mod": goMod("m/a"),
    "b/go.mod": goMod("m/b"),
    "b/deep/go.work": "use ./c\n",
    "b/deep/c/go.mod": goMod("c"),
  });
  const placed = async (asked?: Asked) =>
    (await discovered(tree, asked)).modules.map(({ dir, workspace, env }) => [dir, workspace, env["GOWORK"] ?? ""]);

  it("is the nearest one that names it; the others run without", async () => {
    expect(await placed()).toEqual([
      ["a", "go.work", ""],
      ["b", null, "off"],
      ["b/deep/c", "b/deep/go.work", ""],
    ]);
    expect((await discovered(tree)).workspaces.map(({ path }) => path)).toEqual(["go.work", "b/deep/go.work"]);
    expect((await discovered(tree)).wantedGo).toEqual({ version: "1.25", source: "go line of go.work" });
  });

  it("is the nearest one however short its directory's name is", async () => {
    const both = repository({
      "go.work": "use ./b\n",
      "b/go.mod": goMod("b"),
      "s/go.work": "use ./a\n",
      "s/a/go.mod": goMod("a"),
    });
    const { modules } = await discovered(both);
    expect(modules.map(({ dir, workspace }) => [dir, workspace])).toEqual([
      ["b", "go.work"],
      ["s/a", "s/go.work"],
    ]);
  });

  it("names modules by absolute paths as well, and what it names outside of the repository is not checked", async () => {
    const tree = repository({ "go.work": "use /repo/a\nuse ../out\nuse /else/b\n", "a/go.mod": goMod("a") });
    const strict = {
      ...tree,
      read: (path: string) => (path.startsWith("..") ? Promise.reject(new Error(path)) : tree.read(path)),
    };
    const { modules, unchecked } = await discovered(strict);
    expect(modules.map(({ dir, workspace }) => [dir, workspace])).toEqual([["a", "go.work"]]);
    expect(unchecked).toEqual(["../out", "../else/b"]);
    await expect(
      dirs({ ...strict, files: [], read: async (path) => (path === "go.work" ? "use ../out\n" : null) }),
    ).rejects.toThrow("go.work names ../out, where the repository has no go.mod.");
  });

  it("is switched off by the input and by the environment", async () => {
    for (const off of [{ workspace: "off" }, { gowork: "off" }] as const) {
      expect(await placed(off)).toEqual([
        ["a", null, "off"],
        ["b", null, "off"],
        ["b/deep/c", null, "off"],
      ]);
    }
  });

  it("counts for the working directory's own module as it does in a shell there", async () => {
    expect(await placed({ directory: "b" })).toEqual([
      ["b", "go.work", ""],
      ["b/deep/c", "b/deep/go.work", ""],
    ]);
  });

  it("has to name something", async () => {
    await expect(dirs(repository({ "go.work": "go 1.25\n" }))).rejects.toThrow("go.work names no module.");
    await expect(dirs(repository({ "go.work": "use ./gone\nuse ../out\n" }))).rejects.toThrow(
      "working-directory: go.work names gone, ../out, where the repository has no go.mod. Add modules with `go work use ./<directory>`",
    );
    const elsewhere = repository({ "go.work": "use ./a\n", "a/go.mod": goMod("a"), "docs/x.md": "" });
    await expect(dirs(elsewhere, { directory: "docs" })).rejects.toThrow("Set working-directory to one of the modules");
  });

  it("is no reason for a module that it does not cover", async () => {
    const beside = repository({ "s/go.work": "use ../b\n", "s/go.mod": goMod("s"), "b/go.mod": goMod("b") });
    const { modules } = await discovered(beside);
    expect(modules.map(({ dir, why }) => `${dir}: ${why}`)).toEqual([
      "b: it lies below working-directory",
      "s: it lies below working-directory, outside of s/go.work",
    ]);
  });
});

describe("the input modules", () => {
  const tree = repository(
    {
      "x/go.mod": goMod("m"),
      "x/tools/gen/go.mod": goMod("m/gen"),
      "x/tools/lint/go.mod": goMod("m/lint"),
      "x/third_party/sub/go.mod": goMod("sub"),
    },
    (path) => !path.startsWith("x/third_party"),
  );
  const chosen = (...modules: readonly string[]) => dirs(tree, { directory: "x", modules });

  it.each<[string, readonly string[], readonly string[]]>([
    ["names", ["tools/gen"], ["x/tools/gen"]],
    ["the directory itself", ["."], ["x"]],
    ["globs", ["tools/*"], ["x/tools/gen", "x/tools/lint"]],
    ["everything below", ["**"], ["x", "x/tools/gen", "x/tools/lint"]],
    ["all but some", ["!tools/lint"], ["x", "x/tools/gen"]],
    ["auto and excludes", ["auto", "!tools/*"], ["x"]],
    ["globs and excludes", ["tools/*", "!tools/gen"], ["x/tools/lint"]],
    ["a submodule, when it is named", [".", "third_party/sub"], ["x", "x/third_party/sub"]],
  ])("takes %s", async (_, modules, expected) => {
    expect(await chosen(...modules)).toEqual(expected);
  });

  it("names what is no module, all of it, with what was meant", async () => {
    await expect(chosen("tools/gne", "!nothing", "m/lint")).rejects.toThrow(
      [
        'modules: "tools/gne" is no module at or below working-directory; did you mean "tools/gen"? Found: ., tools/gen, tools/lint.',
        'modules: "m/lint" is no module at or below working-directory; did you mean "tools/lint"? Found: ., tools/gen, tools/lint.',
        'modules: "!nothing" is no module at or below working-directory. Found: ., tools/gen, tools/lint.',
      ].join("\n"),
    );
  });

  it("has to leave one", async () => {
    await expect(chosen("tools/gen", "!tools/*")).rejects.toThrow("modules: every module is excluded.");
  });
});

describe("moduleDirs", () => {
  it("leaves out what the go command never looks at", () => {
    const files = [
      "go.mod",
      "a/go.mod",
      "a/testdata/x/go.mod",
      "vendor/m/go.mod",
      "_old/go.mod",
      ".x/go.mod",
      "notgo.mod",
    ];
    expect(moduleDirs(files, ".")).toEqual([".", "a"]);
  });
});
