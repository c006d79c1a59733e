import { mkdir, mkdtemp, realpath } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { isAbsolute, join } from "node:path";
import { programsOnPath } from "../../files/on-path.ts";
import { removeTree } from "../../files/remove-tree.ts";
import type { ImageBuilder } from "../../model/engine.ts";
import type { StepOutcome } from "../../model/outcome.ts";
import type { Inspection, InspectRequest } from "../../model/project.ts";
import type { Secrets } from "../../model/secrets.ts";
import type { StageId } from "../../model/stage.ts";
import type { ExecStep } from "../../model/step.ts";
import { inspectionOf } from "../../project/inspect.ts";
import { pathInside, pathStyle } from "../../text/paths.ts";
import { withVariables } from "../../text/variables.ts";
import type { EngineConfig } from "../adapter.ts";
import { linkedDirectory, programsDirectory } from "../cache-listing.ts";
import type { MountCarrier } from "../carried-mounts.ts";
import type { Engine, EngineCaches, PlannedStep, Sink } from "../engine.ts";
import { deployVariables, hostEnvironment, moduleEnvironment } from "../environment.ts";
import { isHosted, runnerImage } from "../hosted.ts";
import type { LayerPermission } from "../layers.ts";
import { outcomeOf } from "../outcome.ts";
import { isReleaseRun } from "../release.ts";
import { createHostCaches } from "./caches.ts";
import type { HostToolchain } from "./choose-go.ts";
import { requireSsh, type WrittenLogins, withoutAgent, writeLogins } from "./credentials.ts";
import type { DockerRunner } from "./docker/runner.ts";
import { type ExecContext, runExecStep } from "./exec.ts";
import { HostGo, ownEnvironments } from "./go.ts";
import { keepFiles } from "./keep.ts";
import { LinkedPrograms } from "./linked.ts";
import { movedWorkspace } from "./moved-workspace.ts";
import { HostPrograms } from "./programs.ts";
import type { Reuse } from "./reuse/reuse.ts";
import { HostTestResults } from "./times/test-results.ts";
import { isWarm, noteWarmth, type WarmthRequest } from "./warmth.ts";

export interface HostOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; an own directory is made below it and removed by `close`. */
  readonly tempRoot: string;
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
  /** The Go to run. */
  readonly toolchain: Pick<HostToolchain, "version" | "env" | "installed">;
  readonly testEnv: readonly (readonly [name: string, value: string])[];
  readonly secrets: Secrets;
  /** Absolute; never part of a Docker context. */
  readonly outputDirectory: string;
  readonly cache: EngineConfig["cache"];
  /** What a run may do with layers that GitHub's cache service keeps. */
  readonly layers: LayerPermission;
  /** Carries Go's caches that image builds mount. */
  readonly mounts: MountCarrier | null;
  readonly mask: (secret: string) => void;
  /** Removes secrets from what docker's steps write to their logs. */
  readonly redact: (text: string) => string;
  /** Absolute path of a directory for what later runs may use; null: nothing is kept. */
  readonly keep: string | null;
  readonly log: (line: string) => void;
}

type InImage = ExecStep & { readonly image: string };

/** Runs steps with the Go toolchain of this machine. No sandbox: the repository's code runs as this user. */
export async function createHostEngine(options: HostOptions): Promise<Engine> {
  const tempDir = await mkdtemp(join(options.tempRoot, "go-pipeline-"));
  const logins = await writeLogins(tempDir, options);
  return new HostEngine(options, tempDir, logins);
}

class HostEngine implements Engine {
  readonly name = "host";
  readonly caches: EngineCaches;
  readonly testResults: HostTestResults;
  readonly #options: HostOptions;
  readonly #tempDir: string;
  readonly #logins: WrittenLogins;
  /** Result directories by stage: an image of a binary takes it from the build stage. */
  readonly #resultDirs = new Map<StageId, string>();
  readonly #go: HostGo;
  readonly #programs: HostPrograms;
  #reuse: Reuse | null = null;
  /** By module directory. */
  readonly #goroots = new Map<string, string>();
  /** What the inspection found. */
  #goVersion: string | null = null;
  #warmth: WarmthRequest | null = null;
  #docker: Promise<DockerRunner> | null = null;
  #steps = 0;

