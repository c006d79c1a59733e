import { expect, it } from "vitest";
import { createTestLog } from "../../../src/go/test-log.ts";
import { captured } from "./fixture.ts";

function logOf(stdout: string): string {
  let text = "";
  const log = createTestLog((part) => {
    text += part;
  });
  for (const line of stdout.trimEnd().split("\n")) log.line(line);
  return text;
}

it("writes what go test -v would have shown", () => {
  expect(logOf(captured("test/skip/go1.26.8.test").stdout).replace(/\d\.\d+s/g, "0s")).toBe(`\
=== RUN   TestSkipped
    m_test.go:5: needs a database
--- SKIP: TestSkipped (0s)
=== RUN   TestPartly
=== RUN   TestPartly/on
--- PASS: TestPartly/on (0s)
=== RUN   TestPartly/off
--- SKIP: TestPartly/off (0s)
--- PASS: TestPartly (0s)
PASS
ok  \texample.com/m\t0s
=== RUN   TestAll
    all_test.go:5:${" "}
--- SKIP: TestAll (0s)
PASS
ok  \texample.com/m/all\t0s
`);
});

it("leaves nothing out: every output of every event, in order", () => {
  for (const name of ["noise", "noise-fail", "names", "panic", "compile"]) {
    const { stdout } = captured(`test/${name}/go1.26.8.test`);
    const outputs = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).Output ?? "");
    expect(logOf(stdout)).toBe(outputs.join(""));
  }
});

it("keeps lines that are no events", () => {
  const stdout = `garbage {\n{"Action":"output","Package":"p","Output":"tail without end"}\n{"Action":1}\n`;
  expect(logOf(stdout)).toBe(`garbage {\ntail without end{"Action":1}\n`);
});
