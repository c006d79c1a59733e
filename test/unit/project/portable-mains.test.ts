import { describe, expect, it } from "vitest";
import { portableFacts, portableMains } from "../../../src/project/portable-mains.ts";

const main = "package main\n";

/** `files`: texts by path. */
function mainsOf(files: Readonly<Record<string, string>>): readonly string[] | null {
  const facts = Object.entries(files).map(([path, text]) => ({
    path,
    ...portableFacts(path, text),
    neverBuilt: text.startsWith("//go:build ignore\n"),
    mentionsMain: text.includes("package main"),
  }));
  return portableMains(facts);
}

describe("portableMains", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["a library", { "a.go": "package a\n", "a_windows.go": "package a\n" }, []],
    ["programs", { "main.go": main, "cmd/x/x.go": main, "lib/lib.go": "package lib\n" }, [".", "cmd/x"]],
    ["more of it on some platforms", { "main.go": main, "console_windows.go": main }, ["."]],
    ["a test of a program", { "main.go": main, "x_test.go": main, "y_test.go": "package main_test\n" }, ["."]],
    ["tests alone", { "lib.go": "package lib\n", "cmd/main_test.go": main }, []],
    ["a generator beside a library", { "lib.go": "package lib\n", "gen_all.go": `//go:build ignore\n\n${main}` }, []],
    ["what is embedded everywhere", { "main.go": `${main}//go:embed x\nvar x string\n` }, ["."]],
    ["a name that is no constraint", { "windows.go": main }, ["."]],
  ])("knows them: %s", (_, files, expected) => {
    expect(mainsOf(files)).toEqual(expected);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["by name alone", { "main_windows.go": main }],
    ["by a name that may be a platform's one day", { "my_tool.go": main }],
    ["by a constraint", { "main.go": `//go:build !windows\n\n${main}` }],
    ["by an old constraint", { "main.go": `//  +build !windows\n\n${main}` }],
    ["by cgo", { "main.go": `${main}\nimport "C"\n` }],
    ["in one of two directories", { "main.go": main, "cmd/main_linux.go": main }],
    ["with another package beside it", { "main.go": main, "x_windows.go": "package x\n" }],
    ["with files that one platform embeds", { "main.go": main, "lib/x_windows.go": "package lib\n//go:embed x\n" }],
  ])("leaves it to Go: %s", (_, files) => {
    expect(mainsOf(files)).toBeNull();
  });
});
