import { defineConfig } from "vitest/config";
import { coverageOf } from "./vitest.coverage.ts";

/** For `vitest --merge-reports`: the suites together. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: { coverage: { ...coverageOf("all"), enabled: true, thresholds: { lines: 95, branches: 90 } } },
});
