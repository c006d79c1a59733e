import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const unit = join(import.meta.dirname, "test", "unit");

/** What the tests import that start processes: Node's own module, or one of ours that does it for them. */
const starters = [
  /from "node:child_process"/,
  /import \{[^}]*\b(?:repository|gitIn)\b[^}]*\} from "[^"]*\/support\/repository\.ts"/,
  /from "[^"]*\/support\/(?:pace|run-action)\.ts"/,
];

/** Where the code under test starts them by itself. */
const others = [
  "bench/harness.test.ts",
  "engine/dagger/cli.test.ts",
  "engine/host/docker/own-image.test.ts",
  "engine/host/programs.test.ts",
  "engine/passes.test.ts",
  "platform/github-cache.test.ts",
];

/** Tests below test/unit that start processes. */
function processTests(): readonly string[] {
  const files = readdirSync(unit, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".test.ts"));
  return files.filter((path) => {
    if (others.includes(path)) return true;
    const text = readFileSync(join(unit, path), "utf8");
    return starters.some((starter) => starter.test(text));
  });
}

/** The inner loop: units that start no process and need no dist. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts"],
    exclude: processTests().map((path) => `test/unit/${path}`),
    setupFiles: ["test/support/no-processes.ts"],
    // One for each core: by itself Vitest leaves one core out, and tests of processes wait for them.
    maxWorkers: "100%",
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
