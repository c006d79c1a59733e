import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { gates } from "../../../src/gates/index.ts";
import { inputs, isInputName } from "../../../src/inputs/spec.ts";

/** A test that holds a cell, by the file below test/process and its title; or why there is no such case. */
type Cell = readonly [file: string, title: string] | { readonly none: string };

const cells = ["green", "red", "broken", "killed", "missing", "oldGo", "modules"] as const;
type Row = Readonly<Record<(typeof cells)[number], Cell>>;

const noGo: Cell = ["../faults/toolchain.test.ts", "go-is-missing"];
const ofEveryGo: Cell = { none: "every Go that the action takes has it" };

const drift = (title: string): Cell => ["drift.test.ts", title];
const programs = (title: string): Cell => ["programs.test.ts", title];
const ofPrograms: Row = {
  green: programs("passes"),
  red: programs("fails with what it finds, where that is"),
  broken: programs("fails when its program ends with %i, whatever it printed"),
  killed: programs("fails when its program is killed, whatever it printed"),
  missing: programs("breaks without a program and without a proxy"),
  oldGo: programs("does not take a program of a Go that is older than the module's"),
  modules: programs("checks every module in its directory"),
};
const ofDrift: Row = {
  green: drift("passes when there is nothing to change, and leaves no patch"),
  red: drift("fails with a diff, and its patch makes it pass"),
  broken: drift("fails when its tool ends with an error that says nothing"),
  killed: drift("fails when its tool is killed, whatever it printed"),
  missing: noGo,
  oldGo: drift("is skipped with a Go that is too old for it"),
  modules: drift("checks every module"),
};

/** What becomes of each check that is off by default, with status and exit code. */
const rows: Readonly<Record<string, Row>> = {
  tidy: ofDrift,
  fix: ofDrift,
  generate: { ...ofDrift, missing: drift("breaks when a program is not on PATH, and says how it can be had") },
  sync: {
    green: drift("passes where the workspace is in step, and has no stage where there is none"),
    red: drift(
      "fails with what go work sync changes, go.sum whole; its patch makes it pass and each module build alone",
    ),
    broken: drift("fails when its tool is killed, and when it ends with an error that says nothing"),
    killed: drift("fails when its tool is killed, and when it ends with an error that says nothing"),
    missing: noGo,
    oldGo: ofEveryGo,
    modules: drift("waits for its modules to be tidy"),
  },
  lint: ofPrograms,
  vulncheck: ofPrograms,
  licenses: ofPrograms,
  fuzz: {
    green: ["fuzz.test.ts", "passes"],
    red: ["fuzz.test.ts", "fails with an input, which it keeps, and leaves the checkout alone"],
    broken: ["fuzz.test.ts", "fails when Go was %s"],
    killed: ["fuzz.test.ts", "fails when Go was %s"],
    missing: noGo,
    oldGo: ofEveryGo,
    modules: ["fuzz.test.ts", "checks every module in its directory"],
  },
  bench: {
    green: ["bench.test.ts", "are compared with those of the base, and what both printed is kept"],
    red: ["bench.test.ts", "fail beyond a limit, also from nothing to something, with what is worse"],
    broken: ["bench.test.ts", "that %s is no verdict"],
    killed: ["bench.test.ts", "that %s is no verdict"],
    missing: ["bench.test.ts", "that cannot be had breaks before anything is measured"],
    oldGo: ["bench.test.ts", "breaks before anything is measured where no Go is new enough for it"],
    modules: ["bench.test.ts", "are those of every module, one after the other"],
  },
  reproducible: {
    green: ["reproducible.test.ts", "programs of every module come out the same, at another path"],
    red: ["reproducible.test.ts", "one that comes out otherwise fails with both digests and what can be told of why"],
    broken: ["reproducible.test.ts", "fails when the second build was %s"],
    killed: ["reproducible.test.ts", "fails when the second build was %s"],
    missing: noGo,
    oldGo: ofEveryGo,
    modules: ["reproducible.test.ts", "programs of every module come out the same, at another path"],
  },
  stages: {
    green: ["own-stages.test.ts", "run on a copy, and keep regular files alone"],
    red: ["own-stages.test.ts", "fail like checks, and break where a program is not to be had"],
    broken: ["own-stages.test.ts", "fail for a program %s, whatever it printed"],
    killed: ["own-stages.test.ts", "fail for a program %s, whatever it printed"],
    missing: ["own-stages.test.ts", "fail like checks, and break where a program is not to be had"],
    oldGo: { none: "they are any program" },
    modules: ["own-stages.test.ts", "run in the directory of the module that they name, and need stages of it"],
  },
};

describe("what becomes of checks that are off by default", () => {
  it("has a row for each", () => {
    const isOff = ({ input }: (typeof gates)[number]): boolean =>
      isInputName(input) && inputs[input].default === "false";
    expect(Object.keys(rows).sort()).toEqual([...gates.filter(isOff).map(({ name }) => name), "stages"].sort());
  });

  it.each(Object.entries(rows).flatMap(([gate, row]) => cells.map((cell) => [gate, cell, row[cell]] as const)))(
    "%s, %s",
    (gate, _, cell) => {
      if ("none" in cell) return expect(cell.none).not.toBe("");
      const [file, title] = cell;
      const text = readFileSync(resolve(import.meta.dirname, "../../process", file), "utf8");
      expect(text).toContain(JSON.stringify(title));
      // Suites of several gates walk a list that has this one.
      if (["drift.test.ts", "programs.test.ts"].includes(file)) expect(text).toContain(gate);
    },
  );
});
