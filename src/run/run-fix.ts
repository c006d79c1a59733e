import type { Gate } from "../gates/gate.ts";
import { gates } from "../gates/index.ts";
import { runPipeline } from "./run.ts";
import type { PipelineRequest } from "./state.ts";

/** The command `fix`: a run that only finds out what would be changed, whatever the inputs switch on or off, and then changes it. */
export async function runFix(request: PipelineRequest): Promise<number> {
  // No stage of it has to do with images: nobody is asked whether they can be built. Nothing is released.
  const config = { ...request.config, docker: "false", release: "false" } as const;
  return await runPipeline(
    { ...request, config },
    { gates: gates.flatMap(fixing), ownStages: false, attests: false, loadEnding: () => import("./conclude-fix.ts") },
  );
}

/** A stage that would change something is no failed one, and keeps no other from saying what it would change. */
function fixing(gate: Gate): readonly Gate[] {
  if (gate.fixes === undefined) return [];
  const asked = gate.fixes === "asked";
  return [{ ...gate, toggle: (config) => (asked && gate.toggle(config) === "false" ? "false" : "warn") }];
}
