import type { Usable, UsableRequest } from "../adapter.ts";
import type { AskProgram } from "../ask-program.ts";
import { goOnPath } from "../go-on-path.ts";
import { chooseGo } from "./choose-go.ts";

/** Whether there is a Go that fits, or one that fetches it. `ask` runs programs without switching toolchains. */
export async function hostUsable(request: UsableRequest, ask?: AskProgram): Promise<Usable> {
  if (request.way !== "there") return { ok: false, reason: null };
  const { ok, reason } = await chooseGo(request, ask && (() => goOnPath(request, ask)));
  return { ok, reason };
}
