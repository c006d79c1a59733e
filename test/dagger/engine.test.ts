import { spawn } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { actionPath } from "../support/run-action.ts";
import { type Files, image, leftovers, type Sandbox, sandbox, smallModule } from "./support/repositories.ts";

const open: Sandbox[] = [];

afterEach(() => {
  for (const box of open.splice(0)) box.dispose();
});

function newSandbox(files: Files = smallModule): Sandbox {
  const box = sandbox(files);
  open.push(box);
  return box;
}

interface Report {
  readonly conclusion: string;
  readonly reasons: readonly string[];
  readonly engine: { readonly name: string; readonly version: string; readonly reason: string };
  readonly stages: readonly { readonly id: string; readonly status: string; readonly cached: boolean }[];
}

function reportOf({ root }: Sandbox): Report {
  return JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
}

function testLog({ root }: Sandbox): string {
  return readFileSync(join(root, ".pipeline/tests/test2json.jsonl"), "utf8");
}

/** The outcome of the stages that ran. */
function statuses(box: Sandbox): Record<string, string> {
  const ran = reportOf(box).stages.filter((stage) => !["skipped", "disabled"].includes(stage.status));
  return Object.fromEntries(ran.map((stage) => [stage.id, stage.status]));
}

const green = { deps: "passed", format: "passed", vet: "passed", test: "passed", "build:linux/amd64": "passed" };

describe("sessions", () => {
  it("starts one of its own and leaves nothing of it", async () => {
    const box = newSandbox();
    const run = await box.run();
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
    expect(statuses(box)).toEqual(green);
    expect(reportOf(box).engine).toMatchObject({ name: "dagger", version: "0.21.8", reason: "engine: dagger" });
    expect(leftovers(box)).toEqual([]);
  });

  it("uses the session of dagger run", async () => {
    const box = newSandbox();
    const cli = process.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] || "dagger";
    const args = ["run", "--progress=plain", process.execPath, actionPath, "--go-image", image];
    const child = spawn(cli, args, { cwd: box.root, env: box.env(), stdio: "ignore" });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(reportOf(box).engine).toMatchObject({ name: "dagger", reason: "started by dagger run" });
    expect(leftovers(box)).toEqual([]);
  });

  it("refuses half a session", async () => {
    const box = newSandbox();
    const run = await box.run([], { DAGGER_SESSION_PORT: "1" });
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain("DAGGER_SESSION_PORT is set but DAGGER_SESSION_TOKEN is not.");
  });

  it("says at once that nothing listens at the address of a runner", async () => {
    const box = newSandbox();
    const startedAt = Date.now();
    const run = await box.run(["--runner-host", "tcp://127.0.0.1:1"]);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain("No Dagger engine listens at tcp://127.0.0.1:1: connection refused.");
    expect(leftovers(box)).toEqual([]);
  });

  it("says that there is no such image", async () => {
    const box = newSandbox();
    const missing = image.replace(/[^/]*$/, "there-is-no-such-image:1");
    const run = await box.run(["--go-image", missing]);
    expect(run.exitCode).toBe(3);
    expect(reportOf(box).reasons[0]).toContain(`${missing} does not exist.`);
  });
});

describe("what goes to the engine", () => {
  it("is what is tracked, new or needed, and no untracked secret", async () => {
    const names = ["embedded.txt", ".env.test", "new.txt", "ignored.log", "server.pem", ".netrc", "link", ".git"];
    const box = newSandbox({
      ...smallModule,
      ".gitignore": "*.log\nembedded.txt\n",
      ".env.test": "A=b\n",
      "embed.go":
        'package main\n\nimport _ "embed"\n\n//go:embed embedded.txt\nvar text string\n\nfunc init() { _ = text }\n',
      "here_test.go": [
        "package main",
        "",
        'import (\n\t"os"\n\t"testing"\n)',
        "",
        "func TestHere(t *testing.T) {",
        `\tfor _, name := range []string{${names.map((name) => JSON.stringify(name)).join(", ")}} {`,
        "\t\t_, err := os.Stat(name)",
        '\t\tt.Logf("here %s %v", name, err == nil)',
        "\t}",
        "}",
        "",
      ].join("\n"),
    });
    box.write({ "embedded.txt": "x", "new.txt": "x", "ignored.log": "x", "server.pem": "x", ".netrc": "x" });
    symlinkSync("/etc/hostname", join(box.root, "link"));
    const run = await box.run();
    expect(run.exitCode, run.stdout).toBe(0);
    const seen = [...testLog(box).matchAll(/here (\S+) (true|false)/g)].map(([, name, there]) => [name, there]);
    expect(Object.fromEntries(seen)).toEqual({
      "embedded.txt": "true",
      ".env.test": "true",
      "new.txt": "true",
      "ignored.log": "false",
      "server.pem": "false",
      ".netrc": "false",
      // The link goes, what it points at on this machine does not; the container may have a file of that name.
      link: expect.stringMatching(/true|false/),
      ".git": "false",
    });
  });
});

