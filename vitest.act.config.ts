import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/act/**/*.test.ts"],
    // A cold Go cache compiles the standard library for three platforms.
    testTimeout: 600_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
