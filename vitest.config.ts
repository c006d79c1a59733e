import { defineConfig } from "vitest/config";
import { coverageOf } from "./vitest.coverage.ts";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    coverage: coverageOf("unit"),
    include: ["test/unit/**/*.test.ts", "test/process/**/*.test.ts"],
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