describe("execution", () => {
  const printsEnvironment: Files = {
    ...smallModule,
    "main_test.go":
      'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestEnv(t *testing.T) {\n\tfor _, each := range os.Environ() {\n\t\tt.Log(each)\n\t}\n}\n',
  };

  it("shows tests CI, settings of Go and their own variables, and nothing of this machine", async () => {
    const box = newSandbox(printsEnvironment);
    await box.run(["--test-env", "ASKED=for", "--goprivate", "git.example"], {
      PRIVATE_THING: "never",
      GITHUB_TOKEN: "never",
    });
    const log = testLog(box);
    expect(log).toContain("CI=true");
    expect(log).toContain("ASKED=for");
    expect(log).toContain("GOPRIVATE=git.example");
    expect(log).not.toMatch(/never|GITHUB_|ACTIONS_|RUNNER_|DAGGER_|OTEL_|PIPELINE_/);
  });

  it("runs again with another value of a test variable", async () => {
    // Go's own cache of test results knows the variables that a test asks for by name.
    const box = newSandbox({
      ...smallModule,
      "main_test.go":
        'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestAsked(t *testing.T) { t.Log("ASKED=" + os.Getenv("ASKED")) }\n',
    });
    for (const value of ["one", "two"]) {
      await box.run(["--test-env", `ASKED=${value}`]);
      expect(testLog(box)).toContain(`ASKED=${value}`);
    }
  });

  const clock = (body: string): Files => ({
    ...smallModule,
    "main_test.go": `package main\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestClock(t *testing.T) { t.${body}("at", time.Now().UnixNano()) }\n`,
  });
  const times = (box: Sandbox): string | undefined => /at (\d+)/.exec(testLog(box))?.[1];
  const cached = (box: Sandbox): boolean[] =>
    reportOf(box)
      .stages.slice(0, 5)
      .map((stage) => stage.cached);

  it("shows an unchanged green run as cached", async () => {
    const box = newSandbox({ ...clock("Log"), "unique.txt": String(Date.now()) });
    expect((await box.run()).exitCode).toBe(0);
    const first = times(box);
    expect(cached(box)).toEqual([false, false, false, false, false]);
    expect((await box.run()).exitCode).toBe(0);
    expect(times(box)).toBe(first);
    expect(cached(box)).toEqual([true, true, true, true, true]);
  });

  it("really executes a red run again", async () => {
    const box = newSandbox({ ...clock("Error"), "unique.txt": String(Date.now()) });
    expect((await box.run()).exitCode).toBe(1);
    const first = times(box);
    expect((await box.run()).exitCode).toBe(1);
    expect(times(box)).not.toBe(first);
    expect(cached(box)).toEqual([false, false, false, false, false]);
  });

  it("does not take a link that a build or a test left behind", async () => {
    const box = newSandbox({
      ...smallModule,
      "main_test.go":
        'package main\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestPlant(t *testing.T) {\n\tif err := os.Symlink("/etc/passwd", "/pipeline/out/0/result/planted"); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n',
    });
    expect((await box.run()).exitCode).toBe(3);
    expect(existsSync(join(box.root, ".pipeline/planted"))).toBe(false);
    expect(statuses(box)["test"]).toBe("errored");
  });

  it("stamps binaries with buildvcs, without credentials going along", async () => {
    const box = newSandbox();
    box.git("config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic c2VjcmV0");
    const run = await box.run(["--buildvcs"]);
    expect(run.exitCode, run.stdout).toBe(0);
    const revision = box.git("rev-parse", "HEAD").trim();
    const binary = readFileSync(join(box.root, ".pipeline/bin/small-linux-amd64"), "latin1");
    expect(binary).toContain(`vcs.revision=${revision}`);
  });
});

