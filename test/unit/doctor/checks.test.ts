import { describe, expect, it } from "vitest";
import type { Surroundings } from "../../../src/doctor/check.ts";
import { checks } from "../../../src/doctor/index.ts";
import type { AskProgram } from "../../../src/engine/ask-program.ts";
import type { GoOnPath } from "../../../src/engine/go-on-path.ts";
import type { Config } from "../../../src/inputs/config.ts";
import type { ParsedInputs } from "../../../src/inputs/parse.ts";
import { nothingKnown } from "../../../src/platform/platform.ts";
import type { GitResult } from "../../../src/project/git.ts";
import { makeConfig } from "../../support/config.ts";
import { makeFacts } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const noSecrets = {
  ...{ cloudToken: null, registryUsername: null, registryPassword: null, deployEnv: [] },
  ...{ gitCredentials: [], gitSsh: null, dockerSecrets: [] },
};

function given(over: Partial<Config> = {}, warnings: readonly string[] = []): ParsedInputs {
  const config = makeConfig(over);
  return {
    ok: true,
    repository: "/repo",
    config,
    secrets: noSecrets,
    githubToken: null,
    provenance: new Map(),
    warnings,
  };
}

const goIs = (version: string, gotoolchain = "auto", goEnv: Readonly<Record<string, string>> = {}): GoOnPath => {
  return {
    state: "there",
    version,
    gotoolchain,
    goEnv: { GOVERSION: version, GOOS: "linux", GOARCH: "amd64", GOFLAGS: "", ...goEnv },
  };
};
const noGo: GoOnPath = { state: "none", why: "no Go on PATH" };

const docker = (over: Partial<Awaited<ReturnType<AskProgram>>>): AskProgram => {
  return async () => ({ installed: true, stdout: "linux\n", stderr: "", problem: "", ...over });
};
const podman: AskProgram = async (file, args) => {
  return await docker(file === "podman" ? {} : { installed: false, problem: "ENOENT" })(file, args);
};
const noDocker = docker({ installed: false, stdout: "", problem: "spawn docker ENOENT" });

/** Answers by the first word. */
const gitSays = (answers: Readonly<Record<string, string>>) => {
  return async (...args: string[]): Promise<GitResult> => {
    const stdout = answers[args[0] ?? ""];
    return stdout === undefined ? { ok: false, problem: "no git", exitCode: null } : { ok: true, stdout };
  };
};

function around(over: Partial<Surroundings> = {}, files: Readonly<Record<string, string>> = {}): Surroundings {
  const module = makeModule({ dir: ".", path: "example.com/m", go: "1.24" });
  const { project } = makeFacts();
  return {
    env: {},
    inputs: given(),
    repository: {
      root: "/repo",
      files: Object.keys(files),
      git: true,
      read: async (path) => files[path] ?? null,
      filesOf: async () => [],
    },
    project: {
      ...project,
      modules: [module],
      unchecked: [],
      loose: [],
      wantedGo: { version: "1.24", source: "go line of go.mod" },
    },
    projectProblems: [],
    context: nothingKnown,
    go: goIs("go1.26.8"),
    ask: docker({}),
    git: gitSays({ "rev-parse": "false\n", "ls-files": "" }),
    free: async () => [{ place: "/tmp", bytes: 8 * 1024 ** 3 }],
    ...over,
  };
}

const workflow = (step: string, ours = ""): Readonly<Record<string, string>> => ({
  ".github/workflows/ci.yml": `jobs:\n  go:\n    steps:\n      - uses: ${step}\n      - uses: me/dagger-go-pipeline@v1\n${ours}  other:\n    uses: me/x/.github/workflows/y.yml@v1\n`,
});
/** A workflow that releases where `release` is what it may be. */
const releasing = (permissions: string, depth: number, release = "draft"): Readonly<Record<string, string>> => ({
  ".github/workflows/release.yml": `permissions: ${permissions.includes(":") ? `{ ${permissions} }` : permissions}\njobs:\n  go:\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          fetch-depth: ${depth}\n      - uses: me/dagger-go-pipeline@v1\n        with:\n          release: ${release}\n`,
});
const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
const requires = "module example.com/m\n\nrequire (\n\ta.b/c v1.0.0\n\td.e/f v1.0.0\n)\n\nreplace d.e/f => ./f\n";

