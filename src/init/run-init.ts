import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { jobsIn, runsPipeline, workflowFiles } from "../doctor/workflows.ts";
import { EnvironmentError, ifThere, messageOf, systemCode } from "../errors.ts";
import { writeFixed } from "../files/write-fixed.ts";
import type { Config } from "../inputs/config.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import { configFileName } from "../inputs/places.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { gitAt } from "../project/git.ts";
import { joinPath } from "../project/gomod.ts";
import { relativeSlashes } from "../project/locate.ts";
import { discoverProject, type Repository } from "../project/modules.ts";
import { openRepository } from "../project/repository.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { configText } from "./config-text.ts";
import { lookAt } from "./look.ts";
import type { SeenRepository } from "./seen.ts";
import { workflowText } from "./workflow-text.ts";

export interface InitRequest {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: CiPlatform;
  readonly config: Config;
  /** Absolute path of the repository. */
  readonly repository: string;
}

const workflowPath = ".github/workflows/go.yml";

/** The command `init`: writes config file and workflow as far as they are not there. 0: written, or nothing to write. */
export async function runInit({ env, platform, config, repository: root }: InitRequest): Promise<number> {
  const repository = await openRepository(root);
  const directory = relativeSlashes(root, config.workingDirectory, nodePathFacts());
  const { modules: selection, workspace, dockerfile } = config;
  const settings = { gotoolchain: env["GOTOOLCHAIN"], gowork: env["GOWORK"] };
  const project = await discoverProject(repository, { directory, selection, workspace, ...settings });
  const seen = await lookAt({
    ...{ repository, project, dockerfile },
    goprivate: config.goprivate?.join(",") ?? env["GOPRIVATE"] ?? "",
    git: gitAt(root),
  });
  const say = (text: string): void => platform.log(sanitizeLine(text));
  for (const { path, there, text } of await filesOf(repository, config, seen)) {
    if (there !== null) say(`left as it is: ${there}`);
    else if (config.dryRun) await platform.group(`would write ${path}`, text(seen).trimEnd().split("\n"), true);
    else {
      await write(root, path, text(seen));
      say(`wrote ${path}`);
    }
  }
  return 0;
}

interface NewFile {
  /** Relative to the repository. */
  readonly path: string;
  /** What takes its place already; null: nothing. */
  readonly there: string | null;
  readonly text: (seen: SeenRepository) => string;
}

async function filesOf(
  repository: Repository,
  { config: configFile }: Config,
  { directory }: SeenRepository,
): Promise<readonly NewFile[]> {
  const { root } = repository;
  const found = configFile === null ? null : relativeSlashes(root, configFile, nodePathFacts());
  return [
    { path: joinPath(directory, configFileName), there: found, text: configText },
    { path: workflowPath, there: await workflowThere(repository), text: workflowText },
  ];
}

async function workflowThere({ root, files, read }: Repository): Promise<string | null> {
  for (const path of [workflowPath, workflowPath.replace(/yml$/, "yaml")]) {
    if ((await ifThere(lstat(join(root, path)))) !== null) return path;
  }
  for (const path of workflowFiles(files)) {
    const steps = (await jobsIn((await read(path)) ?? "")).flatMap((job) => job.steps);
    if (steps.some(runsPipeline)) return `${path}, which runs the pipeline`;
  }
  return null;
}

async function write(root: string, path: string, text: string): Promise<void> {
  const file = { path, before: null, after: text, modes: { before: null, after: null } };
  const why = await writeFixed(root, file).catch((error: unknown) => {
    if (systemCode(error) === null) throw error;
    return messageOf(error);
  });
  if (why === null) return;
  throw new EnvironmentError(`${path} cannot be written: ${why}.`, "Make room for it, or take what --dry-run shows.");
}
