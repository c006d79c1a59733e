import { expect, test } from "vitest";
import { binariesArtifact, namedArtifact, slug } from "../../../src/artifacts/names.ts";

const linux = { os: "linux", arch: "amd64", variant: null };

test.each([
  ["hello", "hello"],
  ["my_tool.v2", "my_tool.v2"],
  ["..", ""],
  ["...hidden", "hidden"],
  ["a/b", "a-b"],
  ['q":<>|*?\r\n\\x', "q-x"],
  ["caf\u00e9", "cafe-"],
  ["-flag", "flag"],
  ["\u65e5\u672c", ""],
  ["x".repeat(300), "x".repeat(100)],
])("%j becomes %j", (text, expected) => {
  expect(slug(text)).toBe(expected.replace(/-$/, ""));
});

test("binaries are named by module and platform", () => {
  expect(binariesArtifact("", "hello", linux)).toBe("hello-linux-amd64");
  expect(binariesArtifact("", "hello", { os: "linux", arch: "arm", variant: "v7" })).toBe("hello-linux-arm-v7");
  expect(binariesArtifact("", "CON", linux)).toBe("CON-linux-amd64");
  expect(binariesArtifact("", "..", linux)).toBe("binaries-linux-amd64");
});

test("a prefix keeps its separator and loses what no name may hold", () => {
  expect(namedArtifact("", "report")).toBe("report");
  expect(namedArtifact("job-", "image")).toBe("job-image");
  expect(namedArtifact("a/b: ", "report")).toBe("a-breport");
  expect(binariesArtifact("ubuntu_", "x", linux)).toBe("ubuntu_x-linux-amd64");
});
