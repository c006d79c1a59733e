import { depsTemplate } from "../src/go/deps-template.ts";
import { groupBy } from "../src/group-by.ts";
import { type Platform, platformKey } from "../src/model/platform.ts";
import { type IdScope, idOf } from "../src/model/stage-id.ts";
import { platformEnv } from "../src/project/platform-env.ts";

/** A program to measure; the environment comes on top of the contender's. */
export interface TimedCommand {
  /** Of steps: as the action names its stages, `vet` or `tools/gen#vet`. */
  readonly name: string;
  /** Absolute. */
  readonly cwd: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What the commands of a module depend on. */
export interface CommandFacts {
  /** Relative to the repository, among all modules. */
  readonly dir: string;
  readonly scope: IdScope;
  /** Absolute path of where its commands run. */
  readonly cwd: string;
  /** `GOWORK=off` for a module that go.work does not name. */
  readonly env: Readonly<Record<string, string>>;
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

/** The checks of the action on a module as a workflow on setup-go has them: one step after the other, the flags that the action uses by default. */
export function plainSteps(facts: CommandFacts): readonly TimedCommand[] {
  const download = facts.vendored ? [] : [go(facts, "download", ["mod", "download"])];
  const test = go(facts, "test", ["test", `-coverprofile=${facts.out}/coverage.out`, "./..."]);
  return [...download, gofmt(facts), go(facts, "vet", ["vet", "./..."]), test, ...builds(facts)];
}

/** The stages of the action's plan as commands of their own, to be measured each with the machine for itself. */
export function stageSteps(facts: CommandFacts): readonly TimedCommand[] {
  const deps = go(facts, "deps", ["list", "-e", "-deps", "-test", "-f", depsTemplate, "--", "./..."]);
  const test = go(facts, "test", ["test", "-json", "-vet=off", `-coverprofile=${facts.out}/coverage.out`, "./..."]);
  return [deps, gofmt(facts), go(facts, "vet", ["vet", "./..."]), test, ...builds(facts)];
}

/** Steps one after the other. */
type Lane = readonly TimedCommand[];

/**
 * The steps of plain as a workflow with a group of `parallel:` steps has them: the download comes first, then everything else runs beside each other, one step
 * for each check, which goes through the modules one after the other.
 */
export function parallelSteps(steps: Lane): { readonly first: Lane; readonly beside: readonly Lane[] } {
  const isFirst = ({ name }: TimedCommand): boolean => checkOf(name) === "download";
  const others = steps.filter((step) => !isFirst(step));
  return { first: steps.filter(isFirst), beside: [...groupBy(others, ({ name }) => checkOf(name)).values()] };
}

/** What a step or stage does, whatever its module: `vet` of `tools/gen#vet`. */
export function checkOf(name: string): string {
  return name.slice(name.indexOf("#") + 1);
}

function builds(facts: CommandFacts): readonly TimedCommand[] {
  return platforms.flatMap((platform) => {
    const mains = facts.mains.get(platformKey(platform)) ?? [];
    const env = { ...facts.env, ...platformEnv(platform), CGO_ENABLED: "0" };
    return withDistinctNames(mains).map((group, index) => {
      const name = `build:${platformKey(platform)}${index === 0 ? "" : ` (${index + 1})`}`;
      const out = `${facts.out}/${platform.os}-${index}/`;
      return { ...go(facts, name, ["build", "-buildvcs=false", `-o=${out}`, "--", ...group]), env };
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

function go(facts: CommandFacts, name: string, args: readonly string[]): TimedCommand {
  return { name: stepName(facts, name), cwd: facts.cwd, file: "go", args, env: facts.env };
}

function gofmt(facts: CommandFacts): TimedCommand {
  return { name: stepName(facts, "format"), cwd: facts.cwd, file: "gofmt", args: ["-l", "."], env: {} };
}

function stepName({ dir, scope }: CommandFacts, check: string): string {
  return idOf({ gate: check, module: dir, variant: null }, scope);
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
  return {
    name: "action",
    cwd: request.workingDirectory,
    file,
    args: [...args, ...own, ...where, ...request.flags],
    env: {},
  };
}
