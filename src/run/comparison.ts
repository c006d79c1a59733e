import { Baselines, baselineSettings } from "../cache/baseline.ts";
import { permissionOf } from "../cache/permission.ts";
import type { PatchLines, ReadPatchLines } from "../collect/change-coverage.ts";
import { isHosted } from "../engine/hosted.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import type { FoundBaseline } from "../model/coverage.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection } from "../model/project.ts";
import { once } from "../once.ts";
import type { CacheService } from "../platform/cache-store.ts";
import { type BaseTree, writeBaseTree } from "../project/base-tree.ts";
import { type Base, type BaseRequest, findBase, headCommit } from "../project/change-base.ts";
import { type ChangedLines, type NoChange, readChangedLines, readPatch } from "../project/changed-lines.ts";
import { relativeSlashes } from "../project/locate.ts";
import { type Collected, testedPackages } from "../results/assemble.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import type { Run } from "./state.ts";

/** What a run is compared with. Git and the cache service are asked once, when somebody wants to know. */
export interface RunComparison {
  /** For findings: since the change left its base. */
  changedLines(): Promise<ChangedLines | NoChange>;
  /** For coverage; a push is a change of its own. */
  readonly patchLines: ReadPatchLines;
  /** The files of the base; a push is a change of its own. */
  baseTree(): Promise<BaseTree>;
  /** A base was named, by somebody or by a pull request: a limit on what the change covers cannot do without it. */
  readonly baseNamed: boolean;
  /** Coverage of the base; null where the base is not known, or nobody has asked for the patch. */
  baseline(): Promise<FoundBaseline | null>;
  /** Keeps the coverage of the commit for runs that are compared with it. */
  keep(collected: Collected): Promise<void>;
}

/** `directory` makes one for the files of the base. */
export function createComparison(run: Run, inspection: Inspection, directory: () => Promise<string>): RunComparison {
  const { config, env, platform, project } = run;
  const { root } = project;
  const asked = { root, asked: config.base, occasion: platform.context, fetch: isHosted(env) };
  const baseOf = (sincePush: boolean) => once(() => findBase({ ...asked, sincePush } satisfies BaseRequest));
  const [forFindings, forChange] = [baseOf(false), baseOf(true)];
  const baselines = openBaselines(run, inspection);
  const baseline = once(async () => {
    const base = await forChange();
    return base.ok ? await baselines.find(base.commit) : null;
  });
  let wanted = false;
  return {
    changedLines: once(async () => readChangedLines(root, await forFindings())),
    patchLines: async (others) => {
      wanted = true;
      // On its way while git compares.
      void baseline();
      return await patchSince(await forChange(), { root, others, uncommitted: platform.name === "local" });
    },
    baseTree: once(async () => writeBaseTree({ root, base: await forChange(), directory })),
    baseNamed: config.base !== null || platform.context.base !== null,
    baseline: async () => (wanted ? await baseline() : null),
    keep: (collected) => keep(run, baselines, collected),
  };
}

async function patchSince(base: Base, request: Omit<Parameters<typeof readPatch>[0], "base">): Promise<PatchLines> {
  if (!base.ok) return { problem: `what the change covers is not known: ${base.problem}` };
  const added = await readPatch({ ...request, base: base.commit });
  return "problem" in added ? added : { base: base.commit, added };
}

function openBaselines({ config, env, platform, project, signal }: Run, { native }: Inspection): Baselines {
  const { packages, modules, workspace, buildTags, coverpkg, race, testFlags, goVersion } = config;
  const { coverageExclude, coverageExcludeGenerated, coverageData } = config;
  const directory = relativeSlashes(project.root, config.workingDirectory, nodePathFacts());
  // Jobs of a matrix differ by minor versions; a new patch release is no other Go.
  const go = goVersion?.split(".").slice(0, 2) ?? null;
  return new Baselines({
    service: platform.cacheService?.() ?? nowhere,
    permission: permissionOf(config.cache, platform.context),
    settings: baselineSettings({
      ...{ directory, packages, modules, workspace, buildTags, coverpkg, race, testFlags, go },
      ...{ coverageExclude, coverageExcludeGenerated, platform: platformKey(native) },
      // Names of directories may differ from run to run.
      withData: coverageData.length > 0,
    }),
    tempRoot: env["RUNNER_TEMP"] ?? "",
    signal,
  });
}

const nowhere: CacheService = { ok: false, reason: "only runs of a workflow keep it" };

/** What a pull request is tested as, its merge, is nothing that a later run is compared with. */
async function keep(
  { platform, project }: Pick<Run, "platform" | "project">,
  baselines: Baselines,
  collected: Collected,
): Promise<void> {
  const { coverage } = collected;
  if (platform.cacheService === undefined || platform.context.base !== null || coverage === null) return;
  if (coverage.missing.length > 0 || testedPackages(collected).some(({ status }) => status === "failed")) return;
  const commit = await headCommit(project.root);
  if (commit === null) return;
  const problem = await baselines.save(commit, coverage);
  if (problem !== null) platform.log(sanitizeLine(`coverage of this commit is not kept for later runs: ${problem}`));
}
