import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { actionPath, cleanEnv, runAction } from "../support/run-action.ts";
import { makeGoImage } from "./support/go-image.ts";
import { leftovers } from "./support/rig.ts";

const hello = resolve(import.meta.dirname, "../../examples/hello");
let goImage = "";
let dir = "";

beforeAll(() => {
  goImage = makeGoImage();
});
afterAll(() => {
  docker("image", "rm", goImage);
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
  expect(leftovers().filter((line) => !line.includes(goImage))).toEqual([]);
});

function dockerEnv(): NodeJS.ProcessEnv {
  return { ...process.env, DOCKER_HOST: inject("machine").dockerHost };
}

function docker(...args: readonly string[]): string {
  return execFileSync("docker", args, { env: dockerEnv(), encoding: "utf8" }).trim();
}

function prepare(): string {
  dir = mkdtempSync(join(tmpdir(), "action-"));
  cpSync(hello, join(dir, "hello"), { recursive: true });
  writeFileSync(join(dir, "hello", "Broken"), "FROM scratch\nCOPPY . /\n");
  return join(dir, "hello");
}

function reportIn(repository: string): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(repository, ".pipeline/report.json"), "utf8")));
}

/** The example in a directory of its own, and a step of a workflow that runs the action there. */
async function run(...flags: readonly string[]): Promise<{ exitCode: number | null; report: Report; log: string }> {
  const repository = prepare();
  for (const file of ["output", "summary"]) writeFileSync(join(dir, file), "");
  const env = cleanEnv({
    DOCKER_HOST: inject("machine").dockerHost,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: repository,
    GITHUB_OUTPUT: join(dir, "output"),
    GITHUB_STEP_SUMMARY: join(dir, "summary"),
    GITHUB_REPOSITORY: "owner/hello",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_REF: "refs/heads/main",
    RUNNER_TEMP: dir,
  });
  const own = ["--engine", "host", "--platforms", "linux/amd64", "--no-upload-artifacts", "--cache", "false"];
  const { exitCode, stdout } = await runAction(repository, [...own, ...flags], env);
  return { exitCode, report: reportIn(repository), log: stdout };
}

test("the example: built from its Dockerfile, probed, with its digest in the outputs, and the tarball runs", async () => {
  const { exitCode, report } = await run(
    "--docker-build-args",
    `GO_IMAGE=${goImage}`,
    "--image-output",
    "load,tarball",
  );
  expect(report.reasons).toEqual([]);
  expect(exitCode).toBe(0);
  const stages = report.stages.slice(-3).map(({ id, status }) => `${id} ${status}`);
  expect(stages).toEqual(["image passed", "smoke passed", "deliver passed"]);
  expect(report.image).toMatchObject({
    name: "hello",
    tags: ["hello:pipeline"],
    platforms: ["linux/amd64"],
    base: "scratch",
    tested: expect.stringMatching(/^GET \/healthz on port 8080 answered 200 after /),
    path: ".pipeline/image/hello.tar",
  });
  const digest = report.image?.configDigest ?? "";
  expect(readFileSync(join(dir, "output"), "utf8")).toContain(digest);
  expect(readFileSync(join(dir, "summary"), "utf8")).toContain(digest);
  const labels = JSON.parse(docker("image", "inspect", "-f", "{{json .Config.Labels}}", "hello:pipeline"));
  expect(labels).toEqual({
    "org.opencontainers.image.source": "https://github.com/owner/hello",
    "org.opencontainers.image.revision": "0123456789abcdef0123456789abcdef01234567",
  });
  docker("image", "rm", "hello:pipeline");
  docker("load", "--input", join(dir, "hello", ".pipeline/image/hello.tar"));
  expect(docker("image", "inspect", "-f", "{{.Id}}", "hello:pipeline")).toBe(digest);
  expect(docker("run", "--rm", "hello:pipeline", "--version")).toMatch(/^hello /);
  docker("image", "rm", "hello:pipeline");
});

