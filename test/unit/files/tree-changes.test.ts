import { describe, expect, it } from "vitest";
import { compareLists, listText, parseList } from "../../../src/files/tree-changes.ts";

const [a, b] = ["a".repeat(64), "b".repeat(64)];

describe("lists of a tree", () => {
  it("come back as they were written, but for names with a line break", () => {
    const entries = new Map([
      ["x y/ä.go", { kind: "-", digest: a }],
      ["run.sh", { kind: "x", digest: b }],
      ["link", { kind: "l", digest: a }],
    ] as const);
    const broken = new Map([...entries, ["a\nb", { kind: "-", digest: a }] as const]);
    expect(parseList(listText(broken))).toEqual(entries);
  });

  it("leave out what is no line of theirs", () => {
    expect(parseList(`x ${a}  ./ok\n- \\${a}  ./back\\\\slash\n- short  ./x\n`)).toEqual(
      new Map([["ok", { kind: "x", digest: a }]]),
    );
  });

  it("say what was made, changed, marked and removed", () => {
    const before = parseList(`- ${a}  ./same\n- ${a}  ./mode\n- ${a}  ./bytes\n- ${a}  ./gone\n`);
    const after = parseList(`- ${a}  ./same\nx ${a}  ./mode\n- ${b}  ./bytes\nl ${a}  ./new\n`);
    expect(compareLists(before, after)).toEqual([
      { path: "bytes", before: "-", after: "-", bytes: true },
      { path: "gone", before: "-", after: null, bytes: true },
      { path: "mode", before: "-", after: "x", bytes: false },
      { path: "new", before: null, after: "l", bytes: true },
    ]);
  });
});