  constructor(options: HostOptions, tempDir: string, logins: WrittenLogins) {
    this.#options = options;
    this.#tempDir = tempDir;
    this.#logins = logins;
    this.#go = new HostGo({
      ...{ root: options.root, tempDir, installed: options.toolchain.installed },
      environment: (added) => this.#environment(added, true),
    });
    this.#programs = new HostPrograms({
      directory: async (signal) => join(await this.#programsIn(signal), programsDirectory),
      ...{ tempDir, environment: (added) => this.#environment(added) },
    });
    this.caches = createHostCaches({
      goEnv: (signal) => this.#go.installed(signal),
      toolchain: options.toolchain.version,
      image: runnerImage(options.env),
      fresh: isHosted(options.env),
      jobTemp: options.tempRoot,
    });
    this.testResults = new HostTestResults({
      ...{ root: options.root, go: this.#go },
      without: [options.outputDirectory, options.tempRoot],
    });
  }

  async #programsIn(signal: AbortSignal): Promise<string> {
    return this.#options.keep ?? (await this.#travelling(signal)) ?? this.#tempDir;
  }

  /** What travels from a machine of one job to the next one: Go's build cache; null where nothing does. */
  async #travelling(signal: AbortSignal): Promise<string | null> {
    const { cache, env } = this.#options;
    if (!isHosted(env) || cache === "false") return null;
    const { GOCACHE = "" } = await this.#go.installed(signal);
    return GOCACHE || null;
  }

  /** Begins to read the sources. Loaded here, after Go was asked, since nothing has to wait for it yet. */
  async #openReuse(): Promise<Reuse | null> {
    const { root, outputDirectory, cache, log, redact, keep } = this.#options;
    if (keep === null) return null;
    if (isReleaseRun(this.#options.env)) {
      log("no results are reused: releases and tags are built from sources alone");
      return null;
    }
    const [{ Reuse }, { ResultStore }] = await Promise.all([import("./reuse/reuse.ts"), import("./reuse/store.ts")]);
    return new Reuse({
      ...{ root, without: [outputDirectory], log, redact },
      store: new ResultStore(join(keep, "results")),
      env: this.#environment({}),
      windows: process.platform === "win32",
      write: cache === "true",
    });
  }

  async version(): Promise<string> {
    if (this.#goVersion === null) throw new Error("the version of Go is known when the modules were inspected");
    return this.#goVersion;
  }

  async inspect(request: InspectRequest, signal: AbortSignal): Promise<Inspection> {
    const { keep, secrets, env } = this.#options;
    if (secrets.gitSsh !== null) requireSsh(env);
    const [answers, root, reuse, programs] = await Promise.all([
      this.#go.modules(request, signal),
      realpath(this.#options.root),
      this.#openReuse(),
      this.#go.programs(await this.#onPath(request.programs), signal),
    ]);
    this.#reuse = reuse;
    const goEnv = await this.#go.envOf(answers, signal);
    const own = ownEnvironments(request.modules, answers);
    for (const [dir, { GOROOT = "" }] of own) this.#goroots.set(dir, GOROOT);
    reuse?.know({ root, goEnvs: new Map(request.modules.map(({ dir }) => [dir, own.get(dir) ?? null])) });
    if (keep !== null) this.#warmth = { directory: join(keep, "warm"), root, goEnv };
    const warm = this.#warmth !== null && (await isWarm(this.#warmth));
    const inspection = inspectionOf(request, answers, {
      ...{ goEnv, root, warm, programs },
      processors: availableParallelism(),
    });
    this.#goVersion = inspection.goVersion;
    return inspection;
  }

  async #onPath(names: readonly string[]): Promise<readonly string[]> {
    const env = this.#environment({});
    const found = names.map((name) => programsOnPath(name, env, process.platform === "win32"));
    return (await Promise.all(found)).flat().filter((path) => isAbsolute(path));
  }

  async imageBuilder(): Promise<ImageBuilder> {
    const available = await (await this.#dockerRunner()).available();
    return available.ok ? { ok: true } : { ok: false, reason: available.reason };
  }

  async run(planned: PlannedStep, { progress }: Sink, signal: AbortSignal): Promise<StepOutcome> {
    const { step, resultDir } = planned;
    this.#resultDirs.set(step.stage, resultDir);
    if (step.type !== "exec") {
      return (await this.#dockerRunner()).run(step, { resultDir, progress }, signal);
    }
    const startedAt = new Date();
    const place = step.program === null ? null : await this.#programs.get(step.program, signal);
    if (place !== null && "problem" in place) {
      const ended = signal.aborted ? ({ end: "cancelled" } as const) : ({ end: "errored", ...place } as const);
      return outcomeOf(planned, { ...ended, startedAt });
    }
    const context: ExecContext = {
      root: this.#options.root,
      tempDir: join(this.#tempDir, `step-${this.#steps++}`),
      env: this.#environment(this.#ownVariables(step), step.gets.logins),
      goroot: this.#goroots.get(step.module) ?? "",
      program: place?.path ?? null,
    };
    await mkdir(context.tempDir);
    if (step.copy !== undefined) return await this.#runOnCopy(step, resultDir, context, signal);
    const known = await this.#reuse?.find(step, resultDir);
    if (known !== undefined && known !== null) return known;
    const linked = await this.#linkedFor(step, signal);
    const run = (): Promise<StepOutcome> => runExecStep(step, resultDir, context, signal);
    const outcome = linked === null ? await run() : await linked.around(step, resultDir, run);
    const compiled = outcome.end === "exited" && step.compiles !== null;
    if (compiled && this.#warmth !== null) await noteWarmth(this.#warmth);
    await this.#reuse?.offer(step, outcome);
    return outcome;
  }

  /** On a machine that stays results are kept as a whole; what is released is linked anew. */
  async #linkedFor({ linksAlike }: ExecStep, signal: AbortSignal): Promise<LinkedPrograms | null> {
    const { env, log } = this.#options;
    const build = linksAlike === true && !isReleaseRun(env) ? await this.#travelling(signal) : null;
    return build === null ? null : new LinkedPrograms({ directory: join(build, linkedDirectory), log });
  }

  #ownVariables({ gets }: ExecStep): Readonly<Record<string, string>> {
    const { testEnv, secrets } = this.#options;
    return {
      ...(gets.testEnv ? Object.fromEntries(testEnv) : {}),
      ...(gets.deployEnv === true ? deployVariables(secrets) : {}),
    };
  }

  /** The code for copies is loaded only for steps that want one. */
  async #runOnCopy(step: ExecStep, resultDir: string, context: ExecContext, signal: AbortSignal): Promise<StepOutcome> {
    const { root, outputDirectory, tempRoot } = this.#options;
    const { copyTree } = await import("./copy-tree.ts");
    const style = pathStyle(process.platform);
    const ownTemp = pathInside(root, tempRoot, style);
    const without = [outputDirectory, this.#tempDir, ...(ownTemp === null || ownTemp === "" ? [] : [tempRoot])];
    const to = join(context.tempDir, "copy");
    const startedAt = new Date();
    const { git = false, uncompared = false } = step.copy ?? {};
    const copy = await copyTree({ root, to, without, git, uncompared, whole: step.image !== undefined, signal });
    if (copy === null) return outcomeOf({ step, resultDir }, { end: "cancelled", startedAt });
    const goWork = movedWorkspace(context.env, { root, to: copy.root });
    const env = withVariables(context.env, goWork === null ? {} : { GOWORK: goWork }, process.platform === "win32");
    const outcome =
      step.image === undefined
        ? await runExecStep(step, resultDir, { ...context, root: copy.root, env }, signal)
        : await this.#runInImage({ ...step, image: step.image }, resultDir, copy.root, signal);
    if (step.image === undefined) await keepFiles(join(copy.root, step.module), step, resultDir);
    if (outcome.end === "exited" && !uncompared) await copy.changes(resultDir);
    await removeTree(to);
    return outcome;
  }

  async #runInImage(step: InImage, resultDir: string, copy: string, signal: AbortSignal): Promise<StepOutcome> {
    const { secrets } = this.#options;
    const { runInImage } = await import("./docker/own-image.ts");
    return await runInImage({
      ...this.#options,
      ...{ step, resultDir, copy, signal },
      tempDir: await mkdtemp(join(this.#tempDir, "image-")),
      env: this.#environment({}),
      secret: step.gets.deployEnv === true ? deployVariables(secrets) : {},
    });
  }

  /** Loaded and made only for runs that have to do with images. */
  #dockerRunner(): Promise<DockerRunner> {
    const { env, layers, mask } = this.#options;
    this.#docker ??= import("./docker/runner.ts").then(({ createDockerRunner, layerCacheOf }) =>
      createDockerRunner({
        ...this.#options,
        env: this.#environment({}),
        tempDir: this.#tempDir,
        resultDirOf: (stage) => this.#resultDirs.get(stage),
        layers: layerCacheOf(env, layers, mask),
      }),
    );
    return this.#docker;
  }

  /** `fetching`: for what fetches modules. */
  #environment(added: Readonly<Record<string, string>>, fetching = false): Record<string, string> {
    const { env, secrets } = this.#options;
    const logins = fetching ? this.#logins.variables : {};
    return hostEnvironment(
      fetching || secrets.gitSsh === null ? env : withoutAgent(env),
      { ...moduleEnvironment(this.#options), ...this.#options.toolchain.env, ...logins, ...added },
      process.platform === "win32",
    );
  }

  async close(): Promise<void> {
    await this.#reuse?.end();
    await this.testResults.close();
    await (await this.#docker)?.close();
    this.#logins.remove();
    await removeTree(this.#tempDir);
  }
}
