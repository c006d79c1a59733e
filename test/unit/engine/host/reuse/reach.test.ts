import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { reachOf } from "../../../../../src/engine/host/reuse/reach.ts";
import { readTree } from "../../../../../src/engine/host/reuse/sources.ts";
import { repository } from "../../../../support/repository.ts";

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly files: Files;
  readonly module: string;
  readonly modules: readonly string[];
  readonly goWork?: string;
  readonly link?: readonly [target: string, path: string];
}

/** The files that can decide a stage of the module, without the module files themselves. */
async function reached({ files, module, modules, goWork = "", link }: Case): Promise<readonly string[]> {
  const root = repository(files);
  if (link !== undefined) symlinkSync(link[0], join(root, link[1]));
  const tree = await readTree({ root, without: [] });
  const reach = reachOf(tree.files, { module, modules, goWork: goWork === "" ? null : goWork });
  return tree.files.map(({ path }) => path).filter((path) => reach(path) && !/go\.(mod|work)$/.test(path));
}

/** A module at the root, two beside each other, and one that no run checks. */
const files: Files = {
  "go.mod": "module x\n",
  "x.go": "",
  "a/go.mod": "module x/a\n",
  "a/a.go": "",
  "a/deep/d.go": "",
  "b/go.mod": "module x/b\n",
  "b/b.go": "",
  "_e/go.mod": "module x/e\n",
  "_e/e.go": "",
};
const modules = [".", "a", "b"];

it("a module reads its own files, and those of modules inside that the run does not check", async () => {
  expect(await reached({ files, module: "a", modules })).toEqual(["a/a.go", "a/deep/d.go"]);
  expect(await reached({ files, module: ".", modules })).toEqual(["_e/e.go", "x.go"]);
});

it("a module reads what its go.mod names, from module to module", async () => {
  const chain = {
    ...files,
    "a/go.mod": "module x/a\n\nreplace x/b => ../b\n",
    "b/go.mod": "module x/b\n\nreplace x => ../\n",
  };
  expect(await reached({ files: chain, module: "a", modules })).toEqual([
    ...["_e/e.go", "a/a.go", "a/deep/d.go", "b/b.go", "x.go"],
  ]);
  expect(await reached({ files: chain, module: "b", modules })).toEqual(["_e/e.go", "b/b.go", "x.go"]);
  expect(await reached({ files: chain, module: ".", modules })).toEqual(["_e/e.go", "x.go"]);
});

it("a module reads all of its workspace", async () => {
  const workspace = {
    ...files,
    "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
    "go.work.sum": "",
    "vendor/v/v.go": "",
    "c/go.mod": "module x/c\n",
    "c/c.go": "",
  };
  const all = [...modules, "c"];
  const ofWorkspace = ["a/a.go", "a/deep/d.go", "b/b.go", "go.work.sum", "vendor/v/v.go"];
  expect(await reached({ files: workspace, module: "a", modules: all, goWork: "go.work" })).toEqual(ofWorkspace);
  expect(await reached({ files: workspace, module: "c", modules: all })).toEqual(["c/c.go"]);
});

it("what is vendored belongs to the module around it", async () => {
  const vendored = { ...files, "a/vendor/b.example/go.mod": "module b.example\n", "a/vendor/b.example/v.go": "" };
  expect(await reached({ files: vendored, module: "a", modules: [...modules, "a/vendor/b.example"] })).toEqual([
    ...["a/a.go", "a/deep/d.go", "a/vendor/b.example/v.go"],
  ]);
});

it.each<[string, Partial<Case>]>([
  ["behind a link to a directory", { link: ["../b", "a/linked"] }],
  ["where a line names what is no module of the run", { files: { ...files, "a/go.mod": "replace e => ../_e\n" } }],
  ["where go.work cannot be read", { goWork: "go.work" }],
])("a module may read everything %s", async (_, unsure) => {
  const found = await reached({ files, module: "a", modules, ...unsure });
  expect(found.filter((path) => path !== "a/linked")).toEqual([
    ...["_e/e.go", "a/a.go", "a/deep/d.go", "b/b.go", "x.go"],
  ]);
});

it("a link to a file leads to no other module", async () => {
  const found = await reached({ files, module: "a", modules, link: ["../b/b.go", "a/linked.go"] });
  expect(found).toEqual(["a/a.go", "a/deep/d.go", "a/linked.go"]);
});
