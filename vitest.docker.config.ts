import { defineConfig } from "vitest/config";
import { coverageOf } from "./vitest.coverage.ts";

/** Tests with a real Docker daemon, BuildKit and registries; what they need comes from .ci/docker-setup.sh. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    coverage: coverageOf("docker"),
    include: ["test/docker/**/*.test.ts"],
    globalSetup: ["test/docker/support/machine.ts"],
    // Every test looks for what is left behind in the one daemon.
    fileParallelism: false,
    maxConcurrency: 4,
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
