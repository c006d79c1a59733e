import { defineConfig } from "vitest/config";

/** report.html in Chromium. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
