import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { directory } from "./repository.ts";

/** A directory with a `go` that does something else where an argument is like a pattern of the shell, to be first on PATH. */
export function withGo(pattern: string, instead: string): { readonly PATH: string } {
  const bin = directory({});
  const real = execFileSync("sh", ["-c", "command -v go"], { encoding: "utf8" }).trim();
  writeFileSync(join(bin, "go"), `#!/bin/sh\ncase " $*" in *" "${pattern}*) ${instead} ;; esac\nexec ${real} "$@"\n`);
  chmodSync(join(bin, "go"), 0o755);
  return { PATH: `${bin}${delimiter}${process.env["PATH"]}` };
}
