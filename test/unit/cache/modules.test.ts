import { expect, it } from "vitest";
import { downloadOf, isToolchainInUse, moduleVersions } from "../../../src/cache/modules.ts";
import { treeOf } from "../../../src/engine/cache-listing.ts";

it("go.sum names modules whose files are needed, and more whose go.mod is", () => {
  const sums = [
    "github.com/BurntSushi/toml v1.4.0 h1:kuoIxZ=\ngithub.com/BurntSushi/toml v1.4.0/go.mod h1:ukJf=\r\n",
    "golang.org/x/text v0.3.0/go.mod h1:NqM8=\n\nbroken line\n",
  ];
  expect(moduleVersions(sums)).toEqual({
    trees: new Set(["github.com/!burnt!sushi/toml@v1.4.0"]),
    mods: new Set(["github.com/!burnt!sushi/toml@v1.4.0", "golang.org/x/text@v0.3.0"]),
  });
});

it("files of the download cache belong to versions; archives and lists to none", () => {
  const download = (file: string) => downloadOf(`cache/download/github.com/!burnt!sushi/toml/@v/${file}`);
  for (const kind of ["info", "mod", "ziphash"]) {
    expect(download(`v1.4.0.${kind}`)).toBe("github.com/!burnt!sushi/toml@v1.4.0");
  }
  expect([
    download("v1.4.0.zip"),
    download("list"),
    download("v1.4.0.lock"),
    downloadOf("cache/download/sumdb/x"),
  ]).toEqual([...[null, null, null, null]]);
});

it("only the toolchain that ran is kept", () => {
  const name = "golang.org/toolchain@v0.0.1-go1.27.1.linux-amd64";
  expect([isToolchainInUse(name, "go1.27.1"), isToolchainInUse(name, "go1.27")]).toEqual([true, false]);
});

it.each([
  ["github.com/a/b@v1.0.0/c/d.go", "github.com/a/b@v1.0.0"],
  ["gopkg.in/yaml.v3@v3.0.1/a@b/c.go", "gopkg.in/yaml.v3@v3.0.1"],
  ["github.com/a/b@v1.0.0", null],
  ["github.com/@a/b", null],
  ["cache/download/sumdb/sum.golang.org/lookup/a@v1/x", null],
])("%s belongs to the module %s", (path, tree) => {
  expect(treeOf(`mod/${path}`)).toBe(tree === null ? null : `mod/${tree}`);
  expect(treeOf(`build/${path}`)).toBeNull();
});
