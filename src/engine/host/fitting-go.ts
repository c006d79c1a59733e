import type { Project } from "../../model/project.ts";
import { isExact } from "../../project/go-releases.ts";
import {
  askedBy,
  compareGo,
  effectiveGo,
  linesOf,
  notOlder,
  oldestGo,
  ownToolchain,
  satisfiesGo,
  takesToolchains,
} from "../../project/go-version.ts";
import type { EngineConfig } from "../adapter.ts";
import type { InstalledGo } from "../go-on-path.ts";
import type { CachedGo } from "./tool-cache.ts";

/** What the modules and the inputs want. */
export interface GoWish {
  readonly config: Pick<EngineConfig, "goVersion" | "goVersionFile">;
  readonly project: Pick<Project, "modules" | "workspaces">;
}

/** Which Go would run and why it fits, or why none does. */
export type GoFit =
  | {
      readonly ok: true;
      readonly version: string;
      /** GOTOOLCHAIN that its commands need; null: as the environment has it. */
      readonly gotoolchain: string | null;
    }
  /** A part of a sentence. */
  | { readonly ok: false; readonly why: string };

/** Whether the Go on PATH is the one that is asked for, as it is or by what it fetches itself (https://go.dev/doc/toolchain#select). */
export function fitOf(installed: InstalledGo, { config, project }: GoWish): GoFit {
  const asked = config.goVersion;
  return asked === null ? fitOfLines(installed, project) : fitOfAsked(installed, asked, { config, project });
}

/** `go-version` overrules `toolchain` lines and GOTOOLCHAIN of the environment. */
function fitOfAsked(installed: InstalledGo, asked: string, { config, project }: GoWish): GoFit {
  const there = satisfiesGo(installed.version, asked);
  const fetches = isExact(asked) && compareGo(installed.version, "1.21") >= 0;
  if (!there && !fetches) {
    return { ok: false, why: `${askedBy(config)} asks for Go ${asked}, but ${installed.version} is on PATH` };
  }
  const version = there ? installed.version : `go${asked}`;
  const wanted = linesOf(project, "local");
  if (!notOlder(version, wanted)) {
    return { ok: false, why: `Go ${wanted} is asked for, but ${askedBy(config)} asks for Go ${asked}` };
  }
  return { ok: true, version, gotoolchain: there ? "local" : version };
}

function fitOfLines(installed: InstalledGo, project: GoWish["project"]): GoFit {
  const switches = compareGo(installed.version, "1.21") >= 0;
  const setting = switches ? installed.gotoolchain : "local";
  const own = ownToolchain(setting) ?? installed.version;
  const wanted = linesOf(project, setting);
  const version = takesToolchains(setting) ? effectiveGo(own, wanted) : own;
  if (!notOlder(version, wanted))
    return { ok: false, why: `Go ${wanted} is asked for, but ${onPath(installed, version)}` };
  if (!notOlder(version, oldestGo)) return { ok: false, why: `${onPath(installed, version)}, older than ${oldestGo}` };
  return { ok: true, version, gotoolchain: null };
}

/** The newest Go of the runner's tool cache that is asked for; null: none of them. `cached`: newest first. */
export function cachedFit(cached: readonly CachedGo[], { config, project }: GoWish): CachedGo | null {
  const asked = config.goVersion;
  const wanted = linesOf(project, "local");
  const fits = ({ version }: CachedGo): boolean =>
    (asked === null ? compareGo(version, oldestGo) >= 0 : satisfiesGo(version, asked)) && notOlder(version, wanted);
  return cached.find(fits) ?? null;
}

function onPath({ version, gotoolchain }: InstalledGo, chosen: string): string {
  const setting = gotoolchain === "" ? "" : ` with GOTOOLCHAIN=${gotoolchain}`;
  return `${version} is on PATH${compareGo(version, chosen) === 0 ? setting : ` and takes ${chosen}`}`;
}