type Case = readonly [name: string, what: string, surroundings: Surroundings, seen: string];

const cases: readonly Case[] = [
  ["inputs", "no file", around(), "ok no config file"],
  [
    "inputs",
    "a file",
    around({ inputs: given({ config: "/repo/.dagger-go.yml" }) }),
    "ok config file /repo/.dagger-go.yml",
  ],
  ["inputs", "warnings", around({ inputs: given({}, ["token is empty"]) }), "odd token is empty"],
  ["inputs", "problems", around({ inputs: { ok: false, problems: ["--x: wrong"] } }), "broken 2 --x: wrong"],
  ["modules", "one", around(), "ok 1 module: ."],
  [
    "modules",
    "one left out",
    around({ project: { ...makeFacts().project, unchecked: ["sub"] } }),
    "odd 1 module: .; not checked: sub",
  ],
  [
    "modules",
    "files in none",
    around({ project: { ...makeFacts().project, loose: ["cli"] } }),
    "odd 1 module: .; in no module: cli",
  ],
  ["modules", "none", around({ project: null, projectProblems: ["no go.mod"] }), "broken 2 no go.mod"],
  ["history", "whole", around(), "ok the whole history is here"],
  ["history", "no git", around({ git: gitSays({}) }), "odd git does not answer: no git"],
  [
    "history",
    "no repository",
    around({ git: async () => ({ ok: false, problem: "fatal: not a git repository: .git", exitCode: 128 }) }),
    "odd not a git repository",
  ],
  [
    "history",
    "shallow",
    around({ git: gitSays({ "rev-parse": "true\n" }) }),
    "ok a shallow clone, which is enough for these inputs",
  ],
  [
    ...(["history", "too shallow"] as const),
    around({ git: gitSays({ "rev-parse": "true\n" }), inputs: given({ lintNewOnly: true }) }),
    "odd a shallow clone, but lint-new-only needs more history",
  ],
  ...(["bench", "release"] as const).map(
    (name): Case => [
      "history",
      `too shallow for ${name}`,
      around({ git: gitSays({ "rev-parse": "true\n" }), inputs: given({ [name]: "true" }) }),
      `odd a shallow clone, but ${name} needs more history`,
    ],
  ),
  [
    "go.sum",
    "nothing required",
    around({}, { "go.mod": "module example.com/m\n" }),
    "ok every requirement has its line",
  ],
  ["go.sum", "no line", around({}, { "go.mod": requires }), "odd lines are missing for a.b/c@v1.0.0"],
  [
    "go.sum",
    "a line",
    around({}, { "go.mod": requires, "go.sum": "a.b/c v1.0.0/go.mod h1:x=\n" }),
    "ok every requirement has its line",
  ],
  ["go.sum", "no module", around({ project: null }), "ok no module"],
  ["go", "newer", around(), "ok go1.26.8 is on PATH; 1.24 is wanted (go line of go.mod)"],
  ["go", "none", around({ go: noGo }), "odd no Go on PATH"],
  [
    "go",
    "a wrong setting",
    around({ go: { state: "refuses" } }),
    "broken 3 a setting of the environment is one that Go does not take",
  ],
  [
    "go",
    "older",
    around({ go: goIs("go1.22.1") }),
    "odd go1.22.1 is on PATH; 1.24 is wanted (go line of go.mod), which Go downloads in every fresh job",
  ],
  [
    ...(["go", "older and local"] as const),
    around({ go: goIs("go1.22.1", "local") }),
    "odd go1.22.1 is on PATH; 1.24 is wanted (go line of go.mod), and GOTOOLCHAIN=local forbids to take another",
  ],
  [
    "go",
    "go-version",
    around({ inputs: given({ goVersion: "1.26.8" }) }),
    "ok go1.26.8 is on PATH; 1.26.8 is wanted (go-version)",
  ],
  ["containers", "Docker", around(), "ok docker runs Linux containers"],
  [
    "containers",
    "none",
    around({ ask: noDocker }),
    "ok no image is built here, and nothing else needs them (no container runtime on PATH)",
  ],
  [
    ...(["containers", "none for a Dockerfile"] as const),
    around({ ask: docker({ stdout: "windows\n" }) }, { Dockerfile: "" }),
    "odd no usable one: docker runs windows containers: the stages of the image are skipped, or fail with `docker: true`",
  ],
  [
    ...(["containers", "and no Go"] as const),
    around({ ask: noDocker, go: noGo }),
    "broken 3 no container runtime on PATH, and no Go on PATH: nothing here can execute the stages",
  ],
  [
    "containers",
    "an engine elsewhere",
    around({ ask: noDocker, go: noGo, env: { DAGGER_SESSION_PORT: "1" } }),
    "ok an engine elsewhere runs them: started by dagger run",
  ],
  [
    ...(["containers", "an engine elsewhere, and a Dockerfile"] as const),
    around({ ask: noDocker, env: { DAGGER_CLOUD_ENGINE: "1" } }, { Dockerfile: "" }),
    "ok an engine elsewhere runs them: DAGGER_CLOUD_ENGINE is set",
  ],
  [
    ...(["containers", "an engine elsewhere that engine: host does not take"] as const),
    around({ ask: noDocker, inputs: given({ engine: "host" }), env: { DAGGER_SESSION_PORT: "1" } }, { Dockerfile: "" }),
    "odd no container runtime on PATH: the stages of the image are skipped, or fail with `docker: true`",
  ],
  [
    ...(["containers", "none for the Dagger engine"] as const),
    around({ ask: noDocker, inputs: given({ engine: "dagger" }) }),
    "broken 3 no container runtime on PATH, which `engine: dagger` needs",
  ],
  [
    ...(["containers", "podman and no Go"] as const),
    around({ ask: podman, go: noGo }),
    "ok no image is built here, and nothing else needs them (podman runs containers, but no Docker)",
  ],
  [
    ...(["containers", "podman for the Dagger engine"] as const),
    around({ ask: podman, inputs: given({ engine: "dagger" }) }, { Dockerfile: "" }),
    "ok podman runs Linux containers",
  ],
  ["containers", "no inputs", around({ inputs: { ok: false, problems: [] } }), "ok not known without the inputs"],
  ["disk", "room", around(), "ok 8.0 GiB free at /tmp"],
  ["disk", "little", around({ free: async () => [{ place: "/tmp", bytes: 1024 ** 3 }] }), "odd 1.0 GiB free at /tmp"],
  ["disk", "none", around({ free: async () => [{ place: "/tmp", bytes: 0 }] }), "broken 3 0 B free at /tmp"],
  [
    "proxies",
    "Go's own",
    around({ go: goIs("go1.26.8", "", { GOPROXY: "https://u:p@proxy.example,direct" }) }),
    "ok GOPROXY=https://proxy.example,direct",
  ],
  ["proxies", "off", around({ go: noGo, env: { GOPROXY: "off" } }), "odd GOPROXY=off: nothing can be fetched"],
  [
    ...(["proxies", "without exceptions"] as const),
    around({ env: { HTTPS_PROXY: "http://p:1" } }),
    "odd HTTPS_PROXY without NO_PROXY: requests to services of this job go through the proxy too",
  ],
  [
    "proxies",
    "with exceptions",
    around({ env: { HTTPS_PROXY: "http://p:1", no_proxy: "localhost" } }),
    "ok GOPROXY=Go's own default; HTTPS_PROXY",
  ],
  ["fork", "no workflow", around(), "ok not in a workflow"],
  ["fork", "own", around({ context: { ...nothingKnown, eventName: "push" } }), "ok event push"],
  [
    ...(["fork", "a fork"] as const),
    around({ context: { ...nothingKnown, eventName: "pull_request", repository: "me/x", headRepository: "you/x" } }),
    "odd pull_request of the fork you/x: secrets are empty, the token only reads, and no cache is saved",
  ],
  [
    "caches",
    "setup-go",
    around({}, workflow("actions/setup-go@v6")),
    "odd kept twice in .github/workflows/ci.yml, job go: actions/setup-go",
  ],
  [
    "caches",
    "setup-go without",
    around({}, workflow("actions/setup-go@v6\n        with:\n          cache: false")),
    "ok 1 workflow file(s), none with a second cache of Go",
  ],
  [
    "caches",
    "ours off",
    around({}, workflow("actions/setup-go@v6", "        with:\n          cache: false\n")),
    "ok 1 workflow file(s), none with a second cache of Go",
  ],
  [
    ...(["caches", "actions/cache"] as const),
    around({}, workflow("actions/cache@v5\n        with:\n          path: ~/.cache/go-build")),
    "odd kept twice in .github/workflows/ci.yml, job go: actions/cache",
  ],
  [
    "caches",
    "no workflow",
    around({}, { ".github/workflows/x.yml": "a: [" }),
    "ok 1 workflow file(s), none with a second cache of Go",
  ],
  ["test reuse", "nothing", around(), "ok no flag keeps Go from reusing results of tests"],
  ["test reuse", "no inputs", around({ inputs: { ok: false, problems: [] } }), "ok not known without the inputs"],
  [
    "test reuse",
    "-count",
    around({ inputs: given({ testFlags: ["-count=1"] }) }),
    "odd -count=1 makes go test run again: no result of a test is reused",
  ],
  [
    "test reuse",
    "GOFLAGS",
    around({ go: noGo, env: { GOFLAGS: "-count=1" } }),
    "odd -count=1 makes go test run again: no result of a test is reused",
  ],
  ["release", "none", around({}, releasing("contents: write", 0, "x")), "ok nothing is released"],
  ["release", "by flag", around({ inputs: given({ release: "draft" }) }), "ok it has what it needs"],
  ["release", "all there", around({}, releasing("contents: write", 0)), "ok it has what it needs"],
  ["release", "write-all", around({}, releasing("write-all", 0)), "ok it has what it needs"],
  [
    "release",
    "no right and no history",
    around({}, releasing("contents: read", 1)),
    "odd .github/workflows/release.yml, job go: contents: read; .github/workflows/release.yml, job go: actions/checkout fetches one commit",
  ],
  [
    "release",
    "other rights",
    around({}, releasing("packages: write", 0)),
    "odd .github/workflows/release.yml, job go: contents: none",
  ],
  [
    "release",
    "goreleaser",
    around({}, { ...releasing("contents: write", 0), ".goreleaser.yaml": "" }),
    "odd .goreleaser.yaml configures goreleaser, and `release` packs the same binaries",
  ],
  [
    "release",
    "goreleaser beside archives",
    around({ inputs: given({ archives: true }) }, { "goreleaser.yml": "" }),
    "odd goreleaser.yml configures goreleaser, and `archives` packs the same binaries",
  ],
  ["release", "goreleaser alone", around({}, { ".goreleaser.yml": "" }), "ok nothing is released"],
  ["git lfs", "not used", around(), "ok not used"],
  [
    "git lfs",
    "content",
    around({ git: gitSays({ "ls-files": "a.bin\0" }) }, { ".gitattributes": "", "a.bin": "x" }),
    "ok every file has its content",
  ],
  [
    "git lfs",
    "a pointer",
    around({ git: gitSays({ "ls-files": "a.bin\0" }) }, { ".gitattributes": "", "a.bin": pointer }),
    "odd pointers without content: a.bin",
  ],
  ["git lfs", "no files in it", around({}, { ".gitattributes": "" }), "ok not used"],
  [
    "secrets",
    "none",
    around({ git: gitSays({ "ls-files": "testdata/key.pem\0.env.example\0main.go\0" }) }),
    "ok no tracked file is named like one",
  ],
  [
    ...(["secrets", "a key"] as const),
    around({ git: gitSays({ "ls-files": "deploy/schlüssel\n.pem\0" }) }),
    "odd tracked files named like secrets: deploy/schlüssel\n.pem; they go to engines and into images",
  ],
  ["secrets", "no git", around({ git: gitSays({}) }), "ok not known without git"],
];

describe("doctor", () => {
  it.each(cases)("%s: %s", async (name, _, surroundings, expected) => {
    const check = checks.find((one) => one.name === name);
    const seen = await check?.look(surroundings);
    expect([seen?.state, ...(seen?.state === "broken" ? [seen.exitCode] : []), seen?.saw].join(" ")).toBe(expected);
    if (seen !== undefined && seen.state !== "ok") expect(seen.remedy).toMatch(/\.$/);
  });

  it("has a case for every check", () => {
    expect(new Set(cases.map(([name]) => name))).toEqual(new Set(checks.map(({ name }) => name)));
  });
});
