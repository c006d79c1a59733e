import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { installedQuestion } from "../../src/engine/go-on-path.ts";
import { engines } from "../../src/engine/index.ts";
import { main } from "../../src/main.ts";
import type { ArtifactUpload, CiPlatform } from "../../src/platform/platform.ts";
import { gitIn } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../unit/report/memory-platform.ts";

/** The whole action without its bundle: what a platform is told is seen as it is told. */
const root = realpathSync(mkdtempSync(join(tmpdir(), "whole-")));
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));

let count = 0;

const files: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/whole\n\ngo 1.22\n",
  "main.go": "package main\n\nfunc main() { _ = double(2) }\n\nfunc double(n int) int { return 2 * n }\n",
  "main_test.go":
    'package main\n\nimport "testing"\n\nfunc TestDouble(t *testing.T) {\n\tif double(2) != 4 {\n\t\tt.Fatal("not 4")\n\t}\n}\n',
};

function repository(more: Readonly<Record<string, string>> = {}): string {
  const dir = join(root, String(count++));
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  gitIn(dir, "init", "--quiet");
  gitIn(dir, "add", "--all");
  gitIn(dir, "commit", "--quiet", "--message=state");
  return dir;
}

interface Whole {
  readonly exitCode: number;
  readonly platform: MemoryPlatform;
  readonly report: {
    readonly conclusion: string;
    readonly stages: readonly { readonly id: string; readonly status: string }[];
  };
  readonly dir: string;
}

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: Partial<CiPlatform>;
  readonly signal?: AbortSignal;
}

async function whole(argv: readonly string[], options: Options = {}): Promise<Whole> {
  const dir = repository(options.files);
  const platform = createMemoryPlatform(options.platform);
  const exitCode = await main({
    argv: ["--engine", "host", "--platforms", "linux/amd64", ...argv],
    env: cleanEnv(options.env),
    cwd: dir,
    platform,
    engines,
    signal: options.signal ?? new AbortController().signal,
  });
  const report = JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
  return { exitCode, platform, report, dir };
}

const statuses = ({ report }: Whole): Readonly<Record<string, string>> =>
  Object.fromEntries(report.stages.map(({ id, status }) => [id, status]));

