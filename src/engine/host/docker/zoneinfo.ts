import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../../errors.ts";
import { runProcess } from "../../process.ts";
import type { DockerRun } from "./session.ts";

/** Absolute path of the time zones that come with the Go toolchain (https://pkg.go.dev/time#LoadLocation); null when it has none. */
export async function findZoneinfo(
  env: Readonly<Record<string, string>>,
  { cli: { tempDir }, signal }: DockerRun,
): Promise<string | null> {
  const out = join(tempDir, "goroot");
  const result = await runProcess({
    file: "go",
    args: ["env", "GOROOT"],
    cwd: tempDir,
    env: { ...env, GOTOOLCHAIN: "local" },
    stdout: out,
    stderr: `${out}.err`,
    signal,
    timeoutMs: 30_000,
  });
  if (result.exitCode !== 0) return null;
  const path = join((await readFile(out, "utf8")).trim(), "lib", "time", "zoneinfo.zip");
  return (await ifThere(stat(path)))?.isFile() ? path : null;
}
