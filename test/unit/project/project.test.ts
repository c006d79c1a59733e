import { describe, expect, it } from "vitest";
import { discoverProject, moduleDirs, type Repository } from "../../../src/project/project.ts";

function repository(files: Readonly<Record<string, string>>): Repository {
  return {
    root: "/repo",
    files: Object.keys(files),
    git: true,
    read: (path) => Promise.resolve(files[path] ?? null),
  };
}

const goMod = (path: string): string => `module ${path}\n\ngo 1.22\n`;

describe("discoverProject", () => {
  it("finds the module, its go.work above and the modules beside it", async () => {
    const tree = repository({
      "go.work": "go 1.25\nuse ./a\n",
      "a/go.mod": goMod("m/a"),
      "b/go.mod": goMod("m/b"),
      "a/vendor/modules.txt": "",
    });
    expect(await discoverProject(tree, "a")).toEqual({
      root: "/repo",
      directory: "a",
      modules: [{ dir: "a", path: "m/a", go: "1.22", toolchain: null, ignore: [], vendored: true }],
      uncheckedModules: ["b"],
      goWork: { path: "go.work", uses: ["a"], go: "1.25", toolchain: null },
      wantedGo: { version: "1.25", source: "go line of go.work" },
      files: ["go.work", "a/go.mod", "b/go.mod", "a/vendor/modules.txt"],
      git: true,
    });
  });

  it("knows that GOTOOLCHAIN=local has no use for toolchain lines", async () => {
    const tree = repository({ "go.mod": `${goMod("m")}toolchain go1.99.1\n` });
    const wanted = async (setting?: string) => (await discoverProject(tree, ".", setting)).wantedGo?.version;
    expect([await wanted(), await wanted("local"), await wanted("auto")]).toEqual(["1.99.1", "1.22", "1.99.1"]);
  });

  it("does not speak of modules that an ignore line names", async () => {
    const tree = repository({
      "m/go.mod": `${goMod("m")}ignore ./web\nignore node_modules\n`,
      "m/web/x/go.mod": goMod("x"),
      "m/a/node_modules/y/go.mod": goMod("y"),
      "m/a/go.mod": goMod("m/a"),
      "web/go.mod": goMod("web"),
    });
    expect((await discoverProject(tree, "m")).uncheckedModules).toEqual(["m/a", "web"]);
  });

  it("points to the module above a directory without go.mod", async () => {
    const tree = repository({ "go.mod": goMod("m"), "cmd/main.go": "" });
    await expect(discoverProject(tree, "cmd")).rejects.toThrow(
      "working-directory: no go.mod in cmd. It belongs to the module in the repository's root: set working-directory to that.",
    );
  });

  it("lists the modules below a root that has none itself", async () => {
    const tree = repository({ "go.work": "go 1.25\n", "b/go.mod": goMod("m/b"), "a/go.mod": goMod("m/a") });
    await expect(discoverProject(tree, ".")).rejects.toThrow(
      "working-directory: no go.mod in the repository's root. Set working-directory to one of its modules: a, b.",
    );
  });

  it("says how to begin in an empty repository", async () => {
    await expect(discoverProject(repository({}), ".")).rejects.toThrow("Run `go mod init <module path>` there");
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
    expect(moduleDirs(files)).toEqual([".", "a"]);
  });
});
