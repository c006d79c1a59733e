import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { until } from "../waiting.ts";
import { programPath, withGitUser } from "./programs.ts";

export interface SshServer {
  readonly port: number;
  /** `ssh-ed25519 AAAA…`, without a host. */
  readonly hostKey: string;
  /** Private keys by file; the server knows the first. */
  readonly keys: { readonly known: string; readonly stranger: string };
  /** What was asked for so far, such as `git-upload-pack '/team/lib'`. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** The sshd of this machine, which serves the repositories below `<dir>/repositories` to the user `git`. */
export async function startSshServer(dir: string, address = "127.0.0.1"): Promise<SshServer> {
  const at = (name: string): string => join(dir, name);
  for (const name of ["host", "known", "stranger"]) newKey(at(name));
  writeScript(at("serve"), dir);
  writeFileSync(at("authorized"), `command="${at("serve")}",restrict ${readFileSync(at("known.pub"), "utf8")}`);
  writeUsers(dir);
  // Where it keeps what has no rights; packages make it, an init system does.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
  const { child, port } = await startOnFreePort(dir, address);
  return {
    port,
    hostKey: readFileSync(at("host.pub"), "utf8").split(" ").slice(0, 2).join(" "),
    keys: { known: at("known"), stranger: at("stranger") },
    asked: () => (existsSync(at("asked")) ? readFileSync(at("asked"), "utf8").split("\n").slice(0, -1) : []),
    close: () => end(child),
  };
}

/** A key pair of ssh-keygen. */
export function newKey(path: string, passphrase = ""): void {
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", "a test", "-f", path]);
}

function writeScript(path: string, dir: string): void {
  const lines = [
    "#!/bin/sh",
    `printf '%s\\n' "$SSH_ORIGINAL_COMMAND" >>'${join(dir, "asked")}'`,
    `cd '${join(dir, "repositories")}' || exit 1`,
    `repository=$(printf '%s' "$SSH_ORIGINAL_COMMAND" | sed -e "s|^git-upload-pack '/||" -e "s|'$||")`,
    'exec git upload-pack "./$repository"',
  ];
  writeFileSync(path, `${lines.join("\n")}\n`);
  chmodSync(path, 0o755);
}

function writeUsers(dir: string): void {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const sshd = "sshd:x:64321:64321::/run/sshd:/usr/sbin/nologin\n";
  writeFileSync(join(dir, "passwd"), `git:x:${uid}:${gid}::${dir}:/bin/sh\n${sshd}root:x:0:0::/root:/bin/sh\n`);
  writeFileSync(join(dir, "group"), `git:x:${gid}:\nsshd:x:64321:\nroot:x:0:\n`);
}

/** sshd cannot choose a port itself: between our looking and its listening another one may take it. */
async function startOnFreePort(dir: string, address: string): Promise<{ child: ChildProcess; port: number }> {
  for (;;) {
    const port = await freePort(address);
    const child = start(dir, address, port);
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
    await until(() => said.includes("Server listening on") || child.exitCode !== null);
    if (child.exitCode === null) return { child, port };
    if (!said.includes("Address already in use")) throw new Error(`sshd has ended: ${said}`);
  }
}

function start(dir: string, address: string, port: number): ChildProcess {
  const config = join(dir, "sshd_config");
  const settings = {
    ListenAddress: `${address}:${port}`,
    HostKey: join(dir, "host"),
    AuthorizedKeysFile: join(dir, "authorized"),
    PidFile: "none",
    // The directories above belong to others.
    StrictModes: "no",
    UsePAM: "no",
    PasswordAuthentication: "no",
    KbdInteractiveAuthentication: "no",
  };
  writeFileSync(
    config,
    Object.entries(settings)
      .map((pair) => `${pair.join(" ")}\n`)
      .join(""),
  );
  const env = { ...process.env, ...withGitUser(join(dir, "passwd"), join(dir, "group")) };
  return spawn(programPath("sshd") ?? "sshd", ["-D", "-e", "-f", config], { env, stdio: ["ignore", "ignore", "pipe"] });
}

async function freePort(address: string): Promise<number> {
  const server = createServer();
  server.listen(0, address);
  await once(server, "listening");
  const bound = server.address();
  server.close();
  await once(server, "close");
  if (bound === null || typeof bound === "string") throw new Error("a server without a port");
  return bound.port;
}

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, "close");
  child.kill();
  await closed;
}
