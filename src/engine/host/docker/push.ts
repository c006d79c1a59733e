import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import { parseJson } from "../../../parse-json.ts";
import type { PushAttempt, Pushed } from "../../image/backend.ts";
import { parseIndex, parseManifest } from "../../image/layout.ts";
import { repositoryOf } from "../../image/references.ts";
import { field } from "./availability.ts";
import { layoutPushMinor } from "./builder.ts";
import { lastLine } from "./cli.ts";
import type { DockerImage, DockerRun } from "./session.ts";

type Env = Readonly<Record<string, string>>;

/** Pushes the image under one name, once. `env`: variables that select the login. Throws EnvironmentError. */
export function pushImage(image: DockerImage, reference: string, env: Env, run: DockerRun): Promise<PushAttempt> {
  return image.layout === null
    ? pushFromDaemon(image, reference, env, run)
    : pushLayout(image, image.layout, { reference, env }, run);
}

async function pushFromDaemon(image: DockerImage, reference: string, env: Env, run: DockerRun): Promise<PushAttempt> {
  const { cli, signal } = run;
  await cli.get(["tag", image.reference, reference], { signal });
  const cause = await attempt(["push", reference], env, run);
  if (cause !== null) return { cause };
  const format = "{{range .RepoDigests}}{{println .}}{{end}}";
  const digests = await cli.get(["image", "inspect", "--format", format, reference], { signal });
  const name = repositoryOf(reference).replace(/^docker\.io\/(library\/)?/, "");
  const found = digests.split("\n").find((line) => line.startsWith(`${name}@`));
  if (found === undefined) throw new EnvironmentError(`docker push: no digest of ${reference}`, "Run again.");
  return { digest: found.slice(found.indexOf("@") + 1) };
}

/** Several platforms go to the registry as they were built and tested, file by file. */
async function pushLayout(
  { builder }: DockerImage,
  layout: string,
  { reference, env }: { readonly reference: string; readonly env: Env },
  run: DockerRun,
): Promise<PushAttempt> {
  if (builder.minor < layoutPushMinor) {
    throw new EnvironmentError(
      `buildx 0.${builder.minor} cannot push an image of several platforms after it was tested`,
      `Use docker buildx 0.${layoutPushMinor} or newer (docker/setup-buildx-action), or image-output: tarball.`,
    );
  }
  const metadata = join(run.cli.tempDir, "push-metadata");
  const create = ["buildx", "imagetools", "create", "--progress", "plain", "--metadata-file", metadata];
  const cause = await attempt([...create, "--tag", reference, `oci-layout://${layout}:latest`], env, run);
  if (cause !== null) return { cause };
  const value = parseJson(await readFile(metadata, "utf8"));
  const digest = field(value, "containerimage.digest") ?? field(field(value, "containerimage.descriptor"), "digest");
  if (typeof digest !== "string") throw new EnvironmentError(`buildx names no digest of ${reference}`, "Run again.");
  return { digest };
}

/** Answers why it failed, null when it did not. */
async function attempt(args: readonly string[], env: Env, { cli, log, signal }: DockerRun): Promise<string | null> {
  await log.line(`$ docker ${args.join(" ")}`);
  const result = await cli.run(args, { env, signal, timeoutMs: pushLimitMs });
  await log.lines(`${result.stdout}${result.stderr}`.trim().split("\n"));
  if (result.end === "exited" && result.exitCode === 0) return null;
  return result.end === "timed-out" ? "no answer in time" : lastLine(result.stderr);
}

/** For one attempt; the stage's own limit is over all. */
const pushLimitMs = 900_000;

/** Reads back what the registry holds: it has to be the image that was tested. */
export async function verifyPushed(
  image: DockerImage,
  { reference, digest }: Pushed,
  env: Env,
  run: DockerRun,
): Promise<void> {
  if (image.builder.kind === "plain") {
    await run.log.line("(not read back from the registry: that needs docker buildx)");
    return;
  }
  const pushed = await configDigests(repositoryOf(reference), digest, env, run);
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
  repository: string,
  digest: string,
  env: Env,
  run: DockerRun,
): Promise<readonly string[] | null> {
  const args = ["buildx", "imagetools", "inspect", "--raw", `${repository}@${digest}`];
  const result = await run.cli.run(args, { env, signal: run.signal });
  const value = result.exitCode === 0 ? parseJson(result.stdout) : null;
  if (value === null) {
    await run.log.line(`imagetools inspect: ${lastLine(result.stderr)}`);
    return null;
  }
  const manifest = parseManifest(value);
  if (manifest !== null) return [manifest.config.digest];
  const digests: string[] = [];
  for (const entry of parseIndex(value) ?? []) {
    if (entry.platform?.os === "unknown") continue;
    const inner = await configDigests(repository, entry.digest, env, run);
    if (inner === null) return null;
    digests.push(...inner);
  }
  return digests;
}
