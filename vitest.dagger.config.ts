import { defineConfig } from "vitest/config";

/** Tests with a real Dagger engine: the one that _EXPERIMENTAL_DAGGER_RUNNER_HOST or a local container runtime offers, with the Go image GO_IMAGE. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/dagger/**/*.test.ts"],
    globalSetup: ["test/dagger/support/machine.ts"],
    // One engine, and tests look for what others would leave behind in it.
    fileParallelism: false,
    // A cold engine compiles the standard library for three platforms, and fetches the image of Go before the first test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
