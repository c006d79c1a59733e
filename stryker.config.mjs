// Mutation tests of the pure core: `npm run mutation`; MUTATION_PART names one folder of src/.
import process from "node:process";

const part = process.env.MUTATION_PART || "{inputs,plan,go,results,report,run}";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
const config = {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: [
    `src/${part}/**/*.ts`,
    // The edges of the core, and tables that are data.
    "!src/inputs/{load,path-facts,read-config-file,go-platforms,version}.ts",
    "!src/inputs/spec/**/*.ts",
    "!src/go/deps-template.ts",
  ],
  coverageAnalysis: "perTest",
  // Mutants of constants need every test of the file again and again, and say little.
  ignoreStatic: true,
  // Of a test run that takes seconds at most: what is not back by then loops for ever.
  timeoutMS: 2_000,
  timeoutFactor: 1.25,
  concurrency: 1,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "reports/mutation.json" },
  thresholds: { high: 90, low: 80, break: 80 },
  // Files that are generated stay as they are: a test compares them.
  disableTypeChecks: false,
};

// biome-ignore lint/style/noDefaultExport: Stryker reads the default export
export default config;
