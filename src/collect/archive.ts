import { mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ifThere } from "../errors.ts";
import { makeParent } from "../files/output-dir.ts";
import { isInside, pathStyle } from "../text/paths.ts";
import { keepFile } from "./files.ts";

/** One file of an archive. */
export interface ArchiveFile {
  /** In the archive. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly executable: boolean;
}

/** Some tools take the years before for mistakes, and zip has none. */
const earliest = Date.UTC(1980, 0, 1);

/**
 * Packs files by the name of the archive, `.zip` or `.tar.gz`: sorted, of no owner, modes 0755 and 0644, all of one time, so that the same files make the
 * same bytes.
 * @param modified milliseconds since 1970
 */
export async function writeArchive(path: string, files: readonly ArchiveFile[], modified: number): Promise<void> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const time = new Date(Math.max(modified, earliest));
  await makeParent(path);
  await (path.endsWith(".zip") ? writeZip : writeTar)(path, sorted, time);
}

async function writeTar(path: string, files: readonly ArchiveFile[], mtime: Date): Promise<void> {
  const tar = await import("tar");
  const scratch = await mkdtemp(join(tmpdir(), "archive-"));
  try {
    for (const file of files) await keepFile(file.path, join(scratch, file.name));
    const executable = new Set(files.filter((file) => file.executable).map(({ name }) => name));
    await tar.create(
      {
        ...{ file: path, cwd: scratch, gzip: { level: 9 }, portable: true, mtime },
        onWriteEntry: (entry) => {
          // What the file system says depends on the umask, and Windows has no modes.
          if (entry.stat !== undefined) entry.stat.mode = executable.has(entry.path) ? 0o100755 : 0o100644;
        },
      },
      files.map(({ name }) => name),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function writeZip(path: string, files: readonly ArchiveFile[], mtime: Date): Promise<void> {
  const { default: AdmZip } = await import("adm-zip");
  const zip = new AdmZip(undefined, { noSort: true });
  for (const { name, path: file, executable } of files) {
    const entry = zip.addFile(name, await readFile(file), "", executable ? 0o755 : 0o644);
    // Made on Unix, whatever it was made on: only then modes count.
    entry.header.made = 0x0314;
    entry.header.time = inZoneOfZip(mtime);
  }
  await writeFile(path, await zip.toBufferPromise());
}

/** Zip has the time of a clock on the wall, and the library writes that of this machine: this shows UTC on it. */
function inZoneOfZip(time: Date): Date {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  return new Date(year, month, day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
}

/** What a reader of an archive wants beside the programs, by the names that goreleaser takes, and what licences ask to come along. */
const companion = /^(?:licen[cs]e|copying|notice|readme|changelog)/i;
const licence = /^(?:licen[cs]e|copying)/i;

/** No text that people write for others is larger. */
const largestText = 1024 * 1024;

/**
 * Licence, readme and the like of a module: from its directory, a licence else from the nearest directory above. `paths`: files of the repository,
 * relative to it. A link counts as the file that it leads to, inside of the repository.
 */
export async function companions(root: string, dir: string, paths: readonly string[]): Promise<readonly ArchiveFile[]> {
  const inDirectory = (place: string): readonly string[] =>
    paths.filter((path) => (place === "." ? !path.includes("/") : path === `${place}/${basename(path)}`));
  const isText = (path: string): boolean => companion.test(basename(path)) && !path.endsWith(".go");
  const own = inDirectory(dir).filter(isText);
  const places =
    dir === "." ? [] : [...dir.split("/").keys()].map((at) => dir.split("/").slice(0, at).join("/") || ".");
  const lacking = own.some((path) => licence.test(basename(path)));
  const above = lacking
    ? []
    : places
        .reverse()
        .map((place) => inDirectory(place).filter((path) => isText(path) && licence.test(basename(path))));
  const found: ArchiveFile[] = [];
  for (const path of [...own, ...(above.find((list) => list.length > 0) ?? [])]) {
    const real = await ifThere(realpath(join(root, path)));
    if (real === null || !isInside(await realpath(root), real, pathStyle(process.platform))) continue;
    const { size, mode, ...kind } = await fileAt(real);
    if (kind.isFile && size <= largestText)
      found.push({ name: basename(path), path: real, executable: (mode & 0o100) !== 0 });
  }
  return found;
}

async function fileAt(
  path: string,
): Promise<{ readonly size: number; readonly mode: number; readonly isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, mode: found.mode, isFile: found.isFile() };
}
