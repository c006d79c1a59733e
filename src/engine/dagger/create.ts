import type { EngineChoice } from "../../model/engine.ts";
import type { Engine } from "../engine.ts";
import type { EngineRequest } from "../factory.ts";
import { isReleaseRun } from "../release.ts";
import { imageFor } from "./base-image.ts";
import type { OpenedChoice } from "./choose.ts";
import { createDaggerEngine } from "./engine.ts";

/** The engine for a choice that `chooseEngine` made; it owns the choice's session from here on. `redact` removes secrets from texts. */
export function createDagger(choice: EngineChoice, request: EngineRequest, redact: (text: string) => string): Engine {
  if (!isOpened(choice) || choice.opened === null) throw new Error("the dagger engine was not chosen by chooseEngine");
  const { config, secrets, project, env, log } = request;
  return createDaggerEngine({
    ...choice.opened,
    root: project.root,
    without: [config.outputDirectory, choice.opened.tempDir],
    env,
    image: imageFor(request),
    kept: choice.kept,
    cacheScope: cacheScope(env, project.modules[0]?.path ?? null, project.root),
    goproxy: config.goproxy,
    goprivate: config.goprivate,
    testEnv: config.testEnv.map(({ name, value }) => [name, value] as const),
    secrets,
    redact,
    vcs: config.buildvcs,
    fresh: isReleaseRun(env),
    log,
  });
}

function isOpened(choice: EngineChoice): choice is OpenedChoice {
  return "opened" in choice;
}

/** How GitHub, GitLab, Bitbucket and Azure name the repository that a job is for. */
const repositoryVariables = [
  "GITHUB_REPOSITORY",
  "CI_PROJECT_PATH",
  "BITBUCKET_REPO_FULL_NAME",
  "BUILD_REPOSITORY_NAME",
];

/**
 * Repositories on one engine keep their caches apart: what one of them wrote must not be compiled into another one's release. Outside of CI it is the
 * module that counts.
 */
export function cacheScope(env: EngineRequest["env"], modulePath: string | null, root: string): string {
  const named = repositoryVariables.map((name) => env[name] ?? "").find((name) => name !== "");
  return named ?? modulePath ?? root;
}
