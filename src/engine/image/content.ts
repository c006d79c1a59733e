import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { LayoutImage } from "./layout.ts";

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
