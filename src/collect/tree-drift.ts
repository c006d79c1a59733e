import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";
import { contentPath, type EntryKind, readTreeChanges, type TreeChange } from "../files/tree-changes.ts";
import { diffText, firstChange, textHunks } from "../go/file-diff.ts";
import type { FileMode, FilePatch } from "../model/judgement.ts";
import type { Project } from "../model/project.ts";
import { ignoredPaths } from "../project/is-ignored.ts";
import { crlfCheckouts } from "../project/line-ends.ts";

/** A file of the repository that differs in the copy on which a step ran. */
export interface Drift extends FilePatch {
  readonly what: "changes" | "creates" | "removes";
  /** First line that differs. */
  readonly line: number;
  /** Why no patch of text says it; null: `diff` does. */
  readonly unfit: string | null;
}

/**
 * What a step changed of the files that git tracks or does not ignore, by bytes and mode, sorted by path. Line ends that the checkout made CRLF do not
 * count. null: the engine did not say what changed.
 */
export async function treeDrift(
  resultDir: string,
  project: Pick<Project, "root" | "git">,
  counts: (path: string) => boolean = () => true,
): Promise<readonly Drift[] | null> {
  const found = await readTreeChanges(resultDir);
  if (found === null) return null;
  const changed = found.filter(({ path }) => counts(path));
  const paths = changed.map(({ path }) => path);
  const ignored = await ignoredPaths(project, paths);
  const own = changed.filter(({ path }) => !ignored.has(path));
  const crlf = own.length > 0 && project.git ? await crlfCheckouts(project.root, ".", pathspecs(own)) : new Set();
  const drifts = await Promise.all(
    own.map((change) => driftOf(change, resultDir, project.root, crlf.has(change.path))),
  );
  return drifts.filter((drift) => drift !== null);
}

/** More than fit on a command line: then all. */
function pathspecs(changes: readonly TreeChange[]): readonly string[] {
  return changes.length > 200 ? [] : changes.map(({ path }) => `:(literal)${path}`);
}

async function driftOf(change: TreeChange, resultDir: string, root: string, crlf: boolean): Promise<Drift | null> {
  const { path, before, after, bytes } = change;
  const what = before === null ? "creates" : after === null ? "removes" : "changes";
  const modes = { before: modeOf(before), after: modeOf(after) };
  if (before === "l" || after === "l") return { path, what, line: 1, diff: "", unfit: linkWords(change), modes };
  const old = before === null ? none : await readFile(join(root, path)).catch(() => none);
  const now = after === null ? none : bytes ? ((await ifThere(readFile(contentPath(resultDir, change)))) ?? none) : old;
  if (!isText(old) || !isText(now)) {
    const unfit = `no text: ${old.length} bytes become ${now.length}, which fix.patch cannot hold`;
    return { path, what, line: 1, diff: "", unfit, modes };
  }
  const texts = [old, now].map((content) => (crlf ? content.toString().replaceAll("\r\n", "\n") : content.toString()));
  const [oldText = "", nowText = ""] = texts;
  if (oldText === nowText && before === after) return null;
  const hunks = textHunks(oldText, nowText);
  return { path, what, line: firstChange(hunks), diff: diffText(path, hunks), unfit: null, modes };
}

const none = Buffer.alloc(0);

function isText(content: Buffer): boolean {
  return isUtf8(content) && !content.includes(0);
}

function modeOf(kind: EntryKind | null): FileMode | null {
  if (kind === null) return null;
  return kind === "x" ? "100755" : "100644";
}

function linkWords({ before, after }: TreeChange): string {
  const word = (kind: EntryKind | null): string => (kind === null ? "nothing" : kind === "l" ? "a link" : "a file");
  return `${word(before)} becomes ${before === after ? "another link" : word(after)}, which fix.patch cannot hold`;
}
