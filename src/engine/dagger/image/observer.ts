import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Container, Directory } from "@dagger.io/dagger";
import * as z from "zod";
import type { SmokeStep } from "../../../model/step.ts";
import type { ImageRun, Observer } from "../../image/backend.ts";
import { settleMs } from "../../image/smoke.ts";
import type { DaggerImageOptions } from "./backend.ts";
import { type DaggerImage, type ImageConfig, nativeFile } from "./built-image.ts";
import { texts } from "./smoke/texts.ts";

/** Where the smoke program lies in the container of the image. */
const place = "/.go-pipeline";

/** What the smoke program prints. */
const answerSchema = z.object({
  startError: z.string().nullable(),
  running: z.boolean(),
  exitCode: z.int().nullable(),
  stubborn: z.boolean(),
  probe: z
    .object({ answered: z.boolean(), status: z.int().nullable(), error: z.string().nullable(), afterMs: z.number() })
    .nullable(),
  health: z.object({ status: z.enum(["healthy", "starting"]), output: z.string() }).nullable(),
  output: z.string(),
  observedMs: z.number(),
});

/** Runs containers inside the engine: no docker socket, no network of the host. */
export async function createObserver(
  step: SmokeStep,
  image: DaggerImage,
  options: DaggerImageOptions,
  { log }: ImageRun,
): Promise<Observer> {
  const container = await imageContainer(image, options);
  const program = options.go.program(texts);
  return {
    async watch(command) {
      const words = command.length > 0 ? command : (image.config.Cmd ?? []);
      const started = [...(image.config.Entrypoint ?? []), ...words];
      await log.line(`$ ${JSON.stringify(started)}`);
      const request = smokeRequest(step, image.config, started);
      return { ...(await watch(container, program, request, options)), oomKilled: false };
    },
    async close() {
      // A container ends with its call, and takes everything with it.
    },
  };
}

/** The image as it is handed over, brought in anew: the container it was built in still has the build's secrets mounted. */
async function imageContainer(image: DaggerImage, { session, tempDir }: DaggerImageOptions): Promise<Container> {
  const { client } = session;
  const file = await nativeFile(image, join(tempDir, "smoke"), ["smoke:test"]);
  const container = client.container().import_(client.host().file(file));
  const volumes = Object.keys(image.config.Volumes ?? {});
  return volumes.reduce((result, path) => result.withMountedTemp(path), container);
}

/** In the terms of the smoke program. */
export function smokeRequest(
  step: SmokeStep,
  config: ImageConfig,
  command: readonly string[],
): Record<string, unknown> {
  const { probe, output } = step;
  const toTheEnd = step.commandGiven && probe === null;
  const pattern = output === null ? null : /^\/(.+)\/([imsu]*)$/.exec(output);
  return {
    Command: command,
    LimitMs: step.limitMs,
    SettleMs: Math.min(settleMs, step.limitMs),
    ToTheEnd: toTheEnd,
    Port: probe?.port ?? 0,
    HTTP: (probe?.path ?? null) !== null,
    Path: probe?.path?.startsWith("/") ? probe.path : `/${probe?.path ?? ""}`,
    Statuses: probe?.statuses ?? [],
    Health: toTheEnd ? [] : healthCommand(config),
    Output: pattern === null ? (output ?? "") : "",
    Pattern: pattern === null ? "" : goPattern(pattern[1] ?? "", pattern[2] ?? ""),
  };
}

/** Flags of JavaScript that Go knows too; it is only about when to stop looking. */
function goPattern(source: string, flags: string): string {
  const known = [...flags].filter((flag) => "ims".includes(flag)).join("");
  return known === "" ? source : `(?${known})${source}`;
}

/** https://docs.docker.com/reference/dockerfile/#healthcheck */
function healthCommand({ Healthcheck, Shell }: ImageConfig): readonly string[] {
  const [kind, ...words] = Healthcheck?.Test ?? [];
  if (kind === "CMD") return words;
  return kind === "CMD-SHELL" ? [...(Shell ?? ["/bin/sh", "-c"]), ...words] : [];
}

async function watch(
  container: Container,
  program: Directory,
  request: Record<string, unknown>,
  { session, tempDir }: DaggerImageOptions,
): Promise<z.infer<typeof answerSchema>> {
  // A test that passed yesterday says nothing of today: every run of it is one of its own.
  const id = randomUUID();
  const dir = join(tempDir, `smoke-${id}`);
  await mkdir(dir);
  await writeFile(join(dir, "request.json"), JSON.stringify(request), { mode: 0o644 });
  const files = program.withDirectory("/", session.client.host().directory(dir));
  const args = [`${place}/program`, `${place}/request.json`, id];
  const printed = await container.withMountedDirectory(place, files).withExec(args).stdout();
  return answerSchema.parse(JSON.parse(printed));
}
