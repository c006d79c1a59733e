import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest that each file took, in milliseconds. */
const longest = new Map<string, number>();

/**
 * The first failure ends the run of a mutant, so files go first that are most likely to see it: those named like the file of the mutant, which the runner
 * gives as the related one, then those of its folder, then quick ones.
 */
class LikelyFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ""] = this.ctx.config.related ?? [];
    const source = this.#steps(mutated, "src/");
    const ranks = new Map(files.map((file) => [file, this.#rank(file, source)]));
    const rank = (file: TestSpecification): number => ranks.get(file) ?? 0;
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }

  /** Smaller for what is nearer; a file that is quick is a fraction nearer than one that is not. */
  #rank({ project, moduleId }: TestSpecification, source: readonly string[]): number {
    const key = `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
    const last = this.ctx.cache.getFileTestResults(key)?.duration ?? 0;
    const duration = Math.max(last, longest.get(key) ?? 0);
    longest.set(key, duration);
    const test = this.#steps(moduleId, "test/unit/");
    const apart = source.findIndex((step, index) => step !== test[index]);
    return duration / (duration + 1_000) - (apart < 0 ? source.length : apart);
  }

  /** Folders and name below `top`, without endings. */
  #steps(path: string, top: string): readonly string[] {
    const below = relative(`${this.ctx.config.root}/${top}`, path);
    return below.replace(/(\.test)?\.ts$/, "").split("/");
  }
}

/** The tests of the pure core: every mutant of it has to fail one of them. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ["test/unit/{inputs,plan,go,results,report,run,docker}/**/*.test.ts"],
    // They take seconds, or a good part of one to load, and nearly every mutant would run them.
    exclude: ["test/unit/report/large-summary.test.ts", "test/unit/**/*property.test.ts"],
    testTimeout: 30_000,
    env: { MUTATION: "true" },
    setupFiles: ["test/support/mutation-setup.ts"],
    sequence: { sequencer: LikelyFirst },
    // Each mutant starts a thread and loads the tests that reach it: once for all of them, not once for each file.
    isolate: false,
  },
});
