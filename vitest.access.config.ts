import { defineConfig } from "vitest/config";

/** Private modules from git servers of our own on loopback: sshd, and git http-backend behind TLS. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/access/**/*.test.ts"],
    globalSetup: ["test/support/git/programs.ts"],
    // One for each core: by itself Vitest leaves one core out, and tests of processes wait for them.
    maxWorkers: "100%",
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
