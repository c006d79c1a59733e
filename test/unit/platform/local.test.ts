import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { canRedraw, createLocalPlatform, wantsColour } from "../../../src/platform/local.ts";
import { createOutput } from "../../../src/platform/output.ts";
import type { CiPlatform } from "../../../src/platform/platform.ts";

function terminal(colour = false): { platform: CiPlatform; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  return {
    platform: createLocalPlatform({ output: createOutput(stream), colour, screen: null }),
    text: () => chunks.join(""),
  };
}

test("prints groups as titled blocks and annotations as clickable positions", async () => {
  const { platform, text } = terminal();
  platform.log("plain");
  await platform.group("vet", ["one", "", "two"], false);
  platform.annotate({
    level: "error",
    title: "vet",
    message: "unused\nresult",
    path: "cmd/main.go",
    line: 3,
    column: 7,
  });
  platform.annotate({ level: "notice", title: "deps", message: "fine", path: null, line: null, column: null });
  platform.warning("slow");
  await platform.flush();
  expect(text()).toBe(
    [
      "plain",
      "vet",
      "  one",
      "",
      "  two",
      "error: cmd/main.go:3:7: vet: unused",
      "  result",
      "notice: deps: fine",
      "warning: slow",
      "",
    ].join("\n"),
  );
});

test("colours levels and titles when asked to", async () => {
  const { platform, text } = terminal(true);
  platform.error("bad");
  await platform.group("vet", [], true);
  expect(platform.colour).toBe(true);
  expect(text()).toBe("\u001b[31merror:\u001b[39m bad\n\u001b[1mvet\u001b[22m\n");
});

test("never prints a masked secret", async () => {
  const { platform, text } = terminal();
  platform.mask("hunter2");
  platform.log("password hunter2");
  platform.error("login user:aHVudGVyMg==");
  await platform.group("hunter2", ["x hunter2 y"], false);
  expect(text()).toBe("password ***\nerror: login user:***\n***\n  x *** y\n");
});

test("has no inputs, no context and no uploads", async () => {
  const { platform } = terminal();
  expect(platform.inputs()).toEqual({});
  expect(Object.values(platform.context)).toEqual(Object.values(platform.context).map(() => null));
  const request = { name: "a", files: [], root: "/", retentionDays: null, compressed: false };
  expect(await platform.upload(request)).toEqual({ status: "unavailable", reason: "not in a workflow" });
});

describe("colour", () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ])("%o on a terminal: %s -> %s", (env, isTerminal, expected) => {
    expect(wantsColour(env, isTerminal)).toBe(expected);
  });
});

test("lines are drawn again only where a person looks at a terminal that has a width", () => {
  const wide = { isTTY: true, columns: 80 };
  expect(canRedraw({ TERM: "xterm" }, wide)).toBe(true);
  expect(canRedraw({}, { isTTY: true, columns: 0 })).toBe(false);
  expect(canRedraw({}, { isTTY: false, columns: 80 })).toBe(false);
  for (const env of [{ CI: "true" }, { NO_COLOR: "1" }, { TERM: "dumb" }]) expect(canRedraw(env, wide)).toBe(false);
});

test("a report for other programs goes where nothing else does, as it is", async () => {
  const texts: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      texts.push(String(chunk));
      done();
    },
  });
  const log = new Writable({ write: (_chunk, _encoding, done) => done() });
  const platform = createLocalPlatform({
    ...{ output: createOutput(log), report: createOutput(stream) },
    ...{ colour: false, screen: null },
  });
  platform.log("for people");
  platform.report?.('{ "a": 1 }\n');
  await platform.flush();
  expect(texts.join("")).toBe('{ "a": 1 }\n');
  expect(terminal().platform).not.toHaveProperty("report");
});
