import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const wrapper = "libnss_wrapper.so";

/** Fails the whole suite, instead of skipping it, when the machine lacks what it needs. */
export function setup(): void {
  const missing = [
    ...(programPath("sshd") === null ? ["openssh-server"] : []),
    ...(["ssh", "ssh-keygen", "ssh-agent"].some((name) => programPath(name) === null) ? ["openssh-client"] : []),
    ...(programPath("openssl") === null ? ["openssl"] : []),
    ...(spawnSync("git", ["http-backend"], { env: { ...process.env } }).stderr.includes("not a git command")
      ? ["git"]
      : []),
    // The loader says so on standard error and goes on (ld.so(8)).
    ...(spawnSync("true", { env: { ...process.env, LD_PRELOAD: wrapper } }).stderr.length > 0
      ? ["libnss-wrapper"]
      : []),
  ];
  if (missing.length > 0) throw new Error(`these tests need more: apt-get install ${missing.join(" ")}`);
}

/** Absolute path of a program, also of those that only root has on PATH; null when there is none. */
export function programPath(name: string): string | null {
  const dirs = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  return dirs.map((dir) => join(dir, name)).find((path) => existsSync(path)) ?? null;
}

/** The environment in which the user `git` exists, and is this one: sshd lets in nobody else without being root. */
export function withGitUser(passwd: string, group: string): Record<string, string> {
  return { LD_PRELOAD: wrapper, NSS_WRAPPER_PASSWD: passwd, NSS_WRAPPER_GROUP: group };
}
