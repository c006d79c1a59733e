import { defineConfig } from "vitest/config";

/** What people see on a terminal, recorded with tmux. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/terminal/**/*.test.ts"],
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
