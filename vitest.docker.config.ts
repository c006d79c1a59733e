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
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
