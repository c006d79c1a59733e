import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../../src/inputs/config-file.ts";
import { placesOf } from "../../../src/inputs/parse.ts";
import { fakeFacts, parsed, problems, repository } from "./support.ts";

describe("the working directory", () => {
  it("is relative to the current directory, and the rest to it", () => {
    const { config, repository: root } = parsed({ cwd: "/", argv: ["--working-directory=repo/sub"] });
    expect(config).toMatchObject({
      workingDirectory: "/repo/sub",
      dockerContext: "sub",
      dockerfile: "sub/Dockerfile",
      outputDirectory: "/repo/sub/.pipeline",
    });
    expect(root).toBe("/repo");
  });

  it("has to be there", () => {
    expect(problems({ argv: ["--working-directory=nope", "--output-directory=.."] })).toEqual([
      '--working-directory: "nope" is not a directory (looked for in /repo)',
    ]);
    expect(problems({ argv: ["--working-directory=go.mod"] })).toEqual([
      '--working-directory: "go.mod" is not a directory (looked for in /repo)',
    ]);
  });
});

describe("paths of the image", () => {
  it("stay inside the repository, links resolved", () => {
    expect(problems({ argv: ["--docker-context=.."] })).toEqual([
      '--docker-context: ".." is outside of the repository, /repo',
    ]);
    expect(problems({ argv: ["--docker-context=out"] })).toEqual([
      '--docker-context: "out" is outside of the repository, /repo',
    ]);
    expect(problems({ argv: ["--dockerfile=/etc/passwd"] })).toEqual([
      '--dockerfile: "/etc/passwd" is outside of the repository, /repo',
    ]);
  });

  it("have to be there when they are given, unless there is no image", () => {
    const argv = ["--docker-context=nope", "--dockerfile=Nope"];
    expect(problems({ argv })).toEqual([
      '--docker-context: "nope" is not a directory',
      '--dockerfile: "Nope" is not a file',
    ]);
    expect(parsed({ argv: [...argv, "--docker=false"] }).config.dockerfile).toBe("Nope");
  });

  it("may lie beside the working directory", () => {
    const argv = ["--working-directory=sub", "--docker-context=..", "--dockerfile=/repo/Dockerfile"];
    const { config } = parsed({ argv });
    expect(config).toMatchObject({ dockerContext: ".", dockerfile: "Dockerfile" });
    expect(config.given.has("dockerfile")).toBe(true);
  });
});

describe("directories with coverage", () => {
  it("are relative to the working directory, and outside of the repository only when no file of it says so", () => {
    const { config } = parsed({ argv: ["--working-directory=sub", "--coverage-data=x,/tmp/y"] });
    expect(config.coverageData).toEqual([
      { text: "x", path: "/repo/sub/x" },
      { text: "/tmp/y", path: "/tmp/y" },
    ]);
    const configFile = parseConfigFile(".dagger-go.yml", "coverage-data: [x, ../y]\n");
    expect(problems({ configFile })).toEqual([
      '.dagger-go.yml: coverage-data: "../y" is outside of the repository, /repo; only a flag or `with:` may say so',
    ]);
  });

  it("are not what a run empties", () => {
    expect(problems({ argv: ["--coverage-data=.pipeline/x"] })).toEqual([
      'output-directory: ".pipeline" contains coverage-data, and is emptied when a run starts',
    ]);
  });
});

describe("the file with the Go version", () => {
  it("is relative to the working directory and stays inside the repository", () => {
    const argv = ["--working-directory=sub", "--go-version-file"];
    expect(parsed({ argv: [...argv, "go.mod"] }).config.goVersionFile).toBe("sub/go.mod");
    expect(parsed({ argv: [...argv, "../go.mod"] }).config.goVersionFile).toBe("go.mod");
    expect(problems({ argv: [...argv, "../../other/go.mod"] })).toEqual([
      '--go-version-file: "../../other/go.mod" is outside of the repository, /repo',
    ]);
  });

  it("has to be there, in a format that is known", () => {
    const formats = "name a go.mod, go.work, .go-version or .tool-versions";
    expect(problems({ argv: ["--go-version-file=go.work"] })).toEqual([
      `--go-version-file: "go.work" is not a file; ${formats}`,
    ]);
    expect(problems({ argv: ["--go-version-file=sub"] })).toEqual([
      `--go-version-file: "sub" is not a file; ${formats}`,
    ]);
    expect(problems({ argv: ["--go-version-file=Dockerfile"] })).toEqual([
      `--go-version-file: "Dockerfile" has no format that is known; ${formats}`,
    ]);
  });
});

