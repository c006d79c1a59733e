import { describe, expect, test } from "vitest";
import {
  actionCommand,
  type CommandFacts,
  checkOf,
  parallelSteps,
  plainSteps,
  stageSteps,
} from "../../../bench/commands.ts";
import { depsTemplate } from "../../../src/go/deps-template.ts";

function facts(overrides: Partial<CommandFacts> = {}): CommandFacts {
  const mains = new Map([
    ["linux/amd64", ["m/cmd/a", "m/cmd/b"]],
    ["darwin/amd64", ["m/cmd/a"]],
    ["windows/amd64", []],
  ]);
  const place = { dir: ".", cwd: "/work/m", env: {}, scope: { modules: ["."], root: "." } };
  return { ...place, vendored: false, mains, out: "/out", ...overrides };
}

const words = (commands: ReturnType<typeof plainSteps>): readonly string[] =>
  commands.map(({ name, file, args, env }) =>
    [`${name}:`, ...Object.entries(env).map((pair) => pair.join("=")), file, ...args].join(" "),
  );

const builds = [
  "build:linux/amd64: GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -buildvcs=false -o=/out/linux-0/ -- m/cmd/a m/cmd/b",
  "build:darwin/amd64: GOOS=darwin GOARCH=amd64 CGO_ENABLED=0 go build -buildvcs=false -o=/out/darwin-0/ -- m/cmd/a",
];

describe("commands", () => {
  test("plain is what a workflow does, one step after the other", () => {
    expect(words(plainSteps(facts()))).toEqual([
      "download: go mod download",
      "format: gofmt -l .",
      "vet: go vet ./...",
      "test: go test -coverprofile=/out/coverage.out ./...",
      ...builds,
    ]);
  });

  test("plain downloads nothing that is vendored", () => {
    expect(words(plainSteps(facts({ vendored: true })))[0]).toBe("format: gofmt -l .");
  });

  test("the stages alone are those of the plan", () => {
    expect(words(stageSteps(facts()))).toEqual([
      `deps: go list -e -deps -test -f ${depsTemplate} -- ./...`,
      "format: gofmt -l .",
      "vet: go vet ./...",
      "test: go test -json -vet=off -coverprofile=/out/coverage.out ./...",
      ...builds,
    ]);
  });

  test("binaries of one name go to directories of their own", () => {
    const mains = new Map([["linux/amd64", ["m/x/tool", "m/y/tool/v2", "m/z/other"]]]);
    const env = "GOOS=linux GOARCH=amd64 CGO_ENABLED=0";
    expect(words(plainSteps(facts({ mains }))).slice(4)).toEqual([
      `build:linux/amd64: ${env} go build -buildvcs=false -o=/out/linux-0/ -- m/x/tool m/z/other`,
      `build:linux/amd64 (2): ${env} go build -buildvcs=false -o=/out/linux-1/ -- m/y/tool/v2`,
    ]);
  });

  test("a module beside others names its steps as the action does, and runs as go.work lets it", () => {
    const scope = { modules: [".", "tools/gen"], root: "." };
    const env = { GOWORK: "off" };
    const place = { dir: "tools/gen", cwd: "/work/m/tools/gen", env, scope };
    const steps = plainSteps(facts({ ...place, mains: new Map([["linux/amd64", ["m/gen"]]]) }));
    expect(words(steps)).toEqual([
      "tools/gen#download: GOWORK=off go mod download",
      "tools/gen#format: gofmt -l .",
      "tools/gen#vet: GOWORK=off go vet ./...",
      "tools/gen#test: GOWORK=off go test -coverprofile=/out/coverage.out ./...",
      "tools/gen#build:linux/amd64: GOWORK=off GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -buildvcs=false -o=/out/linux-0/ -- m/gen",
    ]);
    expect(new Set(steps.map(({ cwd }) => cwd))).toEqual(new Set(["/work/m/tools/gen"]));
    expect(steps.map(({ name }) => checkOf(name)).slice(0, 2)).toEqual(["download", "format"]);
  });

  test("parallel steps download first, then each check goes through the modules beside the others", () => {
    const scope = { modules: [".", "a"], root: "." };
    const mains = new Map([["linux/amd64", ["m/cmd"]]]);
    const modules = [".", "a"].map((dir) => facts({ dir, scope, mains: dir === "." ? mains : new Map() }));
    const { first, beside } = parallelSteps(modules.flatMap(plainSteps));
    expect(first.map(({ name }) => name)).toEqual(["download", "a#download"]);
    expect(beside.map((lane) => lane.map(({ name }) => name))).toEqual([
      ["format", "a#format"],
      ["vet", "a#vet"],
      ["test", "a#test"],
      ["build:linux/amd64"],
    ]);
  });

  test("the action gets the same module and no image to build", () => {
    const command = actionCommand({
      command: ["node", "dist/index.js"],
      engine: "host",
      workingDirectory: "/work/m",
      outputDirectory: "/out/ours",
      flags: ["--race"],
    });
    expect(command.file).toBe("node");
    expect(command.args.join(" ")).toBe(
      "dist/index.js --working-directory /work/m --engine host --output-directory /out/ours --no-docker --race",
    );
  });
});
