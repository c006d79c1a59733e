/** A file of a release. */
export interface Asset {
  /** As GitHub writes it. */
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  read(): Promise<Uint8Array>;
}

/** GitHub renames files with other characters, and periods at either end (https://docs.github.com/en/rest/releases/assets#upload-a-release-asset). */
export function assetName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, ".").replace(/^\.+|\.+$/g, "");
}

export function contentType(name: string): string {
  if (/\.t?gz$/.test(name)) return "application/gzip";
  if (name.endsWith(".zip")) return "application/zip";
  if (name.endsWith(".json")) return "application/json";
  return name.endsWith(".txt") ? "text/plain; charset=utf-8" : "application/octet-stream";
}
