import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { containerVariables } from "../../../../src/engine/container-env.ts";
import { baseImage } from "../../../../src/engine/dagger/base-image.ts";
import { cacheScope } from "../../../../src/engine/dagger/open.ts";
import { givenSession, sessionEnvironment } from "../../../../src/engine/dagger/session.ts";
import { exitOf } from "../../../../src/engine/dagger/step-results.ts";
import { sourceOf, specCommands } from "../../../../src/engine/dagger/step-spec.ts";
import { excludePatterns, literalPattern } from "../../../../src/engine/dagger/upload-patterns.ts";
import type { ExecStep } from "../../../../src/model/step.ts";
import { execStep } from "../../../support/steps.ts";

describe("baseImage", () => {
  it("is the one asked for, else the official one of the wanted version", () => {
    const official = (tag: string): string => `docker.io/library/golang:${tag}`;
    expect(baseImage({ image: "reg/go:x", asked: "1.25", wanted: "1.26.0" })).toBe("reg/go:x");
    expect(baseImage({ image: null, asked: "1.25", wanted: "1.26.0" })).toBe(official("1.25"));
    expect(baseImage({ image: null, asked: null, wanted: "1.26.0" })).toBe(official("1.26.0"));
    expect(baseImage({ image: null, asked: null, wanted: "1.26rc1" })).toBe(official("1.26rc1"));
    expect(baseImage({ image: null, asked: null, wanted: null })).toBe(official("1"));
  });
});

describe("cacheScope", () => {
  it("is the repository that CI names, else the module, else the directory", () => {
    expect(cacheScope({ GITHUB_REPOSITORY: "o/n", CI_PROJECT_PATH: "x" }, "example.com/m", "/src")).toBe("o/n");
    expect(cacheScope({ GITHUB_REPOSITORY: "", CI_PROJECT_PATH: "group/n" }, "example.com/m", "/src")).toBe("group/n");
    expect(cacheScope({}, "example.com/m", "/src")).toBe("example.com/m");
    expect(cacheScope({}, null, "/src")).toBe("/src");
  });
});

describe("containerVariables", () => {
  it("passes settings of the go command and proxies, and nothing of this machine", () => {
    const env = {
      PATH: "/bin",
      HOME: "/home/x",
      GOFLAGS: "-mod=mod",
      GOPATH: "/home/x/go",
      GOROOT: "/usr/lib/go",
      GOTOOLCHAIN: "auto",
      GOOGLE_APPLICATION_CREDENTIALS: "/key.json",
      GOWORK: "/home/x/go.work",
      GITHUB_TOKEN: "secret",
      HTTPS_PROXY: "http://proxy:3128",
      no_proxy: "localhost",
      GOSUMDB: "",
      GODEBUG: undefined,
    };
    expect(containerVariables(env, { goproxy: null, goprivate: [] })).toEqual({
      plain: { CI: "true", GOFLAGS: "-mod=mod", HTTPS_PROXY: "http://proxy:3128", no_proxy: "localhost" },
      secret: {},
    });
    expect(containerVariables({ GOWORK: "off" }, { goproxy: null, goprivate: [] }).plain["GOWORK"]).toBe("off");
  });

  it("lets inputs win and keeps logins out of sight", () => {
    const env = { GOPROXY: "https://one.example", GOPRIVATE: "x.example", http_proxy: "http://u:p@proxy:1" };
    expect(containerVariables(env, { goproxy: "https://user:pw@two.example,direct", goprivate: ["a", "b"] })).toEqual({
      plain: { CI: "true", GOPRIVATE: "a,b" },
      secret: { http_proxy: "http://u:p@proxy:1", GOPROXY: "https://user:pw@two.example,direct" },
    });
  });
});

describe("upload patterns", () => {
  it("take every character literally", () => {
    expect(literalPattern("a/*?[x]!{y}^\\z", false)).toBe("a/\\*\\?\\[x\\]\\!{y}\\^\\\\z");
    expect(literalPattern(" blank ", false)).toBe("[ ]blank[ ]");
    expect(literalPattern("a/[x]", true)).toBe("a/[[]x]");
  });

  it("always leave out .git", () => {
    expect(excludePatterns(["node_modules"], false)).toEqual([".git", "**/.git", "node_modules"]);
  });
});

