import { describe, expect, it } from "vitest";
import { uncachedBy } from "../../../src/go/test-caching.ts";

/** What `go test <words> .` of Go 1.26.8 and 1.27.4 did with a result that it had: each word was tried. */
const cached = [
  ["-run=A"],
  ["-run", "TestA/b c", "-skip", "-count"],
  ["-skip=X", "-short", "-v", "-failfast", "-fullpath"],
  ["-parallel=2", "-cpu", "1,2", "-benchtime=1s"],
  [
    "-race",
    "-covermode=atomic",
    "-coverpkg=./...",
    "-vet=off",
    "-p=1",
    "-asan=false",
    "-gcflags=-e",
    "-ldflags",
    "-s -w",
  ],
  ["-test.short", "--short", "-test.run", "A"],
  ["-trimpath", "-buildvcs=false", "-mod=mod", "-modcacherw"],
  ["-args"],
  [],
];

const runAgain = [
  ["-count=1"],
  ["--count", "1"],
  ["-test.count=1"],
  ["-shuffle=off"],
  ["-shuffle", "on"],
  ["-bench=."],
  ["-benchmem"],
  ["-fuzz=FuzzA"],
  ["-fuzztime=1s"],
  ["-cpuprofile=cpu.out"],
  ["-update"],
  ["word"],
  [""],
  ["-"],
];

describe("results of tests", () => {
  it.each(cached.map((words) => [words]))("are reused with %j", (words) => {
    expect(uncachedBy(words)).toBeNull();
  });

  it.each(runAgain.map((words) => [words]))("are made again with %j", (words) => {
    expect(uncachedBy(words)).toBe(words[0]);
    expect(uncachedBy(["-run", "A", "-short", ...words])).toBe(words[0]);
  });

  it("are made again when anything goes to the test binary", () => {
    expect(uncachedBy(["-short", "-args", "-test.v"])).toBe("-test.v");
    expect(uncachedBy(["-args", "x"])).toBe("x");
  });
});
