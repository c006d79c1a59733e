import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { Terminal } from "./tmux.ts";

const action = join(import.meta.dirname, "../../dist/index.js");
const flags = ["--engine", "host", "--docker", "false", "--vet", "false", "--platforms", "linux/amd64"];

/** Fails at once, then waits for a file. */
const files = {
  "go.mod": "module example.com/m\n\ngo 1.24\n",
  "m_test.go": `package m

import (
	"os"
	"testing"
	"time"
)

func TestFails(t *testing.T) { t.Errorf("got %d, want %d", 1, 2) }

func TestWaits(t *testing.T) {
	for {
		if _, err := os.Stat("go-on"); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}
`,
};

let open: Terminal | null = null;

afterEach(() => {
  open?.close();
  open = null;
});

function start(root: string, columns: number): Terminal {
  open = new Terminal([process.execPath, action, ...flags], { cwd: root, columns });
  return open;
}

/** Without what differs from run to run. */
function normal(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line
      .replaceAll(/\d+ min \d+ s\b|\d+(?:\.\d+)? m?s\b/g, "TIME")
      .replaceAll(/ {3,}/g, "   ")
      .trimEnd(),
  );
}

describe.each([80, 120])("a terminal of %i columns", (columns) => {
  it("shows what runs below what has happened, and names what failed last", async () => {
    const root = repository(files);
    const terminal = start(root, columns);
    const running = normal(await terminal.until(/^ {2}▶ test .*now TestWaits/));
    expect(running.slice(-2)).toEqual([
      "✗ TestFails in example.com/m m_test.go:9: got 1, want 2",
      "  ▶ test  TIME  0 of 1 packages, 1 test, 1 failed, now TestWaits",
    ]);
    writeFileSync(join(root, "go-on"), "");
    const ended = normal(await terminal.until(/^exit code/));
    expect(ended.filter((line) => line.includes("▶"))).toEqual([]);
    expect(ended.slice(-7)).toEqual([
      "  report   .pipeline/report.html",
      "   .pipeline/report.json",
      "",
      "  ✗ TestFails  m_test.go:9  got 1, want 2",
      "",
      "✗ pipeline failed in TIME",
      "exit code 1",
    ]);
    expect(ended.every((line) => line.length <= columns)).toBe(true);
  });
});

it("Ctrl-C leaves no line of what ran", async () => {
  const root = repository(files);
  const terminal = start(root, 80);
  await terminal.until(/^ {2}▶ test .*now TestWaits/);
  terminal.press("C-c");
  const ended = normal(await terminal.until(/^exit code/));
  expect(ended.filter((line) => line.includes("▶"))).toEqual([]);
  expect(ended.slice(-2)).toEqual(["■ pipeline was cancelled in TIME", "exit code 130"]);
  expect(existsSync(join(root, ".pipeline/report.json"))).toBe(true);
  rmSync(root, { recursive: true });
});
