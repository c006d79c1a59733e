import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";
import { goSentence } from "../go/go-words.ts";
import { namedSetting } from "../go/named-setting.ts";
import { type GoEnv, localEnv, parseGoEnv } from "../project/inspect.ts";
import { variable } from "../text/variables.ts";
import type { EngineRequest } from "./adapter.ts";
import { type AskProgram, askPrograms } from "./ask-program.ts";
import { hostEnvironment } from "./environment.ts";

/** A Go on PATH. */
export interface InstalledGo {
  /** `go1.26.8`. */
  readonly version: string;
  /** GOTOOLCHAIN by the environment or Go's own settings; empty when nobody says. */
  readonly gotoolchain: string;
}

/** What there is of Go on PATH. */
export type GoOnPath =
  | ({ readonly state: "there"; readonly goEnv: GoEnv } & InstalledGo)
  /** A setting of the environment is one that Go does not take: a run will name it. */
  | { readonly state: "refuses" }
  /** `why`: a part of a sentence. */
  | { readonly state: "none"; readonly why: string };

/** What is asked of an installed toolchain: not all that it knows, for which it would look for a C compiler. */
export const installedQuestion = localEnv([
  ...["GOVERSION", "GOOS", "GOARCH", "GOFLAGS", "GOCACHE", "GOMODCACHE", "GOCACHEPROG", "GOENV", "GOROOT", "GOPROXY"],
]);

/** Asks the Go on PATH what it is. `ask` runs programs without switching toolchains. */
export async function goOnPath(
  request: Pick<EngineRequest, "env" | "signal">,
  ask: AskProgram = asking(request),
): Promise<GoOnPath> {
  const { installed, stdout, stderr, problem } = await ask("go", installedQuestion.args);
  if (!installed) return { state: "none", why: "no Go on PATH" };
  const found = parseGoEnv({ exitCode: problem === "" ? 0 : 1, stdout, stderr });
  if (found === null) {
    if (namedSetting(stderr) !== null) return { state: "refuses" };
    const why = `the Go on PATH cannot be used: ${goSentence(stderr) || problem || "no answer"}`;
    return { state: "none", why };
  }
  const gotoolchain = await gotoolchainOf(request.env, found);
  return { state: "there", version: found.GOVERSION, gotoolchain, goEnv: found };
}

/** Where Go looks, in this order: the environment, `go env -w`, what came with it (https://go.dev/doc/toolchain#config). Asked, it would switch already. */
async function gotoolchainOf(env: EngineRequest["env"], goEnv: Readonly<Record<string, string>>): Promise<string> {
  const given = variable(env, "GOTOOLCHAIN", process.platform === "win32") ?? "";
  if (given !== "") return given;
  for (const file of [goEnv["GOENV"] ?? "", join(goEnv["GOROOT"] ?? "", "go.env")]) {
    const text = file === "" || file === "off" ? null : await ifThere(readFile(file, "utf8"));
    const line = /^GOTOOLCHAIN=(.+)$/m.exec(text ?? "");
    if (line?.[1] !== undefined) return line[1].trim();
  }
  return "";
}

function asking({ env, signal }: Pick<EngineRequest, "env" | "signal">): AskProgram {
  return askPrograms({ env: hostEnvironment(env, installedQuestion.env, process.platform === "win32"), signal });
}
