import type { ModuleFile } from "../model/project.ts";
import { requirements } from "../project/gomod.ts";

/** Where everybody has repositories: what is private there can only be among those of the same owner. */
const publicHosts: ReadonlySet<string> = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]);

/**
 * Patterns of required modules that may be private: GOPRIVATE's, where it is set; else hosts that are named like those of one company, and the owner or
 * host of the repository's own modules. Nobody can tell without asking: they are good for a comment and nothing more.
 */
export function privateModules(
  modules: readonly Pick<ModuleFile, "path">[],
  goMods: readonly (string | null)[],
  goprivate: string,
): readonly string[] {
  if (goprivate !== "") return goprivate.split(",").map((pattern) => pattern.trim());
  const own = modules.flatMap(({ path }) => path ?? []);
  const required = goMods.flatMap((text) => requirements(text ?? "")).map(({ path }) => path);
  const others = required.filter((path) => !own.includes(path));
  const ownPlaces = new Set(own.map(placeOf));
  const found = others.map(placeOf).filter((place) => ownPlaces.has(place) || isCompanyHost(place));
  return [...new Set(found)].sort();
}

/** `github.com/owner/*` where a host belongs to everybody, else the host. */
function placeOf(path: string): string {
  const [host = "", owner] = path.split("/");
  return publicHosts.has(host) && owner !== undefined ? `${host}/${owner}/*` : host;
}

function isCompanyHost(place: string): boolean {
  return /^(git|gitlab|github|gitea|bitbucket|stash|scm|code)\.|\.(internal|corp|local|lan)$/.test(
    place.split("/").length === 1 && !publicHosts.has(place) ? place : "",
  );
}
