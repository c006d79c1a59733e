import { defineConfig } from "vitest/config";
import { coverageOf } from "./vitest.coverage.ts";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    coverage: coverageOf("unit"),
    include: ["test/unit/**/*.test.ts", "test/process/**/*.test.ts"],
    // One for each core: by itself Vitest leaves one core out, and tests of processes wait for them.
    maxWorkers: "100%",
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
