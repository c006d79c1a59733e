import type { Raw, Source } from "../kinds/kind.ts";
import type { Secrets } from "../model/secrets.ts";
import { relativeSlashes } from "../project/locate.ts";
import { variable } from "../text/variables.ts";
import { type Config, configOf } from "./config.ts";
import { crossProblems } from "./cross-checks.ts";
import { parseFlags } from "./flags.ts";
import { createGiven, type Given, readWith, valueProblems } from "./given.ts";
import { ownStageProblems } from "./own-stages.ts";
import { resolvePaths } from "./paths.ts";
import { findPlaces, type Places, type StartingPoint } from "./places.ts";
import { noValues, type RawValues } from "./raw-values.ts";
import { checkSecrets } from "./secrets.ts";
import { type InputName, inputNames } from "./spec.ts";
import { testEnvProblems } from "./test-env.ts";
import { databaseProblems } from "./vulnerability-database.ts";

export interface InputsRequest extends StartingPoint {
  /** Without node and script. */
  readonly argv: readonly string[];
  /** Values of `with:` by input name. */
  readonly with: Readonly<Record<string, string>>;
  /** What the config file says, null without one; see load.ts for which file that is. */
  readonly configFile: RawValues | null;
}

/** Where each value came from. */
export type Provenance = ReadonlyMap<InputName, Source | "default">;

export type ParsedInputs =
  | {
      readonly ok: true;
      /** Absolute path of the repository, links resolved; the working directory is it or below it. */
      readonly repository: string;
      readonly config: Config;
      readonly secrets: Secrets;
      /** For GitHub's API alone: no engine gets it. */
      readonly githubToken: string | null;
      readonly provenance: Provenance;
      /** What is not as it was probably meant, although the run can go on. */
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false;
      /** One line each, all of them; no secret is in any. */
      readonly problems: readonly string[];
    };

/** Turns everything the user gave into one frozen Config, or into every problem at once. Precedence: flag, `with:`, config file, default. */
export function parseInputs(request: InputsRequest): ParsedInputs {
  const { outside, problems: outsideProblems } = outsideValues(request);
  const places = findPlaces(createGiven(outside), request);
  const file = request.configFile ?? noValues;
  const given = createGiven(new Map([...file.values, ...outside]));
  const paths = resolvePaths(given, places, request);
  const secrets = checkSecrets(given, request.env);
  const located = places.problems.length === 0;
  const problems = [
    ...outsideProblems,
    ...file.problems,
    ...valueProblems(given),
    ...places.problems,
    ...(located ? paths.problems : []),
    ...meaningProblems(given, request),
    ...secrets.problems,
  ];
  if (problems.length > 0) return { ok: false, problems: [...new Set(problems)] };
  const config = configOf(given, {
    workingDirectory: places.workingDirectory,
    directory: relativeSlashes(places.repository, places.workingDirectory, request.facts),
    configFile: places.config?.path ?? null,
    ...paths,
    debug: request.env["RUNNER_DEBUG"] === "1",
    newSeed: () => String(Date.now()),
    variable: (name) => variable(request.env, name, isWindows(request)),
  });
  return {
    ok: true,
    repository: places.repository,
    config,
    secrets: Object.freeze(secrets.secrets),
    githubToken: given.get("github-token"),
    provenance: provenanceOf(given),
    warnings: secrets.warnings,
  };
}

/** What is wrong with values that can be read, each for itself. */
function meaningProblems(given: Given, start: StartingPoint): readonly string[] {
  return [
    ...testEnvProblems(given, start.env, isWindows(start)),
    ...databaseProblems(given, start.env, isWindows(start)),
    ...crossProblems(given),
    ...ownStageProblems(given),
  ];
}

function isWindows({ facts }: StartingPoint): boolean {
  return facts.style === "win32";
}

/** Where to look for the config file, before it is read: pure, from flags and `with:` alone. */
export function placesOf(request: Omit<InputsRequest, "configFile">): Places {
  return findPlaces(createGiven(outsideValues(request).outside), request);
}

function outsideValues({ argv, with: values }: Pick<InputsRequest, "argv" | "with">) {
  const flags = parseFlags(argv);
  const fromWith = readWith(values);
  const outside: ReadonlyMap<InputName, Raw> = new Map([...fromWith.values, ...flags.values]);
  return { outside, problems: [...flags.problems, ...fromWith.problems] };
}

function provenanceOf(given: Given): Provenance {
  return new Map(inputNames.map((name) => [name, given.raw(name)?.source ?? "default"]));
}
