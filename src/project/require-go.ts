import { EnvironmentError } from "../errors.ts";
import type { Inspection, Project } from "../model/project.ts";
import { isExact } from "./go-releases.ts";
import { askedBy, compareGo, oldestGo, satisfiesGo, wantedGo } from "./go-version.ts";

/** What is said of the engine whose Go it is. */
export interface WithGo {
  readonly name: string;
  /** A sentence. */
  readonly goRemedy: string;
}

/** What the inputs ask for. */
export interface AskedGo {
  readonly goVersion: string | null;
  readonly goVersionFile: string | null;
}

/**
 * Compares the Go that will run in each module with what is wanted there: `go-version` when given, the module's lines as far as Go follows them, and the oldest
 * one the pipeline supports. Throws EnvironmentError naming both and the remedy.
 */
export function requireGo(wish: AskedGo, project: Project, inspection: Inspection, engine: WithGo): void {
  const asked = wish.goVersion;
  const remedy = engine.goRemedy;
  const inspected = new Map(inspection.modules.map((module) => [module.dir, module]));
  for (const module of project.modules) {
    const own = inspected.get(module.dir);
    const version = own?.goVersion ?? inspection.goVersion;
    if (compareGo(version, oldestGo) < 0) {
      throw new EnvironmentError(`${version} is too old: the pipeline needs Go ${oldestGo} or later.`, remedy);
    }
    // Without a toolchain of its own choice, Go still refuses modules whose `go` line is newer.
    const workspaces = project.workspaces.filter(({ path }) => path === module.workspace);
    const wanted = wantedGo([module], workspaces, asked === null ? inspection.gotoolchain : "local");
    if (asked !== null && wanted !== null && isExact(asked) && compareGo(asked, wanted.version) < 0) {
      throw new EnvironmentError(
        `${askedBy(wish)} asks for Go ${asked}, but the ${wanted.source} for Go ${wanted.version}, and Go refuses to be older than that.`,
        `Ask for Go ${wanted.version} or newer, or leave the module out (\`modules\`).`,
      );
    }
    if (asked !== null && !satisfiesGo(version, asked)) {
      throw new EnvironmentError(
        `${askedBy(wish)} asks for Go ${asked}, but the ${engine.name} engine has ${version}${saidBy(own?.problem ?? null)}.`,
        remedy,
      );
    }
    if (wanted !== null && compareGo(version, wanted.version) < 0) {
      throw new EnvironmentError(
        `The ${wanted.source} asks for Go ${wanted.version}, but the ${engine.name} engine has ${version}${saidBy(own?.problem ?? null)}.`,
        remedy,
      );
    }
  }
}

/** What Go said when it could not switch to the toolchain that is asked for. */
function saidBy(problem: string | null): string {
  const lines = (problem ?? "").split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "" && !line.startsWith("go: downloading ")).join(" ");
  return said === "" ? "" : ` (${said.replace(/\.$/, "")})`;
}
