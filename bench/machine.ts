import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import type { Archiver } from "./archive.ts";
import type { BenchResult } from "./model.ts";
import { output } from "./tools.ts";

/** What the figures of this run belong to. */
export async function machineFacts(
  archiver: Archiver,
  go: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<BenchResult["machine"]> {
  return {
    cpu: cpus()[0]?.model.trim() || "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    node: process.version,
    go: (await output("go", ["env", "GOVERSION"], go)).trim(),
    archiver,
  };
}
