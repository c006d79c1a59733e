import { oneOf, quote } from "../kinds/kind.ts";
import type { CoverageDirectory } from "../model/coverage.ts";
import { goVersionFiles, isGoVersionFile } from "../project/go-version-file.ts";
import { contains, pathsOf, relativeSlashes, resolveLinks } from "../project/locate.ts";
import type { Given } from "./given.ts";
import type { Places, StartingPoint } from "./places.ts";

/** Where the paths among the inputs lead. */
export interface InputPaths {
  /** Relative to the repository, slashes. */
  readonly dockerContext: string;
  readonly dockerfile: string;
  /** The same; null when nobody names one. */
  readonly goVersionFile: string | null;
  readonly coverageData: readonly CoverageDirectory[];
  /** Absolute, links resolved. */
  readonly outputDirectory: string;
  readonly problems: readonly string[];
}

/** Resolves docker-context, dockerfile, go-version-file, coverage-data and output-directory and says what is wrong with them. */
export function resolvePaths(given: Given, places: Places, start: StartingPoint): InputPaths {
  const look = createLook(places, start);
  const context = look(given.get("docker-context"));
  const dockerfileText = given.get("dockerfile");
  const dockerfile =
    dockerfileText === null ? look(pathsOf(start.facts).join(context.path, "Dockerfile")) : look(dockerfileText);
  const output = look(given.get("output-directory"));
  const data = given.get("coverage-data").map(look);
  const wantsImage = given.get("docker") !== "false" && given.get("docker-from") !== "binary";
  const versionText = given.get("go-version-file");
  const versionFile = versionText === null ? null : look(versionText);
  const { repository } = places;
  const problems = [
    ...(versionFile === null ? [] : versionFileProblems(given, places, versionFile)),
    ...(wantsImage ? imageProblems(given, places, context, dockerfile) : []),
    ...dataProblems(given, places, data),
    ...outputProblems(given, places, start, output),
    ...emptied(given, start, output, { context, dockerfile, data }),
    ...packageProblems(given, places, start),
  ];
  return {
    dockerContext: relativeSlashes(repository, context.path, start.facts),
    dockerfile: relativeSlashes(repository, dockerfile.path, start.facts),
    goVersionFile: versionFile === null ? null : relativeSlashes(repository, versionFile.path, start.facts),
    coverageData: data.map(({ text, real }) => ({ text, path: real })),
    outputDirectory: output.real,
    problems,
  };
}

interface Place {
  readonly text: string;
  /** Absolute; as it was written where that stays inside the repository, else with links resolved. */
  readonly path: string;
  /** Absolute, with links resolved. */
  readonly real: string;
  readonly inside: boolean;
  readonly kind: "file" | "directory" | "other" | null;
}

function createLook(places: Places, { facts }: StartingPoint): (text: string) => Place {
  return (text) => {
    const written = pathsOf(facts).resolve(places.workingDirectory, text);
    const real = resolveLinks(written, facts);
    const path = contains(places.repository, written, facts) ? written : real;
    return { text, path, real, inside: contains(places.repository, real, facts), kind: facts.kind(real) };
  };
}

function imageProblems(given: Given, places: Places, context: Place, dockerfile: Place): readonly string[] {
  const problems: string[] = [];
  const label = given.label("docker-context");
  if (!context.inside) problems.push(`${label}: ${outside(context, places)}`);
  else if (context.kind !== "directory") problems.push(`${label}: ${quote(context.text)} is not a directory`);
  // Without a Dockerfile of its own name the image stages are skipped or fail: that is not a wrong value.
  const asked = given.has("dockerfile");
  if (context.inside && !dockerfile.inside)
    problems.push(`${given.label("dockerfile")}: ${outside(dockerfile, places)}`);
  else if (asked && dockerfile.kind !== "file") {
    problems.push(`${given.label("dockerfile")}: ${quote(dockerfile.text)} is not a file`);
  }
  return problems;
}

/** Which format it has says its name. */
function versionFileProblems(given: Given, places: Places, file: Place): readonly string[] {
  const label = given.label("go-version-file");
  const formats = `name a ${oneOf(goVersionFiles)}`;
  if (!file.inside) return [`${label}: ${outside(file, places)}`];
  if (file.kind !== "file") return [`${label}: ${quote(file.text)} is not a file; ${formats}`];
  return isGoVersionFile(file.path.replaceAll("\\", "/"))
    ? []
    : [`${label}: ${quote(file.text)} has no format that is known; ${formats}`];
}

/** Whether it is there, and what it holds, matters only to runs with tests. */
function dataProblems(given: Given, places: Places, data: readonly Place[]): readonly string[] {
  if (given.raw("coverage-data")?.source !== "config") return [];
  const label = given.label("coverage-data");
  return data
    .filter(({ inside }) => !inside)
    .map((place) => `${label}: ${outside(place, places)}; only a flag or \`with:\` may say so`);
}

function outside({ text }: Place, { repository }: Places): string {
  return `${quote(text)} is outside of the repository, ${repository}`;
}

function outputProblems(given: Given, places: Places, { facts }: StartingPoint, output: Place): readonly string[] {
  const label = given.label("output-directory");
  const name = quote(output.text);
  const git = resolveLinks(pathsOf(facts).join(places.repository, ".git"), facts);
  if (contains(output.real, places.workingDirectory, facts)) {
    const relation = output.real === places.workingDirectory ? "is" : "contains";
    return [
      `${label}: ${name} ${relation} the working directory; it is emptied when a run starts, so name a directory of its own`,
    ];
  }
  if (contains(git, output.real, facts)) return [`${label}: ${name} is inside .git`];
  if (output.kind === "file" || output.kind === "other") return [`${label}: ${name} is not a directory`];
  if (!output.inside && given.raw("output-directory")?.source === "config") {
    return [`${label}: ${outside(output, places)}; only a flag or \`with:\` may say so`];
  }
  // Who wrote a path inside the repository did not ask for what a link of the repository makes of it.
  if (!output.inside && contains(places.repository, output.path, facts)) {
    return [`${label}: ${name} is, or lies below, a link that leads out of the repository`];
  }
  return [];
}

/** The output directory is emptied when a run starts: nothing that the run reads may be in it. */
function emptied(
  given: Given,
  { facts }: StartingPoint,
  output: Place,
  {
    context,
    dockerfile,
    data,
  }: { readonly context: Place; readonly dockerfile: Place; readonly data: readonly Place[] },
): readonly string[] {
  const label = given.label("output-directory");
  const read = [
    ...(given.has("docker-context") ? [["docker-context", context] as const] : []),
    ...(given.has("dockerfile") ? [["dockerfile", dockerfile] as const] : []),
    ...data.map((place) => ["coverage-data", place] as const),
  ];
  return read
    .filter(([, place]) => contains(output.real, place.real, facts))
    .map(([name]) => `${label}: ${quote(output.text)} contains ${name}, and is emptied when a run starts`);
}

function packageProblems(given: Given, places: Places, { facts }: StartingPoint): readonly string[] {
  return (["packages", "main-packages"] as const).flatMap((name) => {
    const patterns = given.get(name) ?? [];
    return patterns
      .filter((pattern) => /^\.\.(\/|$)/.test(pattern))
      .filter(
        (pattern) => !contains(places.repository, pathsOf(facts).resolve(places.workingDirectory, pattern), facts),
      )
      .map((pattern) => `${given.label(name)}: ${quote(pattern)} is outside of the repository, ${places.repository}`);
  });
}