describe("the output directory", () => {
  const emptied = "it is emptied when a run starts, so name a directory of its own";

  it.each([
    [".", `--output-directory: "." is the working directory; ${emptied}`],
    ["..", `--output-directory: ".." contains the working directory; ${emptied}`],
    ["/", `--output-directory: "/" contains the working directory; ${emptied}`],
    [".git/x", '--output-directory: ".git/x" is inside .git'],
    ["go.mod", '--output-directory: "go.mod" is not a directory'],
  ])("is not %s", (path, problem) => {
    expect(problems({ argv: [`--output-directory=${path}`] })).toEqual([problem]);
  });

  it("lies outside only when a flag or with says so", () => {
    expect(parsed({ argv: ["--output-directory=/tmp/x"] }).config.outputDirectory).toBe("/tmp/x");
    expect(parsed({ with: { "output-directory": "/elsewhere/x" } }).config.outputDirectory).toBe("/elsewhere/x");
    const configFile = parseConfigFile(".dagger-go.yml", "output-directory: out/x");
    expect(problems({ configFile })).toEqual([
      '.dagger-go.yml: output-directory: "out/x" is outside of the repository, /repo; only a flag or `with:` may say so',
    ]);
  });

  it("is not what a link of the repository makes of it", () => {
    expect(problems({ with: { "output-directory": "out/x" } })).toEqual([
      'with: output-directory: "out/x" is, or lies below, a link that leads out of the repository',
    ]);
  });

  it("holds nothing that the run reads", () => {
    expect(problems({ argv: ["--output-directory=sub", "--docker-context=sub"] })).toEqual([
      '--output-directory: "sub" contains docker-context, and is emptied when a run starts',
    ]);
  });
});

describe("packages", () => {
  it("are inside the repository", () => {
    expect(problems({ argv: ["--working-directory=sub", "--packages=../...", "--main-packages=../../x"] })).toEqual([
      '--main-packages: "../../x" is outside of the repository, /repo',
    ]);
  });
});

describe("the config file", () => {
  const facts = fakeFacts({
    "/repo/.git": "directory",
    "/repo/.dagger-go.yml": "file",
    "/repo/a/b": "directory",
    "/repo/c/.dagger-go.yml": "file",
    "/repo/d/.dagger-go.yml": { link: "/etc/other.yml" },
    "/repo/e/.dagger-go.yml": "directory",
    "/etc/other.yml": "file",
    "/.dagger-go.yml": "file",
  });
  const find = (argv: readonly string[], cwd = "/repo") => placesOf({ argv, with: {}, env: {}, cwd, facts });

  it("is the nearest from the working directory up to the repository", () => {
    expect(find(["--working-directory=a/b"]).config).toEqual({ path: "/repo/.dagger-go.yml", name: ".dagger-go.yml" });
    expect(find([], "/repo/c").config).toEqual({ path: "/repo/c/.dagger-go.yml", name: "c/.dagger-go.yml" });
    expect(placesOf({ argv: [], with: {}, env: {}, cwd: "/repo", facts: repository }).config).toBeNull();
  });

  it("is relative to the current directory when it is named", () => {
    expect(find(["--config=c/.dagger-go.yml", "--working-directory=a"]).config?.name).toBe("c/.dagger-go.yml");
  });

  it("is a file inside the repository", () => {
    expect(find(["--config=nope.yml"]).problems).toEqual(['--config: "nope.yml" is not a file']);
    expect(find(["--config=../etc/other.yml"]).problems).toEqual([
      '--config: "../etc/other.yml" is outside of the repository, /repo',
    ]);
    expect(find([], "/repo/d").problems).toEqual([
      "config: /repo/d/.dagger-go.yml is outside of the repository, /repo",
    ]);
    expect(find([], "/repo/e").problems).toEqual(["config: /repo/e/.dagger-go.yml is not a file"]);
  });
});

describe("on Windows", () => {
  const windows = fakeFacts({ "C:\\src\\repo\\.git": "directory", "C:\\src\\repo\\sub\\go.mod": "file" }, "win32");
  const request = { facts: windows, cwd: "C:\\src\\repo" };

  it("paths have drives and both slashes, and results have slashes", () => {
    const { config, repository: root } = parsed({
      ...request,
      argv: ["--working-directory=sub", "--docker-context=..\\", "--output-directory=D:/out"],
    });
    expect(config).toMatchObject({
      workingDirectory: "C:\\src\\repo\\sub",
      dockerContext: ".",
      dockerfile: "Dockerfile",
      outputDirectory: "D:\\out",
    });
    expect(root).toBe("C:\\src\\repo");
  });

  it("another drive or share is outside, and case does not matter", () => {
    const outside = (path: string) => problems({ ...request, argv: [`--docker-context=${path}`] });
    expect(outside("D:\\x")).toEqual(['--docker-context: "D:\\\\x" is outside of the repository, C:\\src\\repo']);
    expect(outside("\\\\server\\share")).toEqual([
      '--docker-context: "\\\\\\\\server\\\\share" is outside of the repository, C:\\src\\repo',
    ]);
    expect(problems({ ...request, argv: ["--output-directory=c:\\SRC"] })).toEqual([
      '--output-directory: "c:\\\\SRC" contains the working directory; it is emptied when a run starts, so name a directory of its own',
    ]);
  });

  it("names of variables have no case", () => {
    expect(parsed({ ...request, argv: ["--test-env=temp"], env: { TEMP: "C:\\t" } }).config.testEnv).toEqual([
      { name: "temp", value: "C:\\t", hidden: true },
    ]);
  });
});
