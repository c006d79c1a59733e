import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { wantsReport } from "../../../src/inputs/flags.ts";
import { helpText } from "../../../src/inputs/help.ts";
import { inputNames, inputs } from "../../../src/inputs/spec.ts";
import { parsed, problems } from "./support.ts";

const flags = inputNames.filter((name) => inputs[name].onlyFlag);

it("there are these", () => expect(flags).toEqual(["open", "json"]));

describe.each(flags)("--%s", (name) => {
  const missing = (what: string): string => `--${name}: needs the report of a run, which ${what} has none of`;

  it("is a switch that is off", () => {
    expect(parsed({}).config).toMatchObject({ [name]: false });
    expect(parsed({ argv: [`--${name}`] }).config).toMatchObject({ [name]: true });
    expect(parsed({ argv: [`--no-${name}`] }).config).toMatchObject({ [name]: false });
  });

  it("is neither for `with:` nor for the config file", () => {
    expect(problems({ with: { [name]: "true" } })).toEqual([`with: ${name}: is a flag only`]);
    expect(problems({ with: { [name]: "" } })).toEqual([]);
    const configFile = parseConfigFile(".dagger-go.yml", `${name}: true`);
    expect(problems({ configFile })).toEqual([`.dagger-go.yml: ${name}: is a flag only`]);
  });

  it("needs a report", () => {
    const from = ["--comment-from=out", "--github-token=x"];
    expect(problems({ argv: [`--${name}`, "--dry-run"] })).toEqual([missing("dry-run")]);
    expect(problems({ argv: [`--${name}`, ...from] })).toEqual([missing("comment-from")]);
    expect(problems({ argv: ["fix", `--${name}`] })).toEqual([missing("fix")]);
    expect(problems({ argv: ["doctor", `--${name}`] })).toEqual([missing("doctor")]);
    expect(problems({ argv: [`--no-${name}`, "--dry-run"] })).toEqual([]);
  });

  it("is in --help, as what it is", () => {
    const [, entry = ""] = helpText().split(`\n  --${name} true|false\n`);
    expect(entry.split("\n  --")[0]?.replace(/\s+/g, " ")).toContain("[default: false] [flag only]");
  });
});

it("no key of the config file is taken for a misspelt flag", () => {
  expect(parseConfigFile(".dagger-go.yml", "opn: true").problems.join()).not.toContain('"open"');
});

it.each<[readonly string[], boolean]>([
  [[], false],
  [["--json"], true],
  [["--race", "--json=true"], true],
  [["--no-json"], false],
  [["--json=false"], false],
  // Whoever writes so reads standard output.
  [["--json=yes please"], true],
  [["--json", "--nonsense"], true],
  [["doctor", "--json"], true],
  [["--smoke-command", "--no-json"], false],
])("%j: standard output is for the report alone: %s", (argv, wanted) => {
  expect(wantsReport(argv)).toBe(wanted);
});
