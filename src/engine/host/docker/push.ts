import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { EnvironmentError } from "../../../errors.ts";
import { pushProblem } from "../../image/delivery.ts";
import { parseIndex, parseManifest } from "../../image/layout.ts";
import { field, parseObject } from "./availability.ts";
import { layoutPushMinor } from "./builder.ts";
import { type CliResult, lastLine } from "./cli.ts";
import type { BuiltImage, DockerStep } from "./session.ts";

export interface PushOptions {
  /** Variables that select the login. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds to wait before each further attempt. */
  readonly retryDelaysMs: readonly number[];
}

/** Pushes the image under one name and answers the digest the registry has it by. Throws EnvironmentError. */
export async function pushImage(
  image: BuiltImage,
  reference: string,
  options: PushOptions,
  run: DockerStep,
): Promise<string> {
  const digest =
    image.layout === null
      ? await pushFromDaemon(image, reference, options, run)
      : await pushLayout(image, image.layout, reference, options, run);
  await verify(image, reference, digest, options, run);
  await run.log.line(`pushed ${reference}@${digest}`);
  return digest;
}

async function pushFromDaemon(
  image: BuiltImage,
  reference: string,
  options: PushOptions,
  run: DockerStep,
): Promise<string> {
  const { cli, signal } = run;
  await cli.get(["tag", image.reference, reference], { signal });
  await withRetries(["push", reference], reference, options, run);
  const format = "{{range .RepoDigests}}{{println .}}{{end}}";
  const digests = await cli.get(["image", "inspect", "--format", format, reference], { signal });
  const name = repository(reference).replace(/^docker\.io\/(library\/)?/, "");
  const found = digests.split("\n").find((line) => line.startsWith(`${name}@`));
  if (found === undefined) throw new EnvironmentError(`docker push: no digest of ${reference}`, "Run again.");
  return found.slice(found.indexOf("@") + 1);
}

/** Several platforms go to the registry as they were built and tested, file by file. */
async function pushLayout(
  image: BuiltImage,
  layout: string,
  reference: string,
  options: PushOptions,
  run: DockerStep,
): Promise<string> {
  if (image.builder.minor < layoutPushMinor) {
    throw new EnvironmentError(
      `buildx 0.${image.builder.minor} cannot push an image of several platforms after it was tested`,
      `Use docker buildx 0.${layoutPushMinor} or newer (docker/setup-buildx-action), or image-output: tarball.`,
    );
  }
  const metadata = join(run.cli.tempDir, "push-metadata");
  const create = ["buildx", "imagetools", "create", "--progress", "plain", "--metadata-file", metadata];
  await withRetries([...create, "--tag", reference, `oci-layout://${layout}:latest`], reference, options, run);
  const value = parseObject(await readFile(metadata, "utf8"));
  const digest = field(value, "containerimage.digest") ?? field(field(value, "containerimage.descriptor"), "digest");
  if (typeof digest !== "string") throw new EnvironmentError(`buildx names no digest of ${reference}`, "Run again.");
  return digest;
}

async function withRetries(
  args: readonly string[],
  reference: string,
  options: PushOptions,
  run: DockerStep,
): Promise<void> {
  const { cli, log, signal } = run;
  for (const wait of [...options.retryDelaysMs, null]) {
    await log.line(`$ docker ${args.join(" ")}`);
    const result = await cli.run(args, { env: options.env, signal, timeoutMs: pushLimitMs });
    await log.lines(`${result.stdout}${result.stderr}`.trim().split("\n"));
    if (result.end === "exited" && result.exitCode === 0) return;
    const problem = pushProblem(causeOf(result), reference);
    if (wait === null || !problem.again) throw new EnvironmentError(problem.message, problem.remedy);
    run.progress(`${problem.message}; trying again in ${wait / 1_000} s`);
    await delay(wait, undefined, { signal });
  }
}

/** For one attempt; the stage's own limit is over all. */
const pushLimitMs = 900_000;

function causeOf(result: CliResult): string {
  return result.end === "timed-out" ? "no answer in time" : lastLine(result.stderr);
}

/** Reads back what the registry holds: it has to be the image that was tested. */
async function verify(
  image: BuiltImage,
  reference: string,
  digest: string,
  options: PushOptions,
  run: DockerStep,
): Promise<void> {
  if (image.builder.kind === "plain") {
    await run.log.line("(not read back from the registry: that needs docker buildx)");
    return;
  }
  const pushed = await configDigests(`${repository(reference)}@${digest}`, options, run);
  if (pushed === null) {
    run.progress(`${reference} was pushed, but could not be read back to compare it with the tested image`);
    return;
  }
  if (image.configDigest === null || pushed.includes(image.configDigest)) return;
  throw new EnvironmentError(
    `${reference} is not the image that was tested (${pushed.join(", ")} instead of ${image.configDigest})`,
    "Somebody else pushed to the same name, or the registry rewrites images.",
  );
}

/** Digests of the configurations of all platforms; null when the registry does not show them. */
async function configDigests(
  reference: string,
  { env }: PushOptions,
  run: DockerStep,
): Promise<readonly string[] | null> {
  const args = ["buildx", "imagetools", "inspect", "--raw", reference];
  const result = await run.cli.run(args, { env, signal: run.signal });
  const value = result.exitCode === 0 ? parseObject(result.stdout) : null;
  if (value === null) {
    await run.log.line(`imagetools inspect: ${lastLine(result.stderr)}`);
    return null;
  }
  const manifest = parseManifest(value);
  if (manifest !== null) return [manifest.config.digest];
  const digests: string[] = [];
  for (const entry of parseIndex(value) ?? []) {
    if (entry.platform?.os === "unknown") continue;
    const inner = await configDigests(
      `${reference.slice(0, reference.indexOf("@"))}@${entry.digest}`,
      { env, retryDelaysMs: [] },
      run,
    );
    if (inner === null) return null;
    digests.push(...inner);
  }
  return digests;
}

/** A reference without its tag. */
export function repository(reference: string): string {
  const colon = reference.lastIndexOf(":");
  return colon > reference.lastIndexOf("/") ? reference.slice(0, colon) : reference;
}
