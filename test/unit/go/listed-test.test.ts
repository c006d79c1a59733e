import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createEventReader } from "../../../src/go/event-reader.ts";
import { type ListedTest, listedTest } from "../../../src/go/listed-test.ts";
import type { TestEvent } from "../../../src/go/test-event.ts";

/** What `go test -list=^Fuzz -json` printed, Go 1.26.8. */
function events(): readonly TestEvent[] {
  const text = readFileSync(resolve(import.meta.dirname, "../../fixtures/fuzz/list.jsonl"), "utf8");
  return text.trimEnd().split("\n").map(createEventReader());
}

/** What a line of a package names. */
function of(kind: "Benchmark" | "Fuzz", output: string): ListedTest | null {
  const event = { Time: "2026-11-30T09:00:00Z", Action: "output", Package: "example.com/a", Output: output };
  return listedTest(kind, createEventReader()(JSON.stringify(event)));
}

describe("listed functions", () => {
  it("are those that Go names, by package", () => {
    expect(events().flatMap((event) => listedTest("Fuzz", event) ?? [])).toEqual([
      { importPath: "example.com/fz/a", name: "FuzzGood" },
      { importPath: "example.com/fz/a", name: "FuzzBad" },
      { importPath: "example.com/fz/a", name: "FuzzPanic" },
      { importPath: "example.com/fz/c", name: "FuzzSeed" },
      { importPath: "example.com/fz/c", name: "FuzzNoTarget" },
      { importPath: "example.com/fz/c", name: "FuzzSkip" },
      { importPath: "example.com/fz/c", name: "FuzzFail" },
      { importPath: "example.com/fz/g", name: "FuzzOverflow" },
      { importPath: "example.com/fz/g", name: "FuzzKilled" },
      { importPath: "example.com/fz/g", name: "FuzzSetupPanics" },
      { importPath: "example.com/fz/g", name: "FuzzGoroutine" },
      { importPath: "example.com/fz/g", name: "FuzzLogs" },
      { importPath: "example.com/fz/g", name: "FuzzCached" },
    ]);
  });

  it.each(["Benchmark", "Fuzz"] as const)(
    "are identifiers that begin with %s and go on without a small letter",
    (kind) => {
      for (const name of [kind, `${kind}A`, `${kind}_a`, `${kind}1`, `${kind}Ü`]) {
        expect(of(kind, `${name}\n`)).toEqual({ importPath: "example.com/a", name });
        expect(of(kind, `${name}\r\n`)?.name).toBe(name);
      }
      for (const line of [
        `${kind}s\n`,
        `${kind}A`,
        `a ${kind}A\n`,
        `${kind}A took 3 s\n`,
        `${kind}DB:\n`,
        `${kind}-A\n`,
      ]) {
        expect(of(kind, line)).toBeNull();
      }
      expect(of(kind === "Fuzz" ? "Benchmark" : "Fuzz", `${kind}A\n`)).toBeNull();
    },
  );
});
