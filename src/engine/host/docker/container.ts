import { join } from "node:path";
import * as z from "zod";
import { EnvironmentError } from "../../../errors.ts";
import { type CliOptions, type CliResult, type DockerCli, dockerRemedy, lastLine, takeTail } from "./cli.ts";
import { cleanupLimitMs, ownLabel, temporaryName } from "./session.ts";
import { networkSettingsSchema } from "./smoke-network.ts";

const stateSchema = z.object({
  State: z.object({
    Status: z.string(),
    ExitCode: z.number(),
    OOMKilled: z.boolean(),
    Error: z.string(),
    Health: z.object({ Status: z.string(), Log: z.array(z.object({ Output: z.string() })).nullish() }).nullish(),
  }),
  NetworkSettings: networkSettingsSchema,
});

export type ContainerState = z.infer<typeof stateSchema>;

export interface DockerContainerRequest {
  readonly image: string;
  readonly command: readonly string[];
  /** Options of `docker create` beside the name. */
  readonly options: readonly string[];
}

/** What a container gets to end by itself after SIGTERM. */
const stopSeconds = 3;

/** `docker logs` has to work whatever the daemon's own driver, and a program that prints for ever must not fill the disk. */
const boundedLog = ["--log-driver", "json-file", "--log-opt", "max-size=4m", "--log-opt", "max-file=2"];

/** A container of the smoke test or of a stage, from its creation until it is removed. */
export class DockerContainer {
  readonly name: string;
  readonly #cli: DockerCli;

  private constructor(cli: DockerCli, name: string) {
    this.#cli = cli;
    this.name = name;
  }

  /** Creates, but does not start; not to be interrupted, so that nothing is left of it. Throws EnvironmentError. */
  static async create(
    cli: DockerCli,
    request: DockerContainerRequest,
    env: CliOptions["env"] = {},
  ): Promise<DockerContainer> {
    const container = new DockerContainer(cli, temporaryName());
    const fixed = ["create", "--name", container.name, "--label", ownLabel];
    await cli.get([...fixed, ...boundedLog, ...request.options, request.image, ...request.command], { env });
    return container;
  }

  /** Starts the process. Answers why that is impossible with this image, null when it runs; throws EnvironmentError for the daemon's own troubles. */
  async start(signal: AbortSignal): Promise<string | null> {
    const started = await this.#cli.run(["start", this.name], { signal });
    if (started.exitCode === 0) return null;
    const message = started.stderr.trim().split("\n")[0] ?? "";
    const cause = message.replace(/^Error response from daemon: /, "");
    if (/OCI runtime|runc |container init|starting container process|exec format error/.test(cause))
      return shorten(cause);
    throw new EnvironmentError(`docker start: ${cause}`, dockerRemedy);
  }

  /** Starts the process and waits for its end; both streams go to files, whole. A time limit ends the waiting, not the process. */
  attach(files: { readonly stdout: string; readonly stderr: string }, options: CliOptions): Promise<CliResult> {
    const streams = { stdoutFile: files.stdout, stderrFile: files.stderr };
    return this.#cli.run(["start", "--attach", this.name], { ...options, ...streams });
  }

  async state(signal: AbortSignal): Promise<ContainerState> {
    const text = await this.#cli.get(["container", "inspect", "--format", "{{json .}}", this.name], { signal });
    return stateSchema.parse(JSON.parse(text));
  }

  /** Both streams in the order the daemon got them; the last megabyte. */
  async logs(): Promise<string> {
    const file = join(this.#cli.tempDir, `${this.name}.log`);
    await this.#cli.run(["logs", this.name], { stdoutFile: file, stderrFile: file, timeoutMs: cleanupLimitMs });
    return takeTail(file);
  }

  /** Ends the process: SIGTERM, and SIGKILL for those that ignore it. True when SIGTERM was enough. */
  async stop(): Promise<boolean> {
    const startedAt = performance.now();
    await this.#cli.run(["stop", "-t", String(stopSeconds), this.name], { timeoutMs: cleanupLimitMs });
    return performance.now() - startedAt < stopSeconds * 1_000;
  }

  /** Removes the container with its volumes, whatever its state. Never throws; answers what went wrong. */
  async remove(): Promise<string | null> {
    const args = ["rm", "--force", "--volumes", this.name];
    const removed = await this.#cli.run(args, { timeoutMs: cleanupLimitMs });
    if (removed.exitCode === 0 || /No such container/i.test(removed.stderr)) return null;
    return `container ${this.name} was not removed: ${lastLine(removed.stderr)}`;
  }
}

/** The runtime's own words without those of the layers above it. */
function shorten(cause: string): string {
  const exec = /exec: .*|exec format error.*/.exec(cause)?.[0] ?? cause;
  return exec.replace(/^exec: /, "").replace(/: unknown$/, "");
}
