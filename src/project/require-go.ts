import { EnvironmentError } from "../errors.ts";
import type { Inspection, Project } from "../model/project.ts";
import { compareGo, oldestGo, satisfiesGo, wantedGo } from "./go-version.ts";

/** What is said of the engine whose Go it is. */
export interface WithGo {
  readonly name: string;
  /** A sentence. */
  readonly goRemedy: string;
}

/**
 * Compares the Go that will run with what is wanted: `go-version` when given, the modules' lines as far as Go follows them, and the oldest one the pipeline supports.
 * Throws EnvironmentError naming both and the remedy.
 */
export function requireGo(asked: string | null, project: Project, inspection: Inspection, engine: WithGo): void {
  const actual = inspection.goVersion.replace(/^devel /, "");
  const remedy = engine.goRemedy;
  if (compareGo(actual, oldestGo) < 0) {
    throw new EnvironmentError(
      `${inspection.goVersion} is too old: the pipeline needs Go ${oldestGo} or later.`,
      remedy,
    );
  }
  if (asked !== null && !satisfiesGo(actual, asked)) {
    throw new EnvironmentError(
      `go-version asks for Go ${asked}, but the ${engine.name} engine has ${inspection.goVersion}.`,
      remedy,
    );
  }
  // Without a toolchain of its own choice, Go still refuses modules whose `go` line is newer.
  const wanted = wantedGo(project.modules, project.goWork, asked === null ? inspection.gotoolchain : "local");
  if (wanted !== null && compareGo(actual, wanted.version) < 0) {
    throw new EnvironmentError(
      `The ${wanted.source} asks for Go ${wanted.version}, but the ${engine.name} engine has ${inspection.goVersion}.${toolchainProblem(inspection)}`,
      remedy,
    );
  }
}

/** What Go said when it could not switch to the toolchain that the module names. */
function toolchainProblem(inspection: Inspection): string {
  const problem = inspection.modules.find((module) => module.problem !== null)?.problem ?? "";
  const line = problem.split("\n").at(-1)?.trim() ?? "";
  return line === "" ? "" : ` (${line})`;
}
