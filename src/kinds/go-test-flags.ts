/** What becomes of a flag of `go test`: passed on, taken out because the pipeline does the same anyway, or refused with the reason. */
export type FlagRule = "pass" | "drop" | { readonly refused: string };

export interface GoTestFlag {
  /** Without a value in the same word it takes the next word as its value. */
  readonly takesValue: boolean;
  readonly rule: FlagRule;
  /** For a switch that is switched off, as in `-json=false`; `rule` if not given. */
  readonly off?: FlagRule;
}

const runsPrograms = "it runs another program in place of Go's own";
const otherSources = "it makes Go check other files than those of the repository";
const writesFiles = "it writes files into the repository, which the pipeline does not collect";
const reportNeeds = "the report is made from the output, which it changes";
const goItself = "only Go itself may set it; without it a run in which tests are missing can look like a pass";

type Row = readonly [name: string, rule: FlagRule, off?: FlagRule];

function useInput(name: string): FlagRule {
  return { refused: `use the input ${name}` };
}

function each(names: string, rule: FlagRule): readonly Row[] {
  return names.split(" ").map((name) => [name, rule]);
}

/** Flags that are on or off: `-v`, `-v=false`. What each does to the stream was seen with Go 1.26.8 and 1.27.4. */
const switches: readonly Row[] = [
  // An explicit -v replaces the -test.v=test2json that -json gives the test binary; the log holds what -v prints without it.
  ["v", "drop"],
  ["json", "drop", { refused: reportNeeds }],
  ["cover", "drop", { refused: "the pipeline always measures coverage, and Go then has no profile to write" }],
  ...each("a asan benchmem failfast fullpath linkshared modcacherw msan short trimpath", "pass"),
  ...each("x", { refused: reportNeeds }),
  ...each("artifacts work", { refused: writesFiles }),
  ...each("fuzzworker paniconexit0", { refused: goItself }),
  ...each("h help", { refused: "it only prints help" }),
  ["c", { refused: "it compiles the tests without running them" }],
  ["n", { refused: "it only prints the commands" }],
  ["i", { refused: "it installs packages" }],
  ["buildvcs", useInput("buildvcs")],
  ["race", useInput("race")],
];

const fuzzing =
  "Go writes no coverage profile while it fuzzes, so the tests would always fail; `fuzz: true` fuzzes. Seeds and the files below testdata/fuzz are tested without it";

/** Flags with a value: `-run=^TestX$`, `-run ^TestX$`. */
const valued: readonly Row[] = [
  ...each("bench benchtime count cpu fuzzminimizetime fuzztime parallel run skip", "pass"),
  ...each("blockprofilerate memprofilerate mutexprofilefraction", "pass"),
  ...each("covermode", "pass"),
  ...each("asmflags buildmode compiler gccgoflags gcflags installsuffix ldflags p pgo", "pass"),
  ...each("exec toolexec vettool", { refused: runsPrograms }),
  ...each("modfile overlay pkgdir", { refused: otherSources }),
  ...each("blockprofile cpuprofile gocoverdir memprofile mutexprofile outputdir testlogfile trace", {
    refused: writesFiles,
  }),
  ...each("debug-actiongraph debug-runtime-trace debug-trace", { refused: writesFiles }),
  ...each("fuzzcachedir", { refused: goItself }),
  ["fuzz", { refused: fuzzing }],
  ["list", { refused: "it lists the tests without running them" }],
  ["o", { refused: "it compiles the tests to a file" }],
  ["coverprofile", { refused: "the pipeline writes the profile itself, as coverage/coverage.out" }],
  ["coverpkg", useInput("coverpkg")],
  ["shuffle", useInput("shuffle")],
  ["mod", { refused: "go.mod and go.sum are never changed, and vendored modules are used as they are" }],
  ["C", useInput("working-directory")],
  ["tags", useInput("build-tags")],
  ["timeout", useInput("test-timeout")],
  ["vet", useInput("vet")],
];

/** The flags of `go test` and of test binaries, by their names without dashes and without `test.`; what is not here belongs to the tests. */
export const goTestFlags: ReadonlyMap<string, GoTestFlag> = new Map([
  ...switches.map((row) => entry(row, false)),
  ...valued.map((row) => entry(row, true)),
]);

function entry([name, rule, off]: Row, takesValue: boolean): readonly [string, GoTestFlag] {
  return [name, off === undefined ? { takesValue, rule } : { takesValue, rule, off }];
}