test("the example as an image of its binary, pushed after everything passed", async () => {
  const reference = `${inject("machine").registry}/owner/hello:v1`;
  const flags = ["--docker-from", "binary", "--image-output", "push", "--image-tags", reference];
  const { exitCode, report } = await run(...flags);
  expect(report.reasons).toEqual([]);
  expect(exitCode).toBe(0);
  expect(report.image).toMatchObject({ tags: [reference], layers: 4, path: null });
  expect(report.image?.digest).not.toBe(report.image?.configDigest);
  expect(readFileSync(join(dir, "output"), "utf8")).toContain(report.image?.digest);
});

test("a push that is refused: exit code 3, and the tarball is kept", async () => {
  const reference = `${inject("machine").privateRegistry}/hello:v1`;
  const login = ["--registry-username", "user", "--registry-password", "wrong-password"];
  const flags = ["--docker-from", "binary", "--image-output", "tarball,push", "--image-tags", reference];
  const { exitCode, report, log } = await run(...flags, ...login);
  expect(exitCode).toBe(3);
  expect(report.stages.at(-1)).toMatchObject({
    id: "deliver",
    status: "errored",
    reason: expect.stringContaining("refuses to take"),
  });
  expect(report.image).toMatchObject({ path: ".pipeline/image/hello.tar", tags: [] });
  expect(existsSync(join(dir, "hello/.pipeline/image/hello.tar"))).toBe(true);
  const printed = log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  expect(printed.join("\n")).not.toContain("wrong-password");
});

test("a registry that cannot be reached: exit code 3, and the binaries are there", async () => {
  const { exitCode, report, log } = await run("--docker-build-args", "GO_IMAGE=127.0.0.1:9/golang:1");
  expect(exitCode).toBe(3);
  expect(report.stages.slice(-3).map((stage) => stage.status)).toEqual(["errored", "blocked", "blocked"]);
  expect(report.artifacts).toHaveLength(1);
  expect(log).toContain("the registry of base image 127.0.0.1:9/golang:1 cannot be reached");
});

test("a Dockerfile with a syntax error: exit code 1 and an annotation at its line", async () => {
  const { exitCode, report, log } = await run("--dockerfile", "Broken");
  expect(exitCode).toBe(1);
  expect(report.stages.find((stage) => stage.id === "image")?.findings).toMatchObject([{ path: "Broken", line: 2 }]);
  expect(log).toMatch(/^::error .*file=Broken,line=2/m);
});

test("a job that runs in a container itself, with the daemon's socket, reaches the service", () => {
  const repository = prepare();
  const found = (file: string): string => realpathSync(execFileSync("which", [file], { encoding: "utf8" }).trim());
  const go = (name: string): string => execFileSync("go", ["env", name], { encoding: "utf8" }).trim();
  const mounts = [
    [inject("machine").dockerHost.replace("unix://", ""), "/var/run/docker.sock"],
    [realpathSync(process.execPath), "/usr/local/bin/node"],
    [found("docker"), "/usr/local/bin/docker"],
    [go("GOROOT"), "/usr/local/go"],
    [go("GOCACHE"), "/gocache"],
    [resolve(actionPath, ".."), "/action"],
    [repository, "/work"],
  ].flatMap(([from, to]) => ["--volume", `${from}:${to}`]);
  const variables = [
    "PATH=/usr/local/go/bin:/usr/local/bin:/usr/bin:/bin",
    "GOCACHE=/gocache",
    "GOFLAGS=-buildvcs=false",
    "HOME=/root",
  ];
  const options = [...mounts, ...variables.flatMap((variable) => ["--env", variable]), "--workdir", "/work"];
  const flags = ["--engine=host", "--platforms=linux/amd64", "--docker", "--docker-from=binary", "--image-output=none"];
  const stages = ["--no-deps", "--no-format", "--no-vet", "--no-test"];
  const inside = ["run", "--rm", ...options, inject("machine").base, "node", "/action/index.js", ...flags, ...stages];
  const { status, stdout } = spawnSync("docker", inside, { env: dockerEnv(), encoding: "utf8" });
  expect(status, stdout).toBe(0);
  docker("image", "rm", inject("machine").base);
  expect(reportIn(repository).image?.tested).toMatch(/^GET \/healthz on port 8080 answered 200 after /);
});
