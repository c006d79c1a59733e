import { boolean, choice, toggle } from "../kinds/choice.ts";
import { age, duration } from "../kinds/duration.ts";
import { fileFloors } from "../kinds/file-floors.ts";
import { packages } from "../kinds/go.ts";
import { input, optional, several } from "../kinds/input.ts";
import { integer, percent } from "../kinds/number.ts";
import { environment } from "../kinds/pairs.ts";
import { globs, paths, prefixGlob } from "../kinds/path.ts";
import { shuffle } from "../kinds/shuffle.ts";
import { refuseTestFlags } from "../kinds/test-flags.ts";
import { words } from "../kinds/words.ts";
import { isSecretName } from "../text/secret-names.ts";
import { warns } from "./shared.ts";

/** How tests run and what counts of them. */
export const testInputs = {
  test: input(toggle, "true", { description: `Run the tests with coverage. ${warns}` }),
  race: input(boolean, "false", {
    description: "Run the tests with the race detector, which needs cgo and a C compiler.",
  }),
  "test-flags": several(words(refuseTestFlags), {
    description:
      "More flags for `go test`, such as `-run ^TestX$ -count=1`; split into words with quotes as in a shell, nothing is expanded. `-v` shows what all tests print in the log. Flags that run other programs, keep tests from running, fuzz, or have an input of their own are refused.",
    unset: "none",
    notFromConfigFile: "it decides which tests count",
  }),
  shuffle: input(shuffle, "false", {
    description:
      "Run the tests of each package in a random order (`go test -shuffle`): `true` or `on` with a new seed each time, which log, summary, report and the commands that run tests again name; a number is the seed. Go reuses no result of such a run.",
    resolve: (order, site) => (order === "off" ? null : order === "on" ? site.newSeed() : order.seed),
  }),
  "rerun-failed": input(integer({ from: 0, to: 10 }), "0", {
    description:
      "How often failed tests are run again, by name, until they pass. A test that then passes is flaky: it is counted and shown as that, and what all attempts cover counts. Packages that do not build are not run again.",
  }),
  "rerun-crashed": input(boolean, "false", {
    description:
      "With `rerun-failed`, run packages again as a whole that crashed, reached their time limit, had a data race, or failed otherwise than by a test.",
  }),
  flaky: input(choice("warn", "fail"), "warn", {
    description:
      "What the run makes of tests that failed and passed when `rerun-failed` ran them again: `warn` reports them without changing the exit code, `fail` fails.",
  }),
  "test-artifacts": input(boolean, "false", {
    description:
      "Keep what tests leave in `T.ArtifactDir` (`go test -artifacts`), by test, as `tests/artifacts` in `output-directory`. Needs Go 1.26 or later; modules with an older one are tested without, which is said. Go reuses no result of such a run.",
  }),
  "test-timeout": input(duration, "10m", { description: "Time limit of each package's tests (`go test -timeout`)." }),
  "test-env": optional(environment, {
    description:
      "Environment of the tests, one per line: `NAME=value`, or `NAME` to copy the variable of the current environment.",
    unset: "none",
    notFromConfigFile: "it can hand the runner's variables to the tests",
    resolve: (pairs, site) =>
      (pairs ?? []).flatMap(([name, written]) => {
        const value = written ?? site.variable(name);
        return value === null ? [] : [{ name, value, hidden: written === null || isSecretName(name) }];
      }),
  }),
  "test-reuse": input(choice("auto", "true", "false"), "auto", {
    description:
      "Take results of tests from earlier runs where nothing has changed that Go can see. `auto` does so in pull requests and on branches other than the default one, on runners that GitHub hosts and in containers of the Dagger engine (outside of GitHub Actions on every branch); the default branch, scheduled runs, tags and releases run every test. `true`: on every branch. `false` leaves it to `go test` alone. See docs/test-reuse.md.",
  }),
  "test-reuse-max-age": input(age, "7d", { description: "Results of tests that are older are not taken." }),
  "test-reuse-except": several(packages, {
    description:
      "Package patterns whose tests run in every run, because they depend on what Go cannot see, such as a network or a container. Other tests are not concerned.",
    unset: "none",
  }),
  "coverage-threshold": optional(percent, {
    description: "Fail when less than this percentage of all statements is covered.",
    unset: "none",
  }),
  "coverage-package-threshold": optional(percent, {
    description: "Fail when less than this percentage of any package's statements is covered.",
    unset: "none",
  }),
  "coverage-file-threshold": optional(fileFloors, {
    description:
      "Fail when less than this percentage of a file's statements is covered: `60` for every file, `internal/**=80` for files that a glob pattern relative to working-directory has; the last one that has a file counts. A pattern that has no file fails.",
    unset: "none",
    resolve: (floors, { directory }) =>
      (floors ?? []).map(({ glob, floor }) => ({ glob: glob === null ? null : prefixGlob(directory, glob), floor })),
  }),
  "coverage-patch-threshold": optional(percent, {
    description:
      "Fail when less than this percentage of the statements that the change touches is covered; a change without statements passes. What the change is compared with: see docs/coverage.md. In a pull request a base that cannot be had is exit code 3.",
    unset: "none",
  }),
  coverpkg: several(packages, {
    description:
      "Patterns of the packages whose statements the tests of all packages cover (`go test -coverpkg`), relative to each module, such as `./...`.",
    unset: "each package by its own tests",
  }),
  "coverage-data": several(paths, {
    description:
      "Directories (`GOCOVERDIR`) in which binaries built by `go build -cover` left what they covered, as in integration tests: it counts besides the tests of this run. Data of other sources is refused. The config file may only name directories of the repository.",
    unset: "none",
    resolve: (_, site) => site.coverageData,
  }),
  "coverage-exclude": optional(globs, {
    description: "Files that do not count for coverage, as glob patterns relative to working-directory.",
    unset: "none",
    resolve: (patterns, { directory }) => (patterns ?? []).map((glob) => prefixGlob(directory, glob)),
  }),
  "coverage-exclude-generated": input(boolean, "false", {
    description: "Leave files with a `Code generated … DO NOT EDIT.` line out of the coverage.",
  }),
};
