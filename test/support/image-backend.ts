import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type {
  BuildEnd,
  BuiltImage,
  ImageBackend,
  Observer,
  PushAttempt,
  Watched,
} from "../../src/engine/image/backend.ts";
import type { BuildReport } from "../../src/engine/image/build-problem.ts";
import { EnvironmentError } from "../../src/errors.ts";
import type { ImageOutput } from "../../src/model/step.ts";

export const builtImage: BuiltImage = {
  configDigest: "sha256:config",
  platforms: ["linux/amd64", "linux/arm64"],
  platform: "linux/amd64",
  enginePlatform: "linux/amd64",
  size: 1_000,
  layers: 2,
  hasCommand: true,
};

export const builtWell: BuildReport = {
  cached: false,
  failedStep: null,
  failedOutput: [],
  error: null,
  line: null,
  checks: [],
};

export const endedWell: Watched = {
  startError: null,
  running: false,
  exitCode: 0,
  oomKilled: false,
  probe: null,
  health: null,
  output: "",
  observedMs: 10,
  stubborn: false,
};

/** A backend that does nothing, answers what a test wants, and remembers what it was asked for. */
export class FakeBackend implements ImageBackend<BuiltImage> {
  readonly name = "the fake";
  endsWithSignal = true;
  /** What builds, where it makes no build checks. */
  unchecked: string | null = null;
  /** In order. */
  readonly asked: string[] = [];
  built: BuildEnd<BuiltImage> = { image: builtImage, report: builtWell, base: [] };
  /** Answers of the containers, one after the other. */
  watched: Watched[] = [endedWell];
  /** Answers of the registry; when there are none left it takes what it is given. */
  pushes: PushAttempt[] = [];
  /** Thrown, by the name of what was asked for. */
  readonly problems = new Map<string, Error>();
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  #ask(what: string): void {
    this.asked.push(what);
    const problem = this.problems.get(what);
    if (problem !== undefined) throw problem;
  }

  withoutChecks(): string | null {
    return this.unchecked;
  }

  async prepare(): Promise<void> {
    this.#ask("prepare");
  }

  async zoneinfo(): Promise<string | null> {
    this.#ask("zoneinfo");
    return null;
  }

  async build(): Promise<BuildEnd<BuiltImage>> {
    this.#ask("build");
    return this.built;
  }

  async observer(): Promise<Observer> {
    this.#ask("observer");
    return {
      watch: async (command) => {
        this.#ask(["watch", ...command].join(" "));
        return this.watched.shift() ?? endedWell;
      },
      close: async () => void this.asked.push("close"),
    };
  }

  async defaultOutputs(): Promise<readonly ImageOutput[]> {
    return ["tarball"];
  }

  async layout(): Promise<string> {
    this.#ask("layout");
    const layout = join(this.#dir, "layout");
    mkdirSync(layout, { recursive: true });
    writeFileSync(join(layout, "index.json"), "{}");
    return layout;
  }

  async load(_: BuiltImage, references: readonly string[]): Promise<void> {
    this.#ask(["load", ...references].join(" "));
  }

  async push(_: BuiltImage, reference: string): Promise<PushAttempt> {
    this.#ask(`push ${reference}`);
    return this.pushes.shift() ?? { digest: `sha256:${reference}` };
  }

  async verify(_: BuiltImage, { reference, digest }: { reference: string; digest: string }): Promise<void> {
    this.#ask(`verify ${reference}@${digest}`);
  }

  /** Only what says so is an environment's problem. */
  async explain(error: unknown): Promise<unknown> {
    return error instanceof Error && error.message === "engine lost"
      ? new EnvironmentError("explained", "look")
      : error;
  }
}