describe("cancellation", () => {
  /** Sleeps so long, in a child whose arguments can be found again. */
  function sleeper(seconds: string): Files {
    return {
      ...smallModule,
      "main_test.go": `package main\n\nimport (\n\t"os/exec"\n\t"testing"\n)\n\nfunc TestSleep(t *testing.T) { exec.Command("sleep", "${seconds}").Run() }\n`,
    };
  }

  async function processesWith(text: string): Promise<number> {
    const child = spawn("ps", ["-eo", "args"], { stdio: ["ignore", "pipe", "ignore"] });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    await new Promise((resolve) => child.on("close", resolve));
    return out.split("\n").filter((line) => line.includes(`sleep ${text}`)).length;
  }

  async function until(condition: () => Promise<boolean> | boolean, limitMs: number): Promise<boolean> {
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline) {
      if (await condition()) return true;
      await delay(200);
    }
    return false;
  }

  it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "by %s leaves no container, process or directory",
    async (signal) => {
      const seconds = `900.${Date.now() % 1_000_000}`;
      const box = newSandbox(sleeper(seconds));
      const args = [actionPath, "--engine", "dagger", "--go-image", image, "--platforms", "linux/amd64"];
      const child = spawn(process.execPath, args, { cwd: box.root, env: box.env(), stdio: "ignore" });
      const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
      expect(await until(async () => (await processesWith(seconds)) > 0, 240_000)).toBe(true);
      const at = Date.now();
      child.kill(signal);
      const code = await closed;
      if (signal !== "SIGKILL") {
        expect(code).toBe(130);
        expect(Date.now() - at).toBeLessThan(7_000);
        expect(reportOf(box).conclusion).toBe("cancelled");
        expect(leftovers(box)).toEqual([]);
      }
      expect(await until(async () => (await processesWith(seconds)) === 0, 25_000)).toBe(true);
      // A directory may be left by a process that was killed, a process of it may not.
      expect(await until(() => leftovers(box).every((found) => !/^\d+$/.test(found)), 25_000)).toBe(true);
    },
  );
});

describe("images", () => {
  const dockerfile = [
    `FROM ${image} AS build`,
    "ARG GREETING",
    "WORKDIR /src",
    "COPY . .",
    'RUN --mount=type=secret,id=token test "$(cat /run/secrets/token)" = hunter2',
    "RUN test ! -e ignored.txt && CGO_ENABLED=0 go build -o /app .",
    "FROM scratch",
    "COPY --from=build /app /app",
    'ENTRYPOINT ["/app"]',
    "",
  ].join("\n");
  const module: Files = { ...smallModule, Dockerfile: dockerfile, ".dockerignore": "ignored.txt\n", "ignored.txt": "" };
  const checksOff = ["--no-format", "--no-vet", "--no-test", "--no-build"];
  const secret = ["--docker-secrets", "token=hunter2"];

  it("are built with secrets and rules, tested, and handed over as a file", async () => {
    const box = newSandbox(module);
    const run = await box.run([
      ...checksOff,
      ...secret,
      "--image-output",
      "tarball",
      "--smoke-command",
      "x",
      "--smoke-output",
      "small",
    ]);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(statuses(box)).toMatchObject({ image: "passed", smoke: "passed", deliver: "passed" });
    const tarball = readFileSync(join(box.root, ".pipeline/image/small.tar"), "latin1");
    expect(tarball).not.toContain("hunter2");
    expect(run.stdout + readFileSync(join(box.root, ".pipeline/logs/image.log"), "utf8")).not.toContain("hunter2");
  });

  it("are made of the binary that was built", async () => {
    const box = newSandbox();
    const run = await box.run(["--docker", "true", "--image-output", "tarball"]);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(statuses(box)).toMatchObject({ image: "passed", smoke: "passed", deliver: "passed" });
    expect(existsSync(join(box.root, ".pipeline/image/small.tar"))).toBe(true);
  });

  it("that do not build fail at their line", async () => {
    const box = newSandbox({ ...module, Dockerfile: `FROM ${image}\nRUN echo why && exit 4\n` });
    expect((await box.run(checksOff)).exitCode).toBe(1);
    expect(statuses(box)).toMatchObject({ image: "failed", smoke: "blocked", deliver: "blocked" });
    const report = JSON.stringify(reportOf(box));
    expect(report).toContain("Dockerfile:2: RUN echo why && exit 4 failed with exit code 4");
  });

  it("are warned about when their program ends with a failure nobody asked about", async () => {
    const box = newSandbox({
      ...smallModule,
      "main.go": 'package main\n\nimport "os"\n\nfunc main() { os.Exit(2) }\n',
    });
    const run = await box.run(["--docker", "true", "--no-test", "--image-output", "tarball"]);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(statuses(box)["smoke"]).toBe("warned");
  });

  it("that cannot be pushed leave the tarball", async () => {
    const box = newSandbox();
    const flags = ["--docker", "true", "--image-output", "tarball,push", "--image-tags", "127.0.0.1:1/x/small:v1"];
    const run = await box.run(flags);
    expect(run.exitCode).toBe(3);
    expect(statuses(box)["deliver"]).toBe("errored");
    expect(existsSync(join(box.root, ".pipeline/image/small.tar"))).toBe(true);
  });
});
