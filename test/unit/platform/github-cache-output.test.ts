import { describe, expect, it } from "vitest";
import { clientProblem, isRefusal, lastWarning } from "../../../src/platform/github-cache-output.ts";

describe("why the client did nothing", () => {
  it.each([
    ["::warning::Failed to save: tar failed%0Asecond line\n", "tar failed"],
    ["::error::Failed to save: 100%25 full\n", "100% full"],
    ["Failed to save: Unable to reserve cache with key k\n", "Unable to reserve cache with key k"],
    [
      "Cache save skipped: the effective cache-mode 'read' does not permit writes.\n",
      "Cache save skipped: the effective cache-mode 'read' does not permit writes.",
    ],
    [
      "::warning::Failed to save: PUT https://x.example/a?sig=SECRET&b=1 gave 403\n",
      "PUT https://x.example/a gave 403",
    ],
  ])("%j", (output, problem) => {
    expect(clientProblem(`[command]/usr/bin/tar -xf cache.tzst\n${output}Cache Size: ~1 MB\n`)).toBe(problem);
  });

  it("is nothing when all went well", () => {
    const output = "Cache hit for: k\nReceived 5 of 5\nCache saved successfully\n";
    expect([clientProblem(output), lastWarning(output)]).toEqual([null, null]);
  });

  it("may be a warning with words of its own", () => {
    expect(lastWarning("::warning::first\n::warning title=x::the quota is used up\nend\n")).toBe(
      "the quota is used up",
    );
  });
});

it("a token that may not write is no failure", () => {
  expect(isRefusal("Unable to reserve cache with key k. More details: cache write denied: read-only")).toBe(true);
  expect(isRefusal("tar failed")).toBe(false);
});
