import { describe, expect, it } from "vitest";
import { parseDeps } from "../../../src/go/deps.ts";
import { goSentence } from "../../../src/go/go-words.ts";
import { namedSetting } from "../../../src/go/named-setting.ts";
import { captured, source } from "./fixture.ts";

const versions = ["go1.26.8", "go1.27.4"];

describe.each(versions)("what %s says of a setting that it cannot work with", (version) => {
  // `go list` and `go vet` in a module that is sound; null: that command does not mind. (With -find, list needs the cache only for directories that have
  // not changed for two seconds; these were new.)
  it.each([
    ["goflags-unknown", "GOFLAGS", "GOFLAGS"],
    ["goflags-no-flag", "GOFLAGS", "GOFLAGS"],
    ["goflags-quote", "GOFLAGS", "GOFLAGS"],
    ["goflags-value", "GOFLAGS", "GOFLAGS"],
    ["goflags-mod", "GOFLAGS", "GOFLAGS"],
    ["goflags-toolexec", null, "GOFLAGS"],
    ["goexperiment", "GOEXPERIMENT", "GOEXPERIMENT"],
    ["gotoolchain", "GOTOOLCHAIN", "GOTOOLCHAIN"],
    ["gocache-off", null, "GOCACHE"],
    ["gocache-relative", null, "GOCACHE"],
    ["gocache-absent", null, "GOCACHE"],
    ["gocacheprog", null, "GOCACHEPROG"],
    ["gotmpdir", null, "GOTMPDIR (or TMPDIR)"],
    ["goos", null, "GOOS and GOARCH"],
    ["go111module", "GO111MODULE", "GO111MODULE"],
    ["gofips140", "GOFIPS140", "GOFIPS140"],
    ["gopath", "GOPATH", "GOPATH"],
  ])("names it: %s", (name, list, vet) => {
    const ran = (command: string) => captured(`settings/${name}/${version}.${command}`);
    expect([namedSetting(ran("list").stderr), namedSetting(ran("vet").stderr)]).toEqual([list, vet]);
    expect([ran("list").exitCode === 0, ran("vet").exitCode === 0]).toEqual([list === null, false]);
  });

  it("names the C compiler for all that is compiled", () => {
    const ran = (command: string) => captured(`settings/cc/${version}.${command}`);
    const texts = [ran("vet").stderr, ran("build").stderr];
    expect(texts.map(namedSetting)).toEqual(["CC and CGO_ENABLED", "CC and CGO_ENABLED"]);
  });

  it("is no fault of go.mod in the deps stage", () => {
    const settled = parseDeps(captured(`settings/goproxy-off/${version}.deps`), { ...source, cwd: "." });
    expect(settled).toMatchObject({
      environment: true,
      failedBecause: "cannot find example.com/dep: module lookup disabled by GOPROXY=off",
    });
    for (const stderr of [captured(`settings/gocache-off/${version}.vet`).stderr]) {
      const { findings, environment, failedBecause } = parseDeps(
        { stdout: "", stderr, exitCode: 1 },
        { ...source, cwd: "." },
      );
      expect([findings[0]?.path, environment]).toEqual([null, true]);
      expect(failedBecause).toBe(
        "Go cannot work with GOCACHE as the environment has it: build cache is disabled by GOCACHE=off, but required as of Go 1.12",
      );
    }
  });
});

it("knows a GODEBUG that Go 1.27 has removed, by its first line and not by the stack below it", () => {
  const { stderr } = captured("settings/godebug/go1.27.4.list");
  expect(namedSetting(stderr)).toBe("GODEBUG");
  expect(goSentence(stderr)).toBe(
    'fatal error: removed GODEBUG "asynctimerchan" set to old value "1" in environment (https://go.dev/doc/godebug#go-127)',
  );
});

it.each([
  "go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)",
  "go: errors parsing go.mod:\ngo.mod:3: invalid go version 'GO1': must match format 1.23",
  "a.go:3:1: undefined: GOFLAGS",
  "go: inconsistent vendoring in /src:",
  "no required module provides package example.com/dep/x; to add it:\n\tgo get example.com/dep/x",
])("blames no setting for %s", (text) => {
  expect(namedSetting(text)).toBeNull();
});
