import { defineConfig } from "vitest/config";

/** A build of the action with a gate, a target and an engine more and two gates renamed: what only their folders know can change there alone. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/gates/**/*.test.ts"],
    globalSetup: ["test/gates/support/build.ts"],
    setupFiles: ["test/gates/support/use-variant.ts"],
    // One for each core: by itself Vitest leaves one core out, and tests of processes wait for them.
    maxWorkers: "100%",
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
