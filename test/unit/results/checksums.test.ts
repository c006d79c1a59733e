import { expect, it } from "vitest";
import { checksumLines } from "../../../src/results/checksums.ts";

it("lists files by name, as sha256sum prints them", () => {
  const [a, b] = ["a".repeat(64), "b".repeat(64)];
  expect(checksumLines([])).toBe("");
  expect(
    checksumLines([
      { name: "tool-linux-amd64", sha256: a },
      { name: "tool-darwin-arm64", sha256: b },
      { name: "tool-windows-amd64.exe", sha256: a },
    ]),
  ).toBe(`${b}  tool-darwin-arm64\n${a}  tool-linux-amd64\n${a}  tool-windows-amd64.exe\n`);
});
