import { describe, expect, test } from "vitest";
import { parseOptions } from "../../../bench/options.ts";

const action = ["node", "dist/index.js"];

describe("parseOptions", () => {
  test("measures every case of the host five times unless told otherwise", () => {
    expect(parseOptions(["repo"], action)).toEqual({
      directory: "repo",
      engine: "host",
      cases: ["cold", "unchanged", "changed", "fresh", "fresh-changed", "fresh-data", "fresh-gomod", "fresh-merge"],
      rounds: 5,
      limit: true,
      parallel: true,
      modules: [],
      ours: ["node", "dist/index.js"],
      earlier: null,
      flags: [],
      beforeCold: null,
      edit: null,
      data: null,
      name: null,
      out: null,
    });
  });

  test("leaves out what an engine does not let the bench do", () => {
    const options = parseOptions(["repo", "--engine", "dagger", "--before-cold", "/bin/wipe"], action);
    expect(options.cases).toEqual(["cold", "unchanged", "changed"]);
    expect(options.limit).toBe(false);
    expect(options.beforeCold).toBe("/bin/wipe");
  });

  test("measures an earlier build beside this one where caches can be told apart", () => {
    const cases = ["--cases", "unchanged,changed"];
    expect(parseOptions(["repo", ...cases, "--earlier", "node old.js"], action).earlier).toEqual(["node", "old.js"]);
    expect(() => parseOptions(["repo", "--earlier", "node old.js"], action)).toThrow("--earlier goes without fresh");
    expect(() => parseOptions(["repo", ...cases, "--engine=dagger", "--earlier=x"], action)).toThrow("--engine host");
  });

  test("refuses cold runs on an engine that nothing empties", () => {
    expect(() => parseOptions(["repo", "--engine", "dagger", "--cases", "cold"], action)).toThrow(
      "--cases: cold with dagger needs --before-cold, a program that empties the engine's caches",
    );
    expect(parseOptions(["repo", "--engine", "dagger"], action).cases).toEqual(["unchanged", "changed"]);
  });

  test("puts cases into the order of the table and passes flags on", () => {
    const args = ["repo", "--cases", "changed, cold", "--rounds=3", "--ours", "node  old.js", "--", "--race", "--x=y"];
    const options = parseOptions(args, action);
    expect(options.cases).toEqual(["cold", "changed"]);
    expect(options.rounds).toBe(3);
    expect(options.ours).toEqual(["node", "old.js"]);
    expect(options.flags).toEqual(["--race", "--x=y"]);
  });

  test("passes modules on, and leaves out what nobody wants to wait for", () => {
    const options = parseOptions(["repo", "--modules", "a,tools/*", "--no-parallel", "--cases=fresh-kept"], action);
    expect(options.modules).toEqual(["a", "tools/*"]);
    expect(options.parallel).toBe(false);
    expect(options.cases).toEqual(["fresh-kept"]);
  });

  test.each([
    [[], "name one directory that holds a Go module"],
    [["a", "b"], "name one directory that holds a Go module"],
    [["a", "--engine", "docker"], "--engine: docker is none of host, dagger"],
    [
      ["a", "--cases", "warm"],
      "--cases: warm is none of cold, unchanged, changed, fresh, fresh-changed, fresh-data, fresh-gomod",
    ],
    [["a", "--engine=dagger", "--cases=fresh"], "--cases: fresh is none of cold, unchanged, changed"],
    [["a", "--rounds", "0"], "--rounds: 0 is not a number of rounds"],
    [["a", "--rounds", "1.5"], "--rounds: 1.5 is not a number of rounds"],
  ])("refuses %j", (args, message) => {
    expect(() => parseOptions(args, action)).toThrow(message);
  });
});