describe("specCommands", () => {
  it("names the directories in which programs leave what they like", () => {
    const args = [
      { prefix: "-outputdir=", out: "kept/", loose: true },
      { prefix: "-o=", out: "bin/" },
    ] as const;
    const commands = [{ tool: "go", args, env: {}, cwd: "module" } as const];
    expect(specCommands(execStep({ commands }))).toMatchObject({ dirs: ["kept/", "bin/"], loose: ["kept/"] });
  });

  it("puts container paths in place of result files and directories", () => {
    const step = execStep({
      stage: "test",
      module: "sub/mod",
      commands: [
        {
          tool: "go",
          args: ["test", { prefix: "-coverprofile=", out: "cover/a.out" }, { prefix: "-o=", out: "bin/" }],
          env: { GOOS: "linux" },
          cwd: "module",
        },
        { tool: "gofmt", args: ["-l", "./x.go"], env: {}, cwd: "lf" },
      ],
    });
    expect(specCommands(step)).toEqual({
      commands: [
        {
          dir: "/src/sub/mod",
          words: [
            "GOOS=linux",
            "go",
            "test",
            "-coverprofile=/pipeline/out/result/cover/a.out",
            "-o=/pipeline/out/result/bin/",
          ],
          silent: false,
          advisory: false,
        },
        { dir: "/pipeline/spec/lf", words: ["gofmt", "-l", "./x.go"], silent: false, advisory: false },
      ],
      dirs: ["cover", "bin/"],
      loose: [],
    });
  });
});

describe("where a command runs", () => {
  it("is a directory of the repository, or of what the step brings", () => {
    const go = { tool: "go", args: ["list"], env: {} } as const;
    const commands = [
      { ...go, cwd: { dir: "tools" } },
      { ...go, cwd: { dir: "base/tools", brought: true } },
    ] as const;
    const dirs = specCommands(execStep({ commands })).commands.map(({ dir }) => dir);
    expect(dirs).toEqual(["/src/tools", "/pipeline/spec/brought/base/tools"]);
  });
});

describe("a step on a copy", () => {
  const commands = [{ tool: "go", args: ["build"], env: { GOOS: "linux" }, cwd: "module" } as const];

  it("has it at another path where it asks for that", () => {
    const step = execStep({ commands, module: "a", copy: { git: false, elsewhere: true } });
    expect(specCommands(step).commands).toMatchObject([
      { dir: "/elsewhere/src/a", words: ["GOOS=linux", "go", "build"] },
    ]);
    expect(sourceOf(execStep({ copy: { git: true } }))).toBe("/src");
  });
});

describe("what a command may print", () => {
  it("is nothing in a step that has to be silent, unless it talks", () => {
    const command = { tool: "go", args: ["list"], env: {}, cwd: "module" } as const;
    const commands = [command, { ...command, talks: true } as const];
    const silent = (passes: ExecStep["passes"]) =>
      specCommands(execStep({ stage: "deps", commands, passes })).commands.map((each) => each.silent);
    expect(silent("exit-zero-and-silent")).toEqual([true, false]);
    expect(silent("exit-zero")).toEqual([false, false]);
  });
});

describe("exitOf", () => {
  it("knows exit codes from signals", () => {
    expect(exitOf(0)).toEqual({ exitCode: 0, signal: null });
    expect(exitOf(127)).toEqual({ exitCode: 127, signal: null });
    expect(exitOf(137)).toEqual({ exitCode: null, signal: "SIGKILL" });
    expect(exitOf(255)).toEqual({ exitCode: 255, signal: null });
  });
});

describe("givenSession", () => {
  it("is what dagger run sets, and never half of it", () => {
    expect(givenSession({})).toBeNull();
    expect(givenSession({ DAGGER_SESSION_PORT: "4711", DAGGER_SESSION_TOKEN: "t" })).toEqual({
      port: 4711,
      token: "t",
    });
    expect(() => givenSession({ DAGGER_SESSION_PORT: "4711" })).toThrow(
      "DAGGER_SESSION_PORT is set but DAGGER_SESSION_TOKEN is not.",
    );
    expect(() => givenSession({ DAGGER_SESSION_PORT: "x:1", DAGGER_SESSION_TOKEN: "t" })).toThrow("not a port number");
  });
});

describe("sessionEnvironment", () => {
  it("spares other engines, asks nothing of the cloud and keeps inputs away", () => {
    const env = {
      PATH: "/bin",
      "INPUT_REGISTRY-PASSWORD": "secret",
      DAGGER_X_RELEASE: "main",
      DAGGER_CLOUD_TOKEN: "from-environment",
      DAGGER_CLOUD_ENGINE: "",
      DAGGER_SESSION_TOKEN: "old",
      XDG_STATE_HOME: "/home/user/state",
      UNSET: undefined,
    };
    expect(sessionEnvironment({ env, runnerHost: null, cloudToken: null, cwd: "/own" })).toEqual({
      PATH: "/bin",
      XDG_STATE_HOME: join("/own", "state"),
      DAGGER_LEAVE_OLD_ENGINE: "1",
      DAGGER_NO_NAG: "1",
      DAGGER_NO_UPDATE_CHECK: "1",
      DAGGER_PROGRESS: "plain",
      DO_NOT_TRACK: "1",
      NO_COLOR: "1",
    });
    const cloud = sessionEnvironment({ env, runnerHost: "tcp://e:1", cloudToken: "given", cwd: "/own" });
    expect(cloud["DAGGER_CLOUD_TOKEN"]).toBe("given");
    expect(cloud["_EXPERIMENTAL_DAGGER_RUNNER_HOST"]).toBe("tcp://e:1");
  });
});
