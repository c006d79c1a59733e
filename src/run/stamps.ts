import { mayMakeImage } from "../gates/image/plan.ts";
import type { Config } from "../inputs/config.ts";
import type { Module, Project } from "../model/project.ts";
import type { Stamp } from "../model/stamp.ts";
import { stampNames } from "../model/stamp.ts";
import type { RunContext } from "../platform/platform.ts";
import type { Dockerfile } from "../project/dockerfile-parse.ts";
import { readRevision, revisionWarnings, stampOf } from "../project/revision.ts";
import { placeholdersIn } from "../text/template.ts";

/** What the run's products are called after. */
export interface Stamps {
  readonly of: (module: Pick<Module, "dir" | "path">) => Stamp;
  readonly warnings: readonly string[];
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
  if (names.size === 0 && !mayMakeImage(config, dockerfile)) return { of: () => nobodyAsks, warnings: [] };
  const revision = await readRevision(project.root, context);
  const files = new Set(project.files);
  const version = config.version === null && (names.has("version") || names.has("semver"));
  return {
    of: (module) => stampOf(revision, module, files, config.version),
    warnings: version ? revisionWarnings(revision, project.modules, files) : [],
  };
}

/** Placeholders that inputs have. */
function askedFor({ ldflags, binaryName, imageTags, archives }: Config): ReadonlySet<string> {
  const texts = [ldflags ?? "", binaryName, ...imageTags, archives ? "{version}" : ""];
  const names = texts.flatMap(placeholdersIn);
  return new Set(names.filter((name) => stampNames.some((known) => known === name)));
}
