import { toggle } from "../kinds/choice.ts";
import { input, optional } from "../kinds/input.ts";
import { growth, integer } from "../kinds/number.ts";
import { line } from "../kinds/text.ts";
import { moduleVersion } from "../kinds/versions.ts";
import { warns } from "./shared.ts";
import { testInputs } from "./test-inputs.ts";

/** It has no tags. This one is compiled by Go 1.26 or later. */
const benchstatVersion = "v0.0.0-20260908200009-22c9c6c9d4da";

export const benchInputs = {
  "test-env": testInputs["test-env"],
  bench: input(toggle, "false", {
    description: `Run the benchmarks, those of the change and those of what it is compared with in turns, alone on the machine, and have benchstat compare them. ${warns}`,
  }),
  "bench-pattern": input(line("a regular expression as `go test -bench` takes it"), ".", {
    description: "Which benchmarks run (`go test -bench`).",
  }),
  "bench-count": input(integer({ from: 1, to: 50 }), "6", {
    description:
      "How often each benchmark runs, on both sides. With less than 4 runs no difference is ever significant.",
  }),
  "bench-threshold": optional(growth, {
    description:
      "Fail when a benchmark is significantly worse by more than this percentage than at the base: it takes longer, allocates more or does less per second. In a pull request a base that cannot be had is exit code 3.",
    unset: "none: nothing fails for it",
  }),
  "bench-version": input(moduleVersion(benchstatVersion), benchstatVersion, {
    description: "Version of golang.org/x/perf, which has benchstat, unless go.mod has it on a `tool` line.",
  }),
};
