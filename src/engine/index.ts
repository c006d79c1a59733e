import type { EngineAdapter } from "./adapter.ts";
import { dagger } from "./dagger/adapter.ts";
import { host } from "./host/adapter.ts";

/** All engines, in the order in which `auto` takes them where it can have several in the same way. Adapters load what they are about when they are asked. */
export const engines: readonly EngineAdapter[] = [dagger, host];
