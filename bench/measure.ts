import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import type { TimedCommand } from "./commands.ts";
import { childrenCpuMs, ownCpuMs, peakMemoryBytes } from "./proc.ts";

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
  /** CPU time of the program alone as it went on, `atMs` after its start; empty where there is no /proc. */
  readonly ownCpu: readonly CpuSample[];
  readonly exitCode: number | null;
}

export interface CpuSample {
  readonly atMs: number;
  readonly cpuMs: number;
}

/** Both the high-water mark and the CPU time only grow, so what is missed is what a process takes in its last moments. */
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
    const watched = watch(child.pid, start);
    const [exitCode] = await once(child, "exit").finally(() => watched.stop());
    const wallMs = performance.now() - start;
    const cpuAfter = cpuOfChildren();
    return {
      startedAt,
      endedAt: startedAt + wallMs,
      wallMs,
      cpuMs: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
      peakMemoryBytes: watched.peak(),
      ownCpu: watched.cpu,
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

interface Watched {
  readonly cpu: readonly CpuSample[];
  peak(): number | null;
  stop(): void;
}

function watch(pid: number | undefined, start: number): Watched {
  let peak: number | null = null;
  const cpu: CpuSample[] = [];
  const sample = (): void => {
    const status = readOf(pid, "status");
    const held = status === null ? null : peakMemoryBytes(status);
    if (held !== null) peak = Math.max(peak ?? 0, held);
    const stat = readOf(pid, "stat");
    if (stat !== null) cpu.push({ atMs: performance.now() - start, cpuMs: ownCpuMs(stat) });
  };
  const timer = setInterval(sample, samplingMs);
  return { cpu, peak: () => peak, stop: () => clearInterval(timer) };
}

/** null for a process that has gone, and where there is no /proc. */
function readOf(pid: number | undefined, file: "stat" | "status"): string | null {
  if (pid === undefined || process.platform !== "linux") return null;
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    throw error;
  }
}
