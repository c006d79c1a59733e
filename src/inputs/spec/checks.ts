import { boolean, toggle } from "../../kinds/choice.ts";
import { duration } from "../../kinds/duration.ts";
import { buildTags, packages } from "../../kinds/go.ts";
import { input, optional } from "../../kinds/input.ts";
import { filled } from "../../kinds/list.ts";
import { percent } from "../../kinds/number.ts";
import { environment } from "../../kinds/pairs.ts";
import { globs } from "../../kinds/path.ts";
import { refuseTestFlags } from "../../kinds/test-flags.ts";
import { words } from "../../kinds/words.ts";

const warns = "`warn` runs and reports it without changing the exit code.";

/** What is checked, and how tests run. */
export const checkInputs = {
  deps: input(toggle, "true", {
    description: `Check that every dependency is there and that go.sum is complete. ${warns}`,
  }),
  format: input(toggle, "true", { description: `Check the formatting with gofmt. ${warns}` }),
  vet: input(toggle, "true", { description: `Run \`go vet\`. ${warns}` }),
  test: input(toggle, "true", { description: `Run the tests with coverage. ${warns}` }),
  "mod-verify": input(boolean, "false", { description: "Also run `go mod verify` in the `deps` stage." }),
  packages: input(filled(packages), "./...", {
    description: "Package patterns to check and test; `main-packages` decides what is built.",
  }),
  "build-tags": optional(buildTags, {
    description: "Build tags for every stage, with commas between them.",
    unset: "none",
  }),
  race: input(boolean, "false", {
    description: "Run the tests with the race detector, which needs cgo and a C compiler.",
  }),
  "test-flags": optional(words(refuseTestFlags), {
    description:
      "More flags for `go test`, such as `-run ^TestX$ -count=1`; split into words with quotes as in a shell, nothing is expanded. `-v` shows what all tests print in the log. Flags that run other programs, keep tests from running, fuzz, or have an input of their own are refused.",
    unset: "none",
    notFromConfigFile: "it decides which tests count",
  }),
  "test-timeout": input(duration, "10m", { description: "Time limit of each package's tests (`go test -timeout`)." }),
  "test-env": optional(environment, {
    description:
      "Environment of the tests, one per line: `NAME=value`, or `NAME` to copy the variable of the current environment.",
    unset: "none",
    notFromConfigFile: "it can hand the runner's variables to the tests",
  }),
  "coverage-threshold": optional(percent, {
    description: "Fail when less than this percentage of all statements is covered.",
    unset: "none",
  }),
  "coverage-package-threshold": optional(percent, {
    description: "Fail when less than this percentage of any package's statements is covered.",
    unset: "none",
  }),
  "coverage-exclude": optional(globs, {
    description: "Files that do not count for coverage, as glob patterns relative to working-directory.",
    unset: "none",
  }),
  "coverage-exclude-generated": input(boolean, "false", {
    description: "Leave files with a `Code generated … DO NOT EDIT.` line out of the coverage.",
  }),
};
