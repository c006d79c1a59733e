import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect } from "vitest";
import { startResultsService } from "../act/results-service.ts";
import { expectTime } from "../support/pace.ts";
import { gitIn } from "../support/repository.ts";
import { elementsOf, renderedHtml, searchedText } from "../unit/report/rendered.ts";
import { serviceEnv, uploadedFiles } from "./support/artifacts.ts";
import { stubDocker } from "./support/docker.ts";
import { fault } from "./support/fault.ts";
import { goString } from "./support/payloads.ts";
import { run } from "./support/run.ts";
import { expectNothingLeft, expectPlainText, readReport } from "./support/verdict.ts";
import {
  commitAll,
  localEnv,
  makeWorld,
  readIn,
  tinyModule,
  type World,
  workflowEnv,
  writeFile,
} from "./support/world.ts";

const host = ["--engine", "host", "--platforms", "linux/amd64"];
const fast = [...host, "--no-build", "--no-vet"];

function runHere(world: World, args: readonly string[] = fast) {
  return run({ cwd: world.repository, args, env: localEnv(world) });
}

/** Plants links in the repository and commits them. */
function plant(world: World, links: Readonly<Record<string, string>>): void {
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(world.repository, path));
  commitAll(world.repository);
}

/** A directory outside of the repository that nothing may touch. */
function forbidden(world: World): string {
  const dir = join(world.root, "forbidden");
  writeFile(join(dir, "precious"), "precious");
  return dir;
}

function expectUntouched(dir: string): void {
  expect(readdirSync(dir)).toEqual(["precious"]);
  expect(readFileSync(join(dir, "precious"), "utf8")).toBe("precious");
}

/** A test of the repository that runs statements; it is formatted as gofmt wants it. */
function testThat(...statements: readonly string[]): string {
  return `package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestPlant(t *testing.T) {\n${statements.map((line) => `\t_ = ${line}\n`).join("")}}\n`;
}

