import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import type { TimedCommand } from "./commands.ts";
import { childrenCpuMs, peakMemoryBytes } from "./proc.ts";

export interface Surroundings {
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything the program prints is appended to this file. */
  readonly log: string;
}

export interface Measured {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly wallMs: number;
  /** Of the program and all its descendants that were waited for; null where there is no /proc. */
  readonly cpuMs: number | null;
  /** Of the program alone; null where there is no /proc. */
  readonly peakMemoryBytes: number | null;
  readonly exitCode: number | null;
}

/** The high-water mark only grows, so what is missed is what a process takes in its last moments. */
const samplingMs = 20;

/** Runs one program to its end. CPU time is counted over all children of this process: where another one runs meanwhile, it says nothing of either. */
export async function measure(command: TimedCommand, around: Surroundings): Promise<Measured> {
  const output = openSync(around.log, "a");
  try {
    const cpuBefore = cpuOfChildren();
    const startedAt = Date.now();
    const start = performance.now();
    const child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: { ...around.env, ...command.env },
      stdio: ["ignore", output, output],
    });
    const memory = watchMemory(child.pid);
    const [exitCode] = await once(child, "exit").finally(() => memory.stop());
    const wallMs = performance.now() - start;
    const cpuAfter = cpuOfChildren();
    return {
      startedAt,
      endedAt: startedAt + wallMs,
      wallMs,
      cpuMs: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
      peakMemoryBytes: memory.peak(),
      exitCode: typeof exitCode === "number" ? exitCode : null,
    };
  } finally {
    closeSync(output);
  }
}

/** Of all children of this process so far; null where there is no /proc. */
export function cpuOfChildren(): number | null {
  return process.platform === "linux" ? childrenCpuMs(readFileSync("/proc/self/stat", "utf8")) : null;
}

function watchMemory(pid: number | undefined): { peak(): number | null; stop(): void } {
  let peak: number | null = null;
  const sample = (): void => {
    const status = pid === undefined || process.platform !== "linux" ? null : readStatus(pid);
    const held = status === null ? null : peakMemoryBytes(status);
    if (held !== null) peak = Math.max(peak ?? 0, held);
  };
  const timer = setInterval(sample, samplingMs);
  return { peak: () => peak, stop: () => clearInterval(timer) };
}

/** null for a process that has gone. */
function readStatus(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    throw error;
  }
}
