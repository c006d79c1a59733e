import type { EngineAdapter } from "./adapter.ts";
import { dagger } from "./dagger/adapter.ts";
import { host } from "./host/adapter.ts";

/** What `doctor` asks without opening an engine. */
export { namedEngine } from "./dagger/named.ts";
export { probeRuntime, type Runtime } from "./dagger/runtime.ts";

/** All engines, in the order in which `auto` takes them where it can have several in the same way. Adapters load what they are about when they are asked. */
export const engines: readonly EngineAdapter[] = [dagger, host];
