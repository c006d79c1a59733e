import { mayMakeImage } from "../gates/image/plan.ts";
import type { Config } from "../inputs/config.ts";
import type { Module, Project } from "../model/project.ts";
import type { Stamp } from "../model/stamp.ts";
import { stampNames } from "../model/stamp.ts";
import type { RunContext } from "../platform/platform.ts";
import type { Dockerfile } from "../project/dockerfile-parse.ts";
import { type Revision, readRevision, revisionWarnings, stampOf } from "../project/revision.ts";
import { placeholdersIn } from "../text/template.ts";

/** What the run's products are called after. */
export interface Stamps {
  readonly of: (module: Pick<Module, "dir" | "path">) => Stamp;
  readonly warnings: readonly string[];
  /** null: nobody asks git. */
  readonly revision: Revision | null;
}

const nobodyAsks: Stamp = { version: null, commit: null, date: null, branch: null, unknown: "nobody asks for it" };

/** Asks git about the commit where an input or an image wants to know. */
export async function readStamps(
  config: Config,
  project: Project,
  context: RunContext,
  dockerfile: Dockerfile | null,
): Promise<Stamps> {
  const names = askedFor(config);
  if (names.size === 0 && !mayMakeImage(config, dockerfile)) {
    return { of: () => nobodyAsks, warnings: [], revision: null };
  }
  const revision = await readRevision(project.root, context);
  const files = new Set(project.files);
  const version = config.version === null && (names.has("version") || names.has("semver"));
  return {
    of: (module) => stampOf(revision, module, files, config.version),
    revision,
    warnings: version ? revisionWarnings(revision, project.modules, files) : [],
  };
}

/** Whether binaries are packed: what is released is, unless somebody says that it is not. */
export function packs({ archives, release, given }: Config): boolean {
  return archives || (release !== "false" && !given.has("archives"));
}

/** Placeholders that inputs have, and what is asked for without them. */
function askedFor(config: Config): ReadonlySet<string> {
  const { ldflags, binaryName, imageTags, release, sbom, attest } = config;
  const asked = packs(config) || sbom || release !== "false" ? ["{version}"] : attest ? ["{commit}"] : [];
  const texts = [ldflags ?? "", binaryName, ...imageTags, ...asked];
  const names = texts.flatMap(placeholdersIn);
  return new Set(names.filter((name) => stampNames.some((known) => known === name)));
}
