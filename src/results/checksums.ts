/** Name of the file beside binaries that `sha256sum --check` reads. */
export const checksumsFile = "checksums.txt";

/** Its lines, as `sha256sum` prints them, sorted by name. */
export function checksumLines(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}
