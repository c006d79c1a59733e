import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeOutput, readTestEvent } from "../../../src/go/test-event.ts";
import { captured } from "./fixture.ts";

const output = {
  type: "test",
  action: "output",
  package: "example.com/m",
  test: "TestX",
  elapsed: null,
  outputType: null,
  failedBuild: null,
  time: null,
};

describe("readTestEvent", () => {
  it("leaves output as the JSON text it was", () => {
    const line = `{"Time":"2026-01-01T00:00:00Z","Action":"output","Package":"example.com/m","Test":"TestX","Output":"a \\"b\\"\\n"}`;
    const event = readTestEvent(line);
    expect(event).toEqual({ ...output, output: 'a \\"b\\"\\n' });
    expect(decodeOutput('a \\"b\\"\\n')).toBe('a "b"\n');
  });

  it("reads results and builds", () => {
    expect(
      readTestEvent(
        `{"Time":"2026-01-01T00:00:00Z","Action":"fail","Package":"p","Elapsed":1.5,"FailedBuild":"q [p.test]"}`,
      ),
    ).toEqual({
      type: "test",
      action: "fail",
      package: "p",
      test: null,
      elapsed: 1.5,
      output: null,
      outputType: null,
      failedBuild: "q [p.test]",
      time: "2026-01-01T00:00:00Z",
    });
    expect(readTestEvent(`{"ImportPath":"p","Action":"build-output","Output":"# p\\n"}`)).toEqual({
      type: "build",
      importPath: "p",
      failed: false,
      output: "# p\n",
    });
  });

  it.each([
    "",
    "plain text",
    "{",
    "{}",
    "[]",
    "null",
    "1",
    `{"Action":"fail"}`,
    `{"Action":"fail","Package":""}`,
    `{"Action":1,"Package":"p"}`,
    `{"Package":"p"}`,
    `FAIL\texample.com/m [setup failed]`,
    `{"Time":"2026-01-01T00:00:00Z","Action":"output","Package":"p","Output":"cut of`,
    `{"Time":"2026-01-01T00:00:00Z","Action":"pass","Package":"p","Test":"TestX","Ela`,
  ])("takes %j for junk", (text) => {
    expect(readTestEvent(text)).toEqual({ type: "junk", text });
  });

  it("does not take a later field for output", () => {
    const start = `{"Time":"2026-01-01T00:00:00Z","Action":"output","Package":"p","Output":"x\\n"`;
    expect(readTestEvent(`${start},"OutputType":"error"}`)).toMatchObject({ output: "x\\n", outputType: "error" });
    expect(readTestEvent(`${start},"Later":"\\n"}`)).toMatchObject({ output: "x\\n", outputType: null });
  });

  it("answers alike whether it parses or finds the quotes", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('"', "\\", '\\"', '","Output":"', '"}', "\n", "<&>", "\u2028", "世界"),
    );
    const type = fc.constantFrom(null, "frame", "error", "error-continue", 'x"');
    const field = fc.array(text, { maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(field, field, field, type, (name, test, printed, outputType) => {
        fc.pre(name !== "");
        const named = { Package: name, ...(test === "" ? {} : { Test: test }), Output: printed };
        const event = { Action: "output", ...named, ...(outputType === null ? {} : { OutputType: outputType }) };
        const fast = readTestEvent(JSON.stringify({ Time: "2026-01-01T00:00:00Z", ...event }));
        // Without a time the line is not one of those that are not parsed.
        const slow = readTestEvent(JSON.stringify(event));
        expect({ ...fast, time: null }).toEqual(slow);
        expect(fast.type === "test" && decodeOutput(fast.output ?? "")).toBe(printed);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `{"Time":"${text}`),
        ),
        (line) => {
          readTestEvent(line);
          decodeOutput(line);
        },
      ),
    );
  });

  it("reads every line of the captured streams as an event", () => {
    for (const name of ["pass", "names", "noise", "panic", "race"]) {
      const lines = captured(`test/${name}/go1.26.8.test`).stdout.trimEnd().split("\n");
      expect(lines.map(readTestEvent).filter((event) => event.type !== "test")).toEqual([]);
    }
  });
});
