import { kinds, kindsOf } from "../../../src/gates/index.ts";
import type {
  Coverage,
  FailedTest,
  Finding,
  Report,
  Sbom,
  StageResult,
  TestPackage,
} from "../../../src/model/report.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import { makeStageResult } from "../../support/stages.ts";

/** Reports as runs leave them, for everything that renders one. */

const start = Date.parse("2026-03-01T12:00:00.000Z");

export function stage(id: string, over: Partial<StageResult> & { readonly at?: number } = {}): StageResult {
  const { at = 0, ...rest } = over;
  const ran = !["skipped", "disabled", "blocked"].includes(rest.status ?? "passed");
  return makeStageResult(id, {
    startedAt: ran ? new Date(start + at).toISOString() : null,
    durationMs: ran ? 1_200 : 0,
    command: `go ${id}`,
    ...rest,
  });
}

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    source: "vet",
    severity: "error",
    path: "greet/greet.go",
    line: 12,
    column: 5,
    title: "go vet",
    message: "fmt.Printf format %d has arg name of wrong type string",
    ...over,
  };
}

export function failedTest(over: Partial<FailedTest> = {}): FailedTest {
  return {
    name: "TestGreet/empty_name",
    durationMs: 12,
    path: "greet/greet_test.go",
    line: 31,
    output: '    greet_test.go:31: Greet("") = "Hello, !", want "Hello, world!"\n',
    command: "go test -run '^TestGreet$/^empty_name$' example.com/greeter/greet",
    ...over,
  };
}

export function testPackage(importPath: string, over: Partial<TestPackage> = {}): TestPackage {
  return {
    importPath,
    status: "passed",
    reason: null,
    durationMs: 120,
    passed: 10,
    failed: 0,
    skipped: 0,
    flaky: 0,
    interrupted: 0,
    failures: [],
    flakes: [],
    unfinished: [],
    tests: [],
    ...over,
  };
}

/** A report with one module, said flatly: what it came to is the total as well. */
interface Flat extends Omit<Report, "modules" | "totals"> {
  readonly project: {
    readonly modules: readonly { readonly dir: string; readonly path: string | null }[];
    readonly goVersion: string | null;
  };
  readonly tests: Report["totals"]["tests"];
  readonly coverage: Coverage | null;
}

function one({ project, tests, coverage, ...rest }: Flat): Report {
  const modules = project.modules.map((module) => ({ ...module, goVersion: project.goVersion, tests, coverage }));
  return { ...rest, modules, totals: { tests, coverage, patch: null } };
}

/** A report in which all that its modules came to is something else. */
export function withTotals(report: Report, totals: Partial<Report["totals"]>): Report {
  return { ...report, totals: { ...report.totals, ...totals } };
}

const base: Flat = {
  schemaVersion: 2,
  conclusion: "success",
  reasons: [],
  warnings: [],
  engine: { name: "dagger", version: "0.21.8", reason: "engine: auto, container runtime docker" },
  project: { modules: [{ dir: ".", path: "example.com/greeter" }], goVersion: "go1.26.8" },
  thresholds: [],
  stages: [],
  tests: null,
  coverage: null,
  artifacts: [],
  image: null,
  testReuse: null,
  cache: null,
  traceUrl: null,
  startedAt: new Date(start).toISOString(),
  durationMs: 12_900,
};

const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const artifacts: Report["artifacts"] = (["linux", "darwin", "windows"] as const).map((os, index) => ({
  name: `greeter-${os}-amd64${os === "windows" ? ".exe" : ""}`,
  os,
  arch: "amd64",
  variant: null,
  module: ".",
  package: "example.com/greeter/cmd/greeter",
  path: `.pipeline/bin/greeter-${os}-amd64${os === "windows" ? ".exe" : ""}`,
  sha256,
  size: 5_347_737 + index * 100_000,
}));

