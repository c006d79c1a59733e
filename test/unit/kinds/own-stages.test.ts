import { describe, expect, it } from "vitest";
import { type OwnStage, ownStages } from "../../../src/kinds/own-stages.ts";

/** The stages of entries as the config file hands them over, or what is wrong with them. */
function read(...entries: readonly object[]): readonly OwnStage[] | readonly string[] {
  const values = entries.map((entry) => JSON.stringify(entry));
  const result = ownStages.parse({ source: "config", label: "stages", values, entries: true });
  return result.ok ? result.value : result.problems;
}

const plain: OwnStage = {
  name: "docs",
  run: ["make", "docs"],
  needs: null,
  module: null,
  env: [],
  outputs: [],
  image: null,
  always: false,
  timeoutMs: null,
};

describe("stages of one's own", () => {
  it("need a name and a program", () => {
    expect(read({ name: "docs", run: ["make", "docs"] })).toEqual([plain]);
    expect(read({ run: ["make"] })).toEqual(["a stage has no name"]);
    expect(read({ name: "docs" })).toEqual(["docs: run names no program"]);
    expect(read({ name: "docs", run: [] })).toEqual(["docs: run names no program"]);
    expect(read({ name: "docs", run: [" "] })).toEqual(["docs: run names no program"]);
    expect(read({ name: "docs", run: ["a\nb"] })).toEqual(["docs: run names no program"]);
  });

  it("take all that they can say", () => {
    const said = {
      ...{
        name: "e2e",
        run: ["go", "run", "./e2e", ""],
        needs: ["build", "docs"],
        module: "./tools/",
        image: "alpine:3",
      },
      ...{ env: { A: "1", B: "" }, outputs: ["./dist/", "log.txt"], when: "always", timeout: "90s" },
    };
    expect(read({ name: "docs", run: ["make", "docs"] }, said)).toEqual([
      plain,
      {
        name: "e2e",
        run: ["go", "run", "./e2e", ""],
        needs: ["build", "docs"],
        module: "tools",
        env: [
          ["A", "1"],
          ["B", ""],
        ],
        outputs: ["dist", "log.txt"],
        image: "alpine:3",
        always: true,
        timeoutMs: 90_000,
      },
    ]);
  });

  it("take one word where a list may stand, and nothing for what was left empty", () => {
    const said = {
      ...{ name: "docs", run: ["make", "docs"], needs: "vet", outputs: "out" },
      module: "",
      env: "",
      when: "",
    };
    expect(read(said)).toEqual([{ ...plain, needs: ["vet"], outputs: ["out"] }]);
    expect(read({ name: "docs", run: ["make", "docs"], needs: [] })).toEqual([{ ...plain, needs: [] }]);
  });

  it.each(["Docs", "1st", "a_b", "a/b", "a:b", "ü", `a${"b".repeat(40)}`, "../x", "a b", "-a"])(
    "are not called %s",
    (name) => {
      expect(read({ name, run: ["x"] })).toEqual([expect.stringContaining("is not a name for a stage")]);
    },
  );

  it("are no text for a shell", () => {
    expect(read({ name: "docs", run: "make docs" })).toEqual([
      "docs: run has to be a list of words, such as [go, run, ./tools/check]; no shell reads it",
    ]);
    expect(read({ name: "docs", run: ["CGO_ENABLED=0", "go"] })).toEqual([
      'docs: run begins with "CGO_ENABLED=0", which is no program; variables belong into env',
    ]);
    expect(read({ name: "docs", run: ["-x"] })).toEqual([expect.stringContaining("which is no program")]);
    expect(read({ name: "docs", run: ["a", "b\0"] })).toEqual(["docs: run contains a NUL character"]);
    expect(read({ name: "docs", run: ["a", "b".repeat(30_000)] })).toEqual([
      "docs: run and env are longer than 30000 characters together",
    ]);
  });

  it.each(["..", "../x", "/etc", "~/x", "a/../../b", "C:\\x", "a\\b", "a\nb", " "])(
    "keep nothing outside: %j",
    (path) => {
      expect(read({ name: "docs", run: ["x"], outputs: [path] })).toEqual([
        expect.stringContaining("leaves the module; write it relative to the module, without .."),
      ]);
      expect(read({ name: "docs", run: ["x"], module: path.trim() === "" ? "/" : path })).toEqual([
        expect.stringContaining("is no directory below the working directory"),
      ]);
    },
  );

  it("do not keep the repository itself, nor one thing twice", () => {
    for (const path of [".", "./", "a/..", ".git", "sub/.GIT/config"]) {
      expect(read({ name: "docs", run: ["x"], outputs: [path] })).toEqual([
        expect.stringContaining("is not for keeping"),
      ]);
    }
    expect(read({ name: "docs", run: ["x"], outputs: ["a", "./a/"] })).toEqual(['docs: outputs: "a" is there twice']);
  });

  it("say all that is wrong, and never a value of a variable", () => {
    const said = {
      ...{ name: "docs", run: ["x"], neds: "vet", when: "failed", timeout: "5", image: "A B" },
      env: { "a-b": "hidden", C: "hidden\0" },
    };
    const problems = read(said);
    expect(problems).toEqual([
      'docs: "neds" is no part of a stage; did you mean "needs"?',
      expect.stringContaining('docs: env: "a-b" is not a name'),
      'docs: env: the value of "C" contains a NUL character',
      expect.stringContaining("docs: image "),
      expect.stringContaining('docs: timeout "5" has no unit'),
      'docs: when is "failed"; only "always" is allowed',
    ]);
    expect(JSON.stringify(problems)).not.toContain("hidden");
  });

  it("have fields of the right form", () => {
    const wrong = { ...{ name: "docs", run: [["x"]], needs: { a: "b" } }, env: ["A=1"], module: ["a"] };
    expect(read(wrong)).toEqual([
      "docs: run has to be a list of values",
      "docs: run names no program",
      "docs: needs has to be a list of values",
      "docs: module has to be one value",
      "docs: env has to be a map of names to values",
    ]);
  });

  it("are there once, and never wait for themselves", () => {
    const stage = (name: string, ...needs: readonly string[]) => ({ name, run: ["x"], needs });
    expect(read(stage("a"), stage("a"))).toEqual(["a is there twice"]);
    expect(read(stage("a", "a"))).toEqual(["a: needs itself"]);
    expect(read(stage("a", "b"), stage("b", "c"), stage("c", "vet", "a"))).toEqual([
      "stages wait for one another: a -> b -> c -> a",
    ]);
    expect(read(stage("a", "b", "c"), stage("b", "c"), stage("c"))).toHaveLength(3);
  });

  it("hold names that JavaScript has ideas about", () => {
    const json = '{"name":"docs","run":["x"],"env":{"__proto__":"1","constructor":"2"}}';
    const result = ownStages.parse({ source: "config", label: "stages", values: [json], entries: true });
    expect(result.ok && result.value[0]?.env).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});
