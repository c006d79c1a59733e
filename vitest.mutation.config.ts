import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest that each file took, in milliseconds. */
const longest = new Map<string, number>();

/** Quick files first: most mutants fail there, and the first failure ends the run of a mutant. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const key = ({ project, moduleId }: TestSpecification): string =>
      `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
    for (const file of files) {
      const last = this.ctx.cache.getFileTestResults(key(file))?.duration ?? 0;
      longest.set(key(file), Math.max(last, longest.get(key(file)) ?? 0));
    }
    const duration = (file: TestSpecification): number => longest.get(key(file)) ?? 0;
    return Promise.resolve([...files].sort((a, b) => duration(a) - duration(b)));
  }
}

/** The tests of the pure core: every mutant of it has to fail one of them. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/unit/{inputs,plan,go,results,report,run,docker}/**/*.test.ts"],
    // Takes seconds, and every mutant of the summary would run it.
    exclude: ["test/unit/report/large-summary.test.ts"],
    testTimeout: 30_000,
    env: { MUTATION: "true" },
    setupFiles: ["test/support/mutation-setup.ts"],
    sequence: { sequencer: QuickFirst },
    // Each mutant starts a thread and loads the tests that reach it: once for all of them, not once for each file.
    isolate: false,
  },
});
