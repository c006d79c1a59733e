import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import type { ImageOutput, ImageStep, SmokeStep } from "../../../model/step.ts";
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
import type { InputPlaces } from "../../image/input.ts";
import { createImageRunner, type ImageRunner } from "../../image/pipeline.ts";
import type { SecretStore } from "../credentials.ts";
import type { GoContainer } from "../go-container.ts";
import type { Session } from "../session.ts";
import { buildImage } from "./build.ts";
import { type DaggerImage, nativeFile, nativeLayout } from "./built-image.ts";
import { daemonTakesImages, loadFile } from "./local-docker.ts";
import { createObserver } from "./observer.ts";
import { pushImage, verifyPushed } from "./push.ts";

export interface DaggerImageOptions extends InputPlaces {
  readonly session: Session;
  readonly go: GoContainer;
  readonly store: SecretStore;
  /** Absolute paths that never go to the engine. */
  readonly without: readonly string[];
  readonly secrets: ImageSecrets;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A failure of the engine as an EnvironmentError. */
  readonly explain: (error: unknown) => Promise<Error>;
}

export interface DaggerRunnerOptions extends DaggerImageOptions {
  /** Removes secrets from what is written to logs and reports. */
  readonly redact: (text: string) => string;
  /** Waits before another try to push, milliseconds. */
  readonly retryDelaysMs?: readonly number[];
}

/** Builds, tests and hands over one image in a Dagger engine. What it leaves is in the session and in `tempDir`. */
export function createDaggerImages(options: DaggerRunnerOptions): ImageRunner {
  return createImageRunner({ ...options, backend: new DaggerBackend(options) });
}

/** No docker socket, no network of this machine: all but a `load` happens inside the engine. */
export class DaggerBackend implements ImageBackend<DaggerImage> {
  readonly name = "the Dagger engine";
  readonly endsWithSignal = false;
  readonly explain: (error: unknown) => Promise<Error>;
  readonly #options: DaggerImageOptions;

  constructor(options: DaggerImageOptions) {
    this.#options = options;
    this.explain = options.explain;
  }

  async prepare({ attest }: ImageStep): Promise<void> {
    if (attest === null) return;
    throw new EnvironmentError(
      "docker-sbom, docker-provenance: the Dagger engine makes no attestations of images.",
      "Use `engine: host` with docker buildx (in a workflow: docker/setup-buildx-action before this action), or set both to false.",
    );
  }

  zoneinfo(): Promise<string | null> {
    return this.#options.go.zoneinfo(join(this.#options.tempDir, "zoneinfo.zip"));
  }

  withoutChecks(): string {
    return "the Dagger engine";
  }

  build(step: ImageStep, input: BuildInput, run: ImageRun): Promise<BuildEnd<DaggerImage>> {
    return buildImage(step, input, this.#options, run);
  }

  observer(step: SmokeStep, image: DaggerImage, run: ImageRun): Promise<Observer> {
    return createObserver(step, image, this.#options, run);
  }

  /** Into the daemon of this machine where one answers that takes images for Linux, else a file. */
  async defaultOutputs(run: ImageRun): Promise<readonly ImageOutput[]> {
    return (await daemonTakesImages(this.#options.env, run.signal)) ? ["load"] : ["tarball"];
  }

  async layout(image: DaggerImage, references: readonly string[]): Promise<string> {
    if (image.images.length > 1) return image.layout;
    return await nativeLayout(image, join(this.#options.tempDir, "tarball"), references);
  }

  async load(image: DaggerImage, references: readonly string[], run: ImageRun): Promise<void> {
    const file = await nativeFile(image, join(this.#options.tempDir, "load"), references);
    await loadFile(file, this.#options.env, run.signal);
  }

  push(image: DaggerImage, reference: string, run: ImageRun): Promise<PushAttempt> {
    const { session, store, secrets } = this.#options;
    return pushImage(image, reference, { session, store, login: registryLogin(secrets) }, run);
  }

  verify(image: DaggerImage, pushed: Pushed, run: ImageRun): Promise<void> {
    return verifyPushed(image, pushed, this.#options, run);
  }
}