describe("planted links", () => {
  fault("output-directory-is-a-link", async () => {
    const world = makeWorld();
    mkdirSync(join(world.root, "elsewhere"));
    plant(world, { ".pipeline": "../elsewhere" });
    const ended = await runHere(world);
    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toContain("output-directory:");
    expect(readdirSync(join(world.root, "elsewhere"))).toEqual([]);
  });

  fault("committed-output-directory-with-links", async () => {
    const world = makeWorld();
    const dir = forbidden(world);
    mkdirSync(join(world.repository, ".pipeline"));
    writeFile(join(world.repository, ".pipeline/.dagger-go-pipeline"), "");
    const names = ["bin", "logs", "tests", "coverage", ".work", "report.json", "summary.md", ".gitignore"];
    const target = (name: string): string => (name.includes(".json") || name.includes(".md") ? "precious" : "");
    plant(world, Object.fromEntries(names.map((name) => [`.pipeline/${name}`, join(dir, target(name))])));
    const ended = await runHere(world, host);
    expect(ended.exitCode).toBe(0);
    expectUntouched(dir);
    expect(names.filter((name) => lstatOf(world, name)?.isSymbolicLink())).toEqual([]);
  });

  fault("links-planted-while-running", async () => {
    const dir = "../forbidden";
    const world = makeWorld({
      ...tinyModule,
      "main_test.go": testThat(
        ...["report.json", "summary.md", "logs/test.log"].map(
          (name) => `os.Symlink("${name.includes("/") ? "../" : ""}../${dir}/precious", ".pipeline/${name}")`,
        ),
        `os.Symlink("../${dir}", ".pipeline/tests")`,
        `os.Symlink("../${dir}", ".pipeline/coverage")`,
      ),
    });
    const forbiddenDir = forbidden(world);
    const ended = await runHere(world);
    expectUntouched(forbiddenDir);
    expect(ended.exitCode).not.toBe(130);
    expect(ended.stdout).not.toContain("precious");
    expectNothingLeft(world);
  });

  fault("links-planted-for-later-stages", async () => {
    const later = ".pipeline/.work/build-linux-amd64";
    const target = "../../../../forbidden/precious";
    const plants = ["0.stdout", "0.stderr"].map((name) => `os.Symlink("${target}", "${later}/${name}")`);
    const world = makeWorld({
      ...tinyModule,
      "main_test.go": testThat(`os.MkdirAll("${later}", 0o755)`, ...plants),
    });
    const dir = forbidden(world);
    const ended = await runHere(world, [...host, "--no-vet", "--no-docker", "--concurrency", "1"]);
    expect(ended.exitCode).toBe(0);
    expect(readReport(world).stages["build:linux/amd64"]?.status).toBe("passed");
    expectUntouched(dir);
    expectNothingLeft(world);
  });

  fault("links-in-artifacts", async () => {
    const world = makeWorld({
      ...tinyModule,
      "main_test.go": testThat(
        'os.Symlink("/etc/passwd", ".pipeline/logs/planted.log")',
        'os.Symlink("/etc", ".pipeline/planted")',
        'os.Link("../forbidden/precious", ".pipeline/logs/hard.log")',
      ),
    });
    forbidden(world);
    const service = await startResultsService();
    try {
      const inputs = { engine: "host", docker: "false", vet: "false", build: "false" };
      const ended = await run({ cwd: world.repository, env: workflowEnv(world, inputs, serviceEnv(service)) });
      expect(ended.exitCode).toBe(0);
      const uploaded = uploadedFiles(service);
      expect(Object.keys(uploaded)).toContain("report/report.json");
      expect(Object.keys(uploaded).filter((name) => /planted|hard/.test(name))).toEqual([]);
      expect(Object.values(uploaded).filter((text) => text.includes("root:x:0") || text === "precious")).toEqual([]);
      expect(ended.stdout).toContain("logs/planted.log was left out: it is a symbolic link");
      expect(ended.stdout).toContain("logs/hard.log was left out: it is another file as well (hard link)");
    } finally {
      await service.close();
    }
  });

  fault("links-to-endless-files", async () => {
    const world = makeWorld();
    plant(world, {
      ".gitignore": "/dev/zero",
      ".dockerignore": "/dev/zero",
      "endless.go": "/dev/zero",
      "go.sum": "/dev/zero",
    });
    const ended = await runHere(world, [...fast, "--no-test", "--no-deps"]);
    expect(ended.exitCode).toBe(0);
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    for (const name of [".dagger-go.yml", "Dockerfile"]) {
      const other = makeWorld();
      plant(other, { [name]: "/dev/zero" });
      const refused = await runHere(other, ["--engine", "host", "--dry-run"]);
      expect(refused.exitCode, name).toBe(2);
      expect(refused.peakKiB).toBeLessThan(512 * 1024);
    }
  });

  fault("endless-links-without-git", async () => {
    const world = makeWorld({ ...tinyModule, "ignored.txt": "", Dockerfile: "FROM scratch\n" });
    rmSync(join(world.repository, ".git"), { recursive: true });
    mkdirSync(join(world.repository, "below"));
    const links = [".gitignore", "endless.go", ".dockerignore", "below/.gitignore"];
    for (const path of links) symlinkSync("/dev/zero", join(world.repository, path));
    stubDocker(world, "exit 0");
    const ended = await runHere(world, [...fast, "--no-test", "--no-deps", "--docker"]);
    expect(ended.exitCode).toBe(3);
    expect(readReport(world).stages).toMatchObject({
      format: { status: "passed" },
      image: { status: "errored", reason: expect.stringContaining(".dockerignore is no regular file") },
    });
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    expectNothingLeft(world);
  });

  fault("go-mod-is-an-endless-link", async () => {
    const { "go.mod": _, ...rest } = tinyModule;
    const world = makeWorld(rest);
    plant(world, { "go.mod": "/dev/zero" });
    const ended = await runHere(world, [...host, "--dry-run"]);
    expect([1, 2]).toContain(ended.exitCode);
    expect(ended.stdout).not.toContain("The pipeline itself broke");
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
  });

  fault("config-file-is-a-link", async () => {
    const world = makeWorld();
    writeFile(join(world.root, "outside.yml"), "platforms: precious\n");
    plant(world, { ".dagger-go.yml": "../outside.yml" });
    const ended = await runHere(world);
    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toContain("is outside of the repository");
    expect(ended.stdout).not.toContain("precious");
  });

  fault("dockerfile-is-a-link", async () => {
    const world = makeWorld();
    writeFile(join(world.root, "outside"), "FROM precious\n");
    plant(world, { Dockerfile: "../outside" });
    const ended = await runHere(world, [...fast, "--docker"]);
    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toContain("is outside of the repository");
    expect(ended.stdout).not.toContain("precious");
  });
});

