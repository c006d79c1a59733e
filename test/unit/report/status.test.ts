import { describe, expect, it } from "vitest";
import { isTrouble, stageLooks, verdicts } from "../../../src/report/view/status.ts";
import { stage } from "./reports.ts";

describe("how a status looks", () => {
  it("has an icon for Markdown and a sign one column wide, the same for what means the same", () => {
    expect(Object.entries(stageLooks).map(([status, { icon, sign }]) => `${status} ${icon} ${sign}`)).toEqual([
      "passed ✅ ✓",
      "failed ❌ ✗",
      "warned ⚠️ !",
      "skipped ⏭️ -",
      "disabled ⚪ -",
      "blocked ⛔ -",
      "cancelled 🚫 ■",
      "errored 💥 ✗",
    ]);
  });

  it("tells a broken engine from a failed check in the verdict", () => {
    expect(Object.entries(verdicts).map(([name, { icon, sign, words }]) => `${name} ${icon} ${sign} ${words}`)).toEqual(
      ["success ✅ ✓ passed", "failure ❌ ✗ failed", "error 💥 ✗ could not finish", "cancelled 🚫 ■ was cancelled"],
    );
  });
});

describe("isTrouble", () => {
  it.each([
    ["passed", false],
    ["failed", true],
    ["warned", true],
    ["skipped", false],
    ["disabled", false],
    ["blocked", false],
    ["cancelled", true],
    ["errored", true],
  ] as const)("%s: %j", (status, expected) => {
    expect(isTrouble(stage("vet", { status }))).toBe(expected);
  });
});
