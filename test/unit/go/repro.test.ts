import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { reproCommand, shellWord } from "../../../src/go/repro.ts";
import { runs } from "../../support/runs.ts";

it.each([
  ["TestX", "'^TestX$'"],
  ["TestX/sub_test", "'^TestX$/^sub_test$'"],
  ["TestX/it's", "'^TestX$/^it'\\''s$'"],
  ["TestX/a|b(c)[d]", "'^TestX$/^a\\|b\\(c\\)\\[d\\]$'"],
  ["TestX/$(touch_x)`y`", "'^TestX$/^\\$\\(touch_x\\)`y`$'"],
  ["TestX/\\x00", "'^TestX$/^\\\\x00$'"],
])("quotes %s for -run and for the shell", (name, pattern) => {
  expect(reproCommand("example.com/m", name, [])).toBe(`go test example.com/m -run ${pattern} -count=1`);
});

it("runs benchmarks without tests, and a package as a whole", () => {
  expect(reproCommand("p", "BenchmarkX/a", [])).toBe("go test p -run '^$' -bench '^BenchmarkX$/^a$' -count=1");
  expect(reproCommand("p", null, ["-race"])).toBe("go test p -race -count=1");
});

it("gives words that a POSIX shell reads back as they were", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const script = `printf '%s\\0' ${words.map(shellWord).join(" ")}`;
      const { stdout } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
      expect(stdout.split("\0").slice(0, -1)).toEqual(words);
    }),
    { numRuns: runs(20) },
  );
});
