import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { ifThere, messageOf } from "../../../errors.ts";
import { digestFile } from "../../../files/digest-file.ts";
import { linkOrCopy } from "../../../files/move.ts";
import type { ImageStep } from "../../../model/step.ts";
import { parseJson } from "../../../parse-json.ts";
import { formatBytes, formatDuration } from "../../../text/format.ts";
import { type MountCarrier, mountsName } from "../../carried-mounts.ts";
import type { BuildReport } from "../../image/build-problem.ts";
import type { Builder } from "./builder.ts";
import { lastLine } from "./cli.ts";
import type { MountPlan } from "./go-mounts-plan.ts";
import { texts } from "./mounts/texts.ts";
import { builderEnvironment } from "./run-build.ts";
import { type DockerRun, tell } from "./session.ts";

export interface GoMountsOptions {
  readonly plan: MountPlan;
  readonly step: ImageStep;
  readonly builder: Builder;
  readonly carrier: MountCarrier;
}

/** Go marks what it uses at most once an hour. */
const agedMs = 2 * 3_600_000;

const limitMs = 180_000;

/** What lies beside the archives. */
const contentsName = "contents.json";
const contentsSchema = z.object({ archives: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) });

/**
 * Go's caches that a Dockerfile mounts. Only builds reach them, so small ones of ours put in what an earlier run left and take out what this one has used: they mount
 * the same caches, in the same base image, beside a context of our own.
 */
export class GoMounts {
  readonly #options: GoMountsOptions;
  readonly #run: DockerRun;
  readonly #stamp = stampOf(new Date(Date.now() - agedMs));
  readonly #dir: string;
  #builds = 0;
  /** What was restored is of the same modules, base image and Dockerfile. */
  #exact = true;

  constructor(options: GoMountsOptions, run: DockerRun) {
    this.#options = options;
    this.#run = run;
    this.#dir = join(run.cli.tempDir, "go-mounts-work");
  }

