import { type Platform, parsePlatform, platformKey } from "../model/platform.ts";
import { didYouMean } from "../text/suggest.ts";
import { goPlatforms } from "./go-platforms.ts";
import { invalid, type Kind, oneOf, quote, type Result, valid } from "./kind.ts";
import { list } from "./list.ts";

const mips = ["hardfloat", "softfloat"];
const power = ["power8", "power9", "power10"];

/** What Go takes as GOARM, GOAMD64 and so on (internal/buildcfg of Go 1.26); `v` goes before the number of GOARM, as Docker spells it. */
export const variants: Readonly<Record<string, readonly string[]>> = {
  "386": ["sse2", "softfloat"],
  amd64: ["v1", "v2", "v3", "v4"],
  arm: ["v5", "v6", "v7"],
  arm64: [
    ...["v8.0", "v8.1", "v8.2", "v8.3", "v8.4", "v8.5", "v8.6", "v8.7", "v8.8", "v8.9"],
    ...["v9.0", "v9.1", "v9.2", "v9.3", "v9.4", "v9.5"],
  ],
  mips,
  mipsle: mips,
  mips64: mips,
  mips64le: mips,
  ppc64: power,
  ppc64le: power,
  riscv64: ["rva20u64", "rva22u64", "rva23u64"],
};

/** Targets of `go build`. */
export const platforms: Kind<readonly Platform[]> = list({
  allows: "`os/arch[/variant]` as `go tool dist list` prints them",
  schema: { type: "string", pattern: "^[a-z0-9]+/[a-z0-9]+(/[a-z0-9.]+)?$" },
  parse: parseGoPlatform,
  key: platformKey,
});

function parseGoPlatform(text: string): Result<Platform> {
  const platform = parsePlatform(text);
  if (platform === null) {
    return invalid(`${quote(text)} is not written as os/arch or os/arch/variant${didYouMean(text, goPlatforms)}`);
  }
  const pair = `${platform.os}/${platform.arch}`;
  if (!goPlatforms.some((known) => known === pair)) {
    return invalid(`${quote(text)} is no platform of Go (see \`go tool dist list\`)${didYouMean(pair, goPlatforms)}`);
  }
  return checkVariant(platform, variants[platform.arch] ?? []);
}

function checkVariant(platform: Platform, known: readonly string[]): Result<Platform> {
  const { variant, arch } = platform;
  if (variant === null || known.includes(variant)) return valid(platform);
  const name = quote(platformKey(platform));
  if (known.length === 0) return invalid(`${name}: ${arch} has no variants`);
  return invalid(`${name}: ${quote(variant)} is no variant of ${arch}; use ${oneOf(known)}`);
}

const imageArchitectures = [
  ...["386", "amd64", "arm", "arm64", "loong64", "mips64le", "ppc64le", "riscv64", "s390x"],
].map((arch) => `linux/${arch}`);

const imageVariants: Readonly<Record<string, readonly string[]>> = {
  amd64: ["v1", "v2", "v3", "v4"],
  arm: ["v5", "v6", "v7"],
  arm64: ["v8"],
};

/** Platforms of a Linux image. Docker's `linux/arm64/v8` is its `linux/arm64` (containerd, platforms.Normalize). */
export const imagePlatforms: Kind<readonly Platform[]> = list({
  allows: "`linux/arch[/variant]`",
  schema: { type: "string", pattern: "^linux/[a-z0-9]+(/v[0-9])?$" },
  parse(text) {
    const platform = parsePlatform(text);
    const pair = platform === null ? text : `${platform.os}/${platform.arch}`;
    if (platform === null || !imageArchitectures.includes(pair)) {
      const guess = didYouMean(pair, imageArchitectures);
      return invalid(`${quote(text)} is no platform of an image; use ${oneOf(imageArchitectures)}${guess}`);
    }
    const checked = checkVariant(platform, imageVariants[platform.arch] ?? []);
    return checked.ok && platform.arch === "arm64" ? valid({ ...platform, variant: null }) : checked;
  },
  key: platformKey,
});