describe("paths and values that lead elsewhere", () => {
  fault("paths-out-of-the-repository", async () => {
    const world = makeWorld();
    const dir = forbidden(world);
    const bad = {
      "docker-context": "../forbidden",
      packages: "../forbidden/...",
      "output-directory": "..",
    };
    const flags = Object.entries(bad).map(([name, value]) => `--${name}=${value}`);
    const refused = await runHere(world, [...fast, "--docker", ...flags]);
    expect(refused.exitCode).toBe(2);
    for (const name of Object.keys(bad)) expect(refused.stdout).toContain(`--${name}: `);
    writeFile(
      join(world.repository, ".dagger-go.yml"),
      `output-directory: ${dir}\nworking-directory: /\ntest-flags: [-exec=/bin/true]\nldflags: -extld=/bin/true\n`,
    );
    const ended = await runHere(world, [...fast, "--docker", "--dockerfile=/etc/passwd"]);
    expect(ended.exitCode).toBe(2);
    for (const name of ["output-directory", "working-directory", "test-flags", "ldflags", "--dockerfile: "])
      expect(ended.stdout).toContain(name);
    expectUntouched(dir);
  });

  fault("patterns-that-take-hours", async () => {
    const world = makeWorld({
      ...tinyModule,
      ".dagger-go.yml": `coverage-exclude: ["${"*a".repeat(50)}b", "${"(".repeat(2_000)}${")".repeat(2_000)}"]\n`,
      [`${"a".repeat(200)}/a.go`]: "package a\n\nfunc A() int { return 1 }\n",
    });
    const ended = await runHere(world);
    expectTime(ended.durationMs, 20_000);
    expect(ended.exitCode).toBe(0);
    expectNothingLeft(world);
  });

  fault("values-with-shell-syntax", async () => {
    const world = makeWorld();
    const evil = `$(touch ${world.root}/pwned);'"\n\`touch ${world.root}/pwned\``;
    const names = [
      "ldflags",
      "test-env",
      "binary-name",
      "image-name",
      "packages",
      "build-tags",
      "go-version",
      "goproxy",
    ];
    const refused = await runHere(world, [...host, ...names.flatMap((name) => [`--${name}`, `X=${evil}`])]);
    expect(refused.exitCode).toBe(2);
    const plain = evil.replaceAll(/['"\n]/g, "");
    const taken = ["--test-env", `X=${plain}`, "--test-flags", `-run '${plain}'`, "--ldflags", `-X 'main.x=${plain}'`];
    const ended = await runHere(world, [...host, "--no-vet", ...taken]);
    expect(ended.exitCode).toBe(0);
    expect(readdirSync(world.root)).not.toContain("pwned");
  });

  fault("flags-that-run-programs", async () => {
    const world = makeWorld();
    const flags = ["exec", "toolexec", "vettool", "overlay", "modfile", "o", "C", "cpuprofile", "test.outputdir"];
    const ended = await runHere(world, [...fast, "--test-flags", flags.map((flag) => `-${flag}=/tmp/x`).join(" ")]);
    expect(ended.exitCode).toBe(2);
    for (const flag of flags) expect(ended.stdout).toContain(`-${flag} is not allowed`);
  });
});

describe("hostile names", () => {
  const names = [
    "<img src=x onerror=alert(1)>|`](http://evil)",
    "a\nb",
    "]]>&\u0001",
    "@octocat #1 https://evil.example",
    "..",
    "\u202egnp",
  ];

  fault("test-names-that-break-formats", async () => {
    const runs = names
      .map((name) => `\tt.Run(${goString(name)}, func(t *testing.T) { t.Error(${goString(name)}) })\n`)
      .join("");
    const world = makeWorld({
      ...tinyModule,
      "main_test.go": `package main\n\nimport "testing"\n\nfunc TestNames(t *testing.T) {\n${runs}}\n`,
    });
    const ended = await run({
      cwd: world.repository,
      env: workflowEnv(world, { engine: "host", docker: "false", vet: "false", build: "false" }),
    });
    expect(ended.exitCode).toBe(1);
    expect(readReport(world).totals.tests?.failed).toBe(names.length + 1);
    const summary = readFileSync(world.runnerFiles.GITHUB_STEP_SUMMARY, "utf8");
    expectPlainText(summary);
    const html = renderedHtml(summary);
    const { tags, addresses } = elementsOf(html);
    expect([...tags]).not.toContain("img");
    expect(addresses.filter((address) => !address.startsWith("https://github.com/octo/repository/"))).toEqual([]);
    expect(searchedText(html)).not.toContain("@octocat");
    const problems: string[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => problems.push(error.message));
    parser.write(readIn(world, ".pipeline/tests/junit.xml")).close();
    expect(problems).toEqual([]);
  });

  fault("file-names-that-break-commands", async () => {
    const unformatted = "package odd\n\nfunc  f()  {}\n";
    const odd = ["odd/-w.go", "odd/a b.go", "odd/$(touch pwned).go", "odd/é.go", "odd/*.go", "odd/'quote\".go"];
    const world = makeWorld({ ...tinyModule, ...Object.fromEntries(odd.map((path) => [path, unformatted])) });
    const ended = await runHere(world, [...fast, "--no-test", "--no-deps"]);
    expect(ended.exitCode).toBe(1);
    expect(readReport(world).stages["format"]?.reason).toContain(`${odd.length} files to format`);
    for (const path of odd) expect(readIn(world, path)).toBe(unformatted);
    expect(gitIn(world.repository, "status", "--porcelain")).toBe("");
  });

  fault("module-named-like-a-device", async () => {
    const world = makeWorld({ ...tinyModule, "go.mod": "module example.com/odd~NAME+x\n\ngo 1.22\n" });
    const service = await startResultsService();
    try {
      const inputs = {
        engine: "host",
        docker: "false",
        vet: "false",
        test: "false",
        platforms: "linux/amd64",
        "artifact-prefix": "..-",
      };
      const ended = await run({ cwd: world.repository, env: workflowEnv(world, inputs, serviceEnv(service)) });
      expect(ended.exitCode).toBe(0);
      for (const name of service.artifacts.keys()) expect(name).toMatch(/^[A-Za-z0-9][\w.-]*$/);
      expect([...service.artifacts.keys()]).toContain("report");
    } finally {
      await service.close();
    }
  });

  fault("go-mod-with-names-of-objects", async () => {
    const world = makeWorld({ ...tinyModule, "go.mod": `${tinyModule["go.mod"]}\n__proto__ x\nconstructor x\n` });
    const ended = await runHere(world);
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toContain("go.mod");
    expect(ended.stdout).not.toContain("The pipeline itself broke");
  });

  fault("go-mod-of-a-hundred-thousand-lines", async () => {
    const lines = "\tx v1\n".repeat(100_000);
    const world = makeWorld({ ...tinyModule, "go.mod": `${tinyModule["go.mod"]}\nrequire (\n${lines})\n` });
    const ended = await runHere(world, [...host, "--dry-run"]);
    expectTime(ended.durationMs, 15_000);
  });
});

function lstatOf(world: World, name: string) {
  return lstatSync(join(world.repository, ".pipeline", name), { throwIfNoEntry: false });
}
