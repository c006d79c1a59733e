import type { Secrets } from "../../model/secrets.ts";
import type { ImageOutput, ImageSource, ImageStep, SmokeStep } from "../../model/step.ts";
import type { Dockerfile } from "../../project/dockerfile-parse.ts";
import type { BasePlatform } from "./base-platform.ts";
import type { BuildReport } from "./build-problem.ts";
import type { ContainerObservation } from "./smoke.ts";
import type { StepLog } from "./step-log.ts";

/** One step on the image while it runs. */
export interface ImageRun {
  /** Absolute; receives the step's files. */
  readonly resultDir: string;
  readonly log: StepLog;
  /** Aborted from outside or when the step's time is up. */
  readonly signal: AbortSignal;
  /** A line for people who watch. */
  progress(line: string): void;
}

/** What every backend knows of the image between the steps that build it, test it and hand it over. */
export interface BuiltImage {
  /** null when the backend does not tell. */
  readonly configDigest: string | null;
  readonly platforms: readonly string[];
  /** Of the image that is run and loaded: the engine's own, else the first. */
  readonly platform: string;
  /** What runs here without emulation: `linux/amd64`. */
  readonly enginePlatform: string;
  /** Bytes and number of the layers of that image. */
  readonly size: number;
  readonly layers: number;
  /** It has an ENTRYPOINT or a CMD. */
  readonly hasCommand: boolean;
}

/** What an image is built from. */
export type BuildInput =
  | { readonly type: "dockerfile"; readonly source: ImageSource & { type: "dockerfile" }; readonly parsed: Dockerfile }
  /** Absolute path of a context of ours with its Dockerfile, and the image that it begins with. */
  | { readonly type: "binary"; readonly context: string; readonly base: string };

export interface BuildEnd<I extends BuiltImage> {
  /** null: it failed, and the report says at what. */
  readonly image: I | null;
  readonly report: BuildReport;
  /** What the base of an image of a binary is for, by platform; none for all other images. */
  readonly base: readonly BasePlatform[];
}

/** What was seen of one container, and whether it had to be killed in the end. */
export interface Watched extends ContainerObservation {
  readonly stubborn: boolean;
}

/** Runs containers of one smoke test. */
export interface Observer {
  /** Starts a container, looks at it until everything that was asked for has been seen, and ends it. */
  watch(command: readonly string[]): Promise<Watched>;
  /** Leaves nothing of the test behind. Never throws. */
  close(): Promise<void>;
}

export interface Pushed {
  readonly reference: string;
  /** Of the manifest at the registry. */
  readonly digest: string;
}

/** One attempt to push: the digest at the registry, or what the registry, or whoever could not reach it, said last. */
export type PushAttempt = { readonly digest: string } | { readonly cause: string };

/** What differs between the engines that build, run and hand over images. Where the environment is to blame, all of it throws EnvironmentError. */
export interface ImageBackend<I extends BuiltImage> {
  /** For sentences: `the Docker daemon`. */
  readonly name: string;
  /** Its calls end with the signal and leave nothing; else they are left alone when a step ends early. */
  readonly endsWithSignal: boolean;
  /** Throws when it can build no such image, whatever is in it. */
  prepare(step: ImageStep, run: ImageRun): Promise<void>;
  /** Absolute path of the zoneinfo.zip of the Go toolchain; null when it has none. */
  zoneinfo(run: ImageRun): Promise<string | null>;
  /** What builds here, for a sentence, where it takes no notice of build checks for this Dockerfile; null where it does, or may. */
  withoutChecks(dockerfile: Dockerfile): string | null;
  build(step: ImageStep, input: BuildInput, run: ImageRun): Promise<BuildEnd<I>>;
  observer(step: SmokeStep, image: I, run: ImageRun): Promise<Observer>;
  /** Where an image goes when nobody says. */
  defaultOutputs(run: ImageRun): Promise<readonly ImageOutput[]>;
  /** Absolute path of an OCI layout: of all platforms, or of the only one, with what `docker load` of any age reads, under these names. */
  layout(image: I, references: readonly string[], run: ImageRun): Promise<string>;
  /** Into the Docker daemon of this machine. */
  load(image: I, references: readonly string[], run: ImageRun): Promise<void>;
  push(image: I, reference: string, run: ImageRun): Promise<PushAttempt>;
  /** Throws when the registry got another image than the one that was tested. */
  verify(image: I, pushed: Pushed, run: ImageRun): Promise<void>;
  /** What was thrown, as an EnvironmentError where that is what it is. */
  explain(error: unknown): Promise<unknown>;
}

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** Secrets that steps on the image use. */
export type ImageSecrets = Pick<Secrets, "dockerSecrets" | "registryUsername" | "registryPassword">;

/** null: none was given, and the configuration of docker counts. */
export function registryLogin({ registryUsername: username, registryPassword: password }: ImageSecrets): Login | null {
  return username === null || password === null ? null : { username, password };
}
