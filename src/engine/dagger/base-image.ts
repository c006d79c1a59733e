import type { EngineRequest } from "../adapter.ts";

/** Reference of the image for a run. */
export function imageFor({ config, project }: Pick<EngineRequest, "config" | "project">): string {
  return baseImage({
    image: config.goImage,
    asked: config.goVersion,
    wanted: project.wantedGo?.version ?? null,
  });
}

export interface GoWanted {
  /** `go-image`. */
  readonly image: string | null;
  /** `go-version`: `1.25`, `1.25.3`. */
  readonly asked: string | null;
  /** By the modules' own lines. */
  readonly wanted: string | null;
}

/** Newest Go that is known to be there when nothing says which one is wanted: a go.mod without a `go` line. */
const fallback = "1";

/**
 * Reference of the image that the Go steps run in. The official images hold the whole toolchain of exactly that version; one that Go fetches by itself
 * lacks `covdata`, which coverage of packages without tests needs (https://go.dev/issue/75031).
 */
export function baseImage({ image, asked, wanted }: GoWanted): string {
  return image ?? `docker.io/library/golang:${asked ?? wanted ?? fallback}`;
}
