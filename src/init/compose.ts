import { parseDocument } from "yaml";
import { z } from "zod";
import type { Service } from "./seen.ts";

const service = z.object({
  image: z.string().optional(),
  build: z.unknown().optional(),
  ports: z.array(z.unknown()).optional(),
});
const compose = z.object({ services: z.record(z.string(), service) });

/** The services of a compose file that start an image of somebody else; none of a text that is no compose file. */
export function servicesIn(text: string): readonly Service[] {
  const document = parseDocument(text, { prettyErrors: false });
  const read = document.errors.length > 0 ? null : compose.safeParse(document.toJS());
  if (read?.success !== true) return [];
  return Object.entries(read.data.services).flatMap(([name, { image, build, ports = [] }]) =>
    image === undefined || build !== undefined
      ? []
      : [{ name, image, ports: ports.filter((port) => typeof port === "string") }],
  );
}
