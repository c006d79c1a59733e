import { describe, expect, it } from "vitest";
import { boolean, choice, toggle } from "../../../src/kinds/choice.ts";
import { age, duration } from "../../../src/kinds/duration.ts";
import { integer, percent } from "../../../src/kinds/number.ts";
import { fileName, path } from "../../../src/kinds/path.ts";
import { runnerHost } from "../../../src/kinds/runner-host.ts";
import { shuffle } from "../../../src/kinds/shuffle.ts";
import { line, secret, textOrPattern } from "../../../src/kinds/text.ts";
import { goDuration } from "../../../src/text/go-duration.ts";
import { raw, read } from "./read.ts";

describe("a scalar", () => {
  it("is given once", () => {
    expect(toggle.parse(raw("true", "false"))).toEqual({ ok: false, problems: ["is given 2 times; give it once"] });
  });

  it("holds no NUL", () => {
    expect(read(path, "a\0b")).toEqual(["contains a NUL character"]);
  });
});

describe("choices", () => {
  it.each([
    ["true", "true"],
    ["True", "true"],
    ["FALSE", "false"],
    [" warn\n", "warn"],
  ])("take %j", (text, value) => {
    expect(read(toggle, text)).toBe(value);
  });

  it.each([
    ["yes", ['"yes" is not allowed; use true, false or warn']],
    ["WARN", ['"WARN" is not allowed; use true, false or warn; did you mean "warn"?']],
    ["warm", ['"warm" is not allowed; use true, false or warn; did you mean "warn"?']],
    ["flase", ['"flase" is not allowed; use true, false or warn; did you mean "false"?']],
    ["tru", ['"tru" is not allowed; use true, false or warn; did you mean "true"?']],
    ["", ['"" is not allowed; use true, false or warn']],
  ])("refuse %j", (text, expected) => {
    expect(read(toggle, text)).toEqual(expected);
  });

  it("make booleans", () => {
    expect([read(boolean, "true"), read(boolean, "False")]).toEqual([true, false]);
    expect(read(boolean, "1")).toEqual(['"1" is not allowed; use true or false']);
  });

  it("are no switch without true and false", () => {
    expect([choice("auto", "host").shape, toggle.shape]).toEqual(["value", "switch"]);
  });
});

describe("a shuffle", () => {
  it.each([
    ["true", "on"],
    ["On", "on"],
    ["false", "off"],
    ["off", "off"],
    ["42", { seed: "42" }],
    ["-007", { seed: "-7" }],
    ["9223372036854775807", { seed: "9223372036854775807" }],
  ])("takes %s", (text, value) => {
    expect(read(shuffle, text)).toEqual(value);
  });

  it.each(["yes", "", "1.5", "9223372036854775808", "0x10", "12345678901234567890"])("refuses %j", (text) => {
    expect(read(shuffle, text)).toEqual([
      `"${text}" is not allowed; use true, false, or a seed: a whole number of 64 bits`,
    ]);
  });
});

describe("numbers", () => {
  const port = integer({ from: 1, to: 65_535 });

  it.each([
    ["1", 1],
    ["65535", 65_535],
    ["080", 80],
  ])("take %s", (text, value) => {
    expect(read(port, text)).toBe(value);
  });

  it.each(["0", "65536", "-1", "80.5", "8e1", "0x50", "", "99999999999999999999"])("refuse %j", (text) => {
    expect(read(port, text)).toEqual([`"${text}" is not a whole number from 1 to 65535`]);
  });

  it.each([
    ["80", 80],
    ["72.5", 72.5],
    ["100%", 100],
    ["0", 0],
    ["33.3 %", 33.3],
  ])("take %s as a percentage", (text, value) => {
    expect(read(percent, text)).toBe(value);
  });

  it.each(["101", "100.1", "-1", "80,5", "eighty", "%", "NaN"])("refuse %j as a percentage", (text) => {
    expect(read(percent, text)).toEqual([`"${text}" is not a percentage from 0 to 100, such as 80 or 72.5`]);
  });
});

describe("ages", () => {
  it.each([
    ["7d", 604_800_000],
    ["0.5h", 1_800_000],
    ["365d", 31_536_000_000],
    ["36h", 129_600_000],
  ])("%s is %d ms", (text, ms) => {
    expect(read(age, text)).toBe(ms);
  });

  it.each([
    ["7", '"7" is no age; write it as days or with a unit, such as 7d or 36h'],
    ["1d12h", '"1d12h" is no age; write it as days or with a unit, such as 7d or 36h'],
    ["0d", '"0d" is too short; at least 1ms'],
    ["366d", '"366d" is too long; at most 365d'],
  ])("refuses %j", (text, problem) => {
    expect(read(age, text)).toEqual([problem]);
  });
});

