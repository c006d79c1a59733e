import { stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { ifThere } from "../../../errors.ts";
import { variable } from "../../../text/variables.ts";

/** Programs of a Go toolchain that decide what a format, vet or build stage finds, relative to GOROOT and GOTOOLDIR. */
const goPrograms = ["bin/go", "bin/gofmt"] as const;
const tools = ["compile", "asm", "link", "vet", "cgo"] as const;

export interface ToolchainRequest {
  /** `go env -json`. */
  readonly goEnv: Readonly<Record<string, string>>;
  /** The environment Go runs in. */
  readonly env: Readonly<Record<string, string>>;
  readonly windows: boolean;
}

/**
 * Says which toolchain it is: version, place, and of each program size and time; also of the C compiler, which vet uses through cgo. As with Go's own
 * cache, changes of C libraries are not seen (`go help cache`).
 */
export async function describeToolchain({ goEnv, env, windows }: ToolchainRequest): Promise<string> {
  const suffix = windows ? ".exe" : "";
  const path = variable(env, "PATH", windows) ?? "";
  const value = (name: string): string => goEnv[name] ?? "";
  const own = [
    ...goPrograms.map((name) => join(value("GOROOT"), name + suffix)),
    ...tools.map((name) => join(value("GOTOOLDIR"), name + suffix)),
  ];
  const compiler = await findProgram(value("CC").split(" ")[0] ?? "", path, suffix);
  const facts = await Promise.all([...own, compiler ?? ""].map(describeFile));
  return [value("GOVERSION"), value("GOROOT"), ...facts].join("\n");
}

/** A tool that is built on demand has no file yet (since Go 1.25: https://go.dev/doc/go1.25#go-command); the version stands for it. */
async function describeFile(path: string): Promise<string> {
  if (path === "") return "none";
  const found = await ifThere(stat(path));
  return found === null ? `${path} none` : `${path} ${found.size} ${found.mtimeMs}`;
}

async function findProgram(name: string, path: string, suffix: string): Promise<string | null> {
  if (name === "") return null;
  if (isAbsolute(name)) return name;
  for (const dir of path.split(delimiter)) {
    const file = join(dir, name + suffix);
    if (dir !== "" && !(await describeFile(file)).endsWith(" none")) return file;
  }
  return null;
}
