import type { Platform } from "../model/platform.ts";

/** Environment that makes Go see the repository as a build for `platform` does. */
export function platformEnv(platform: Platform): Record<string, string> {
  const env: Record<string, string> = { GOOS: platform.os, GOARCH: platform.arch };
  if (platform.variant !== null) env[variantVariable(platform.arch)] = variantValue(platform);
  return env;
}

/** GOARM, GOAMD64, GOMIPS …: https://pkg.go.dev/cmd/go#hdr-Environment_variables, "architecture-specific". */
function variantVariable(arch: string): string {
  if (arch === "mipsle") return "GOMIPS";
  if (arch === "mips64le") return "GOMIPS64";
  if (arch === "ppc64le") return "GOPPC64";
  return `GO${arch.toUpperCase()}`;
}

function variantValue(platform: Platform): string {
  const variant = platform.variant ?? "";
  if (platform.arch === "arm") return variant.replace(/^v/, "");
  if (platform.arch === "arm64") return /^v\d+$/.test(variant) ? `${variant}.0` : variant;
  return variant;
}