const coverage: Coverage = {
  missing: [],
  percent: (100 * 120) / 144,
  covered: 120,
  statements: 144,
  packages: [
    { importPath: "example.com/greeter/greet", percent: (100 * 118) / 124, covered: 118, statements: 124 },
    { importPath: "example.com/greeter/cmd/greeter", percent: 10, covered: 2, statements: 20 },
    { importPath: "example.com/greeter/doc", percent: null, covered: 0, statements: 0 },
  ],
  files: [
    {
      path: "greet/greet.go",
      percent: (100 * 118) / 124,
      covered: 118,
      statements: 124,
      uncovered: [
        [40, 44],
        [61, 61],
      ],
    },
    { path: "cmd/greeter/main.go", percent: 10, covered: 2, statements: 20, uncovered: [[12, 48]] },
  ],
};

const greenStages: readonly StageResult[] = [
  stage("deps", { durationMs: 300, cached: true, command: "go list -deps -test ./..." }),
  stage("format", { durationMs: 200 }),
  stage("vet", { at: 300, durationMs: 2_400, command: "go vet ./..." }),
  stage("test", { at: 300, durationMs: 8_100, command: "go test -timeout=10m ./..." }),
  stage("build:linux/amd64", { at: 300, durationMs: 4_000 }),
  stage("build:darwin/amd64", { at: 350, durationMs: 4_100 }),
  stage("build:windows/amd64", { at: 350, durationMs: 4_200 }),
  stage("image", { durationMs: 6_000, command: "docker build ." }),
  stage("smoke", { at: 6_000, durationMs: 1_500, command: "docker run --rm greeter:pipeline" }),
  stage("deliver", { at: 7_500, durationMs: 5_400, command: "docker push registry.example.com/greeter:pipeline" }),
];

export const green: Report = one({
  ...base,
  stages: greenStages,
  tests: {
    passed: 42,
    failed: 0,
    skipped: 1,
    flaky: 0,
    interrupted: 0,
    packages: [testPackage("example.com/greeter/greet", { passed: 42, skipped: 1 })],
  },
  coverage,
  artifacts,
  cache: {
    hit: true,
    key: "go-pipeline-2-base-host-linux-x64-go1.26.8-4f1d2c3b-0123456789abcdef-20260725",
    restoredBytes: 150_000_000,
    restoreMs: 2_100,
    base: {
      key: "go-pipeline-2-base-host-linux-x64-go1.26.8-4f1d2c3b-0123456789abcdef-20260725",
      bytes: 149_000_000,
      ms: 1_900,
    },
    delta: {
      key: "go-pipeline-2-delta-00112233445566ff-4f1d2c3b-0123456789abcdef-7-1-00ff00ff",
      bytes: 1_000_000,
      ms: 300,
    },
    saved: false,
    savedAs: null,
    savedKey: null,
    savedBytes: 0,
    saveMs: 0,
    notes: ["not saved: nothing new was compiled"],
  },
  traceUrl: "https://dagger.cloud/acme/traces/0af7651916cd43dd8448eb211c80319c",
});

export const everyStatus: Report = one({
  ...base,
  conclusion: "error",
  reasons: ["image: the daemon at unix:///var/run/docker.sock refused the connection", "vet: 2 findings"],
  warnings: ["modules that were not checked: tools, examples/hello"],
  notices: ["docker-sbom: nothing is attested, because image-output does not push the image."],
  stages: [
    stage("deps", { cached: true }),
    stage("format", {
      status: "warned",
      reason: "1 file is not formatted",
      command: "gofmt -l -d .",
      findings: [
        finding({
          source: "format",
          line: 3,
          column: null,
          title: "not formatted by gofmt",
          message: "--- greet/greet.go\n+++ greet/greet.go\n@@ -3,1 +3,1 @@\n-func  Greet() {}\n+func Greet() {}\n",
        }),
      ],
    }),
    stage("vet", {
      at: 1_200,
      status: "failed",
      reason: "2 findings",
      command: "go vet ./...",
      findings: [
        finding(),
        finding({ path: "cmd/greeter/main.go", line: 7, column: 2, message: "unreachable code", severity: "warning" }),
      ],
    }),
    stage("test", { at: 1_200, status: "cancelled", reason: "the run was cancelled", command: "go test ./..." }),
    stage("build:linux/amd64", { status: "disabled", reason: "build: false" }),
    stage("image", {
      status: "errored",
      reason: "the daemon at unix:///var/run/docker.sock refused the connection",
      command: "docker build .",
    }),
    stage("smoke", { status: "blocked", reason: "image errored" }),
    stage("deliver", { status: "skipped", reason: "image-output: none" }),
  ],
});

