import { posix } from "node:path";
import { golangciFiles } from "../gates/lint.ts";
import { groupBy } from "../group-by.ts";
import type { Module, Project } from "../model/project.ts";
import { missingArgs, missingSecrets } from "../project/dockerfile-facts.ts";
import { parseDockerfile } from "../project/dockerfile-parse.ts";
import type { AskGit } from "../project/git.ts";
import { type GoFileFacts, readGoFiles } from "../project/go-files.ts";
import { isInside, joinPath } from "../project/gomod.ts";
import { fileAbove, filesNamed } from "../project/module-dirs.ts";
import type { Repository } from "../project/modules.ts";
import { servicesIn } from "./compose.ts";
import { privateModules } from "./private-modules.ts";
import type { SeenDockerfile, SeenRepository } from "./seen.ts";

export interface LookRequest {
  readonly repository: Pick<Repository, "files" | "read">;
  readonly project: Project;
  /** Path of the Dockerfile that a run takes, relative to the repository. */
  readonly dockerfile: string;
  /** GOPRIVATE of the environment. */
  readonly goprivate: string;
  /** Asks git in the repository. */
  readonly git: AskGit;
}

/** Looks at a repository by its files alone: no Go runs, and nothing of it is executed. */
export async function lookAt(request: LookRequest): Promise<SeenRepository> {
  const { repository, project, goprivate } = request;
  const { directory, modules, workspaces } = project;
  const packages = (await Promise.all(modules.map((module) => packagesOf(project, module)))).flat();
  const texts = await Promise.all(modules.map(({ dir }) => repository.read(joinPath(dir, "go.mod"))));
  const docker = await dockerOf(request);
  return {
    directory,
    modules: modules.map(({ dir }) => posix.relative(directory, dir) || "."),
    workspaces: workspaces.map(({ path }) => path),
    tools: [...new Set(modules.flatMap(({ tools }) => tools))],
    mains: [...new Set(packages.filter(({ files }) => files.some(isProgram)).map(({ inModule }) => inModule))].sort(),
    cgoOnly: packages.filter(({ files }) => needCgo(files) === "all").map(({ dir }) => dir),
    someCgo: packages.find(({ files }) => needCgo(files) === "some")?.dir ?? null,
    generates: firstFile(packages, "generates"),
    fuzzes: firstFile(packages, "fuzzes"),
    benchmarks: firstFile(packages, "benchmarks"),
    requires: modules.some(({ requires }) => requires.length > 0),
    released: await releasedAs(request),
    golangci: await golangciOf(request),
    docker,
    otherDockerfiles: otherDockerfiles(request),
    compose: await composeOf(request),
    privateModules: privateModules(modules, texts, goprivate),
    defaultBranch: await defaultBranch(request),
  };
}

interface SeenPackage {
  /** Relative to the repository. */
  readonly dir: string;
  /** Relative to its module, as package patterns are. */
  readonly inModule: string;
  /** What a build may take: no tests, and no programs that stand for themselves. */
  readonly files: readonly GoFileFacts[];
  /** A file with such lines, relative to the repository. */
  readonly generates: string | null;
  readonly fuzzes: string | null;
  readonly benchmarks: string | null;
}

function firstFile(packages: readonly SeenPackage[], what: "generates" | "fuzzes" | "benchmarks"): string | null {
  return packages.find((found) => found[what] !== null)?.[what] ?? null;
}

async function packagesOf(project: Project, module: Module): Promise<readonly SeenPackage[]> {
  const byDirectory = groupBy(await readGoFiles(project, module), ({ path }) => posix.dirname(path));
  return [...byDirectory].map(([dir, all]) => {
    const first = (mentions: (facts: GoFileFacts) => boolean): string | null => {
      const found = all.find(mentions);
      return found === undefined ? null : joinPath(module.dir, found.path);
    };
    return {
      dir: joinPath(module.dir, dir),
      inModule: dir === "." ? "." : `./${dir}`,
      files: all.filter(({ path, neverBuilt }) => !neverBuilt && !path.endsWith("_test.go")),
      generates: first(({ mentionsGenerate }) => mentionsGenerate),
      fuzzes: first(({ mentionsFuzz }) => mentionsFuzz),
      benchmarks: first(({ mentionsBenchmark }) => mentionsBenchmark),
    };
  });
}

function isProgram({ mentionsMain }: GoFileFacts): boolean {
  return mentionsMain;
}

function needCgo(files: readonly GoFileFacts[]): "all" | "some" | "none" {
  const needing = files.filter(({ needsCgo }) => needsCgo).length;
  return needing === 0 ? "none" : needing === files.length ? "all" : "some";
}

async function golangciOf({ repository, project }: LookRequest): Promise<SeenRepository["golangci"]> {
  const files = new Set(repository.files);
  const path = project.modules.map(({ dir }) => fileAbove(dir, golangciFiles, files)).find((found) => found !== null);
  if (path === undefined) return null;
  // golangci-lint v2 takes no file that does not say so: `version: "2"`, `version = "2"`, `"version": "2"`.
  const text = (await repository.read(path)) ?? "";
  return { path, version: /^\s*\{?\s*["']?version["']?\s*[:=]\s*["']?2\b/m.test(text) ? "v2" : "v1" };
}

async function dockerOf({ repository, dockerfile: path }: LookRequest): Promise<SeenDockerfile | null> {
  const text = await repository.read(path);
  if (text === null) return null;
  const dockerfile = parseDockerfile(path, text);
  const last = Math.max(...dockerfile.instructions.map(({ stage }) => stage));
  const exposed = dockerfile.instructions.filter(({ keyword, stage }) => keyword === "EXPOSE" && stage === last);
  const port = exposed.flatMap(({ value }) => value.split(/\s+/)).find((word) => /^\d+(\/tcp)?$/.test(word));
  return {
    path,
    port: port === undefined ? null : Number.parseInt(port, 10),
    args: missingArgs(dockerfile, []),
    secrets: missingSecrets(dockerfile, []),
  };
}

function otherDockerfiles({ repository, project: { directory }, dockerfile }: LookRequest): readonly string[] {
  return filesNamed("Dockerfile", repository.files, directory)
    .filter((path) => path !== dockerfile)
    .map((path) => posix.relative(directory, path));
}

/** The names that Docker Compose looks for itself. */
const composeFiles = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

async function composeOf({ repository, project }: LookRequest): Promise<SeenRepository["compose"]> {
  const found = composeFiles.flatMap((name) => filesNamed(name, repository.files, "."));
  const near = found.filter((path) => isInside(project.directory, path) || !path.includes("/"));
  for (const path of near) {
    const services = servicesIn((await repository.read(path)) ?? "");
    if (services.length > 0) return { path, services };
  }
  return null;
}

/** A tag that Go takes for a version of some module: `v1.2.3`, `dir/v1.2.3`. */
async function releasedAs({ git }: LookRequest): Promise<string | null> {
  const answer = await git("tag", "--list", "--sort=-creatordate");
  if (!answer.ok) return null;
  return answer.stdout.split("\n").find((tag) => /^(?:.+\/)?v\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(tag)) ?? null;
}

/** What the remote repository has as its own, as far as a clone knows it. */
async function defaultBranch({ git }: LookRequest): Promise<string | null> {
  const answer = await git("symbolic-ref", "--short", "refs/remotes/origin/HEAD");
  return answer.ok ? answer.stdout.trim().replace(/^origin\//, "") || null : null;
}
