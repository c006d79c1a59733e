import { describe, expect, it } from "vitest";
import { parseFlags } from "../../../src/inputs/flags.ts";
import type { InputName } from "../../../src/inputs/spec.ts";

function values(...argv: readonly string[]): Partial<Record<InputName, readonly string[]>> {
  const { values: found, problems } = parseFlags(argv);
  expect(problems).toEqual([]);
  return Object.fromEntries([...found].map(([name, raw]) => [name, raw.values]));
}

describe("flags", () => {
  it("are --x v and --x=v", () => {
    expect(values("--engine", "host", "--ldflags=-X main.v=1", "--config=")).toEqual({
      engine: ["host"],
      ldflags: ["-X main.v=1"],
      config: [""],
    });
  });

  it("are true without a value and false with --no-, for switches", () => {
    expect(values("--race", "--no-vet", "--docker", "--no-cache", "--format", "warn", "--cgo")).toEqual({
      race: ["true"],
      vet: ["false"],
      docker: ["true"],
      cache: ["false"],
      format: ["warn"],
      cgo: ["true"],
    });
  });

  it("add up when they are repeated", () => {
    expect(values("--platforms", "linux/amd64", "--platforms=linux/arm64,linux/arm")).toEqual({
      platforms: ["linux/amd64", "linux/arm64,linux/arm"],
    });
  });

  it("take values that start with a dash, unless they are flags of ours", () => {
    expect(values("--ldflags", "-s -w", "--test-flags", "-short", "--smoke-command", "--version")).toEqual({
      ldflags: ["-s -w"],
      "test-flags": ["-short"],
      "smoke-command": ["--version"],
    });
    expect(values("--smoke-command=--race")).toEqual({ "smoke-command": ["--race"] });
  });

  it("carry the name they were given by", () => {
    expect(parseFlags(["--no-vet"]).values.get("vet")).toEqual({
      source: "flag",
      label: "--vet",
      values: ["false"],
      entries: false,
    });
  });

  it("may follow a word, which comes first", () => {
    expect(parseFlags(["fix", "--generate"])).toMatchObject({ word: "fix", problems: [] });
    expect([...parseFlags(["fix", "--generate"]).values.keys()]).toEqual(["generate"]);
    expect(parseFlags(["--fix"])).toMatchObject({ word: null, problems: [] });
    expect(parseFlags([]).word).toBeNull();
    expect(parseFlags(["--engine=host", "fix"])).toMatchObject({
      word: null,
      problems: ['unexpected argument "fix": it has to be the first one, before all flags'],
    });
    expect(parseFlags(["fixx"]).problems).toEqual([
      'unexpected argument "fixx": every value belongs to a flag, --name value or --name=value; did you mean "fix"?',
    ]);
    expect(parseFlags(["fix", "raec"]).problems).toEqual([
      'unexpected argument "raec": every value belongs to a flag, --name value or --name=value; did you mean "--race"?',
    ]);
  });

  it("ask for help and version", () => {
    expect(parseFlags(["--race", "--help", "--bogus"]).show).toBe("help");
    expect(parseFlags(["-h"]).show).toBe("help");
    expect(parseFlags(["--version"]).show).toBe("version");
    expect(parseFlags(["--smoke-command", "--help"]).show).toBeNull();
  });

  it.each([
    [["--platfroms=x"], '--platfroms: there is no such flag; did you mean "--platforms"?'],
    [["--no-rase"], '--no-rase: there is no such flag; did you mean "--no-race"?'],
    [["--frobnicate"], "--frobnicate: there is no such flag; --help lists them"],
    [["--no-ldflags"], "--no-ldflags: only switches have a --no- form; leave --ldflags out"],
    [["--no-race=true"], "--no-race: takes no value"],
    [["--ldflags"], "--ldflags: needs a value: flags of `go tool link`, one string"],
    [
      ["--ldflags", "--race"],
      "--ldflags: needs a value: flags of `go tool link`, one string; if --race is the value, write --ldflags=--race",
    ],
    [["./cmd"], 'unexpected argument "./cmd": every value belongs to a flag, --name value or --name=value'],
    [
      ["race"],
      'unexpected argument "race": every value belongs to a flag, --name value or --name=value; did you mean "--race"?',
    ],
    [
      ["-race"],
      'unexpected argument "-race": every value belongs to a flag, --name value or --name=value; did you mean "--race"?',
    ],
    [["--"], 'unexpected argument "--": every value belongs to a flag, --name value or --name=value'],
    [[""], 'unexpected argument "": every value belongs to a flag, --name value or --name=value'],
  ])("%j is a problem", (argv, problem) => {
    expect(parseFlags(argv).problems[0]).toBe(problem);
  });

  it("do not show what follows a misspelt name", () => {
    const { problems } = parseFlags(["--registry-pasword", "hunter2", "--cloud-tokn=hunter2"]);
    expect(problems).toEqual([
      '--registry-pasword: there is no such flag; did you mean "--registry-password"?',
      '--cloud-tokn: there is no such flag; did you mean "--cloud-token"?',
    ]);
  });
});
