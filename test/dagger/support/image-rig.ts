import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { createSecretStore } from "../../../src/engine/dagger/credentials.ts";
import { createDaggerImages } from "../../../src/engine/dagger/image/backend.ts";
import { engineProblem } from "../../../src/engine/dagger/problem.ts";
import type { ImageRunner } from "../../../src/engine/image/pipeline.ts";
import { EnvironmentError } from "../../../src/errors.ts";
import type { DeliverStep, ImageStep, SmokeStep } from "../../../src/model/step.ts";

import { createRedactor } from "../../../src/platform/mask.ts";
import {
  deliverStep,
  type ImageRig,
  type ImageSecrets,
  imageStep,
  type MakeRig,
  nobody,
  type Seen,
  type Source,
  smokeStep,
} from "../../image/rig.ts";
import type { Lab } from "./lab.ts";

/** Rigs in one session. They are closed after each test, or after the file when its tests run at the same time. */
export function imageRigs(lab: () => Lab, per: "test" | "file" = "test"): MakeRig {
  const open: ImageRig[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(open.splice(0).map((rig) => rig.close()));
  };
  if (per === "test") afterEach(close);
  else afterAll(close);
  return async (files, { secrets = nobody } = {}) => {
    const rig = new DaggerImageRig(lab(), files, secrets);
    open.push(rig);
    return rig;
  };
}

class DaggerImageRig implements ImageRig {
  readonly root: string;
  readonly progress: string[] = [];
  readonly #dir: string;
  readonly #runner: ImageRunner;
  #steps = 0;

  constructor(lab: Lab, files: Readonly<Record<string, string>>, secrets: ImageSecrets) {
    this.#dir = mkdtempSync(join(lab.dir, "rig-"));
    this.root = join(this.#dir, "repository");
    const temp = join(this.#dir, "temp");
    for (const dir of [this.root, temp]) mkdirSync(dir);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), content);
    }
    copyFileSync(lab.fixture, join(this.root, "app"));
    this.#runner = this.#createRunner(lab, temp, secrets);
  }

  #createRunner({ session, go }: Lab, temp: string, secrets: ImageSecrets): ImageRunner {
    const redactor = createRedactor();
    for (const secret of [...secrets.dockerSecrets.map(({ value }) => value), secrets.registryPassword]) {
      if (secret !== null) redactor.add(secret);
    }
    return createDaggerImages({
      ...{ session, go, root: this.root, tempDir: temp, secrets },
      store: createSecretStore(session.client, temp),
      without: [join(this.root, ".pipeline")],
      env: process.env,
      redact: redactor.redact,
      retryDelaysMs: [100, 100],
      resultDirOf: () => this.root,
      explain: async (error) => {
        if (error instanceof EnvironmentError) return error;
        const { message, remedy } = engineProblem(error, { lost: null });
        return new EnvironmentError(message, remedy, { cause: error });
      },
    });
  }

  image(source: Source = {}, step: Partial<ImageStep> = {}, signal?: AbortSignal): Promise<Seen> {
    return this.#run(imageStep(source, step), signal);
  }

  smoke(step: Partial<SmokeStep> = {}, signal?: AbortSignal): Promise<Seen> {
    return this.#run(smokeStep(step), signal);
  }

  deliver(step: Partial<DeliverStep>): Promise<Seen> {
    return this.#run(deliverStep(step));
  }

  async #run(step: ImageStep | SmokeStep | DeliverStep, signal = new AbortController().signal): Promise<Seen> {
    const resultDir = join(this.#dir, `result-${this.#steps++}`);
    mkdirSync(resultDir);
    const progress = (line: string): void => void this.progress.push(line);
    const outcome = await this.#runner.run(step, { resultDir, progress }, signal);
    if (outcome.image === null) throw new Error("no facts");
    return { ...outcome, facts: outcome.image, log: readFileSync(join(resultDir, "0.stdout"), "utf8"), resultDir };
  }

  async close(): Promise<void> {
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
