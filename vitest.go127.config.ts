import { defineConfig } from "vitest/config";
import { toolchain } from "./test/support/go127.ts";

/** What depends on what Go prints and counts, with the Go after the one on PATH. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/process/{contract,in-process,reuse,cli,modules-products,go-version}.test.ts"],
    globalSetup: ["test/support/go127.ts"],
    env: { GOTOOLCHAIN: toolchain },
    // One for each core: by itself Vitest leaves one core out, and tests of processes wait for them.
    maxWorkers: "100%",
    // For tests that wait for ever; no test is judged by how long it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