describe("durations", () => {
  it.each([
    ["1h30m", 5_400_000],
    ["90s", 90_000],
    ["500ms", 500],
    ["1.5h", 5_400_000],
    ["1h0m0.25s", 3_600_250],
    ["1500us", 2],
    ["1000000ns", 1],
    ["2000µs", 2],
    ["168h", 604_800_000],
  ])("%s is %d ms", (text, ms) => {
    expect(read(duration, text)).toBe(ms);
  });

  const example = "write it with a unit, such as 90s, 10m or 1h30m";

  it.each([
    ["90", `"90" has no unit; ${example}`],
    ["0", `"0" has no unit; ${example}`],
    ["", `"" is not a duration; ${example}`],
    ["10min", `"10min" is not a duration; ${example}`],
    ["1h 30m", `"1h 30m" is not a duration; ${example}`],
    ["-5m", `"-5m" is not a duration; ${example}`],
    ["1d", `"1d" is not a duration; ${example}`],
    ["m", `"m" is not a duration; ${example}`],
    ["0s", '"0s" is too short; at least 1ms'],
    ["400us", '"400us" is too short; at least 1ms'],
    ["169h", '"169h" is too long; at most 168h'],
  ])("refuses %j", (text, problem) => {
    expect(read(duration, text)).toEqual([problem]);
  });

  it.each([
    [5_400_000, "1h30m0s"],
    [90_000, "1m30s"],
    [1_500, "1.5s"],
    [500, "500ms"],
    [3_600_000, "1h0m0s"],
    [600_250, "10m0.25s"],
  ])("%d ms is written as Go does", (ms, text) => {
    expect(goDuration(ms)).toBe(text);
  });
});

describe("texts", () => {
  it("keep what was given but the line break at the end", () => {
    expect(read(textOrPattern, " hello world \n")).toBe(" hello world ");
    expect(read(line("a name"), " bot ")).toBe("bot");
  });

  it("know regular expressions", () => {
    expect(read(textOrPattern, "/v\\d+/i")).toBe("/v\\d+/i");
    expect(read(textOrPattern, "/v(/")).toEqual(['"/v(/" is not a regular expression that JavaScript knows']);
    expect(read(textOrPattern, "/v/ii")).toEqual(['"/v/ii" is not a regular expression that JavaScript knows']);
    expect(read(textOrPattern, "\n")).toEqual(["is empty"]);
  });

  it("have one line where that is asked for", () => {
    expect(read(line("a name"), "a\nb")).toEqual(["contains a line break or control character"]);
    expect(read(line("a name"), "")).toEqual(["is empty"]);
  });

  it("are not shown when they are secret", () => {
    expect(read(secret, "hunter2\nsecond")).toEqual(["is empty or contains a line break or control character"]);
    expect(read(secret, " token \n")).toBe("token");
  });
});

describe("paths and file names", () => {
  it.each([
    ["", "is empty"],
    ["~/src", '"~/src" starts with ~, which is not expanded; write the path out'],
    ["~", '"~" starts with ~, which is not expanded; write the path out'],
    ["a\u001bb", '"a\\u001bb" contains a control character'],
  ])("refuse %j", (text, problem) => {
    expect(read(path, text)).toEqual([problem]);
  });

  it("take the rest", () => {
    expect(["~backup", "a b/c", "../x"].map((text) => read(path, text))).toEqual(["~backup", "a b/c", "../x"]);
  });

  it.each(["{name}-{os}-{arch}{variant}{ext}", "app_{os}.{arch}", "tool"])("take %s as a file name", (text) => {
    expect(read(fileName, text)).toBe(text);
  });

  const form = "is not a file name; use letters, digits and . _ + -, starting with a letter or digit";

  it.each([
    [
      "{name}-{goos}",
      '"{goos}" is no placeholder; use {name}, {os}, {arch}, {variant}, {ext}, {version}, {semver}, {commit}, {date}, {branch}',
    ],
    ["bin/{name}", '"bin/{name}" is a path; give a file name'],
    ["..\\{name}", '"..\\\\{name}" is a path; give a file name'],
    ["..", `".." ${form}`],
    ["-{name}", `"-{name}" ${form}`],
    [".{name}", `".{name}" ${form}`],
    ["{name", `"{name" ${form}`],
    ["a;b", `"a;b" ${form}`],
    ["", `"" ${form}`],
    ["a.", `"a." ${form}`],
  ])("refuse %j as a file name", (text, problem) => {
    expect(read(fileName, text)).toEqual([problem]);
  });
});

describe("addresses of engines", () => {
  it.each([
    "tcp://10.0.0.7:1234",
    "unix:///run/dagger/engine.sock",
    "kube-pod://dagger-0?context=ci&namespace=dagger",
    "container+podman://engine",
    "image://registry.example.com/engine:v0.21.8",
  ])("take %s", (text) => {
    expect(read(runnerHost, text)).toBe(text);
  });

  it("refuse the rest", () => {
    expect(read(runnerHost, "10.0.0.7:1234")).toEqual(['"10.0.0.7:1234" is not an address such as tcp://host:1234']);
    expect(read(runnerHost, "http://host")).toEqual([
      expect.stringMatching(
        /^"http" is no kind of address that Dagger knows; use tcp, tls, unix, ssh, .* or image\+apple$/,
      ),
    ]);
  });
});
