import { describe, expect, it } from "vitest";
import { type DepsOutput, parseDeps, parseModVerify } from "../../../src/go/deps.ts";
import { source } from "./fixture.ts";

const options = { ...source, cwd: "." };
const read = (over: Partial<DepsOutput>) => parseDeps({ stdout: "", stderr: "", exitCode: 0, ...over }, options);
const titles = (over: Partial<DepsOutput>) => read(over).findings.map(({ title }) => title);

/** A line as the template of `go list` prints it. */
const listed = (...fields: readonly string[]): string => fields.map((field) => JSON.stringify(field)).join(" ");

describe("a line of go list", () => {
  it("has place, error and, where the place is not in the repository, who imports it", () => {
    const stdout = [
      listed("x.org/a", "a.go:123:45", "not found", "example.com/m"),
      listed("x.org/b", "b.go:7", "not found", ""),
      listed("x.org/c", "", "not found", "x.org/dep"),
      listed("x.org/d", "", "not found", ""),
    ].join("\n");
    expect(read({ stdout }).findings.map(({ path, line, column, message }) => [path, line, column, message])).toEqual([
      ["a.go", 123, 45, "not found"],
      ["b.go", 7, null, "not found"],
      [null, null, null, "not found\nimported by x.org/dep"],
      [null, null, null, "not found"],
    ]);
  });

  it("is passed over when it is incomplete", () => {
    expect(titles({ stdout: `${listed("x.org/a", "a.go:1:1")}\n${listed("x.org/a")}\nx\n` })).toEqual([]);
  });

  it("is told in a few words: three titles and a number", () => {
    const lines = ["a", "b", "c", "d"].map((name) => listed(`x.org/${name}`, "", "e", ""));
    expect(read({ stdout: lines.slice(0, 3).join("\n") }).failedBecause).toBe(
      "cannot find x.org/a, cannot find x.org/b, cannot find x.org/c",
    );
    expect(read({ stdout: lines.join("\n") }).failedBecause).toBe(
      "cannot find x.org/a, cannot find x.org/b, cannot find x.org/c, and 1 more",
    );
  });
});

describe("what go says before it gives up", () => {
  it("is told even where it says nothing", () => {
    const silent = { stderr: "go: downloading x v1\n  \n" };
    expect(read({ ...silent, exitCode: 2 }).findings[0]).toMatchObject({
      title: "go has ended with exit code 2",
      message: "without a message",
      path: null,
    });
    expect(titles({ ...silent, exitCode: null })).toEqual(["go has ended with a signal"]);
  });

  it("has its first sentence as its title, without go's name, 200 characters of it; never cut is what it advises", () => {
    expect(titles({ stderr: "go: a go: b: c:\nmore\nand more", exitCode: 1 })).toEqual(["a go: b: c: more"]);
    expect(titles({ stderr: "go: a; to update it:\n\tgo x\nmore", exitCode: 1 })).toEqual(["a; to update it: go x"]);
    const long = titles({ stderr: `go: ${"x".repeat(300)}:\n\tgo work use\n`, exitCode: 1 });
    expect(long).toEqual([`${"x".repeat(187)}: go work use`]);
    expect(titles({ stderr: `go: ${"x".repeat(300)}`, exitCode: 1 })).toEqual(["x".repeat(200)]);
    expect(titles({ stderr: "hint\ngo: downloading x v1 failed", exitCode: 1 })).toEqual(["hint"]);
  });

  it("has the places it names in go.mod, go.sum and go.work, also on Windows", () => {
    const stderr =
      "go: errors parsing go.mod:\ngo.mod:12:34: unknown directive\n/src/tools/go.work:5: bad\nC:\\x\\go.sum:1: worse\n";
    const { findings } = read({ stderr, exitCode: 1 });
    expect(findings.map(({ path, line, column, message }) => [path, line, column, message])).toEqual([
      ["go.mod", 12, 34, "unknown directive"],
      ["tools/go.work", 5, null, "bad"],
      [null, null, null, "worse"],
    ]);
    expect(read({ stderr: "go: go.mod:0: x", exitCode: 1 }).findings[0]?.line).toBeNull();
    expect(read({ stderr: "go: go.mod:1: x", exitCode: 1 }).findings[0]?.line).toBe(1);
  });

  it("is no fault of the repository only when all of it is the network's", () => {
    const timeout = listed("x.org/a", "", "dial tcp 1.2.3.4:443: i/o timeout", "");
    const absent = listed("x.org/b", "", "no required module provides package", "");
    expect(read({ stdout: timeout }).environment).toBe(true);
    expect(read({ stdout: `${timeout}\n${absent}` }).environment).toBe(false);
  });
});

describe("go mod verify", () => {
  const verify = (over: Partial<DepsOutput>) =>
    parseModVerify({ stdout: "", stderr: "", exitCode: 1, ...over }, options).findings.map(({ title }) => title);

  it("names modified modules, and else what go says", () => {
    const modified = "x.org/a v1.0.0: dir has been modified (/go/pkg/mod/x.org/a)";
    expect(verify({ stdout: modified, stderr: "go: other" })).toEqual(["a downloaded module has been modified"]);
    expect(verify({ stderr: "go: other" })).toEqual(["other"]);
    expect(verify({ stdout: modified, exitCode: 0 })).toEqual([]);
  });
});
