import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const flags = ["--engine", "host", "--platforms", "linux/amd64", "--docker", "false"];
const digestOf = (dir: string): string => readFileSync(join(dir, ".pipeline/digest.md"), "utf8");

const goMod = "module example.com/tool\n\ngo 1.22\n";
const main = "package main\n\nfunc main() {}\n";

it("shows the sections that the target has chosen", async () => {
  const dir = repository({ "go.mod": goMod, "main.go": main });
  expect((await runAction(dir, flags, cleanEnv())).exitCode).toBe(0);
  expect(digestOf(dir)).toMatch(/^## ✅ Go pipeline passed: `example\.com\/tool`\n\n\d stages? passed.*\n$/);
});

it("shortens them until they fit its limit, beside a summary that has them all", async () => {
  const failing = Array.from({ length: 40 }, (_, index) => {
    const name = `TestNumber${index}`;
    return `func ${name}(t *testing.T) { t.Error("this one is wrong, and says so at some length") }\n`;
  });
  const tests = `package main\n\nimport "testing"\n\n${failing.join("\n")}`;
  const dir = repository({ "go.mod": goMod, "main.go": main, "main_test.go": tests });
  expect((await runAction(dir, flags, cleanEnv())).exitCode).toBe(1);
  const digest = digestOf(dir);
  expect(Buffer.byteLength(digest)).toBeLessThanOrEqual(3_000);
  expect(digest).toMatch(/^## ❌ Go pipeline failed: /);
  expect(digest).toContain("… 20 more failed tests in report.json.");
  expect(digest.trimEnd().split("\n").at(-1)).toMatch(/^Shortened: .*failed tests/);
  const summary = readFileSync(join(dir, ".pipeline/summary.md"), "utf8");
  expect(summary.match(/^<summary>❌ <code>TestNumber/gm)).toHaveLength(40);
});
