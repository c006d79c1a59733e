/** Readers of Linux' /proc. */

/** Ticks a second of the times in /proc: USER_HZ, 100 on every architecture that Go and Node run on. */
const ticksPerSecond = 100;

/** User and system time of all children that ended and were waited for, and of theirs, in milliseconds: cutime and cstime of /proc/<pid>/stat (man 5 proc). */
export function childrenCpuMs(stat: string): number {
  return sumOfTimes(stat, 16, 17);
}

/** The same of the process itself and its threads: utime and stime. */
export function ownCpuMs(stat: string): number {
  return sumOfTimes(stat, 14, 15);
}

/** Of two fields by their numbers in the manual. The name of the program may hold blanks and parentheses, so fields count from the last one. */
function sumOfTimes(stat: string, user: number, system: number): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // Field 3 of the manual is the first one here.
  const ticks = Number(fields[user - 3]) + Number(fields[system - 3]);
  if (!Number.isFinite(ticks)) throw new Error(`stat of /proc reads otherwise than expected: ${stat}`);
  return (ticks * 1000) / ticksPerSecond;
}

/** The most memory a process has held so far, in bytes: VmHWM of /proc/<pid>/status. null for a process that is ending and holds none. */
export function peakMemoryBytes(status: string): number | null {
  const match = /^VmHWM:\s+(\d+) kB$/m.exec(status);
  return match === null ? null : Number(match[1]) * 1024;
}
