import { access, chmod, constants, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../errors.ts";
import { readIrregular } from "../files/irregular.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { slashes } from "../go/source-map.ts";
import type { TestEvent } from "../go/test-event.ts";
import type { TestReport } from "../model/report.ts";
import { createSlugs } from "../model/stage-id.ts";
import type { OutArg } from "../model/step.ts";
import type { Redactor } from "../platform/mask.ts";
import { firstOf } from "../text/format.ts";
import { moveRedacted } from "./files.ts";

/** Value of `-outputdir` of one of the commands of a step in its result directory, by its place among them. */
export function artifactsDir(index: number): string {
  return index === 0 ? "test-artifacts/" : `test-artifacts-${index + 1}/`;
}

/** The argument that has one of the commands of a step leave them there. */
export function artifactsArg(index: number): OutArg {
  return { prefix: "-outputdir=", out: artifactsDir(index), loose: true };
}

/** A directory that a test asked for by `T.ArtifactDir`, where the engine's Go sees it. */
export type ArtifactDir = Omit<Extract<TestEvent, { readonly type: "artifacts" }>, "type">;

/** Such directories of one command. */
export interface LeftArtifacts {
  readonly resultDir: string;
  /** As `artifactsDir` says it. */
  readonly outputDir: string;
  readonly dirs: readonly ArtifactDir[];
}

export interface CollectedArtifacts {
  /** Directories relative to the repository, by import path and test. */
  readonly byTest: ReadonlyMap<string, readonly string[]>;
  /** What was left out: the first of it, and how much more; null: nothing. */
  readonly refused: string | null;
}

/**
 * Brings what tests left in their artifact directories to `tests/artifacts/<package>/<test>`. Which directory is whose say Go's events: its name does not in
 * Go 1.26, where all lie side by side, and in 1.27 the test's name is shortened. Several of one test, as of several attempts, get names of their own.
 */
export async function collectArtifacts(
  left: readonly LeftArtifacts[],
  { output, redactor }: { readonly output: OutputDir; readonly redactor: Redactor },
): Promise<CollectedArtifacts> {
  const byTest = new Map<string, string[]>();
  const refused: string[] = [];
  const packages = createSlugs();
  const tests = createSlugs();
  for (const { resultDir, outputDir, dirs } of left) {
    const irregular = await readIrregular(resultDir);
    for (const { package: importPath, test, path } of dirs) {
      const place = placeOf(path, outputDir);
      if (place === null) continue;
      const from = join(resultDir, place);
      const files = await leftIn(resultDir, place, irregular);
      if (files.length === 0) continue;
      const key = keyOfTest(importPath, test);
      const known = byTest.get(key) ?? [];
      const slug = packages(fileName(importPath));
      const own = tests(`${slug}/${fileName(test)}${known.length === 0 ? "" : `-${known.length + 1}`}`);
      const to = join(output.tests, "artifacts", slug, own.slice(slug.length + 1));
      for (const { name, fault } of files) {
        if (fault === null) await moveRedacted(join(from, name), join(to, name), redactor);
        else refused.push(`${test} of ${importPath} left ${name} in its artifact directory, which ${fault}`);
      }
      if (files.some(({ fault }) => fault === null)) byTest.set(key, [...known, output.relative(to)]);
    }
  }
  return { byTest, refused: refused.length === 0 ? null : firstOf(refused, 1) };
}

/** The tests with the places of what they left. */
export function withArtifacts(tests: TestReport, { byTest }: CollectedArtifacts): TestReport {
  if (byTest.size === 0) return tests;
  return {
    ...tests,
    packages: tests.packages.map((found) => ({
      ...found,
      tests: found.tests.map((test) => {
        const artifacts = byTest.get(keyOfTest(found.importPath, test.name));
        return artifacts === undefined ? test : { ...test, artifacts };
      }),
    })),
  };
}

function keyOfTest(importPath: string, test: string): string {
  return `${importPath}\n${test}`;
}

/** Where a directory lies in the step's result directory, slashes; null: not in what the step left, whatever was printed. */
function placeOf(path: string, outputDir: string): string | null {
  const marker = `/${outputDir}_artifacts/`;
  const clean = slashes(path);
  const at = clean.lastIndexOf(marker);
  const below = clean.slice(at + marker.length).split("/");
  if (at < 0 || below.some((name) => name === "" || name === "." || name === "..")) return null;
  return `${outputDir}_artifacts/${below.join("/")}`;
}

/** What every file system and GitHub's artifacts take. */
function fileName(name: string): string {
  const plain = name
    .replaceAll("/", "__")
    .replace(/[^\p{L}\p{N}_.=@+-]/gu, "_")
    .replace(/^\.+|\.+$/g, "_");
  return plain.length <= 100 ? plain : `${plain.slice(0, 99)}…`;
}

export interface LeftFile {
  /** Relative, slashes. */
  readonly name: string;
  /** Why it cannot be kept; null: it can. */
  readonly fault: string | null;
}

const irregularFault = "is no regular file";
const unreadable = "cannot be read";

/** What programs left in a directory of a result directory; `irregular` as the engine says it. */
export async function leftIn(
  resultDir: string,
  place: string,
  irregular: readonly string[],
): Promise<readonly LeftFile[]> {
  return [...(await filesIn(join(resultDir, place))), ...takenOut(irregular, place)];
}

/** What the engine has taken out of a directory. */
function takenOut(irregular: readonly string[], place: string): readonly LeftFile[] {
  const inside = irregular.filter((path) => path.startsWith(`${place}/`));
  return inside.map((path) => ({ name: path.slice(place.length + 1), fault: irregularFault }));
}

/** Links are not followed, whatever they lead to. Directories are made such that they can be read, and removed in the end. */
async function filesIn(dir: string, below = ""): Promise<readonly LeftFile[]> {
  const stat = await lstat(dir).catch(() => null);
  if (stat?.isDirectory() !== true) return [];
  if ((stat.mode & 0o700) !== 0o700) await ifAllowed(chmod(dir, (stat.mode & 0o777) | 0o700));
  const entries = await ifAllowed(readdir(dir, { withFileTypes: true }));
  if (entries === null) return [{ name: below === "" ? "./" : `${below}/`, fault: unreadable }];
  const found: LeftFile[] = [];
  for (const entry of entries) {
    const [path, name] = [join(dir, entry.name), below === "" ? entry.name : `${below}/${entry.name}`];
    if (entry.isDirectory()) found.push(...(await filesIn(path, name)));
    else if (!entry.isFile()) found.push({ name, fault: irregularFault });
    else found.push({ name, fault: (await ifAllowed(readable(path))) === true ? null : unreadable });
  }
  return found;
}

async function readable(path: string): Promise<true> {
  await access(path, constants.R_OK);
  return true;
}

/** What `work` comes to; null where this user may not do it. */
async function ifAllowed<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (hasCode(error, "EACCES", "EPERM")) return null;
    throw error;
  }
}
