import { defineConfig } from "vitest/config";

/** Other people's programs on the files that a run leaves. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/readers/**/*.test.ts"],
    globalSetup: ["test/readers/support/setup.ts"],
    // One for each core: by itself Vitest leaves one core out, and tests of processes wait for them.
    maxWorkers: "100%",
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
