import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";

/** Writes a module into a directory that serves as GOPROXY (`file://…`, https://go.dev/ref/mod#goproxy-protocol). */
export function publishModule(
  proxy: string,
  path: string,
  version: string,
  files: Readonly<Record<string, string>>,
): void {
  const directory = join(proxy, path, "@v");
  mkdirSync(directory, { recursive: true });
  const zip = new AdmZip();
  for (const [name, text] of Object.entries(files)) zip.addFile(`${path}@${version}/${name}`, Buffer.from(text));
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(directory, name), content);
  write("list", `${version}\n`);
  write(`${version}.info`, JSON.stringify({ Version: version, Time: "2026-01-01T00:00:00Z" }));
  write(`${version}.mod`, files["go.mod"] ?? `module ${path}\n`);
  write(`${version}.zip`, zip.toBuffer());
}
