import fc from "fast-check";
import { expect, it } from "vitest";
import { parseRoute, routeTo } from "../../../src/page/route.ts";

it("writes views with their parameters, without those that are empty", () => {
  expect(routeTo("overview")).toBe("#/overview");
  expect(routeTo("file", { path: "a b/&.go", line: 3, column: null, of: "" })).toBe("#/file?path=a+b%2F%26.go&line=3");
});

it.each(["", "#", "#/", "#/nowhere", "#main", "#/overview/x", "#/file#x"])("takes %j for the overview", (hash) => {
  expect(parseRoute(hash)).toEqual({ view: "overview", params: {} });
});

it("reads what it has written, whatever a path holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (path) => {
      const { view, params } = parseRoute(routeTo("file", { path }));
      expect([view, params["path"]]).toEqual(["file", path.replace(/\p{Surrogate}/gu, "\ufffd")]);
    }),
  );
});
