import { type Platform, platformKey } from "../../../model/platform.ts";
import type { Attestations } from "../../../model/step.ts";
import { type Builder, rawJsonMinor } from "./builder.ts";

export interface BuildRequest {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | null;
  readonly buildArgs: readonly (readonly [name: string, value: string])[];
  /** Ids and the variables that hold the values. */
  readonly secrets: readonly { readonly id: string; readonly variable: string }[];
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly platforms: readonly Platform[];
  /** Local name that the image gets; null with `layout`. */
  readonly tag: string | null;
  /** Directory that receives an OCI layout instead of the daemon. */
  readonly layout: string | null;
  /** File that receives what buildx knows about the result, or the image's id without buildx. */
  readonly metadataFile: string;
  readonly cache: CacheUse | null;
  readonly attest: Attestations | null;
}

/** GitHub's cache service: https://docs.docker.com/build/cache/backends/gha/ */
export interface CacheUse {
  readonly scope: string;
  readonly save: boolean;
}

/** Arguments of `docker` that build an image. */
export function buildArguments(builder: Builder, request: BuildRequest): readonly string[] {
  const { target, tag } = request;
  const common = [
    ...["--file", request.dockerfile],
    ...(target === null ? [] : ["--target", target]),
    ...(tag === null ? [] : ["--tag", tag]),
    ...request.buildArgs.flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
    ...request.secrets.flatMap(({ id, variable }) => ["--secret", `id=${id},env=${variable}`]),
    ...request.labels.flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    ...(request.platforms.length === 0 ? [] : ["--platform", request.platforms.map(platformKey).join(",")]),
  ];
  return [...command(builder, request), ...common, request.context];
}

function command(builder: Builder, request: BuildRequest): readonly string[] {
  if (builder.kind === "plain") {
    // Without BuildKit every step runs in a container, and that of a failed one stays.
    const mode = builder.buildkit ? ["--progress", "plain"] : ["--force-rm"];
    return ["build", ...mode, "--iidfile", request.metadataFile];
  }
  const { layout, cache, attest } = request;
  return [
    ...["buildx", "build"],
    ...["--progress", builder.minor >= rawJsonMinor ? "rawjson" : "plain"],
    ...["--metadata-file", request.metadataFile],
    ...(layout === null ? ["--load"] : ["--output", `type=oci,tar=false,dest=${layout}`]),
    ...(cache === null ? [] : ["--cache-from", `type=gha,scope=${cache.scope}`]),
    ...(cache === null || !cache.save
      ? []
      : ["--cache-to", `type=gha,scope=${cache.scope},mode=max,ignore-error=true`]),
    ...(attest === null ? [] : attestArguments(attest)),
  ];
}

function attestArguments({ sbom, provenance }: Attestations): readonly string[] {
  return [
    ...(sbom === null ? [] : ["--attest", `type=sbom,generator=${sbom}`]),
    ...(provenance === null ? [] : ["--attest", `type=provenance,mode=${provenance}`]),
  ];
}
