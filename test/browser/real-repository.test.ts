import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { cleanEnv, startAction } from "../support/run-action.ts";
import { startChromium } from "./support/chromium.ts";
import { openPage, visit } from "./support/open.ts";

/** A repository of somebody else, without dependencies, through Go's module proxy. */
const real = "github.com/google/uuid@v1.6.0";

const dir = mkdtempSync(join(tmpdir(), "real-repository-"));

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: dir, env: cleanEnv(), encoding: "utf8" });
}

/** The module's files, which Go keeps read-only, as a repository. */
function checkOut(): void {
  const { Dir } = JSON.parse(run("go", "mod", "download", "-json", real));
  cpSync(Dir, dir, { recursive: true });
  for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) chmodSync(join(dir, name), 0o755);
  run("git", "init", "--quiet");
  run("git", "add", "--all");
}

interface Function {
  readonly file: string;
  readonly line: number;
  readonly percent: string;
}

/** The lines of `go tool cover -func`, and its total. */
function coverFunc(): { readonly functions: readonly Function[]; readonly total: string } {
  const rows = run("go", "tool", "cover", "-func=own.out").trimEnd().split("\n");
  const functions = rows.flatMap((row): readonly Function[] => {
    const [, file, line, percent] = /^\S+\/([^/\s]+\.go):(\d+):\s.*\s([\d.]+)%$/.exec(row) ?? [];
    return file === undefined ? [] : [{ file, line: Number(line), percent: percent ?? "" }];
  });
  return { functions, total: /([\d.]+)%$/.exec(rows.at(-1) ?? "")?.[1] ?? "" };
}

it("the page of a real repository shows the coverage that go tool cover -func tells, function by function", async () => {
  checkOut();
  const args = [
    "--engine",
    "host",
    "--no-build",
    "--no-docker",
    "--format",
    "warn",
    "--vet",
    "warn",
    "--cache",
    "false",
  ];
  const { exitCode, stdout } = await startAction(dir, args).ended;
  expect([exitCode, exitCode === 0 ? "" : stdout]).toEqual([0, ""]);
  run("go", "test", "-count=1", "-coverprofile=own.out", "./...");
  const { functions, total } = coverFunc();
  const browser = await startChromium();
  try {
    const { page, requests, said } = await openPage(browser, join(dir, ".pipeline/report.html"));
    expect(await page.locator(".card .big").innerText()).toBe(`${total} %`);
    const files = [...new Set(functions.map(({ file }) => file))];
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      await visit(page, `#/file?path=${file}`);
      const states = await page.evaluate<string[]>(
        "[...document.querySelectorAll('.source tbody tr')].map((row) => row.className)",
      );
      const own = functions.filter((one) => one.file === file);
      for (const [index, { line, percent }] of own.entries()) {
        const lines = states.slice(line - 1, (own[index + 1]?.line ?? states.length + 1) - 1);
        const shown = (state: string): boolean => lines.some((one) => one.startsWith(state));
        const place = `${file}:${line}`;
        expect([place, shown("uncovered") || shown("partial")]).toEqual([place, percent !== "100.0"]);
        expect([place, shown("covered") || shown("partial")]).toEqual([place, percent !== "0.0"]);
      }
    }
    expect([requests, said]).toEqual([[], []]);
  } finally {
    await browser.close();
  }
});
