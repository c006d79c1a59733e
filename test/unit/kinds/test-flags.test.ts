import { describe, expect, it } from "vitest";
import { goTestFlags } from "../../../src/kinds/go-test-flags.ts";
import { asksForOutput, passedTestFlags, refuseTestFlags } from "../../../src/kinds/test-flags.ts";

const runs = "it runs another program in place of Go's own";
const sources = "it makes Go check other files than those of the repository";
const writes = "it writes files into the repository, which the pipeline does not collect";
const needed = "the report is made from the output, which it changes";
const itself = "only Go itself may set it; without it a run in which tests are missing can look like a pass";
const coverage = "the pipeline always measures coverage, and Go then has no profile to write";
const help = "it only prints help";

/** One row per flag: a word that gives it, and why it is refused; null: it is passed on. */
const rows: readonly (readonly [string, string | null])[] = [
  ["-a", null],
  ["-artifacts", writes],
  ["-asan", null],
  ["-asmflags=-S", null],
  ["-bench=.", null],
  ["-benchmem", null],
  ["-benchtime=1x", null],
  ["-blockprofile=x", writes],
  ["-blockprofilerate=1", null],
  ["-buildmode=pie", null],
  ["-buildvcs", "use the input buildvcs"],
  ["-c", "it compiles the tests without running them"],
  ["-C=.", "use the input working-directory"],
  ["-compiler=gc", null],
  ["-count=1", null],
  ["-cover=false", coverage],
  ["-covermode=atomic", null],
  ["-coverpkg=./...", "use the input coverpkg"],
  ["-coverprofile=x", "the pipeline writes the profile itself, as coverage/coverage.out"],
  ["-cpu=1,2", null],
  ["-cpuprofile=x", writes],
  ["-debug-actiongraph=x", writes],
  ["-debug-runtime-trace=x", writes],
  ["-debug-trace=x", writes],
  ["-exec=x", runs],
  ["-failfast", null],
  ["-fullpath", null],
  [
    "-fuzz=FuzzX",
    "Go writes no coverage profile while it fuzzes, so the tests would always fail; `fuzz: true` fuzzes. Seeds and the files below testdata/fuzz are tested without it",
  ],
  ["-test.fuzzcachedir=x", itself],
  ["-fuzzminimizetime=1s", null],
  ["-fuzztime=1s", null],
  ["-test.fuzzworker", itself],
  ["-gccgoflags=all=x", null],
  ["-gcflags=-N", null],
  ["-test.gocoverdir=x", writes],
  ["-h", help],
  ["-help", help],
  ["-i", "it installs packages"],
  ["-installsuffix=x", null],
  ["-json=false", needed],
  ["-ldflags=-s", null],
  ["-linkshared", null],
  ["-list=.", "it lists the tests without running them"],
  ["-memprofile=x", writes],
  ["-memprofilerate=1", null],
  ["-mod=mod", "go.mod and go.sum are never changed, and vendored modules are used as they are"],
  ["-modcacherw", null],
  ["-modfile=x", sources],
  ["-msan", null],
  ["-mutexprofile=x", writes],
  ["-mutexprofilefraction=1", null],
  ["-n", "it only prints the commands"],
  ["-o=x", "it compiles the tests to a file"],
  ["-outputdir=x", writes],
  ["-overlay=x", sources],
  ["-p=1", null],
  ["-test.paniconexit0=false", itself],
  ["-parallel=1", null],
  ["-pgo=off", null],
  ["-pkgdir=x", sources],
  ["-race", "use the input race"],
  ["-run=^TestX$", null],
  ["-short", null],
  ["-shuffle=on", "use the input shuffle"],
  ["-skip=X", null],
  ["-tags=x", "use the input build-tags"],
  ["-test.testlogfile=x", writes],
  ["-timeout=1s", "use the input test-timeout"],
  ["-toolexec=x", runs],
  ["-trace=x", writes],
  ["-trimpath", null],
  ["-vet=off", "use the input vet"],
  ["-vettool=x", runs],
  ["-work", writes],
  ["-x", needed],
];

describe("a flag of go test", () => {
  it.each(rows)("%s", (word, reason) => {
    const name = word.replace(/=.*/, "");
    for (const spelling of [word, `-${word}`]) {
      expect(refuseTestFlags(["-count=1", spelling])).toEqual(
        reason === null ? [] : [`${name} is not allowed: ${reason}`],
      );
      if (reason === null) expect(passedTestFlags([spelling])).toEqual([spelling]);
    }
  });

  it("is in the table, or belongs to the tests", () => {
    const tried = rows.map(([word]) => word.replace(/^-(?:test\.)?|=.*/g, ""));
    expect([...goTestFlags.keys()].sort()).toEqual([...tried, "v"].sort());
    expect(refuseTestFlags(["-update", "-test.made-up"])).toEqual([]);
    expect(passedTestFlags(["-update", "golden", "-v"])).toEqual(["-update", "golden"]);
  });

  it.each([
    "-v",
    "--v",
    "-v=true",
    "-v=false",
    "-v=test2json",
    "-test.v",
    "--test.v=1",
    "-json",
    "-json=true",
    "-cover",
  ])("%s is taken, but not passed on", (word) => {
    expect(refuseTestFlags([word])).toEqual([]);
    expect(passedTestFlags(["-short", word, "-run", "X"])).toEqual(["-short", "-run", "X"]);
  });

  it("takes the next word as its value, whatever that looks like", () => {
    const words = ["-run", "-v", "-ldflags", "-race", "-bench", "-list"];
    expect(refuseTestFlags(words)).toEqual([]);
    expect(passedTestFlags(words)).toEqual(words);
    expect(asksForOutput(words)).toBe(false);
    expect(refuseTestFlags(["-short", "-list", "."])).toEqual([
      "-list is not allowed: it lists the tests without running them",
    ]);
    expect(passedTestFlags(["-run"])).toEqual(["-run"]);
  });
});

describe("words after -args", () => {
  it("belong to the tests, but for the test binary's own flags", () => {
    expect(refuseTestFlags(["-args", "-list", "-n", "--"])).toEqual([]);
    expect(passedTestFlags(["-v", "--args", "-v", "-test.v", "-test.v=true", "x"])).toEqual(["--args", "-v", "x"]);
    expect(refuseTestFlags(["-args", "-test.list=.", "-test.timeout", "1s"])).toEqual([
      "-test.list is not allowed: it lists the tests without running them",
      "-test.timeout is not allowed: use the input test-timeout",
    ]);
  });

  it("are help for every program as -h and -help", () => {
    for (const word of ["-h", "--help"]) expect(refuseTestFlags(["-args", word])).toHaveLength(1);
    expect(refuseTestFlags(["-args", "-h=example.com", "-host"])).toEqual([]);
  });

  it("are no flags behind --", () => {
    expect(refuseTestFlags(["-args", "--", "-test.list=.", "-h"])).toEqual([]);
    expect(passedTestFlags(["-args", "--", "-test.v", "--"])).toEqual(["-args", "--", "-test.v", "--"]);
    const problem = '"--" is not allowed; write -args before words for the test binary';
    expect(refuseTestFlags(["--", "-v"])).toEqual([problem]);
  });
});

it("tells who asks for the output of passing tests", () => {
  for (const words of [["-v"], ["-v=true"], ["-args", "-test.v"]]) expect(asksForOutput(words)).toBe(true);
  for (const words of [[], ["-v=false"], ["-args", "-v"], ["-short"]]) expect(asksForOutput(words)).toBe(false);
});