describe("a whole run", () => {
  it("that passes tells outputs, summary and artifacts", async () => {
    const uploads: ArtifactUpload[] = [];
    const upload: CiPlatform["upload"] = async (request) => {
      uploads.push(request);
      return { status: "uploaded", url: `https://github.com/octo/artifacts/${request.name}`, size: 1 };
    };
    const run = await whole(["--no-docker", "--coverage-threshold", "40"], { platform: { upload } });
    expect([run.exitCode, run.report.conclusion]).toEqual([0, "success"]);
    const green = { deps: "passed", format: "passed", vet: "passed", test: "passed", "build:linux/amd64": "passed" };
    expect(statuses(run)).toMatchObject(green);
    expect(run.platform.outputs).toMatchObject({ conclusion: "success", engine: "host", "total-coverage": "50.0" });
    const [before = "", after = ""] = run.platform.summaries;
    expect(readFileSync(join(run.dir, ".pipeline/summary.md"), "utf8")).toBe(before);
    expect(before).not.toContain("### Uploaded artifacts");
    expect(after).toContain("[`report`](https://github.com/octo/artifacts/report)");
    expect(run.platform.summaries).toHaveLength(2);
    expect(uploads.map(({ name }) => name).sort()).toEqual(["report", "whole-linux-amd64"]);
    expect(readFileSync(join(run.dir, ".pipeline/report.html"), "utf8")).toContain("main.go");
    expect(readFileSync(join(run.dir, ".pipeline/bin/checksums.txt"), "utf8")).toMatch(
      /^[0-9a-f]{64} {2}whole-linux-amd64\n$/,
    );
  });

  it("that fails tells every problem, each at its line, and keeps what was built", async () => {
    const bad = {
      "bad/bad.go": 'package bad\n\nimport "fmt"\n\nfunc  F() { fmt.Printf("%d", "x") }\n',
      "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestBad(t *testing.T) { t.Fatal("no") }\n',
    };
    const run = await whole(["--no-docker", "--mod-verify", "--coverage-package-threshold", "90"], { files: bad });
    expect([run.exitCode, run.report.conclusion]).toEqual([1, "failure"]);
    expect(statuses(run)).toMatchObject({
      format: "failed",
      vet: "failed",
      test: "failed",
      "build:linux/amd64": "passed",
    });
    const places = run.platform.annotations.map(({ path, line }) => `${path}:${line}`);
    expect(places).toEqual(expect.arrayContaining(["bad/bad.go:5", "main_test.go:5"]));
  });

  it("whose code does not compile fails in every stage that compiles", async () => {
    const run = await whole(["--no-docker", "--no-format"], {
      files: { "main.go": "package main\n\nfunc main() { double(2) }\n" },
    });
    expect(run.exitCode).toBe(1);
    expect(statuses(run)).toMatchObject({ vet: "failed", test: "failed", "build:linux/amd64": "failed" });
  });

  it("only plans when it is dry, and leaves nothing", async () => {
    const dir = repository();
    const platform = createMemoryPlatform();
    const signal = new AbortController().signal;
    const world = { env: cleanEnv(), cwd: dir, platform, engines, signal };
    const dry = ["--engine", "host", "--no-docker", "--dry-run"];
    expect(await main({ ...world, argv: dry })).toBe(0);
    expect(platform.printed.join("\n")).toContain("build:linux/amd64");
    expect(gitIn(dir, "status", "--porcelain", "--ignored")).toBe("");
    expect(await main({ ...world, argv: ["--help"] })).toBe(0);
    expect(await main({ ...world, argv: ["--version"] })).toBe(0);
    expect(await main({ ...world, argv: ["--race", "maybe"] })).toBe(2);
    expect(await main({ ...world, argv: dry, env: cleanEnv({ PATH: "/nowhere" }) })).toBe(3);
    expect(platform.printed.join("\n")).toContain("No usable Go on this machine");
  });

  it("without a usable Go ends in a report", async () => {
    const run = await whole(["--no-docker"], { env: { PATH: "/nowhere" } });
    expect([run.exitCode, run.report.conclusion]).toEqual([3, "error"]);
  });

  it("that is cancelled says so", async () => {
    const run = await whole(["--no-docker"], { signal: AbortSignal.abort() });
    expect([run.exitCode, run.report.conclusion]).toEqual([130, "cancelled"]);
  });

  it("says why no caches travel", async () => {
    const reason = "this runner offers no cache service";
    const args = ["--no-docker", "--no-vet", "--no-format", "--no-build"];
    const run = await whole(args, { platform: { cacheService: () => ({ ok: false, reason }) } });
    expect(run.exitCode).toBe(0);
    expect(run.platform.printed).toContain(`caches: ${reason}`);
    const never = await whole([...args, "--cache", "false"], {
      platform: { cacheService: () => ({ ok: false, reason }) },
    });
    expect(never.platform.printed).not.toContain(`caches: ${reason}`);
  });

  it("whose docker does not answer keeps the rest", async () => {
    const bin = join(root, `docker-${count}`);
    mkdirSync(bin);
    writeFileSync(join(bin, "docker"), "#!/bin/sh\necho 'Cannot connect to the Docker daemon' >&2\nexit 1\n");
    chmodSync(join(bin, "docker"), 0o755);
    const env = { PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` };
    const dockerfile = { Dockerfile: "FROM scratch\n" };
    const run = await whole(["--docker", "--no-vet", "--no-format"], { env, files: dockerfile });
    expect(run.exitCode).toBe(3);
    expect(statuses(run)).toMatchObject({
      test: "passed",
      "build:linux/amd64": "passed",
      image: "errored",
      smoke: "blocked",
    });
    const auto = await whole(["--no-vet", "--no-format", "--no-test", "--no-build"], { env, files: dockerfile });
    expect([auto.exitCode, statuses(auto)["image"]]).toEqual([0, "skipped"]);
  });

  it("that is cancelled in the middle ends its stages, and one out of time fails", async () => {
    const slow = { "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestHang(t *testing.T) { select {} }\n' };
    const controller = new AbortController();
    const started = createMemoryPlatform();
    const log = (line: string): void => {
      started.log(line);
      if (line === "▶ test") setTimeout(() => controller.abort(), 200);
    };
    const args = ["--no-docker", "--no-vet", "--no-format", "--no-build"];
    const cancelled = await whole(args, { files: slow, platform: { log }, signal: controller.signal });
    expect([cancelled.exitCode, statuses(cancelled)["test"]]).toEqual([130, "cancelled"]);
    const late = await whole([...args, "--no-deps", "--timeout", "3s", "--fail-fast"], { files: slow });
    expect([late.exitCode, statuses(late)["test"]]).toEqual([1, "failed"]);
  });

  it("asks the Go on PATH once, and in each module once, for its environment", async () => {
    const bin = join(root, `bin-${count}`);
    mkdirSync(bin);
    const asked = join(bin, "asked");
    const real = process.env["PATH"] ?? "";
    writeFileSync(
      join(bin, "go"),
      `#!/bin/sh\nif [ "$1" = env ]; then echo "$*" >>${asked}; fi\nPATH=${real} exec go "$@"\n`,
    );
    chmodSync(join(bin, "go"), 0o755);
    const { exitCode } = await whole(["--no-docker", "--no-build"], { env: { PATH: `${bin}:${real}` } });
    expect(exitCode).toBe(0);
    expect(readFileSync(asked, "utf8").trimEnd().split("\n")).toEqual([installedQuestion.args.join(" "), "env -json"]);
  });

  it("writes no secret that a tool prints", async () => {
    const bin = join(root, `bin-${count}`);
    mkdirSync(bin);
    const real = (process.env["PATH"] ?? "").split(delimiter).join(":");
    const script = `#!/bin/sh\nPATH=${real}\nif [ "$1" = vet ]; then cat "$NETRC" >&2; exit 1; fi\nif [ "$1" = test ]; then go "$@"; echo "tok3n-of-go"; exit 1; fi\nexec go "$@"\n`;
    writeFileSync(join(bin, "go"), script);
    chmodSync(join(bin, "go"), 0o755);
    const masked: string[] = [];
    const run = await whole(
      [
        "--no-docker",
        "--no-build",
        "--no-format",
        "--no-deps",
        "--git-credentials",
        "https://git:tok3n-of-go@h.example",
      ],
      {
        env: { PATH: `${bin}:${real}` },
        platform: { mask: (secret) => masked.push(secret) },
      },
    );
    expect(masked).toContain("tok3n-of-go");
    expect(statuses(run)).toMatchObject({ vet: "failed", test: "failed" });
    for (const name of [
      "report.json",
      "summary.md",
      "logs/vet.log",
      "logs/test.log",
      "tests/test2json.jsonl",
      "tests/junit.xml",
    ])
      expect(readFileSync(join(run.dir, ".pipeline", name), "utf8"), name).not.toContain("tok3n-of-go");
    expect(readFileSync(join(run.dir, ".pipeline/logs/vet.log"), "utf8")).toContain("password ***");
    expect(readFileSync(join(run.dir, ".pipeline/tests/test2json.jsonl"), "utf8")).toMatch(/^\*\*\*$/m);
  });
});
