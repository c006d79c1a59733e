import { defineConfig } from "vitest/config";

/** Other people's programs on the files that a run leaves. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/readers/**/*.test.ts"],
    globalSetup: ["test/readers/support/setup.ts"],
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
