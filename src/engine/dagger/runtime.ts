import type { AskProgram } from "../ask-program.ts";
import { engineContainer, engineImage } from "./version.ts";

/** What a look for a container runtime on this machine found. */
export type Runtime =
  | { readonly found: "linux"; readonly name: string }
  /** There is one, but not one that an engine can run in; `why` says so. */
  | { readonly found: "unusable"; readonly why: string }
  | { readonly found: "none" };

/** In the order in which the CLI tries them (engine/client/drivers); it takes the first that is installed, running or not. */
const runtimes: readonly (readonly [file: string, args: readonly string[], answer: RegExp])[] = [
  ["docker", ["info", "--format", "{{.OSType}}"], /^linux$/],
  ["container", ["system", "status"], /running/],
  ["podman", ["info", "--format", "{{.Host.OS}}"], /^linux$/],
  ["finch", ["info", "--format", "{{.OSType}}"], /^linux$/],
  ["nerdctl", ["info", "--format", "{{.OSType}}"], /^linux$/],
];

/** Finds the runtime that the Dagger CLI would start an engine in. */
export async function probeRuntime(ask: AskProgram): Promise<Runtime> {
  for (const [file, args, expected] of runtimes) {
    const answer = await ask(file, args);
    if (!answer.installed) continue;
    if (answer.problem !== "") return { found: "unusable", why: `${file}: ${answer.problem}` };
    const said = answer.stdout.trim();
    if (expected.test(said)) return { found: "linux", name: file };
    return { found: "unusable", why: `${file} runs ${said === "" ? "nothing" : `${said} containers`}` };
  }
  return { found: "none" };
}

/** What a runtime of this machine has of the engine. */
export type LocalEngine =
  | { readonly found: "running" | "image"; readonly runtime: string }
  | { readonly found: "nothing" };

/** Looks for the engine in the runtime that the CLI would take. Apple's has another command line, and nobody asks it. */
export async function findLocalEngine(ask: AskProgram, lookForImage: () => Promise<boolean>): Promise<LocalEngine> {
  for (const [runtime] of runtimes) {
    const listed = await ask(runtime, ["ps", "--filter", `name=${engineContainer}`, "--format", "{{.Names}}"]);
    if (!listed.installed) continue;
    if (listed.problem !== "") return { found: "nothing" };
    if (listed.stdout.split(/\s+/).includes(engineContainer)) return { found: "running", runtime };
    if (!(await lookForImage())) return { found: "nothing" };
    const inspected = await ask(runtime, ["image", "inspect", "--format", "{{.Id}}", engineImage]);
    return inspected.problem === "" ? { found: "image", runtime } : { found: "nothing" };
  }
  return { found: "nothing" };
}
