import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseGolangci } from "../../../src/go/golangci.ts";

const printed = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../fixtures/golangci", `${name}.json`), "utf8");
const place = { root: "/src", modules: [{ dir: ".", path: "example.com/tool" }], cwd: "." };

describe("what golangci-lint leaves", () => {
  it("is a finding for each issue, with its linter", () => {
    const finding = { source: "lint", severity: "error", path: "main.go", line: 6, column: 11, title: "errcheck" };
    const message = "Error return value of `os.Remove` is not checked (errcheck)";
    expect(parseGolangci(printed("red"), place)).toEqual([{ ...finding, message }]);
    const below = parseGolangci(printed("red").replace("/src/main.go", "main.go"), { ...place, cwd: "sub" });
    expect(below?.map(({ path }) => path)).toEqual(["sub/main.go"]);
  });

  it("is where the compiler says it, for code that does not compile", () => {
    const finding = { source: "compile", severity: "error", path: "bad.go", line: 3, column: 19 };
    expect(parseGolangci(printed("broken"), place)).toMatchObject([finding]);
  });

  it("is nothing, written either way", () => {
    expect(parseGolangci(printed("green"), place)).toEqual([]);
    expect(parseGolangci('{"Issues":null,"Report":{}}', place)).toEqual([]);
  });

  it("is a warning where the repository's configuration says so", () => {
    const found = parseGolangci(printed("red").replace('"Severity":""', '"Severity":"warning"'), place);
    expect(found?.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it.each(["", "{", "[]", '{"Issues":[{}]}', printed("red").slice(0, -20)])("is not whole: %j", (text) => {
    expect(parseGolangci(text, place)).toBeNull();
  });
});
