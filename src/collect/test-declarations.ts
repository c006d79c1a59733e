import { posix } from "node:path";
import { systemCode } from "../errors.ts";
import { declaredTests, type FindDeclared, type TestSource } from "../go/declared-tests.ts";
import type { Package, Project } from "../model/project.ts";
import { readText } from "./go-sources.ts";

/** Characters of test files that are read of one package, those of one file more: they stay in memory until its tests are written. */
const packageLimit = 32 * 1024 * 1024;

export interface TestedPackages {
  readonly project: Pick<Project, "root">;
  readonly packages: readonly Package[];
  readonly config: {
    /** Variables that tests get, as they are built and run, and go list does not. */
    readonly testEnv: readonly { readonly name: string }[];
  };
}

/**
 * Finds where tests are declared in the test files of their package, as they are on this machine. They are read one after the other when the package has ended.
 */
export function testDeclarations({ project, packages, config }: TestedPackages): FindDeclared {
  const byImportPath = new Map(packages.map((found) => [found.importPath, found]));
  const isAsListed = !config.testEnv.some(({ name }) => choosesFiles.test(name));
  return (importPath, names) => {
    const found = byImportPath.get(importPath);
    if (found === undefined || names.size === 0) return new Map();
    const { dir, testFiles, excludedTestFiles } = found;
    const read = createReader(project, dir);
    const others = isAsListed ? excludedTestFiles : [...testFiles, ...excludedTestFiles];
    return declaredTests(names, { built: read(isAsListed ? testFiles : []), others: read(others) });
  };
}

/** Variables that may decide which files of a package are built (`go help buildconstraint`); without a C compiler on PATH there is no cgo. */
const choosesFiles = /^(?:GO.*|CGO_ENABLED|CC|PATH)$/;

/** null where the system refuses: a place is no reason for a stage to fail. */
function ifReadable(read: () => string | null): string | null {
  try {
    return read();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

function createReader(
  project: Pick<Project, "root">,
  dir: string,
): (names: readonly string[]) => Iterable<TestSource | null> {
  let left = packageLimit;
  return function* (names) {
    for (const name of names) {
      const path = posix.join(dir, name);
      const text = left < 0 ? null : ifReadable(() => readText(project, path));
      left -= text?.length ?? 0;
      yield text === null ? null : { path, text };
    }
  };
}
