import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
let dist: string;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "check-dist-"));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

function check(files: Readonly<Record<string, string>>): { status: number | null; problems: string[] } {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
  const run = spawnSync(process.execPath, [join(root, "scripts", "check-dist.mjs"), `--dist=${dist}`], {
    encoding: "utf8",
  });
  const problems = run.stderr.split("\n").filter((line) => line !== "" && !line.endsWith(" is missing"));
  return { status: run.status, problems };
}

test("names every committed file that is missing", () => {
  const expected: unknown = JSON.parse(readFileSync(join(root, "scripts", "dist-files.json"), "utf8"));
  const { stderr, status } = spawnSync(process.execPath, ["scripts/check-dist.mjs", `--dist=${dist}`], {
    cwd: root,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(expected).toContain("index.js");
  expect(stderr.trim().split("\n")).toEqual(
    Array.isArray(expected) ? expected.map((n) => `dist: ${n} is missing`) : [],
  );
});

test.each([
  ["a path of a home directory", { "index.js": 'const at = "/home/someone/project/x.js";' }, "/home/someone"],
  ["a file URL", { "index.js": 'const at = "file:///srv/build/x.js";' }, "file:///srv/build/x.js"],
  ["the directory it was built in", { "index.js": `const at = "${root}/src/x.js";` }, root],
])("refuses %s", (_name, files, path) => {
  const { status, problems } = check(files);
  expect(status).toBe(1);
  expect(problems).toContain(`dist: index.js names a path of the build machine: ${path}`);
});

test("refuses the TypeScript compiler, a new chunk and an eager file over its limit", () => {
  const { problems, status } = check({
    "index.js": " ".repeat(3 * 1024 * 1024 + 1),
    "unexpected.index.js": "function createTypeChecker(host) {}",
  });
  expect(status).toBe(1);
  expect(problems).toEqual([
    "dist: unexpected.index.js is new: run `npm run build -- --update` if it is meant to be there",
    "dist: index.js has 3145729 bytes, the limit is 3145728",
    "dist: unexpected.index.js contains the TypeScript compiler",
  ]);
});
