import * as z from "zod";
import { parseJson } from "../../../parse-json.ts";
import { field } from "./availability.ts";
import type { Builder } from "./builder.ts";
import type { DockerImage, DockerRun } from "./session.ts";

/** The part of `docker image inspect` that counts here. */
const imageSchema = z.object({
  Id: z.string(),
  Os: z.string(),
  Architecture: z.string(),
  Variant: z.string().optional(),
  Size: z.number(),
  RepoDigests: z.array(z.string()).nullish(),
  RootFS: z.object({ Layers: z.array(z.string()).nullish() }).nullish(),
  Config: z
    .object({
      Entrypoint: z.array(z.string()).nullish(),
      Cmd: z.array(z.string()).nullish(),
      Healthcheck: z.object({ Test: z.array(z.string()).nullish() }).nullish(),
    })
    .nullish(),
});

type Inspected = Pick<DockerImage, "configDigest" | "platform" | "size" | "layers" | "hasHealthcheck" | "hasCommand">;

/** Asks the daemon what an image of its is like. `metadata`: what buildx wrote about the build. */
export async function inspectImage(
  run: DockerRun,
  builder: Builder,
  reference: string,
  metadata: string,
): Promise<Inspected> {
  const text = await run.cli.get(["image", "inspect", "--format", "{{json .}}", reference], { signal: run.signal });
  const image = imageSchema.parse(JSON.parse(text));
  const test = image.Config?.Healthcheck?.Test ?? [];
  const command = [...(image.Config?.Entrypoint ?? []), ...(image.Config?.Cmd ?? [])];
  return {
    configDigest: builder.containerdStore ? digestFrom(metadata) : image.Id,
    platform: [image.Os, image.Architecture, ...(image.Variant ? [image.Variant] : [])].join("/"),
    size: image.Size,
    layers: image.RootFS?.Layers?.length ?? 0,
    hasHealthcheck: test.length > 0 && test[0] !== "NONE",
    hasCommand: command.length > 0,
  };
}

function digestFrom(metadata: string): string | null {
  const digest = field(parseJson(metadata), "containerimage.config.digest");
  return typeof digest === "string" ? digest : null;
}
