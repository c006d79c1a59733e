import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as tar from "tar";
import { digestFile } from "../files/digest-file.ts";
import { checksumLines, checksumsFile } from "../results/checksums.ts";
import { refusalOf } from "./regular-files.ts";

export interface PackFile {
  /** Absolute. */
  readonly path: string;
  /** Name in the archive. */
  readonly name: string;
  /** Hexadecimal, of the file that was built. */
  readonly sha256: string;
  readonly executable: boolean;
}

/** The same for every file, so that equal binaries give equal archives. Not 1970, which some tools call implausible. */
const modified = new Date("1980-01-01T00:00:00Z");

/**
 * Packs executables, what belongs to them and their `checksums.txt` into a `.tar.gz`: mode 0755 and 0644 whatever the file system says (a workflow
 * artifact keeps no mode), no owner, sorted by name; the same files give the same bytes. Works on private copies in `scratch`
 * (absolute, empty). Throws an Error that names a file which is not, or no longer, the regular file that was built.
 */
export async function packExecutables(files: readonly PackFile[], scratch: string, archive: string): Promise<void> {
  const directory = join(scratch, "files");
  await mkdir(directory);
  for (const file of files) await copyChecked(file, join(directory, file.name));
  await writeFile(join(directory, checksumsFile), checksumLines(files));
  const names = [...files.map(({ name }) => name).sort(), checksumsFile];
  const executable = new Set(files.filter((file) => file.executable).map(({ name }) => name));
  await tar.create(
    {
      file: archive,
      cwd: directory,
      gzip: { level: 6 },
      portable: true,
      mtime: modified,
      onWriteEntry: (entry) => {
        // The mode of the file system is not to be trusted: Windows has none.
        if (entry.stat !== undefined) entry.stat.mode = executable.has(entry.path) ? 0o100755 : 0o100644;
      },
    },
    names,
  );
}

async function copyChecked({ path, name, sha256 }: PackFile, copy: string): Promise<void> {
  const refusal = await refusalOf(path);
  if (refusal !== null) throw new Error(`${name} was refused: ${refusal}`);
  await copyFile(path, copy);
  await chmod(copy, 0o600);
  if ((await digestFile(copy)).sha256 !== sha256) throw new Error(`${name} was refused: it changed after it was built`);
}