  /** Puts in what an earlier run left; answers whether anything was. Throws only when the run ends. */
  async put(): Promise<boolean> {
    const { plan, carrier } = this.#options;
    const { signal } = this.#run;
    const dir = join(this.#dir, "restored", mountsName);
    try {
      await mkdir(join(this.#dir, "restored"), { recursive: true });
      const restored = await carrier.restore(plan.scope, dir, signal);
      if (restored === null) return false;
      this.#exact = restored.exact;
      const names = await this.#whole(dir);
      if (names.length === 0) return false;
      const startedAt = performance.now();
      const { told } = await this.#build("put.sh", names, { given: dir });
      const took = formatDuration(Math.round(performance.now() - startedAt));
      await this.#say(`${formatBytes(await bytesIn(dir))} put into them in ${took}: ${told.join(", ")}`);
      return true;
    } catch (error) {
      signal.throwIfAborted();
      await this.#say(`not used: ${messageOf(error)}`);
      await this.empty();
      return false;
    } finally {
      await rm(join(this.#dir, "restored"), { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** Names of the archives that are what was saved; throws when one is not. */
  async #whole(dir: string): Promise<readonly string[]> {
    const text = await ifThere(readFile(join(dir, contentsName), "utf8"));
    const contents = contentsSchema.safeParse(text === null ? null : parseJson(text));
    if (!contents.success) throw new Error("what an earlier run left is none of ours");
    const { archives } = contents.data;
    const names = [...this.#options.plan.mounts.keys()].filter((name) => name in archives);
    for (const name of names) {
      const found = await ifThere(digestFile(join(dir, `${name}.tar`)));
      if (found?.sha256 !== archives[name]) throw new Error("what an earlier run left is damaged");
    }
    return names;
  }

  /** Takes what was put in out again. */
  async empty(): Promise<void> {
    try {
      await this.#build("empty.sh", [...this.#options.plan.mounts.keys()], {});
    } catch (error) {
      this.#run.signal.throwIfAborted();
      await this.#say(`they could not be emptied: ${messageOf(error)}`);
    }
  }

  /** Keeps what the build has used for later runs. Never throws: the image is there. */
  async take(): Promise<void> {
    const { plan, carrier } = this.#options;
    const { signal } = this.#run;
    try {
      const why = await carrier.whyNot(plan.scope, signal);
      if (why !== null) return await this.#say(`not saved: ${why}`);
      const startedAt = performance.now();
      const args = [this.#exact ? "all" : "used", ...plan.mounts.keys()];
      const { told, out } = await this.#build("take.sh", args, {});
      if (!told.some((line) => line.startsWith("used "))) {
        return await this.#say("not saved: no step of this build has used them");
      }
      const dir = join(this.#dir, "taken", mountsName);
      const bytes = await this.#collect(out, dir);
      if (bytes > carrier.maxBytes) {
        const limit = formatBytes(carrier.maxBytes);
        return await this.#say(`not saved: ${formatBytes(bytes)} are above the limit of ${limit}`);
      }
      const took = formatDuration(Math.round(performance.now() - startedAt));
      await this.#say(`${formatBytes(bytes)} taken out of them in ${took}`);
      await carrier.save(plan.scope, dir, signal);
    } catch (error) {
      await this.#say(`not saved: ${messageOf(error)}`);
    } finally {
      await rm(this.#dir, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** The archives with their digests; answers their bytes. */
  async #collect(out: string, dir: string): Promise<number> {
    await mkdir(dir, { recursive: true });
    const archives: Record<string, string> = {};
    for (const name of this.#options.plan.mounts.keys()) {
      const from = join(out, `${name}.tar`);
      if ((await ifThere(stat(from))) === null) continue;
      archives[name] = (await digestFile(from)).sha256;
      await linkOrCopy(from, join(dir, `${name}.tar`));
    }
    await writeFile(join(dir, contentsName), JSON.stringify({ archives }));
    return await bytesIn(dir);
  }

  /** Runs a script beside the mounts; answers what it told and where its files are. Throws when it did not run to its end. */
  async #build(
    script: keyof typeof texts,
    args: readonly string[],
    { given = null }: { readonly given?: string | null },
  ): Promise<{ readonly told: readonly string[]; readonly out: string }> {
    const { cli, signal, log } = this.#run;
    const { step, builder, plan } = this.#options;
    const dir = join(this.#dir, `build-${this.#builds++}`);
    const [context, out, dockerfile] = [given ?? join(dir, "context"), join(dir, "out"), join(dir, "Dockerfile")];
    for (const each of [dir, context, out]) await mkdir(each, { recursive: true });
    await writeFile(join(context, "stamp"), this.#stamp);
    await writeFile(join(context, script), texts[script]);
    await writeFile(dockerfile, dockerfileOf(plan, script, args));
    const buildArgs = step.source.type === "dockerfile" ? step.source.buildArgs : [];
    const call = [
      ...["buildx", "build", "--progress", "plain", "--file", dockerfile, "--output", `type=local,dest=${out}`],
      ...(plan.platform === null ? [] : ["--platform", plan.platform]),
      ...buildArgs.flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
      context,
    ];
    const result = await cli.run(call, { env: builderEnvironment(builder), signal, timeoutMs: limitMs });
    if (result.end === "exited" && result.exitCode === 0) {
      const told = await readFile(join(out, "told"), "utf8");
      return { out, told: told.trim().split("\n") };
    }
    await log.lines(result.stderr.trimEnd().split("\n").slice(-20));
    throw new Error(
      result.end === "exited" ? lastLine(result.stderr) : `not finished within ${formatDuration(limitMs)}`,
    );
  }

  async #say(text: string): Promise<void> {
    await tell(this.#run, `Go's caches of the Dockerfile: ${text}`);
  }
}

/** What a build prints when files in Go's caches are not what they should be; without them it may succeed. */
export function looksDamaged({ error, failedOutput }: BuildReport): boolean {
  const told = [...failedOutput, error ?? ""].join("\n");
  return /(cache\/download|pkg\/mod|go-build)\S*: permission denied|no space left on device|checksum mismatch|not a valid zip file|zip: |unexpected package format|could not import .*(EOF|not a package file)|malformed (object|archive)|file too small/i.test(
    told,
  );
}

/** Mounted at a place of our own; without an id the Dockerfile's place is one. */
function dockerfileOf({ outline, mounts }: MountPlan, script: string, args: readonly string[]): string {
  const flags = [...mounts].map(([name, { identity }]) => `--mount=type=cache,${identity},target=/go-pipeline/${name}`);
  const given = "--mount=type=bind,target=/go-pipeline/given";
  // What was run once is not run again.
  const command = JSON.stringify(["/bin/sh", `/go-pipeline/given/${script}`, randomUUID(), ...args]);
  const stage = outline.filter((line) => line.startsWith("FROM ")).length - 1;
  const run = `RUN ${[given, ...flags].join(" ")} ${command}`;
  return [...outline, "USER 0", run, "FROM scratch", `COPY --from=${stage} /go-pipeline-out /`, ""].join("\n");
}

/** As `touch -t` reads it, in UTC. */
function stampOf(date: Date): string {
  return date.toISOString().replace(/[-:T]/g, "").slice(0, 12);
}

async function bytesIn(dir: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(dir)) bytes += (await stat(join(dir, name))).size;
  return bytes;
}