const buildFailure = finding({
  source: "compile",
  path: "internal/broken/broken.go",
  line: 5,
  column: 9,
  title: "compile error",
  message: "undefined: missing",
});

export const failingTests: Report = one({
  ...base,
  conclusion: "failure",
  reasons: [
    "test: 2 tests failed, 1 package could not be built",
    "vet: 1 finding",
    "build:linux/amd64: 1 compile error",
    "coverage: 83.3 % is below the threshold of 90 %",
  ],
  stages: [
    stage("deps"),
    stage("vet", {
      at: 1_200,
      status: "failed",
      reason: "1 finding",
      command: "go vet ./...",
      findings: [buildFailure],
    }),
    stage("test", {
      at: 1_200,
      durationMs: 9_400,
      status: "failed",
      reason: "2 tests failed, 1 package could not be built",
      command: "go test -timeout=10m ./...",
      findings: [
        buildFailure,
        finding({
          source: "test",
          path: "greet/greet_test.go",
          line: 31,
          column: null,
          title: "TestGreet/empty_name failed",
          subject: { package: "example.com/greeter/greet", test: "TestGreet/empty_name" },
          message:
            'Greet("") = "Hello, !", want "Hello, world!"\ngo test -run \'^TestGreet$/^empty_name$\' example.com/greeter/greet',
        }),
        finding({
          source: "race",
          path: "greet/cache.go",
          line: 18,
          column: null,
          title: "data race in TestGreet",
          message: "WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 8:\n  greet.(*cache).put()\n",
        }),
      ],
    }),
    stage("build:linux/amd64", {
      at: 1_200,
      status: "failed",
      reason: "1 compile error",
      command: "GOOS=linux GOARCH=amd64 go build -o /dev/null ./...",
      findings: [buildFailure],
    }),
  ],
  tests: {
    passed: 40,
    failed: 2,
    skipped: 1,
    flaky: 0,
    interrupted: 0,
    packages: [
      testPackage("example.com/greeter/greet", {
        status: "failed",
        passed: 40,
        failed: 2,
        skipped: 1,
        interrupted: 0,
        failures: [
          failedTest(),
          failedTest({ name: "TestPanics", durationMs: null, path: null, line: null, output: panicOutput() }),
        ],
      }),
      testPackage("example.com/greeter/internal/broken", { status: "failed", reason: "build failed", passed: 0 }),
    ],
  },
  thresholds: [
    { what: "total", name: null, floor: 90, covered: 120, statements: 144, met: false },
    { what: "package", name: "example.com/greeter/greet", floor: 50, covered: 118, statements: 124, met: true },
    { what: "package", name: "example.com/greeter/cmd/greeter", floor: 50, covered: 2, statements: 20, met: false },
    {
      what: "package",
      name: "example.com/greeter/internal/broken",
      floor: 50,
      covered: 0,
      statements: 0,
      met: false,
    },
  ],
  coverage: {
    ...coverage,
    missing: ["example.com/greeter/internal/broken"],
  },
});

function panicOutput(): string {
  const frames = Array.from({ length: 80 }, (_, index) => `\t/src/greet/deep.go:${index + 1} +0x1d`);
  return ["panic: runtime error: index out of range [3] with length 3", "", "goroutine 7 [running]:", ...frames].join(
    "\n",
  );
}

