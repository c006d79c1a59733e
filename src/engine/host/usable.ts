import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../errors.ts";
import { goSentence } from "../../go/go-words.ts";
import { namedSetting } from "../../go/named-setting.ts";
import { parseGoEnv } from "../../project/inspect.ts";
import { variable } from "../../text/variables.ts";
import type { EngineRequest, Usable, UsableRequest } from "../adapter.ts";
import { type AskProgram, askPrograms } from "../ask-program.ts";
import { hostEnvironment } from "../environment.ts";
import { fitOf } from "./fitting-go.ts";

/** Whether there is a Go that fits, or one that fetches it. `ask` runs programs without switching toolchains. */
export async function hostUsable(request: UsableRequest, ask: AskProgram = asking(request)): Promise<Usable> {
  if (request.way !== "there") return { ok: false, reason: null };
  const { installed, stdout, stderr, problem } = await ask("go", ["env", "-json", "GOVERSION", "GOENV", "GOROOT"]);
  if (!installed) return { ok: false, reason: "no Go on PATH" };
  const found = parseGoEnv({ exitCode: problem === "" ? 0 : 1, stdout, stderr });
  if (found === null) {
    // Go is there and refuses a setting of the environment, on whichever engine: the run says which one.
    if (namedSetting(stderr) !== null) return { ok: true, reason: "Go is on PATH" };
    return { ok: false, reason: `the Go on PATH cannot be used: ${goSentence(stderr) || problem || "no answer"}` };
  }
  const gotoolchain = await gotoolchainOf(request.env, found);
  const version = found.GOVERSION;
  const fit = fitOf({ version, gotoolchain }, request.config.goVersion, request.project);
  if (!fit.ok) return { ok: false, reason: fit.why };
  const own = fit.version === version.replace(/^devel /, "");
  return { ok: true, reason: own ? `${version} is on PATH` : `${version} on PATH takes ${fit.version}` };
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

function asking({ env, signal }: EngineRequest): AskProgram {
  const local = { GOTOOLCHAIN: "local", GOWORK: "off" };
  return askPrograms({ env: hostEnvironment(env, local, process.platform === "win32"), signal });
}
