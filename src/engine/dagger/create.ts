import type { Engine, EngineChoice } from "../engine.ts";
import type { EngineRequest } from "../factory.ts";
import { baseImage } from "./base-image.ts";
import type { OpenedChoice } from "./choose.ts";
import { createDaggerEngine } from "./engine.ts";

/** The engine for a choice that `chooseEngine` made; it owns the choice's session from here on. */
export function createDagger(choice: EngineChoice, request: EngineRequest): Engine {
  if (!isOpened(choice) || choice.opened === null) throw new Error("the dagger engine was not chosen by chooseEngine");
  const { config, secrets, project, env, log } = request;
  return createDaggerEngine({
    ...choice.opened,
    root: project.root,
    without: [config.outputDirectory],
    env,
    image: baseImage({
      image: config.goImage,
      asked: config.goVersion,
      wanted: project.wantedGo?.version ?? null,
    }),
    cacheScope: cacheScope(env["GITHUB_REPOSITORY"], project.modules[0]?.path ?? null, project.root),
    goproxy: config.goproxy,
    goprivate: config.goprivate,
    testEnv: config.testEnv,
    gitCredentials: secrets.gitCredentials,
    concurrency: config.concurrency,
    failFast: config.failFast,
    log,
  });
}

function isOpened(choice: EngineChoice): choice is OpenedChoice {
  return "opened" in choice;
}

/** Repositories on one engine keep their caches apart: what a fork's pull request writes must not be compiled into another project's release. */
function cacheScope(repository: string | undefined, modulePath: string | null, root: string): string {
  return (repository ?? "") || modulePath || root;
}
