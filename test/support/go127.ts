import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";

/** The Go that `npm run test:go127` is about. */
export const toolchain = "go1.27.4";

/** Lets Go fetch the toolchain; without it the suite fails and says what is missing. */
export function setup(): void {
  const env = { ...process.env, GOTOOLCHAIN: toolchain };
  const { status, stdout, stderr, error } = spawnSync("go", ["env", "GOVERSION"], {
    cwd: tmpdir(),
    env,
    encoding: "utf8",
  });
  if (status === 0 && stdout.trim() === toolchain) return;
  const said = error?.message ?? `${stderr}${stdout}`.trim();
  throw new Error(
    `npm run test:go127 needs ${toolchain}, which Go 1.21 or newer on PATH fetches through GOPROXY: ${said}`,
  );
}

/** Of the Go on PATH: its version, and where it fetches others. */
export function goVersions(): { readonly installed: string; readonly goproxy: string } {
  const env = { ...process.env, GOTOOLCHAIN: "local" };
  const asked = spawnSync("go", ["env", "GOVERSION", "GOPROXY"], { cwd: tmpdir(), env, encoding: "utf8" });
  const [installed = "", goproxy = ""] = asked.stdout.trim().split("\n");
  return { installed, goproxy };
}
