import { quote } from "../kinds/kind.ts";
import { contains, locateRepository, type PathFacts, pathsOf, relativeSlashes, upwards } from "../project/locate.ts";
import type { Given } from "./given.ts";

/** Where a run was started, and how paths are there. */
export interface StartingPoint {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  readonly facts: PathFacts;
}

/** Where everything is. Paths absolute, links resolved. */
export interface Places {
  readonly workingDirectory: string;
  readonly repository: string;
  /** The config file to read, and its path relative to the repository. */
  readonly config: { readonly path: string; readonly name: string } | null;
  readonly problems: readonly string[];
}

export const configFileName = ".dagger-go.yml";

/** Finds working directory, repository and config file from what flags and `with:` say of them. */
export function findPlaces(given: Given, start: StartingPoint): Places {
  const { cwd, env, facts } = start;
  const text = given.get("working-directory");
  const workingDirectory = facts.realpath(pathsOf(facts).resolve(cwd, text));
  if (workingDirectory === null || facts.kind(workingDirectory) !== "directory") {
    const where = text === "." ? "" : ` (looked for in ${cwd})`;
    const problem = `${given.label("working-directory")}: ${quote(text)} is not a directory${where}`;
    return { workingDirectory: cwd, repository: cwd, config: null, problems: [problem] };
  }
  const repository = locateRepository(workingDirectory, env, facts);
  // Where the report of another run is shown, a file that lies there may be a stranger's.
  const nearest = (): Found | null =>
    given.get("comment-from") === null ? nearestConfig(workingDirectory, repository, facts) : null;
  const found = given.has("config") ? askedConfig(given, start) : nearest();
  const checked = checkConfig(found, repository, facts);
  return { workingDirectory, repository, ...checked };
}

interface Found {
  readonly label: string;
  readonly path: string | null;
}

function askedConfig(given: Given, { cwd, facts }: StartingPoint): Found | null {
  const text = given.get("config");
  if (text === null) return null;
  const path = facts.realpath(pathsOf(facts).resolve(cwd, text));
  return { label: `${given.label("config")}: ${quote(text)}`, path };
}

function nearestConfig(workingDirectory: string, repository: string, facts: PathFacts): Found | null {
  for (const dir of upwards(workingDirectory, facts)) {
    if (!contains(repository, dir, facts)) return null;
    const path = pathsOf(facts).join(dir, configFileName);
    if (facts.kind(path) !== null) return { label: `config: ${path}`, path: facts.realpath(path) };
  }
  return null;
}

function checkConfig(found: Found | null, repository: string, facts: PathFacts): Pick<Places, "config" | "problems"> {
  if (found === null) return { config: null, problems: [] };
  const { label, path } = found;
  if (path === null || facts.kind(path) !== "file") return { config: null, problems: [`${label} is not a file`] };
  if (!contains(repository, path, facts)) {
    return { config: null, problems: [`${label} is outside of the repository, ${repository}`] };
  }
  return { config: { path, name: relativeSlashes(repository, path, facts) }, problems: [] };
}
