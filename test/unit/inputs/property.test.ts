import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { inputNames, inputs } from "../../../src/inputs/spec.ts";
import { duration } from "../../../src/kinds/duration.ts";
import { goDuration } from "../../../src/text/go-duration.ts";
import { runs } from "../../support/runs.ts";
import { read } from "../kinds/read.ts";
import { parse } from "./support.ts";

const name = fc.constantFrom(...inputNames);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "true",
    "push",
    "linux/amd64",
    "v1",
    "1h",
    "../x",
    "A=1",
    "./...",
    "https://a:b@c",
    "-extld=x",
    "{os}",
  ),
);

describe("whatever is given", () => {
  it("parsing answers config or problems, never throws", () => {
    const argument = fc.oneof(
      text,
      fc.tuple(name, text).map(([flag, value]) => `--${flag}=${value}`),
    );
    const request = fc.record({ argv: fc.array(argument, { maxLength: 8 }), with: fc.dictionary(name, text) });
    fc.assert(
      fc.property(request, (given) => {
        const result = parse(given);
        expect(result.ok || result.problems.length > 0).toBe(true);
        if (!result.ok) expect(result.problems.every((problem) => !problem.includes("\n"))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it("the config file is read or refused, never throws", () => {
    const line = fc.tuple(name, text).map(([key, value]) => `${key}: ${value}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(line, text), { maxLength: 6 }), (lines) => {
        const configFile = parseConfigFile(".dagger-go.yml", lines.join("\n"));
        const result = parse({ configFile });
        if (configFile.problems.length > 0) expect(result.ok).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  it("no secret is in a problem", () => {
    const canary = "c4n4ry";
    const secret = fc.constantFrom(...inputNames.filter((input) => inputs[input].secret));
    const around = fc.string({ unit: "binary", maxLength: 12 });
    const value = fc
      .tuple(around, fc.constantFrom("", "https://u:", "id=", "https://h/"), around)
      .map(([before, form, after]) => `${before}${form}${canary}${after}`);
    fc.assert(
      fc.property(secret, value, fc.boolean(), (input, given, asFlag) => {
        const result = parse(asFlag ? { argv: [`--${input}`, given] } : { with: { [input]: given } });
        if (!result.ok) expect(result.problems.join("\n")).not.toContain(canary);
      }),
      { numRuns: runs(500) },
    );
  });

  it("a duration that is written is read as the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 604_800_000 }), (ms) => {
        expect(read(duration, goDuration(ms))).toBe(ms);
      }),
    );
  });
});
