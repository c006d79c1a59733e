import { EnvironmentError, firstSentence } from "../../errors.ts";
import type { EngineRequest, Usable, UsableRequest } from "../adapter.ts";
import { type AskProgram, askPrograms } from "../ask-program.ts";
import { findCli } from "./cli.ts";
import { namedEngine } from "./named.ts";
import { findLocalEngine, probeRuntime } from "./runtime.ts";
import { daggerVersion, engineContainer, engineImage } from "./version.ts";

/** What is asked of this machine, so that tests can be the machine. */
export interface Machine {
  readonly ask: AskProgram;
  /** The CLI of the pinned version is here. */
  readonly hasCli: () => Promise<boolean>;
}

/** Whether an engine can be had in one way. */
export async function daggerUsable(request: UsableRequest, machine: Machine = thisMachine(request)): Promise<Usable> {
  if (request.way === "named") {
    const named = namedEngine(request);
    return named === null ? { ok: false, reason: null } : { ok: true, reason: named.reason };
  }
  return request.way === "there" ? await lyingHere(machine) : await toFetch(machine);
}

async function lyingHere({ ask, hasCli }: Machine): Promise<Usable> {
  const local = await findLocalEngine(ask, hasCli);
  if (local.found === "nothing") return { ok: false, reason: null };
  const { found, runtime } = local;
  const running = `${runtime} runs the engine ${engineContainer}`;
  return {
    ok: true,
    reason: found === "running" ? running : `the Dagger CLI and ${engineImage} (${runtime}) are here`,
  };
}

async function toFetch({ ask }: Machine): Promise<Usable> {
  const runtime = await probeRuntime(ask);
  if (runtime.found === "none") return { ok: false, reason: "no container runtime here" };
  if (runtime.found === "unusable") {
    return { ok: false, reason: `no usable container runtime: ${firstSentence(runtime.why)}` };
  }
  return { ok: true, reason: `${runtime.name} runs Linux containers; Dagger ${daggerVersion} is downloaded` };
}

function thisMachine({ env, signal, log }: EngineRequest): Machine {
  const { platform, arch } = process;
  return {
    ask: askPrograms({ env, signal }),
    hasCli: async () => {
      try {
        return (await findCli({ env, platform, arch, signal, log, limitMs: 0 })) !== null;
      } catch (error) {
        // The variable names a file that is none: who takes the engine is told.
        if (error instanceof EnvironmentError) return false;
        throw error;
      }
    },
  };
}
