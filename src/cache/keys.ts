import { createHash } from "node:crypto";
import type { MountScope } from "../engine/carried-mounts.ts";
import type { Config } from "../inputs/config.ts";

/** Changes when caches of earlier versions are of no use. */
const format = 2;
const mountsFormat = 1;

export interface CacheKeyParts {
  readonly engine: string;
  /** As Node names them: `linux`, `x64`. */
  readonly os: string;
  readonly arch: string;
  /** What compiled packages depend on: a Go version or an image's reference. */
  readonly toolchain: string;
  /** What results of tests depend on beside: the image of the runner. */
  readonly image: string;
  /** See settingsHash. */
  readonly settings: string;
  /** See sumsHash. */
  readonly sums: string;
}

/** Beginnings of keys, best first. Of two that begin so, the service answers with the newest. */
export type Beginnings = readonly [exact: string, ...others: string[]];

export interface CacheKeys {
  /** Of bases: same modules and image; another image; other versions of modules, of which most are still the same; other settings. */
  readonly bases: readonly [own: string, exact: string, ...others: string[]];
  /** The key of a day's base. Keys are never written twice, so there is one a day. */
  readonly baseOf: (day: Date) => string;
  /** Of deltas to the base of a key; null: to no base. All are of the same image. What follows is their run's alone. */
  readonly deltas: (base: string | null) => Beginnings;
  /** Whether a base, by its key, was made on the same image: results of tests on another one do not count. */
  readonly ofImage: (base: string) => boolean;
}

/** The keys of everything that a run restores and saves. */
export function cacheKeys(parts: CacheKeyParts): CacheKeys {
  const { engine, os, arch, toolchain, settings, sums } = parts;
  const image = plain(parts.image) || "any";
  const all = ["go-pipeline", `${format}`, "base", engine, os, arch, plain(toolchain), ""].join("-");
  const exact = `${all}${settings}-${sums}-`;
  const base = `${exact}${image}-`;
  return {
    bases: [base, exact, `${all}${settings}-`, all],
    baseOf: (day) => base + dayOf(day),
    deltas: (to) => {
      const own = `go-pipeline-${format}-delta-${shortHash(to ?? all)}-${settings}-${image}-`;
      return [`${own}${sums}-`, own];
    },
    // No part of a key holds a `-`.
    ofImage: (key) => key.split("-").at(-2) === image,
  };
}

function dayOf(day: Date): string {
  return day.toISOString().slice(0, 10).replaceAll("-", "");
}

/** Keys hold no commas and at most 512 characters; a `-` ends a part, so that no version is the beginning of another. */
function plain(part: string): string {
  return part.replaceAll(/[^\w.]/g, "_").slice(-120);
}

/** Keys of Go's caches that image builds mount; `exact` begins those of the same modules, base image and Dockerfile. */
export function mountKeys(
  { scope, exact, sums }: MountScope & Pick<CacheKeyParts, "sums">,
  day: Date,
): { readonly exact: string; readonly beginnings: Beginnings; readonly ofToday: string } {
  const all = `go-pipeline-${mountsFormat}-mounts-${plain(scope)}-`;
  const own = `${all}${sums}-${plain(exact)}-`;
  return { exact: own, beginnings: [own, `${all}${sums}-`, all], ofToday: own + dayOf(day) };
}

/**
 * Which modules there are: of the content of go.mod, go.sum, go.work and go.work.sum files by path, whatever their order.
 */
export function sumsHash(files: ReadonlyMap<string, string>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return shortHash(sorted.map(([path, text]) => `${path}\0${text.replaceAll("\r\n", "\n")}\0`).join(""));
}

/** Variables that decide how packages are compiled, beside inputs. */
const compilerVariables = /^(GOFLAGS|GOEXPERIMENT|CGO_.*|CC|CXX|GO(386|AMD64|ARM|ARM64|MIPS|PPC64|RISCV64|WASM))$/;

/** What is compiled and how. Jobs of a matrix with different settings would take each other's caches for the newest of their own. */
export function settingsHash(
  config: Config,
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const { deps, vet, test, build, packages, mainPackages, platforms, buildTags, ldflags, trimpath, cgo, race } = config;
  const variables = Object.entries(env).filter(([name, value]) => compilerVariables.test(name) && (value ?? "") !== "");
  const what = { directory, deps, vet, test, build, packages, mainPackages, platforms };
  const how = { buildTags, ldflags, trimpath, cgo, race, testFlags: config.testFlags, variables: variables.sort() };
  return shortHash(JSON.stringify({ ...what, ...how })).slice(0, 8);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
