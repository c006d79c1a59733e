import { describe, expect, it } from "vitest";
import {
  type KeyFacts,
  keyOf,
  keyParts,
  notReusable,
  stepNotReusable,
} from "../../../../../src/engine/host/reuse/key.ts";
import type { Command, ExecStep } from "../../../../../src/model/step.ts";

const build: Command = {
  tool: "go",
  args: ["build", "-buildvcs=false", { prefix: "-o=", out: "bin/" }, "--", "./cmd/app"],
  env: { GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "0" },
  cwd: "module",
};

function step(stage: ExecStep["stage"], command: Partial<Command> = {}): ExecStep {
  const commands = [{ ...build, ...command }];
  return {
    type: "exec",
    stage,
    module: ".",
    commands,
    stopAtFirstFailure: true,
    passes: "exit-zero",
    leaves: [],
    reuse: "by-sources",
    lfCopies: [],
    timeoutMs: 1_000,
  };
}

const facts: KeyFacts = {
  goEnv: { GOVERSION: "go1.26.8", GOFLAGS: "", GOGCCFLAGS: "-fPIC -ffile-prefix-map=/tmp/go-build1=/tmp/go-build" },
  env: { PATH: "/usr/bin", GOEXPERIMENT: "", LANG: "C" },
  sources: "aa",
  toolchain: "bb",
};

const key = (changes: Partial<KeyFacts>, of: ExecStep = step("build:linux/amd64")): string =>
  keyOf(keyParts(of, { ...facts, ...changes }));

describe("keyOf", () => {
  it("is the same for what decides nothing", () => {
    expect(key({ goEnv: { ...facts.goEnv, GOGCCFLAGS: "other" }, env: { ...facts.env, LANG: "de" } })).toBe(key({}));
    expect(key({}, { ...step("build:linux/amd64"), timeoutMs: 5 })).toBe(key({}));
  });

  it.each<[string, string]>([
    ["sources", key({ sources: "ab" })],
    ["toolchain", key({ toolchain: "ba" })],
    ["setting of go env", key({ goEnv: { ...facts.goEnv, GOAMD64: "v2" } })],
    ["variable that only Go's tools know", key({ env: { ...facts.env, GOCLOBBERDEADHASH: "1" } })],
    ["variable of the C compiler", key({ env: { ...facts.env, CPATH: "/opt/include" } })],
    ["argument", key({}, step("build:linux/amd64", { args: ["build", "-trimpath"] }))],
    ["stage", key({}, step("vet"))],
    ["module", key({}, { ...step("build:linux/amd64"), module: "sub" })],
    ["file to look at with other line ends", key({}, { ...step("build:linux/amd64"), lfCopies: ["a.go"] })],
  ])("is another one for another %s", (_, other) => {
    expect(other).not.toBe(key({}));
  });

  it("says where a result comes from without holding an environment", () => {
    const parts = keyParts(step("vet"), { ...facts, env: { GOPROXY: "https://user:secret@proxy.example" } });
    expect(JSON.stringify(parts)).not.toContain("secret");
    expect(parts).toMatchObject({ formatVersion: 1, stage: "vet", sources: "aa", toolchain: "bb" });
  });
});

describe("notReusable", () => {
  const check = (goEnv: Record<string, string>, ...moduleFiles: string[]): string | null =>
    notReusable({ goEnv, root: "/repo", moduleFiles });

  it("allows what the key holds", () => {
    const module = "module example.com/a // ../\n\nreplace example.com/b => ./b\n\nrequire example.com/c v1.0.0\n";
    expect(check({ GOWORK: "/repo/go.work", GOFLAGS: "-mod=vendor -trimpath -tags=a,b" }, module)).toBeNull();
    expect(check({ GOWORK: "off", GOFLAGS: "" })).toBeNull();
    expect(check({ GOWORK: "/repo/..x/go.work" })).toBeNull();
  });

  it.each([
    [{ GO111MODULE: "off" }, "GO111MODULE is off"],
    [{ GOWORK: "/elsewhere/go.work" }, "go.work lies outside the repository"],
    [{ GOWORK: "/repository/go.work" }, "go.work lies outside the repository"],
    [{ GOFLAGS: "-v -toolexec=./spy" }, "GOFLAGS has -toolexec=./spy"],
    [{ GOFLAGS: "'-overlay=/tmp/o.json'" }, "GOFLAGS has -overlay=/tmp/o.json"],
    [{ GOFLAGS: "-modfile=alt.mod" }, "GOFLAGS has -modfile=alt.mod"],
    [{ GOFLAGS: "-mod=mod '" }, "GOFLAGS has -mod=mod '"],
  ])("refuses %j", (goEnv, reason) => {
    expect(check(goEnv)).toBe(reason);
  });

  it.each([
    "replace example.com/b => ../b",
    "replace example.com/b v1.0.0 => /src/b",
    'replace example.com/b => "../b"',
    "use ..",
    "use (\n\t./a\n\t../b\n)",
    "replace example.com/b => C:\\src\\b",
  ])("refuses directories outside: %s", (line) => {
    expect(check({}, `module example.com/a\n${line}\n`)).toBe("go.mod or go.work names a directory outside its own");
  });
});

describe("notReusable with git", () => {
  it.each(["./.git/modules/b", '"./.git"', "./sub/.git/x"])("refuses what lies there: %s", (dir) => {
    const moduleFiles = [`module example.com/a\n\nreplace example.com/b => ${dir}\n`];
    expect(notReusable({ goEnv: {}, root: "/repo", moduleFiles })).toBe("go.mod or go.work names a directory of git");
  });

  it("allows names that only look like it", () => {
    const moduleFiles = ["module example.com/a // .git/x\n\nreplace example.com/b.git/v2 => ./b.git\n"];
    expect(notReusable({ goEnv: {}, root: "/repo", moduleFiles })).toBeNull();
  });
});

describe("stepNotReusable", () => {
  const withFlags = (...flags: string[]): string | null =>
    stepNotReusable(step("build:linux/amd64", { args: ["build", ...flags] }));

  it.each(["deps", "test"] as const)("leaves %s to run", (stage) => {
    expect(stepNotReusable(step(stage))).toBe("only Go's own cache decides about it");
  });

  it("allows builds without cgo and the flags that name no file", () => {
    expect(stepNotReusable(step("format"))).toBeNull();
    expect(stepNotReusable(step("vet", { env: {} }))).toBeNull();
    expect(withFlags("-trimpath", "-buildvcs=false")).toBeNull();
    expect(withFlags("-ldflags=-s -w -X main.version=1.2 -X 'main.date=a b' -buildid=")).toBeNull();
    expect(withFlags("-ldflags=all=-s -w")).toBeNull();
  });

  it("refuses vet where it reads C headers of this machine", () => {
    expect(stepNotReusable(step("vet"), true)).toBe("C libraries of this machine decide it");
    expect(stepNotReusable(step("format"), true)).toBeNull();
    expect(stepNotReusable(step("build:linux/amd64"), true)).toBeNull();
  });

  it("refuses what this machine or the repository's state goes into", () => {
    const cgo = step("build:linux/amd64", { env: { CGO_ENABLED: "1" } });
    expect(stepNotReusable(cgo)).toBe("C libraries of this machine go into it");
    expect(withFlags("-buildvcs=true")).toBe("the state of the repository is stamped into it");
    expect(withFlags("-ldflags=-s -linkmode=external")).toBe("ldflags may name files of this machine");
    expect(withFlags("-ldflags=-extld /opt/ld")).toBe("ldflags may name files of this machine");
  });
});
