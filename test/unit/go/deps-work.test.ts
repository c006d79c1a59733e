import { describe, expect, it } from "vitest";
import { type DepsResult, parseDeps } from "../../../src/go/deps.ts";
import { captured } from "./fixture.ts";

/** A module in a directory of the repository, with or without a go.work above it. */
function read(name: string, version: string, dir = "a", goWork: string | null = "go.work"): DepsResult {
  const modules = [{ dir, path: `example.com/${dir}` }];
  return parseDeps(captured(`deps/${name}/${version}.deps`), { root: "/src", modules, cwd: dir, goWork });
}

const places = ({ findings }: DepsResult) => findings.map(({ path, line, title }) => [path, line, title]);

describe.each(["go1.26.8", "go1.27.4"])("a workspace with %s", (version) => {
  it("that does not list the module is at fault, in Go's words, with the command that mends it", () => {
    const outside = "directory prefix . does not contain modules listed in go.work or their selected dependencies";
    const result = read("work-root", version, "c");
    expect(places(result)).toEqual([["go.work", null, `go.work does not list the module in c: ${outside}`]]);
    expect(result.failedBecause).toBe(`go.work does not list the module in c: ${outside}`);
    expect(result.findings[0]?.message).toMatch(/run `go work use \.` in the module's directory and commit go\.work$/);
    expect(result.environment).toBe(false);
    const one = read("work-dot", version, "c");
    expect(one.failedBecause).toMatch(
      /^go\.work does not list the module in c: current directory is contained in a module/,
    );
    expect(places(one)[0]?.[0]).toBe("go.work");
    expect(read("work-root", version, "c", null).findings[0]?.path).toBeNull();
  });

  it.each([
    ["work-low", "go.work lists go 1.24"],
    ["work-without-go", "go.work implicitly requires go 1.18"],
  ])("that is older than its module is at fault, and the command stands in the title: %s", (name, lists) => {
    const advice = version === "go1.26.8" ? "to update it" : "to download and use go 1.25";
    const title = `module . listed in go.work file requires go >= 1.25, but ${lists}; ${advice}: go work use`;
    const result = read(name, version);
    expect(places(result)).toEqual([["go.work", null, title]]);
    expect(result.failedBecause).toBe(title);
    expect(result.findings[0]?.message).toBe(`go: ${title}
run it in the directory of go.work, and commit go.work`);
  });

  it("that cannot be loaded is at fault, at the line where Go names one", () => {
    expect(places(read("work-twice", version))).toEqual([
      ["go.work", 5, "path /src/a appears multiple times in workspace"],
    ]);
    expect(places(read("work-broken", version))).toEqual([["go.work", 3, "go.work cannot be read"]]);
    const absent =
      "cannot load module ../absent listed in go.work file: open ../absent/go.mod: no such file or directory";
    expect(places(read("work-absent", version))).toEqual([["go.work", null, absent]]);
    const twice = "module example.com/a appears multiple times in workspace";
    expect(places(read("work-same-path", version))).toEqual([["go.work", null, twice]]);
  });
});

describe.each(["go1.26.8", "go1.27.4"])("modules of one repository with %s", (version) => {
  const modules = [
    { dir: "a", path: "example.com/a" },
    { dir: "b", path: "example.com/b" },
  ];
  const of = (name: string, goWork: string | null = null): DepsResult =>
    parseDeps(captured(`deps/${name}/${version}.deps`), { root: "/src", modules, cwd: "a", goWork });
  const remedies = ({ findings }: DepsResult) => findings.map(({ message }) => message.split("\n").at(-1));

  it("need to be published or replaced, the others are fetched", () => {
    expect(remedies(of("sibling"))).toEqual([
      "example.com/b is the module in b: publish it and require that version, or add `replace example.com/b => ../b` to go.mod",
      "run `go mod tidy` and commit go.mod and go.sum",
    ]);
    expect(remedies(of("sibling", "go.work"))[0]).toBe("add the package to the module in b, or correct its path");
  });

  it("are looked for where a `replace` says", () => {
    expect(remedies(of("sibling-replaced"))).toEqual(["correct the `replace` in go.mod, or commit the directory"]);
  });

  it("are vendored together", () => {
    const result = of("work-vendor", "go.work");
    expect(places(result)).toEqual([["go.work", null, "vendor does not fit go.work"]]);
    expect(remedies(result)).toEqual(["run `go work vendor` and commit the result"]);
  });

  it("are named by go.work where they are", () => {
    expect(remedies(of("work-absent", "go.work"))).toEqual([
      "commit the directory with its go.mod, or take it out of go.work with `go work edit -dropuse=<directory>`",
    ]);
  });
});

describe("a GODEBUG that Go has removed", () => {
  it("is the fault of the file that sets it", () => {
    const said = (name: string, value: string) =>
      `removed GODEBUG "${name}" set to old value "${value}" (https://go.dev/doc/godebug#go-127)`;
    expect(places(read("godebug", "go1.27.4", "."))).toEqual([["go.mod", 7, said("asynctimerchan", "1")]]);
    expect(places(read("godebug-work", "go1.27.4"))).toEqual([["go.work", 3, said("tls10server", "1")]]);
    expect(read("godebug", "go1.27.4", ".").environment).toBe(false);
  });
});
