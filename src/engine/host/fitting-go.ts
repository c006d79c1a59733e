import type { Project } from "../../model/project.ts";
import { compareGo, effectiveGo, oldestGo, satisfiesGo, takesToolchains, wantedGo } from "../../project/go-version.ts";

/** A Go on PATH. */
export interface InstalledGo {
  /** `go1.26.8`. */
  readonly version: string;
  /** GOTOOLCHAIN by the environment or Go's own settings; empty when nobody says. */
  readonly gotoolchain: string;
}

/** Which Go would run and why it fits, or why none does. */
export type GoFit =
  | { readonly ok: true; readonly version: string }
  /** A part of a sentence. */
  | { readonly ok: false; readonly why: string };

/** Whether the Go on PATH is the one that `go-version` and the modules want, or fetches it by itself (https://go.dev/doc/toolchain#select). */
export function fitOf(
  installed: InstalledGo,
  asked: string | null,
  { modules, workspaces }: Pick<Project, "modules" | "workspaces">,
): GoFit {
  const switches = compareGo(installed.version, "1.21") >= 0;
  const setting = switches ? installed.gotoolchain : "local";
  const own = ownToolchain(setting) ?? installed.version.replace(/^devel /, "");
  const lines = (gotoolchain: string): string | null => wantedGo(modules, workspaces, gotoolchain)?.version ?? null;
  const version = takesToolchains(setting) ? effectiveGo(own, lines(setting)) : own;
  if (asked !== null && !satisfiesGo(version, asked)) {
    // `go-version` overrules `toolchain` lines: the Go on PATH stays when it is the one that is asked for.
    if (satisfiesGo(own, asked) && notOlder(own, lines("local"))) return { ok: true, version: own };
    return { ok: false, why: `go-version asks for Go ${asked}, but ${onPath(installed, version)}` };
  }
  const wanted = lines(asked === null ? setting : "local");
  if (!notOlder(version, wanted))
    return { ok: false, why: `Go ${wanted} is asked for, but ${onPath(installed, version)}` };
  if (!notOlder(version, oldestGo)) return { ok: false, why: `${onPath(installed, version)}, older than ${oldestGo}` };
  return { ok: true, version };
}

/** The toolchain that GOTOOLCHAIN itself names: `go1.27.4`, `go1.27.4+auto`. */
function ownToolchain(gotoolchain: string): string | null {
  return /^(go\d[^+]*)/.exec(gotoolchain)?.[1] ?? null;
}

function notOlder(version: string, wanted: string | null): boolean {
  return wanted === null || compareGo(version, wanted) >= 0;
}

function onPath({ version, gotoolchain }: InstalledGo, chosen: string): string {
  const setting = gotoolchain === "" ? "" : ` with GOTOOLCHAIN=${gotoolchain}`;
  return `${version} is on PATH${compareGo(version, chosen) === 0 ? setting : ` and takes ${chosen}`}`;
}
