import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { reproCommand } from "../../../src/go/repro.ts";
import { assignment, inDirectory, shellWord } from "../../../src/text/shell.ts";
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

it.each([
  [["-short", "-tags=a b"], "-short '-tags=a b' -run '^TestX$' -count=1"],
  [["-count=3"], "-count=3 -run '^TestX$'"],
  [["-test.count", "2"], "-test.count 2 -run '^TestX$'"],
  [["-run", "A B", "-short"], "-short -run '^TestX$' -count=1"],
  [["--run=A", "-bench=.", "-skip=B"], "-skip=B -run '^TestX$' -count=1"],
  [["-short", "-args", "-update", "-test.run=B"], "-short -run '^TestX$' -count=1 -args -update"],
])("keeps of %j what decides", (flags, words) => {
  expect(reproCommand("p", "TestX", flags)).toBe(`go test p ${words}`);
});

it("runs a package as it was run, with the choice of the user", () => {
  expect(reproCommand("p", null, ["-run", "A B", "-args", "-x"])).toBe("go test p -run 'A B' -count=1 -args -x");
});

it.each([
  ["MODE", "strict", "MODE=strict"],
  ["MODE", "it's $x", "MODE='it'\\''s $x'"],
  ["MODE", "", "MODE=''"],
  ["MODE", null, 'MODE="$MODE"'],
  ["MODE", "two\nlines", 'MODE="$MODE"'],
])("puts %s with the value %j in front of a command", (name, value, expected) => {
  expect(assignment(name, value)).toBe(expected);
});

it("changes to a directory for one command only", () => {
  expect(inDirectory(".", "go vet")).toBe("go vet");
  expect(inDirectory("a b/c", "go vet")).toBe("(cd 'a b/c' && go vet)");
  expect(inDirectory("-x", "go vet")).toBe("(cd ./-x && go vet)");
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
