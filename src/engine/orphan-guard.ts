import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { Socket } from "node:net";

/** Kills process groups that are still there when we are gone, whatever way we went: nothing of ours runs after SIGKILL. */
export interface OrphanGuard {
  /** `pid` leads a group. */
  watch(pid: number): void;
  /** The group has ended. */
  forget(pid: number): void;
}

/** Remembers groups by what it reads; the end of its standard input is how it learns that we are gone. */
const script = `groups=" "
while read -r what pid; do
  if [ "$what" = watch ]; then groups="$groups$pid "; else groups="\${groups%% $pid *} \${groups#* $pid }"; fi
done
for pid in $groups; do kill -9 "-$pid"; done`;

/**
 * Starts with the first group, so that no signal for us ends it. Windows needs none: there, children of Node die with it.
 */
export function createOrphanGuard(platform: string = process.platform): OrphanGuard {
  let shell: ChildProcess | null = null;
  const tell = (what: "watch" | "forget", pid: number): void => {
    if (platform === "win32") return;
    shell ??= startGuardShell(script);
    shell.stdin?.write(`${what} ${pid}\n`);
  };
  return { watch: (pid) => tell("watch", pid), forget: (pid) => tell("forget", pid) };
}

const removing = 'while read -r line; do :; done; rm -rf -- "$1"';

/**
 * Sees to it that a directory of ours is gone when we are, whatever way we went. Answers how to remove it before. On Windows
 * nothing runs after a process that was killed.
 */
export function removeWithUs(directory: string, platform: string = process.platform): () => void {
  const shell = platform === "win32" ? null : startGuardShell(removing, "remove", directory);
  return () => {
    rmSync(directory, { recursive: true, force: true });
    shell?.stdin?.end();
  };
}

/**
 * A shell that outlives us, in a session of its own, and learns from the end of its standard input that we are gone. Without one, or when someone has
 * killed it, what it should watch goes on unguarded.
 */
export function startGuardShell(script: string, ...args: readonly string[]): ChildProcess {
  const shell = spawn("/bin/sh", ["-c", script, ...args], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin" },
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => shell.stdin?.destroy());
  shell.stdin?.on("error", () => shell.stdin?.destroy());
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return shell;
}
