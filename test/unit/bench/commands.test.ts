import { describe, expect, test } from "vitest";
import { actionCommand, type CommandFacts, plainSteps, stageSteps } from "../../../bench/commands.ts";
import { depsTemplate } from "../../../src/go/deps-template.ts";

function facts(overrides: Partial<CommandFacts> = {}): CommandFacts {
  const mains = new Map([
    ["linux/amd64", ["m/cmd/a", "m/cmd/b"]],
    ["darwin/amd64", ["m/cmd/a"]],
    ["windows/amd64", []],
  ]);
  return { vendored: false, mains, out: "/out", ...overrides };
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
