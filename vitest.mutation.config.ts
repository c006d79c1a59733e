import { defineConfig } from "vitest/config";

/** The tests of the pure core: every mutant of it has to fail one of them. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/unit/{inputs,plan,go,results,report,run,docker}/**/*.test.ts"],
    testTimeout: 30_000,
  },
});
