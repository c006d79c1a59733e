import type { ImageSource } from "../../model/step.ts";
import { dockerPlatform } from "./binary-context.ts";

/** What a base is for, where one for `wanted` was asked for. */
export interface BasePlatform {
  readonly wanted: string;
  readonly found: string;
}

/** The platforms that the base of an image of the binary has to have. */
export function wantedPlatforms(source: ImageSource & { type: "binary" }): readonly string[] {
  return source.binaries.map(({ platform }) => dockerPlatform(platform));
}

/** Why nothing can be built on a base; null when it is right for every platform. */
export function wrongBase(base: string, platforms: readonly BasePlatform[]): string | null {
  const wrong = platforms.filter(({ wanted, found }) => !runsOn(found, wanted));
  if (wrong.length === 0) return null;
  const list = (names: readonly string[]): string => [...new Set(names)].join(", ");
  const found = list(wrong.map((one) => one.found));
  return `docker-base: ${base} is an image for ${found}, and the image is for ${list(wrong.map(({ wanted }) => wanted))}`;
}

/** The same where `docker build` without BuildKit refuses it by itself; null for every other error. */
export function refusedBase(base: string, error: string): string | null {
  const [, wanted, found] = /does not match the specified platform: wanted ([^\s,]+), actual: (\S+)/.exec(error) ?? [];
  return wanted === undefined || found === undefined ? null : wrongBase(base, [{ wanted, found }]);
}

/** A processor runs what was made for older ones of its kind: `linux/arm/v6` runs on `linux/arm/v7`. */
function runsOn(found: string, wanted: string): boolean {
  const [os, arch = "", variant] = found.split("/");
  const [wantedOs, wantedArch, wantedVariant] = wanted.split("/");
  return os === wantedOs && arch === wantedArch && !(level(arch, variant) > level(arch, wantedVariant));
}

/** What a platform without a variant means: https://github.com/containerd/platforms/blob/v1.0.0/database.go */
const implied: Readonly<Record<string, string>> = { amd64: "v1", arm: "v7", arm64: "v8" };

/** NaN is no reason to refuse. */
function level(arch: string, variant: string | undefined): number {
  return Number((variant ?? implied[arch] ?? "v0").slice(1));
}
