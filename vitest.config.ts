import { defineConfig } from "vitest/config";
import { coverageOf } from "./vitest.coverage.ts";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    coverage: coverageOf("unit"),
    include: ["test/unit/**/*.test.ts", "test/process/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
