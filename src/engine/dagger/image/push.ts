import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Container } from "@dagger.io/dagger";
import * as z from "zod";
import { EnvironmentError } from "../../../errors.ts";
import type { ImageRun, Login, PushAttempt, Pushed } from "../../image/backend.ts";
import type { LayoutImage } from "../../image/layout.ts";
import { registryOf } from "../../image/references.ts";
import type { SecretStore } from "../credentials.ts";
import { isConnectionGone, ownWords } from "../problem.ts";
import type { Session } from "../session.ts";
import type { DaggerImage } from "./built-image.ts";
import { exporter, exportImage, imageOptions } from "./export.ts";

export interface PushOptions {
  readonly session: Session;
  readonly store: SecretStore;
  readonly login: Login | null;
}

/** Pushes under one name, once. */
export async function pushImage(
  { containers }: DaggerImage,
  reference: string,
  options: PushOptions,
  { signal }: ImageRun,
): Promise<PushAttempt> {
  const { session } = options;
  const container = await withLogin(exporter(session, containers), reference, options);
  try {
    const pushed = await container.publish(reference, imageOptions(session, containers));
    return { digest: pushed.slice(pushed.lastIndexOf("@") + 1) };
  } catch (error) {
    if (signal.aborted || isConnectionGone(error)) throw error;
    return { cause: ownWords(error) };
  }
}

/** Without a login of its own the engine asks the docker configuration of this machine. */
async function withLogin(
  container: Container,
  reference: string,
  { login, store }: Pick<PushOptions, "login" | "store">,
): Promise<Container> {
  if (login === null) return container;
  return container.withRegistryAuth(registryOf(reference), login.username, await store.secret(login.password));
}

/**
 * The engine puts the image together anew to push it. Where that came out with another digest, an export with the same digest shows what was pushed: it
 * has to run as the tested image does. Throws EnvironmentError when it does not, or when nothing shows it.
 */
export async function verifyPushed(
  image: DaggerImage,
  pushed: Pushed,
  { session, tempDir }: { readonly session: Session; readonly tempDir: string },
  { log, signal }: ImageRun,
): Promise<void> {
  if (pushed.digest === image.digest) return;
  const dir = await mkdtemp(join(tempDir, "pushed-"));
  try {
    const again = await exportImage(session, image.containers, dir);
    if (again.digest !== pushed.digest || !(await sameContent(again.images, image.images)))
      throw notTheTested(pushed, image);
    await log.line(`${pushed.digest} is the tested ${image.digest} but for when and by what its layers were made`);
  } catch (error) {
    if (error instanceof EnvironmentError || signal.aborted || isConnectionGone(error)) throw error;
    throw notTheTested(pushed, image, error);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function notTheTested({ reference, digest }: Pushed, image: DaggerImage, cause?: unknown): EnvironmentError {
  const why = cause === undefined ? "" : ` (it cannot be compared: ${ownWords(cause)})`;
  return new EnvironmentError(
    `The engine pushed ${digest} as ${reference}, not the image ${image.digest} that was tested${why}.`,
    `Do not use ${reference}, and run again; if it persists, empty the engine's cache: dagger core engine local-cache prune.`,
    { cause },
  );
}

const configSchema = z.record(z.string(), z.unknown());

/**
 * Whether two images are the same to whoever runs them: platforms in their order, configuration, and the files of all layers, which `rootfs.diff_ids`
 * names by digest (every runtime checks what it unpacks against them). How layers are compressed, and when and by what they were made (`created`,
 * `history`), may differ: https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
export async function sameContent(left: readonly LayoutImage[], right: readonly LayoutImage[]): Promise<boolean> {
  return isDeepStrictEqual(await contentOf(left), await contentOf(right));
}

function contentOf(images: readonly LayoutImage[]): Promise<unknown[]> {
  return Promise.all(
    images.map(async ({ config }) => {
      const { created, history, ...content } = configSchema.parse(JSON.parse(await readFile(config, "utf8")));
      return content;
    }),
  );
}
