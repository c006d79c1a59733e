import { expect, it } from "vitest";
import { parseBuildInfo } from "../../../src/go/build-info.ts";

/** Go 1.26.8. */
const printed = [
  "/opt/my tools/govulncheck: go1.26.11",
  "\tpath\tgolang.org/x/vuln/cmd/govulncheck",
  "\tmod\tgolang.org/x/vuln\tv1.9.0\th1:12VaqnI9kJfqwRoPptxoqsUhQtdfrSbdksT7X/KY/sc=",
  "\tdep\tgolang.org/x/mod\tv0.42.0\th1:ICeL3t2L30ljSPHHxDnR4fqVcBt/zR2zJAb9juavmQg=",
  "\tbuild\t-buildmode=exe",
  "/usr/local/bin/local: go1.27rc1 X:jsonv2",
  "\tpath\texample.com/tool",
  "\tmod\texample.com/tool\t(devel)\t",
  "/usr/local/go/bin/go: go1.26.8",
  "\tpath\tcmd/go",
  "\tbuild\t-compiler=gc",
  "",
].join("\n");

it("reads what programs are, and leaves out those of no module", () => {
  const programs = [
    {
      path: "/opt/my tools/govulncheck",
      package: "golang.org/x/vuln/cmd/govulncheck",
      version: "v1.9.0",
      go: "go1.26.11",
    },
    { path: "/usr/local/bin/local", package: "example.com/tool", version: "(devel)", go: "go1.27rc1 X:jsonv2" },
  ];
  expect(parseBuildInfo(printed)).toEqual(programs);
  expect(parseBuildInfo(printed.replaceAll("\n", "\r\n"))).toEqual(programs);
  expect(parseBuildInfo("")).toEqual([]);
});
