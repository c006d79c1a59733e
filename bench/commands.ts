import { depsTemplate } from "../src/go/deps-template.ts";
import { type Platform, platformKey } from "../src/model/platform.ts";
import { platformEnv } from "../src/project/platform-env.ts";

/** A program to measure; the environment comes on top of the contender's. */
export interface TimedCommand {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What the commands of a subject depend on. */
export interface CommandFacts {
  /** Nothing is downloaded for a module with a vendor directory. */
  readonly vendored: boolean;
  /** Import paths of the main packages by platform. */
  readonly mains: ReadonlyMap<string, readonly string[]>;
  /** Absolute; receives binaries and profile. */
  readonly out: string;
}

/** The action's default platforms. */
export const platforms: readonly Platform[] = ["linux", "darwin", "windows"].map((os) => ({
  os,
  arch: "amd64",
  variant: null,
}));

/** The checks of the action as a workflow on setup-go has them: one step after the other, the flags that the action uses by default. */
export function plainSteps(facts: CommandFacts): readonly TimedCommand[] {
  const download = facts.vendored ? [] : [go("download", ["mod", "download"])];
  const test = go("test", ["test", `-coverprofile=${facts.out}/coverage.out`, "./..."]);
  return [...download, gofmt("format"), go("vet", ["vet", "./..."]), test, ...builds(facts)];
}

/** The stages of the action's plan as commands of their own, to be measured each with the machine for itself. */
export function stageSteps(facts: CommandFacts): readonly TimedCommand[] {
  const deps = go("deps", ["list", "-e", "-deps", "-test", "-f", depsTemplate, "--", "./..."]);
  const test = go("test", ["test", "-json", "-vet=off", `-coverprofile=${facts.out}/coverage.out`, "./..."]);
  return [deps, gofmt("format"), go("vet", ["vet", "./..."]), test, ...builds(facts)];
}

function builds(facts: CommandFacts): readonly TimedCommand[] {
  return platforms.flatMap((platform) => {
    const mains = facts.mains.get(platformKey(platform)) ?? [];
    const env = { ...platformEnv(platform), CGO_ENABLED: "0" };
    return withDistinctNames(mains).map((group, index) => {
      const name = `build:${platformKey(platform)}${index === 0 ? "" : ` (${index + 1})`}`;
      const out = `${facts.out}/${platform.os}-${index}/`;
      return { ...go(name, ["build", "-buildvcs=false", `-o=${out}`, "--", ...group]), env };
    });
  });
}

/** Main packages whose binaries would get the same name cannot be built by one command. */
function withDistinctNames(mains: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const main of mains) {
    const name = binaryName(main);
    const group = groups.find((others) => others.every((other) => binaryName(other) !== name));
    if (group === undefined) groups.push([main]);
    else group.push(main);
  }
  return groups;
}

/** Last element of the import path, without a major version: what `go build` names the binary. */
function binaryName(importPath: string): string {
  return (
    importPath
      .replace(/\/v\d+$/, "")
      .split("/")
      .at(-1) ?? importPath
  );
}

function go(name: string, args: readonly string[]): TimedCommand {
  return { name, file: "go", args, env: {} };
}

function gofmt(name: string): TimedCommand {
  return { name, file: "gofmt", args: ["-l", "."], env: {} };
}

export interface ActionRequest {
  /** Program and first arguments. */
  readonly command: readonly string[];
  readonly engine: "host" | "dagger";
  readonly workingDirectory: string;
  readonly outputDirectory: string;
  readonly flags: readonly string[];
}

/** The action on the same checks: without the image, which plain does not build. */
export function actionCommand(request: ActionRequest): TimedCommand {
  const [file = "node", ...args] = request.command;
  const own = ["--working-directory", request.workingDirectory, "--engine", request.engine];
  const where = ["--output-directory", request.outputDirectory, "--no-docker"];
  return { name: "action", file, args: [...args, ...own, ...where, ...request.flags], env: {} };
}
