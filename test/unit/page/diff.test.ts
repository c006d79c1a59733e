import { expect, it } from "vitest";
import { diffLines } from "../../../src/page/diff.ts";

it("colours lines of code, not the names of files", () => {
  const diff = `diff a.go.orig a.go
--- a.go.orig
+++ a.go
@@ -1,3 +1,3 @@
 package a
-a
--- b
+c
+++ d
diff b.go.orig b.go
--- b.go.orig
+++ b.go
@@ -1 +1 @@
-e`;
  expect(diffLines(diff).map(({ kind }) => kind)).toEqual([
    ...[null, null, null, null, null, "removed", "removed", "added", "added"],
    ...[null, null, null, null, "removed"],
  ]);
  expect(
    diffLines(diff)
      .map(({ text }) => text)
      .join("\n"),
  ).toBe(diff);
});
