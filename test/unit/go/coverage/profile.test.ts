import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileBlocks } from "../../../../src/go/coverage/blocks.ts";
import { createProfileReader } from "../../../../src/go/coverage/profile.ts";
import type { CoverageBlock } from "../../../../src/model/coverage.ts";
import { fixtureText, readProfile } from "../fixture.ts";

function text(block: CoverageBlock): string {
  return `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn} ${block.statements} ${block.count}`;
}

describe("reading a profile", () => {
  it("keeps every block of every file", () => {
    const profile = readProfile(fixtureText("coverage/set/go1.26.8.coverage.out"));
    expect(profile.mode).toBe("set");
    expect(profile.problem).toBeNull();
    const lines = [...profile.files].flatMap(([name, blocks]) => [...blocks].map((block) => `${name}:${text(block)}`));
    expect(lines).toEqual(fixtureText("coverage/set/go1.26.8.coverage.out").trim().split("\n").slice(1));
  });

  it("merges the blocks that -coverpkg repeats", () => {
    const profile = readProfile(fixtureText("coverage/coverpkg/go1.26.8.coverage.out"));
    const blocks = [...(profile.files.get("example.com/m/m.go") ?? [])].map(text);
    expect(blocks).toEqual([
      "4.25,5.11 1 14",
      "5.11,7.3 1 12",
      "8.2,8.12 1 2",
      "8.12,10.3 1 1",
      "11.2,11.19 1 1",
      "15.32,17.29 2 0",
      "17.29,19.3 1 0",
      "20.2,20.14 1 0",
      "24.28,24.44 1 1",
      "25.28,25.44 1 0",
      "29.36,29.61 1 1",
    ]);
    expect([...profile.files.values()].reduce((sum, file) => sum + file.size, 0)).toBe(15);
  });

  it("does not sum what was only set", () => {
    const profile = readProfile("mode: set\na.go:1.2,3.4 1 1\na.go:1.2,3.4 1 1\na.go:1.2,3.4 1 0\n");
    expect([...(profile.files.get("a.go") ?? [])].map(text)).toEqual(["1.2,3.4 1 1"]);
  });

  it("takes names with spaces and colons", () => {
    const profile = readProfile("mode: count\nC:/a b/x.go:1.2,3.4 1 7\n");
    expect([...profile.files.keys()]).toEqual(["C:/a b/x.go"]);
  });

  it.each([
    ["", null],
    ["mode: set\n", null],
    ["mode: set\nmode: set\n", null],
    ["a.go:1.2,3.4 1 1\n", "line 1: no mode line"],
    ["mode: other\n", 'line 1: unknown mode "other"'],
    ["mode: set\nmode: count\n", "line 2: mode count after mode set"],
    ["mode: set\na.go:1.2,3.4 1 1\na.go:5.2,6", 'line 3 is not a block: "a.go:5.2,6"'],
    ["mode: set\na.go:1.2,3.4 1 -1\n", 'line 2 is not a block: "a.go:1.2,3.4 1 -1"'],
    ["mode: set\na.go:1.2,3.4 1 1\na.go:1.2,3.4 2 1\n", "line 3: the number of statements has changed"],
  ])("says what is wrong with %j", (profile, problem) => {
    expect(readProfile(profile).problem).toBe(problem);
  });

  it("reads on behind a line that is no block", () => {
    const profile = readProfile("mode: set\nrubbish\na.go:1.2,3.4 1 1\n");
    expect(profile.files.get("a.go")?.size).toBe(1);
  });
});

it("merges blocks in whatever order they come", () => {
  const block = fc.record({
    startLine: fc.integer({ min: 1, max: 6 }),
    startColumn: fc.integer({ min: 1, max: 3 }),
    endLine: fc.integer({ min: 6, max: 8 }),
    endColumn: fc.integer({ min: 1, max: 3 }),
    statements: fc.constant(1),
    count: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 80 }),
      fc.constantFrom("set" as const, "count" as const),
      (blocks, mode) => {
        const files = new FileBlocks();
        const expected = new Map<string, number>();
        for (const entry of blocks) {
          expect(files.add(entry, mode)).toBe(true);
          const key = text({ ...entry, count: 0 });
          const before = expected.get(key) ?? 0;
          expected.set(key, mode === "set" ? Math.max(before, entry.count) : before + entry.count);
        }
        expect(files.size).toBe(expected.size);
        expect(new Map([...files].map((entry) => [text({ ...entry, count: 0 }), entry.count]))).toEqual(expected);
      },
    ),
  );
});

describe("lines as bytes", () => {
  const position = fc.integer({ min: 0, max: 40 });
  const block = fc.tuple(position, position, position, position, fc.integer({ min: 0, max: 3 }), fc.nat());
  const strange = fc.constantFrom(
    "",
    "a.go:1.2,3.4 1 12345678901",
    "a.go:1.2,3.4 1",
    "a.go:1.2,3.4 1 1 ",
    "mode: set",
    "a:1.2,3.4:1.2,3.4 1 1",
  );
  const line = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fc.constantFrom("m/a.go", "m/b.go", "m/é.go", "m/a.go:7"), block) },
    { weight: 1, arbitrary: strange },
  );
  const textOf = (entry: string | readonly [string, readonly number[]]): string => {
    if (typeof entry === "string") return entry;
    const [name, [a, b, c, d, statements, count]] = entry;
    return `${name}:${a}.${b},${c}.${d} ${statements} ${count}`;
  };

  it("say what the same lines say as texts, wherever a file is cut", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n"), fc.nat(), (entries, end, cut) => {
        const texts = ["mode: count", ...entries.map(textOf)];
        const byText = createProfileReader();
        for (const text of texts) byText.line(text);
        const byBytes = createProfileReader();
        const at = cut % texts.length;
        for (const part of [texts.slice(0, at), texts.slice(at)]) {
          byBytes.lines(Buffer.from(part.map((text) => `${text}${end}`).join("")));
        }
        const said = ({ mode, files, problem }: ReturnType<typeof byText.end>) => ({
          ...{ mode, problem },
          files: [...files].map(([name, blocks]) => [name, [...blocks].map(text)]),
        });
        expect(said(byBytes.end())).toEqual(said(byText.end()));
      }),
    );
  });
});
