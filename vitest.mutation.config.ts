import { defineConfig } from "vitest/config";

/** The tests of the pure core: every mutant of it has to fail one of them. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/unit/{inputs,plan,go,results,report,run,docker}/**/*.test.ts"],
    testTimeout: 30_000,
    // Each mutant starts a thread and loads the tests that reach it: once for all of them, not once for each file.
    isolate: false,
  },
});