export const noTests: Report = one({
  ...base,
  engine: { name: "host", version: "go1.26.8", reason: "engine: host" },
  project: { modules: [{ dir: "lib", path: "example.com/mono/lib" }], goVersion: "go1.26.8" },
  stages: [
    stage("deps", { module: "lib" }),
    stage("test", { module: "lib", status: "skipped", reason: "no test files" }),
    stage("build:linux/amd64", { module: "lib", status: "skipped", reason: "no main package" }),
    stage("image", { module: "lib", status: "skipped", reason: "no Dockerfile" }),
  ],
  coverage: { percent: null, covered: 0, statements: 0, missing: [], packages: [], files: [] },
});

export const imageRun: Report = one({
  ...base,
  stages: [
    stage("image", { durationMs: 6_000 }),
    stage("smoke", { at: 6_000 }),
    stage("deliver", { at: 7_200, durationMs: 3_000 }),
  ],
  image: {
    name: "greeter",
    tags: ["registry.example.com/acme/greeter:pipeline", "registry.example.com/acme/greeter:1.4.0"],
    digest: `sha256:${sha256}`,
    configDigest: `sha256:${sha256.split("").reverse().join("")}`,
    platforms: ["linux/amd64", "linux/arm64"],
    size: 18_874_368,
    layers: 4,
    base: "gcr.io/distroless/static-debian12",
    tested: "GET / on port 8080 answered 200 after 310 ms",
    path: ".pipeline/image/greeter.tar",
  },
});

const released: Report = {
  ...imageRun,
  artifacts,
  archives: artifacts.map(({ os, arch, variant, module, size, name }) => ({
    ...{ os, arch, variant, module, size, sha256, version: "v1.4.0", binaries: [name] },
    ...{ name: `greeter_1.4.0_${os}_${arch}.tar.gz`, path: `.pipeline/archives/greeter_1.4.0_${os}_${arch}.tar.gz` },
  })),
  sboms: [
    ...artifacts.map(({ name }) => sbomOf(name, { subject: "binary", of: name })),
    sbomOf("image", { subject: "image", of: "greeter" }),
  ],
  release: {
    ...{ tag: "v1.4.0", module: ".", state: "published" },
    url: "https://github.com/acme/greeter/releases/tag/v1.4.0",
    assets: [{ name: "greeter_1.4.0_linux_amd64.tar.gz", sha256, size: 2_000_000 }],
  },
};

/** What a pushed tag leaves: archives, SBOMs and a release of them, all of it attested. */
export const releaseRun: Report = {
  ...released,
  attestation: {
    ...{ url: "https://github.com/acme/greeter/attestations/1001", path: ".pipeline/attestations.jsonl" },
    subjects: [
      ...[...released.artifacts, ...(released.archives ?? []), ...(released.sboms ?? [])].map((file) => ({
        ...{ name: file.name, digest: `sha256:${file.sha256}` },
      })),
      { name: "ghcr.io/acme/greeter", digest: released.image?.digest ?? "" },
    ],
  },
};

function sbomOf(file: string, what: Pick<Sbom, "subject" | "of">): Sbom {
  const name = `${file}.cdx.json`;
  return { ...what, name, path: `.pipeline/sbom/${name}`, sha256, size: 3_000 };
}

export const errorRun: Report = one({
  ...base,
  conclusion: "error",
  reasons: [
    "No container runtime answered within 60 s. Start Docker, or set `engine: host` to use the Go toolchain of this machine.",
  ],
  engine: { name: "dagger", version: null, reason: "engine: dagger" },
  project: { modules: [{ dir: ".", path: "example.com/greeter" }], goVersion: null },
  durationMs: 60_300,
});

export const cancelledRun: Report = one({
  ...base,
  conclusion: "cancelled",
  reasons: ["the run was cancelled"],
  stages: [
    stage("deps"),
    stage("test", { at: 1_200, status: "cancelled", reason: "cancelled after 8 s", durationMs: 8_000 }),
    stage("build:linux/amd64", { status: "blocked", reason: "the run was cancelled" }),
  ],
});

