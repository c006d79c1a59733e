import type { ImageFacts, StepOutcome } from "../../src/model/outcome.ts";
import type { DeliverStep, ImageSource, ImageStep, SmokeStep } from "../../src/model/step.ts";
import {
  deliverStep as makeDeliverStep,
  imageStep as makeImageStep,
  smokeStep as makeSmokeStep,
} from "../support/steps.ts";

export type Source = Partial<ImageSource & { type: "dockerfile" }>;

/** A repository and what an engine uses to build, test and hand over its image. */
export interface ImageRig {
  readonly root: string;
  readonly progress: readonly string[];
  image(source?: Source, step?: Partial<ImageStep>, signal?: AbortSignal): Promise<Seen>;
  smoke(step?: Partial<SmokeStep>, signal?: AbortSignal): Promise<Seen>;
  deliver(step: Partial<DeliverStep>): Promise<Seen>;
  close(): Promise<void>;
}

export interface Seen extends StepOutcome {
  readonly facts: ImageFacts;
  readonly log: string;
  readonly resultDir: string;
}

export interface ImageSecrets {
  readonly dockerSecrets: readonly { readonly id: string; readonly value: string }[];
  readonly registryUsername: string | null;
  readonly registryPassword: string | null;
}

export const nobody: ImageSecrets = { dockerSecrets: [], registryUsername: null, registryPassword: null };

/** Makes a rig of files by path, on one engine or the other; the fixture's executable is `app`. */
export type MakeRig = (
  files: Readonly<Record<string, string>>,
  options?: { readonly secrets?: ImageSecrets },
) => Promise<ImageRig>;

/** A Dockerfile around the fixture. */
export function fixtureImage(behaviour: string, more = ""): string {
  return `FROM scratch\nCOPY app /app\nENV FIXTURE=${behaviour}\n${more}ENTRYPOINT ["/app"]\n`;
}

export function imageStep(source: Source, step: Partial<ImageStep>): ImageStep {
  const dockerfile = { context: ".", dockerfile: "Dockerfile", target: null, buildArgs: [], secretIds: [] };
  const defaults = {
    source: { type: "dockerfile", ...dockerfile, ...source },
    name: "fixture",
    timeoutMs: 120_000,
  } as const;
  return makeImageStep({ ...defaults, ...step });
}

export function smokeStep(step: Partial<SmokeStep>): SmokeStep {
  return makeSmokeStep({ limitMs: 10_000, ...step });
}

export function deliverStep(step: Partial<DeliverStep>): DeliverStep {
  return makeDeliverStep({ name: "fixture", ...step });
}
