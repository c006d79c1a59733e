import { expect, it } from "vitest";
import type { OpenResult } from "../../../src/platform/platform.ts";
import { openPage } from "../../../src/run/open-page.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";

it.each<[OpenResult, readonly string[]]>([
  [{ status: "opened" }, []],
  [{ status: "unavailable", reason: "CI is set" }, ["open: report.html is not opened: CI is set"]],
  [{ status: "failed", reason: "no\n::error::x" }, ["warning: open: report.html is not opened: no \\::error::x"]],
])("%o", async (result, printed) => {
  const asked: string[] = [];
  const platform = createMemoryPlatform({
    open: async (path) => {
      asked.push(path);
      return result;
    },
  });
  await openPage(platform, "/repo/.pipeline");
  expect(asked).toEqual(["/repo/.pipeline/report.html"]);
  expect(platform.printed).toEqual(printed);
});

it("says that a workflow has nobody to show it to", async () => {
  const platform = createMemoryPlatform();
  await openPage(platform, "/repo/.pipeline");
  expect(platform.printed).toEqual(["open: report.html is not opened: this is a workflow"]);
});
