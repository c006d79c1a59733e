import { describe, expect, it } from "vitest";
import { type KeyFacts, keyOf, keyParts, notReusable } from "../../../../../src/engine/host/reuse/key.ts";
import type { StageId } from "../../../../../src/model/stage.ts";
import type { Command, ExecStep } from "../../../../../src/model/step.ts";
import { execStep } from "../../../../support/steps.ts";

const build: Command = {
  tool: "go",
  args: ["build", "-buildvcs=false", { prefix: "-o=", out: "bin/" }, "--", "./cmd/app"],
  env: { GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "0" },
  cwd: "module",
};

function step(stage: StageId, command: Partial<Command> = {}): ExecStep {
  return execStep({ stage, commands: [{ ...build, ...command }] });
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
    expect(parts).toMatchObject({ formatVersion: 3, stage: "vet", sources: "aa", toolchain: "bb" });
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
