import { rm } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import type { ImageOutput, ImageStep, SmokeStep } from "../../../model/step.ts";
import type { Dockerfile } from "../../../project/dockerfile-parse.ts";
import type { MountCarrier } from "../../carried-mounts.ts";
import {
  type BuildEnd,
  type BuildInput,
  type ImageBackend,
  type ImageRun,
  type ImageSecrets,
  type Observer,
  type PushAttempt,
  type Pushed,
  registryLogin,
} from "../../image/backend.ts";
import { withoutAttestations } from "../../image/layout.ts";
import { registryOf } from "../../image/references.ts";
import { type Availability, checkDocker, type Daemon } from "./availability.ts";
import { buildImage, refuseImpossible } from "./build.ts";
import { type Builder, findBuilder } from "./builder.ts";
import { DockerCli } from "./cli.ts";
import type { LayerCache } from "./layer-cache.ts";
import { savedLayout } from "./layouts.ts";
import { writeLogin } from "./login.ts";
import { createObserver } from "./observer.ts";
import { pushImage, verifyPushed } from "./push.ts";
import { cleanupLimitMs, type DockerImage, type DockerRun, temporaryName } from "./session.ts";
import { findZoneinfo } from "./zoneinfo.ts";

export interface DockerBackendOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Environment of docker, without what is private to the runner. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: ImageSecrets;
  /** Absolute, there, ours alone. */
  readonly tempDir: string;
  /** Absolute; never part of a context. */
  readonly outputDirectory: string;
  readonly layers: LayerCache;
  /** Carries Go's caches that Dockerfiles mount; null: nothing does. */
  readonly mounts: MountCarrier | null;
}

/** What builds here, once it was asked for. */
interface Tools {
  readonly daemon: Daemon;
  readonly builder: Builder;
}

/** Works with the docker command line. */
export class DockerBackend implements ImageBackend<DockerImage> {
  readonly name = "the Docker daemon";
  readonly endsWithSignal = true;
  readonly #options: DockerBackendOptions;
  readonly #cli: DockerCli;
  #availability: Promise<Availability> | null = null;
  #tools: Tools | null = null;
  /** Names in the daemon to give back or remove: what they named before, null for nothing. */
  readonly #names = new Map<string, string | null>();
  /** Names that the image was handed over under. */
  readonly #loaded = new Set<string>();
  /** By registry: the variables that select the login. */
  readonly #logins = new Map<string, Promise<Readonly<Record<string, string>>>>();

  constructor(options: DockerBackendOptions) {
    this.#options = options;
    this.#cli = new DockerCli(options.env, options.tempDir);
  }

  available(): Promise<Availability> {
    this.#availability ??= checkDocker(this.#cli);
    return this.#availability;
  }

  async prepare(step: ImageStep, { signal }: ImageRun): Promise<void> {
    const available = await this.available();
    if (!available.ok) throw new EnvironmentError(available.reason, available.remedy);
    const builder = await findBuilder(this.#cli, available.daemon, signal);
    refuseImpossible(step, builder);
    this.#tools = { daemon: available.daemon, builder };
  }

  zoneinfo(run: ImageRun): Promise<string | null> {
    return findZoneinfo(this.#options.env, this.#with(run));
  }

  /** A frontend that `# syntax=` names may be a newer one than that of the BuildKit in Docker before 23. */
  withoutChecks({ syntaxLine }: Dockerfile): string | null {
    const builder = this.#tools?.builder;
    if (builder === undefined || builder.kind === "buildx" || (builder.buildkit && syntaxLine !== null)) return null;
    return "`docker build` without buildx";
  }

  async build(step: ImageStep, input: BuildInput, run: ImageRun): Promise<BuildEnd<DockerImage>> {
    if (this.#tools === null) throw new Error("docker: a build that was not prepared");
    const { secrets, ...options } = this.#options;
    const name = (): string => {
      const reference = `${temporaryName()}:build`;
      this.#names.set(reference, null);
      return reference;
    };
    const call = {
      ...options,
      ...this.#tools,
      ...{ step, name, reference: name(), secrets: secrets.dockerSecrets },
    };
    return await buildImage(call, input, this.#with(run));
  }

  observer(step: SmokeStep, image: DockerImage, run: ImageRun): Promise<Observer> {
    return createObserver(step, image, this.#with(run));
  }

  async defaultOutputs(): Promise<readonly ImageOutput[]> {
    return ["load"];
  }

  async layout(image: DockerImage, references: readonly string[], run: ImageRun): Promise<string> {
    // A file holds the image alone, whether it is for one platform or several; attestations are for a registry.
    if (image.layout !== null && image.platforms.length > 1) {
      return await withoutAttestations(image.layout, join(this.#options.tempDir, "tarball"));
    }
    return await savedLayout(image, references, this.#with(run));
  }

  async load(image: DockerImage, references: readonly string[], { signal }: ImageRun): Promise<void> {
    for (const reference of references) {
      await this.#cli.get(["tag", image.reference, reference], { signal });
      this.#loaded.add(reference);
    }
  }

  async push(image: DockerImage, reference: string, run: ImageRun): Promise<PushAttempt> {
    const env = await this.#login(reference);
    if (image.layout === null && !this.#loaded.has(reference)) await this.#borrow(reference);
    return await pushImage(image, reference, env, this.#with(run));
  }

  async verify(image: DockerImage, pushed: Pushed, run: ImageRun): Promise<void> {
    await verifyPushed(image, pushed, await this.#login(pushed.reference), this.#with(run));
  }

  async explain(error: unknown): Promise<unknown> {
    return error;
  }

  /** Removes the image under its working name and all files. Never throws. */
  async close(): Promise<void> {
    for (const [name, before] of this.#names) {
      await this.#cleanUp(["image", "rm", name]);
      if (before !== null) await this.#cleanUp(["tag", before, name]);
    }
    this.#names.clear();
    await rm(this.#options.tempDir, { recursive: true, force: true, maxRetries: 3 });
  }

  #with(run: ImageRun): DockerRun {
    return { ...run, cli: this.#cli };
  }

  #login(reference: string): Promise<Readonly<Record<string, string>>> {
    const { secrets, env, tempDir } = this.#options;
    const registry = registryOf(reference);
    const login = registryLogin(secrets);
    const dir = join(tempDir, `login-${this.#logins.size}`);
    const variables =
      this.#logins.get(registry) ?? (login === null ? Promise.resolve({}) : writeLogin(dir, login, registry, env));
    this.#logins.set(registry, variables);
    return variables;
  }

  /** Remembers what a name stands for in the daemon before it is used for a push. */
  async #borrow(name: string): Promise<void> {
    if (this.#names.has(name)) return;
    const found = await this.#cli.run(["image", "inspect", "--format", "{{.Id}}", name]);
    this.#names.set(name, found.exitCode === 0 ? found.stdout.trim() : null);
  }

  /** Nothing is left to be said when it fails: an image that was never made is not there to be removed. */
  async #cleanUp(args: readonly string[]): Promise<void> {
    await this.#cli.run(args, { timeoutMs: cleanupLimitMs }).catch((error) => {
      if (!(error instanceof EnvironmentError)) throw error;
    });
  }
}
