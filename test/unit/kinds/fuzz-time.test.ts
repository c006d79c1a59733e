import { describe, expect, it } from "vitest";
import { fuzzTime } from "../../../src/kinds/fuzz-time.ts";
import { read } from "./read.ts";

describe("fuzz-time", () => {
  it.each([
    ["10s", "10s"],
    ["1h30m", "1h30m0s"],
    ["500ms", "500ms"],
    ["1000x", "1000x"],
    [" 1x\n", "1x"],
  ])("takes %j", (text, value) => {
    expect(read(fuzzTime, text)).toBe(value);
  });

  it.each([
    ["10", ['"10" has no unit; write it with a unit, such as 90s, 10m or 1h30m']],
    ["0x", ['"0x" is not a duration; write it with a unit, such as 90s, 10m or 1h30m']],
    ["-5s", ['"-5s" is not a duration; write it with a unit, such as 90s, 10m or 1h30m']],
    ["0s", ['"0s" is too short; at least 1ms']],
    ["200h", ['"200h" is too long; at most 168h']],
  ])("refuses %j", (text, problems) => {
    expect(read(fuzzTime, text)).toEqual(problems);
  });
});
