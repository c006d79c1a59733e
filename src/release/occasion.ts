import { UsageError } from "../errors.ts";
import type { ModuleFile } from "../model/project.ts";
import type { ReleaseOccasion } from "../model/release.ts";
import type { RunContext } from "../platform/platform.ts";
import { checkedOut } from "../project/checked-out.ts";
import { isPrerelease, moduleOfTag, tagBefore, tagRules, versionOfTag } from "../project/module-version.ts";
import { type Revision, tagOf } from "../project/revision.ts";
import { firstOf } from "../text/format.ts";
import { placeName } from "../text/paths.ts";

export interface OccasionFacts {
  readonly published: boolean;
  readonly event: Pick<RunContext, "eventName" | "ref">;
  readonly revision: Revision;
  /** Those of the run. */
  readonly modules: readonly Pick<ModuleFile, "dir" | "path">[];
  /** Of the repository. */
  readonly files: ReadonlySet<string>;
  /** The input `version`. */
  readonly version: string | null;
}

/** What is released: the module whose version the pushed tag is. Throws UsageError where the checkout is not what the tag says. */
export function occasionOf(facts: OccasionFacts): ReleaseOccasion {
  const { event, revision, modules, files } = facts;
  const tag = event.eventName === "push" ? tagOf(event) : null;
  if (tag === null) return { skipped: notATag(event) };
  const places = modules.map(({ dir, path }) => ({
    dir,
    rules: tagRules(dir, path, (place) => files.has(`${place}/go.mod`)),
  }));
  const found = moduleOfTag(tag, places);
  const version = found === null ? null : versionOfTag(tag, found.rules);
  if (found === null || version === null) {
    const dirs = firstOf(
      modules.map(({ dir }) => placeName(dir)),
      5,
    );
    return {
      skipped: `${tag} is no version of ${dirs} as Go has them (v1.2.3, and dir/v1.2.3 for a module in a directory)`,
    };
  }
  const commit = checkedOut(revision, {
    input: "release",
    because: "a release is made of the tag and nothing else",
    other: () => (revision.eventTag === tag ? null : `the commit of the tag ${tag}; check out what was pushed`),
  });
  if (facts.version !== null && facts.version !== version) {
    throw new UsageError([`version: ${facts.version} is not the version of the tag ${tag}, which is to be released`]);
  }
  const before = tagBefore(version, revision.merged, found.rules);
  return {
    release: {
      ...{ tag, version, commit, before, published: facts.published, module: found.dir },
      prerelease: isPrerelease(version),
      plainTags: found.rules.prefix === "",
      cutOff: revision.shallow && before === null ? shallow : null,
    },
  };
}

const shallow =
  "the clone is shallow, so nobody knows which commits are new in this release. Check out with `fetch-depth: 0` (actions/checkout).";

function notATag({ eventName, ref }: OccasionFacts["event"]): string {
  const rule = "releases only on a push of a tag";
  if (eventName === null) return `${rule}; this is no run of a workflow`;
  const where = eventName === "push" && ref !== null ? ` to ${ref.replace(/^refs\/heads\//, "")}` : "";
  return `${rule}; this is ${eventName}${where}`;
}