/** What a test name, a path or a message may hold when someone means harm. */
export const hostileTexts = [
  "<img src=x onerror=alert(1)>|`](http://evil.example)",
  "![x](http://evil.example/p.png) [link](http://evil.example)",
  "@octocat @acme/team #1 GH-2 acme/repo#3 acme/repo@0123456789abcdef0123456789abcdef01234567",
  "https://evil.example www.evil.example mail@evil.example",
  "```\n</details>\n# heading\n| a | b |",
  ":100: :boom: $\\alpha$ <!-- --> &lt;b&gt; [^1] ~~x~~ **bold** _it_ <details open>",
  "::error::forged ##[error]forged \u001b[31mred\u001b]8;;http://evil.example\u0007x\u202e",
  "",
  `long ${"x".repeat(5_000)}`,
] as const;

export const hostile: Report = one({
  ...base,
  conclusion: "failure",
  reasons: hostileTexts,
  warnings: hostileTexts,
  engine: { name: "host", version: "go1.26.8 <b>", reason: "![x](http://evil.example/p.png)" },
  project: { modules: [{ dir: ".", path: "evil.example/<img src=x>|`@octocat`" }], goVersion: "go1.26.8<script>" },
  stages: hostileTexts.map((text, index) =>
    stage(`build:${text}`, {
      module: text === "" ? "." : text,
      status: "failed",
      reason: text,
      command: `go build '${text}'`,
      findings: [
        finding({ source: "vet", path: text === "" ? null : text, line: index + 1, message: text, title: text }),
        finding({ source: "format", path: `dir/${text}`, message: `--- a\n+++ b\n${text}`, title: text }),
      ],
    }),
  ),
  tests: {
    passed: 0,
    failed: hostileTexts.length,
    skipped: 0,
    flaky: 0,
    interrupted: 0,
    packages: hostileTexts.map((text) =>
      testPackage(`example.com/${text}`, {
        status: "failed",
        reason: text,
        failures:
          text.length % 2 === 0
            ? []
            : [failedTest({ name: text, output: text, path: `${text}/x_test.go`, command: text })],
        unfinished: [failedTest({ name: text, output: text, path: `${text}/x_test.go`, command: text })],
      }),
    ),
  },
  thresholds: [{ what: "total", name: null, floor: 90, covered: 1, statements: 2, met: false }],
  coverage: {
    percent: 50,
    covered: 1,
    statements: 2,
    missing: hostileTexts,
    packages: hostileTexts.map((text) => ({ importPath: text, percent: 50, covered: 1, statements: 2 })),
    files: hostileTexts.map((text) => ({ path: text, percent: 50, covered: 1, statements: 2, uncovered: [[1, 2]] })),
  },
  artifacts: hostileTexts.map((text) => ({
    name: text,
    os: "linux",
    arch: "amd64",
    variant: null,
    module: text,
    package: text,
    path: text,
    sha256,
    size: 1,
  })),
  image: {
    name: hostileTexts[0],
    tags: hostileTexts,
    digest: null,
    configDigest: null,
    platforms: ["linux/amd64"],
    size: null,
    layers: null,
    base: hostileTexts[1],
    tested: hostileTexts[2],
    path: null,
  },
  traceUrl: "javascript:alert(1)",
});

export const context: ReportContext = {
  reasons: [],
  source: {
    serverUrl: "https://github.com",
    repository: "acme/greeter",
    sha: "0123456789abcdef0123456789abcdef01234567",
  },
  kinds,
  kindsOf,
  needs: new Map([
    ["vet", ["deps"]],
    ["test", ["deps"]],
    ["build:linux/amd64", ["deps"]],
    ["build:darwin/amd64", ["deps"]],
    ["build:windows/amd64", ["deps"]],
    ["smoke", ["image"]],
    ["deliver", ["smoke"]],
  ]),
  colour: false,
  fixable: false,
  uploads: [],
  undelivered: [],
  pathOf: (name) => `.pipeline/${name}`,
};

/** As on a laptop: no commit to link to. */
export const localContext: ReportContext = {
  ...context,
  source: null,
};
