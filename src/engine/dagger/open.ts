import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentError } from "../../errors.ts";
import type { EngineRequest, OpenRequest } from "../adapter.ts";
import type { Engine } from "../engine.ts";
import { isHosted } from "../hosted.ts";
import { isReleaseRun } from "../release.ts";
import { imageFor } from "./base-image.ts";
import { createDaggerEngine } from "./engine.ts";
import { namedEngine, runningLimitMs, startingLimitMs } from "./named.ts";
import { openSession, type Session, type SessionOptions } from "./session.ts";
import { daggerVersion, engineImage } from "./version.ts";

/** What opening needs of the world, so that tests can be the world. */
export interface Opening {
  readonly open: (options: SessionOptions) => Promise<Session>;
  /** Milliseconds for CLI and engine together when `auto` may still take another engine. */
  readonly autoLimitMs: number;
}

const realOpening: Opening = { open: openSession, autoLimitMs: runningLimitMs };

/** Opens a session and makes the engine that owns it. Throws EnvironmentError. */
export async function openDagger(request: OpenRequest, opening: Opening = realOpening): Promise<Engine> {
  const { config, env } = request;
  const named = namedEngine(request);
  const image = imageFor(request);
  if (named === null && isHosted(env)) {
    request.expected?.({ engine: "dagger", os: "linux", toolchain: image, image: "" });
  }
  if (request.way === "fetched") {
    request.log(
      `engine: auto downloads the Dagger CLI ${daggerVersion}, ${engineImage} and ${image}, unless they are here`,
    );
  }
  const opened = await openInTime(request, opening, named?.limitMs ?? startingLimitMs);
  const { secrets, project, redact, log } = request;
  return createDaggerEngine({
    ...{ ...opened, secrets, redact, log, env, image },
    root: project.root,
    without: [config.outputDirectory, opened.tempDir],
    kept: named?.kept ?? null,
    cacheScope: cacheScope(env, project.modules[0]?.path ?? null, project.root),
    goproxy: config.goproxy,
    goprivate: config.goprivate,
    testEnv: config.testEnv.map(({ name, value }) => [name, value] as const),
    vcs: config.buildvcs,
    fresh: isReleaseRun(env),
  });
}

/** A session with the directory that it and the engine have to themselves. */
interface OpenedSession {
  readonly session: Session;
  /** Absolute. */
  readonly tempDir: string;
}

/** What lies here is waited for no longer than something else could take its place. */
async function openInTime(request: OpenRequest, opening: Opening, limitMs: number): Promise<OpenedSession> {
  if (request.way !== "there") return await open(request, opening, limitMs);
  const { autoLimitMs } = opening;
  const limit = AbortSignal.timeout(autoLimitMs);
  const signal = AbortSignal.any([request.signal, limit]);
  try {
    return await open({ ...request, signal }, opening, autoLimitMs);
  } catch (error) {
    if (!limit.aborted) throw error;
    const problem = `The Dagger engine was not there within ${autoLimitMs / 1_000} s.`;
    throw new EnvironmentError(problem, "Use `engine: dagger` to wait for it longer.", { cause: error });
  }
}

async function open(request: EngineRequest, opening: Opening, limitMs: number): Promise<OpenedSession> {
  const { config, secrets, env, signal, log, mask } = request;
  const tempDir = await mkdtemp(join(env["RUNNER_TEMP"] || tmpdir(), "go-pipeline-"));
  try {
    const { runnerHost } = config;
    const { cloudToken } = secrets;
    const session = await opening.open({ env, runnerHost, cloudToken, cwd: tempDir, limitMs, signal, mask, log });
    return { session, tempDir };
  } catch (error) {
    await rm(tempDir, { recursive: true, force: true });
    throw error;
  }
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
