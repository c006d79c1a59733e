import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { type ActRun, runAct } from "./act.ts";
import { download, listUnpacked, serviceEnv, unpack } from "./artifacts.ts";
import { commit, copyOfAction, edit, repositoryOfUser } from "./repositories.ts";
import { type ResultsService, startResultsService } from "./results-service.ts";

/** Nothing listens there: these tests are about the action, and give the same result with and without a Docker daemon. */
const noDocker = { DOCKER_HOST: "tcp://127.0.0.1:1" };

const allArtifacts = ["hello-darwin-amd64", "hello-linux-amd64", "hello-windows-amd64", "report"];

let service: ResultsService;
let directories: string[];

beforeEach(async () => {
  directories = [];
  service = await startResultsService();
  for (const [name, value] of Object.entries(serviceEnv(service))) vi.stubEnv(name, value);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await service.close();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function keep(directory: string): string {
  directories.push(directory);
  return directory;
}

function run(repository: string, job: string, args: readonly string[] = []): Promise<ActRun> {
  commit(repository);
  return runAct({ repository, job, env: { ...noDocker, ...serviceEnv(service) }, args });
}

async function downloaded(name: string): Promise<string> {
  return keep(await download(service, name));
}

function errors({ annotations }: ActRun): readonly string[] {
  return annotations.filter(({ level }) => level === "error").map(({ message }) => message);
}

/** `file:line` of every annotation, sorted. */
function places({ annotations }: ActRun): readonly string[] {
  return annotations.map(({ properties }) => `${properties["file"]}:${properties["line"]}`).sort();
}

function statuses({ outputs }: ActRun): Readonly<Record<string, string>> {
  const stages = z.array(z.object({ id: z.string(), status: z.string() })).parse(JSON.parse(outputs["stages"] ?? ""));
  return Object.fromEntries(stages.map(({ id, status }) => [id, status]));
}

test("a green run by `uses: ./` reports, sets outputs and uploads binaries that keep their mode", async () => {
  const result = await run(keep(copyOfAction()), "pipeline");
  expect(errors(result)).toEqual([]);
  expect([result.exitCode, result.jobResult]).toEqual([0, "success"]);
  expect(result.outputs).toMatchObject({
    conclusion: "success",
    engine: "host",
    "total-coverage": "60.0",
    "tests-passed": "10",
    "tests-failed": "0",
    "tests-skipped": "0",
    "tests-flaky": "0",
    report: "examples/hello/.pipeline/report.json",
  });
  expect([...service.artifacts.keys()].sort()).toEqual(allArtifacts);
  const files = await unpack(await downloaded("hello-linux-amd64"), "hello-linux-amd64");
  const [checksums, binary] = listUnpacked(files);
  expect(binary).toMatchObject({ name: "hello-linux-amd64", mode: "755" });
  expect(checksums).toMatchObject({ name: "checksums.txt", mode: "644" });
  expect(readFileSync(join(files, "checksums.txt"), "utf8")).toBe(`${binary?.sha256}  hello-linux-amd64\n`);
  const told: unknown = JSON.parse(result.outputs["artifacts"] ?? "");
  expect(told).toContainEqual(expect.objectContaining({ name: "hello-linux-amd64", sha256: binary?.sha256 }));
});

test("a red run reports everything, annotates the lines and keeps what was built", async () => {
  const repository = keep(copyOfAction());
  edit(repository, "examples/hello/greeting/greeting.go", 'return "Hello, "', 'return   "Hello, "');
  edit(repository, "examples/hello/web/web.go", 'fmt.Fprintln(w, "ok")', 'fmt.Fprintf(w, "%d\\n", "ok")');
  edit(
    repository,
    "examples/hello/greeting/greeting_test.go",
    "if got := For(tt.in)",
    'println("::error file=forged.go::forged")\n\t\t\tif got := For(tt.in + "!")',
  );
  const result = await run(repository, "pipeline");
  expect([result.exitCode, result.jobResult]).toEqual([1, "failure"]);
  expect(result.outputs).toMatchObject({
    conclusion: "failure",
    engine: "host",
    "tests-passed": "4",
    "tests-failed": "6",
  });
  expect(statuses(result)).toEqual({
    deps: "passed",
    format: "failed",
    vet: "failed",
    test: "failed",
    "build:linux/amd64": "passed",
    "build:darwin/amd64": "passed",
    "build:windows/amd64": "passed",
    image: "skipped",
    smoke: "skipped",
    deliver: "skipped",
  });
  expect(places(result)).toEqual([
    "examples/hello/greeting/greeting.go:12",
    "examples/hello/greeting/greeting_test.go:15",
    "examples/hello/greeting/greeting_test.go:15",
    "examples/hello/greeting/greeting_test.go:15",
    "examples/hello/web/web.go:15",
    "examples/hello/web/web_test.go:23",
  ]);
  expect(result.summary).toContain("TestFor/somebody");
  expect(result.summary).toContain('For("Gopher") = "Hello, Gopher!!", want "Hello, Gopher!"');
  expect([...service.artifacts.keys()].sort()).toEqual(allArtifacts);
  const report = await downloaded("report");
  // What was uploaded cannot say where it was uploaded to.
  const before = readFileSync(join(report, "summary.md"), "utf8");
  expect(before).not.toContain("### Uploaded artifacts");
  const [start = "", end = ""] = result.summary.split(/### Uploaded artifacts\n[\s\S]*?\n\n(?=Engine )/);
  expect(start + end).toBe(before);
  expect(result.summary).toMatch(/\[`report`\]\(https:\/\/github\.com\/\S+\/actions\/runs\/\d+\/artifacts\/\d+\)/);
});

test("another repository uses it by owner/repo@v1; a second job of the run takes the next free names", async () => {
  const action = keep(copyOfAction());
  commit(action);
  const user = keep(
    repositoryOfUser(`
on: push
jobs:
  go:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/dagger-go-pipeline@v1
        with:
          platforms: linux/amd64
          artifact-prefix: pr-
`),
  );
  const local = ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`];
  const result = await run(user, "go", local);
  expect(errors(result)).toEqual([]);
  expect([result.exitCode, result.outputs["conclusion"]]).toEqual([0, "success"]);
  expect([...service.artifacts.keys()].sort()).toEqual(["pr-hello-linux-amd64", "pr-report"]);
  const report = await downloaded("pr-report");
  const texts = ["badge.svg", "report.html", "report.json", "summary.md"];
  expect(readdirSync(report).sort()).toEqual([...texts, "bin", "coverage", "logs", "sarif", "tests"].sort());

  const second = await runAct({
    repository: user,
    job: "go",
    env: { ...noDocker, ...serviceEnv(service) },
    args: local,
  });
  expect(second.exitCode).toBe(0);
  expect([...service.artifacts.keys()].sort()).toEqual([
    "pr-hello-linux-amd64",
    "pr-hello-linux-amd64-2",
    "pr-report",
    "pr-report-2",
  ]);
  const notices = second.annotations.filter(({ level }) => level === "notice").map(({ message }) => message);
  expect(notices).toContain("The artifact name pr-report is taken in this workflow run: uploaded as pr-report-2.");
});

test("a wrong input fails the step before anything runs", async () => {
  const user = keep(
    repositoryOfUser(`
on: push
jobs:
  go:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/dagger-go-pipeline@v1
        with:
          platforms: linux/amd65
          timeout: soon
`),
  );
  const action = keep(copyOfAction());
  commit(action);
  const result = await run(user, "go", ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`]);
  expect([result.exitCode, result.jobResult]).toEqual([1, "failure"]);
  expect(result.outputs["conclusion"]).toBe("error");
  expect(errors(result)).toEqual([
    [
      "2 problems before the pipeline could start; nothing was run",
      '  - with: timeout: "soon" is not a duration; write it with a unit, such as 90s, 10m or 1h30m',
      '  - with: platforms: "linux/amd65" is no platform of Go (see `go tool dist list`); did you mean "linux/amd64"?',
    ].join("\n"),
  ]);
  expect(result.summary).toContain("linux/amd65");
  expect(service.artifacts.size).toBe(0);
});
