import { defineConfig } from "vitest/config";
import { FaultReporter } from "./test/faults/support/reporter.ts";

/** The faults are injected with shell scripts, signals, /proc and tmpfs: on other systems there is nothing to run. */
const linux = process.platform === "linux";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: linux ? ["test/faults/**/*.test.ts"] : [],
    passWithNoTests: !linux,
    reporters: ["default", new FaultReporter()],
    maxConcurrency: 3,
    // Mostly waiting.
    maxWorkers: 3,
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
