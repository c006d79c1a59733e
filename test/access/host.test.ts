import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { programPath } from "../support/git/programs.ts";
import { newKey } from "../support/git/ssh-server.ts";
import { until } from "../support/waiting.ts";
import {
  type Checkout,
  type Finding,
  gitVariables,
  login,
  modules,
  type Run,
  removeCheckouts,
  servers,
} from "./servers.ts";

const open = servers();
removeCheckouts();

const keyOf = (name: "known" | "stranger"): string => readFileSync(open().ssh.keys[name], "utf8");
const sshFlags = (key: string, ...more: readonly string[]): readonly string[] => ["--git-ssh-key", key, ...more];
const own = (key = keyOf("known")): readonly string[] =>
  sshFlags(key, "--git-ssh-known-hosts", open().knownHost, "--goprivate", "127.0.0.1");

/** What sends the path that Go knows to our server, as a user would. */
const toServer = (): Record<string, string> =>
  gitVariables([`url.ssh://git@127.0.0.1:${open().ssh.port}/acme/.insteadOf`, "https://github.com/acme/"]);

/** An agent that holds a key of the server's. */
function agent(): Record<string, string> {
  const said = execFileSync("ssh-agent", ["-s"], { encoding: "utf8" });
  const [, socket = ""] = /SSH_AUTH_SOCK=([^;]+)/.exec(said) ?? [];
  const [, pid = ""] = /SSH_AGENT_PID=(\d+)/.exec(said) ?? [];
  onTestFinished(() => void process.kill(Number(pid)));
  execFileSync("ssh-add", ["-q", open().ssh.keys.known], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
  return { SSH_AUTH_SOCK: socket };
}

const testLog = ({ root }: Checkout): string => readFileSync(join(root, ".pipeline/tests/test2json.jsonl"), "utf8");

function depsFindings({ report }: Run): readonly Finding[] {
  return report?.stages.find(({ id }) => id === "deps")?.findings ?? [];
}

/** No line of a key in what a run leaves behind or prints. */
function expectNothingOf(key: string, { root, temp }: Checkout, ran: Run): void {
  const lines = key.split("\n").filter((line) => line.length > 8 && !line.startsWith("-----"));
  const below = readdirSync(join(root, ".pipeline"), { recursive: true, withFileTypes: true });
  const texts = below
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const all = [ran.stdout, ran.stderr, ...texts.map((text) => text.toString("latin1"))].join("\n");
  expect(lines.filter((line) => all.includes(line))).toEqual([]);
  expect(readdirSync(temp).filter((name) => !name.startsWith("go-build"))).toEqual([]);
}

describe("a key for SSH", () => {
  it("fetches modules of the hosts that goprivate names, and tests see neither it nor an agent", async () => {
    const checkout = open().checkout(modules.own);
    const ran = await checkout.run(own(), { SSH_AUTH_SOCK: "/nowhere/agent" });
    expect(ran.exitCode, ran.stdout).toBe(0);
    expect(open().ssh.asked()).toContain("git-upload-pack '/team/lib'");
    expect(testLog(checkout)).not.toMatch(/GIT_SSH|GIT_CONFIG_COUNT|SSH_AUTH_SOCK|ssh-key/);
    expectNothingOf(keyOf("known"), checkout, ran);
  });

  it("fetches where deps is off, with CRLF line ends and without the last one", async () => {
    const key = keyOf("known").trimEnd().replaceAll("\n", "\r\n");
    const ran = await open()
      .checkout(modules.own)
      .run([...own(key), "--no-deps"]);
    expect(ran.exitCode, ran.stdout).toBe(0);
  });

  it("keeps the settings of git that the environment has", async () => {
    const checkout = open().checkout(modules.known);
    const flags = sshFlags(keyOf("known"), "--git-ssh-known-hosts", open().knownHost, "--goprivate", "github.com/acme");
    expect((await checkout.run(flags, toServer())).exitCode).toBe(0);
    expect(open().ssh.asked()).toContain("git-upload-pack '/acme/lib'");
  });

  it("is shown to no host that nobody knows: the host and the input are named", async () => {
    const checkout = open().checkout(modules.known);
    const ran = await checkout.run(sshFlags(keyOf("known"), "--goprivate", "github.com/acme"), toServer());
    const host = `[127.0.0.1]:${open().ssh.port}`;
    expect([ran.exitCode, ran.report?.conclusion]).toEqual([3, "error"]);
    expect(depsFindings(ran)[0]?.title).toBe(`cannot find github.com/acme/lib: SSH knows no host key of ${host}`);
    expect(depsFindings(ran)[0]?.message).toContain(`put the host key of ${host} into \`git-ssh-known-hosts\``);
  });

  it("warns of hosts whose key nobody gave, before anything is fetched", async () => {
    const ran = await open()
      .checkout(modules.own)
      .run(sshFlags(keyOf("known"), "--goprivate", "127.0.0.1"));
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain(
      "--git-ssh-key: SSH refuses 127.0.0.1, which goprivate names, as long as git-ssh-known-hosts has no key of it",
    );
    expect(depsFindings(ran)[0]?.message).toContain("`git-ssh-known-hosts`");
  });

  it("is shown to no host that has another key", async () => {
    const other = join(open().dir, "other-host");
    if (!existsSync(other)) newKey(other);
    const line = `[127.0.0.1]:${open().ssh.port} ${readFileSync(`${other}.pub`, "utf8")}`;
    const flags = sshFlags(keyOf("known"), "--git-ssh-known-hosts", line, "--goprivate", "github.com/acme");
    const ran = await open().checkout(modules.known).run(flags, toServer());
    expect(ran.exitCode).toBe(3);
    expect(depsFindings(ran)[0]?.title).toContain("has another host key than the one that is known");
  });

  it("is the only one that is offered, whatever an agent and the user's files have", async () => {
    const flags = sshFlags(
      keyOf("stranger"),
      "--git-ssh-known-hosts",
      open().knownHost,
      "--goprivate",
      "github.com/acme",
    );
    const home = join(open().checkout(modules.known).temp, "home");
    mkdirSync(join(home, ".ssh"), { recursive: true });
    writeFileSync(join(home, ".ssh/config"), `IdentityFile "${open().ssh.keys.known}"\n`);
    const extra = { ...toServer(), ...agent(), HOME: home, GIT_SSH_COMMAND: `ssh -i '${open().ssh.keys.known}'` };
    const ran = await open().checkout(modules.known).run(flags, extra);
    expect(ran.exitCode).toBe(3);
    expect(depsFindings(ran)[0]?.title).toBe(
      "cannot find github.com/acme/lib: 127.0.0.1 takes no SSH key that it was shown",
    );
  });

  it("needs an ssh", async () => {
    const checkout = open().checkout(modules.known);
    const bin = join(dirname(checkout.root), "bin");
    mkdirSync(bin);
    for (const tool of ["git", "go", "gofmt", "sh"]) symlinkSync(programPath(tool) ?? tool, join(bin, tool));
    const flags = sshFlags(keyOf("known"), "--git-ssh-known-hosts", open().knownHost, "--goprivate", "github.com/acme");
    const ran = await checkout.run(flags, { ...toServer(), PATH: bin });
    const said = "git-ssh-key needs ssh, and there is none on PATH";
    expect([ran.exitCode, ran.report?.reasons[0]]).toEqual([3, expect.stringContaining(said)]);
  });

  it("with a passphrase, or its public half, is refused before anything runs", async () => {
    const path = join(open().dir, "locked");
    if (!existsSync(path)) newKey(path, "a passphrase");
    for (const [file, words] of [
      [path, "--git-ssh-key: is encrypted with a passphrase"],
      [`${path}.pub`, "--git-ssh-key: is a public key; give the private one"],
    ] as const) {
      const ran = await open()
        .checkout(modules.own)
        .run(own(readFileSync(file, "utf8")));
      expect([ran.exitCode, ran.report]).toEqual([2, null]);
      expect(ran.stdout + ran.stderr).toContain(words);
    }
  });
});

describe("without a key", () => {
  it("the user's agent and settings are what they are in any shell, for tests too", async () => {
    const hosts = join(open().dir, "hosts-of-the-user");
    writeFileSync(hosts, `${open().knownHost}\n`);
    const checkout = open().checkout(modules.known);
    const socket = agent();
    const GIT_SSH_COMMAND = `ssh -F none -o UserKnownHostsFile='"${hosts}"'`;
    const ran = await checkout.run(["--goprivate", "github.com/acme"], { ...toServer(), ...socket, GIT_SSH_COMMAND });
    expect(ran.exitCode, ran.stdout).toBe(0);
    expect(testLog(checkout)).toContain(`SSH_AUTH_SOCK=${socket["SSH_AUTH_SOCK"]}`);
  });
});

describe("the file of a key", () => {
  it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("is the user's alone, and gone after %s", async (signal) => {
    const checkout = open().checkout(modules.own);
    const bin = join(dirname(checkout.root), "bin");
    mkdirSync(bin);
    // What Go is, is asked before there is anything to fetch with.
    const first = `case "$*" in *GOENV*) PATH='${process.env["PATH"] ?? ""}' exec go "$@" ;; esac`;
    writeFileSync(join(bin, "go"), `#!/bin/sh\n${first}\ntouch '${bin}/asked'\nsleep 600\n`);
    chmodSync(join(bin, "go"), 0o755);
    const started = checkout.start(own(), { PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` });
    await until(() => existsSync(join(bin, "asked")));
    const keys = (): readonly string[] =>
      readdirSync(checkout.temp, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("ssh-key"));
    expect(keys()).toHaveLength(1);
    expect(statSync(join(checkout.temp, keys()[0] ?? "")).mode & 0o777).toBe(0o600);
    started.child.kill(signal);
    await started.ended;
    await until(() => keys().length === 0);
    if (signal !== "SIGKILL") expect(readdirSync(checkout.temp)).toEqual([]);
  });
});

describe("a login for https", () => {
  const toHttps = (): Record<string, string> => ({
    ...gitVariables([`url.https://127.0.0.1:${open().https.port}/.insteadOf`, "https://127.0.0.1/"]),
    GIT_SSL_CAINFO: open().https.certificate,
  });
  const credentials = (password: string): readonly string[] => [
    ...["--goprivate", "127.0.0.1", "--git-credentials"],
    `https://${login.username}:${password}@127.0.0.1:${open().https.port}`,
  ];

  it("fetches modules, and tests do not see it", async () => {
    const checkout = open().checkout(modules.own);
    const ran = await checkout.run(credentials(login.password), toHttps());
    expect(ran.exitCode, ran.stdout).toBe(0);
    expect(open().https.served).toContain("POST /team/lib/git-upload-pack");
    expect(testLog(checkout)).not.toMatch(/NETRC|credential\.helper/);
    expectNothingOf(login.password, checkout, ran);
  });

  it("that is wrong fails the stage", async () => {
    const ran = await open().checkout(modules.own).run(credentials("wrong-one"), toHttps());
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).not.toContain("wrong-one");
  });

  it("is taken before a key for its host", async () => {
    const before = open().ssh.asked().length;
    const flags = [
      ...credentials(login.password).slice(2),
      "--git-credentials",
      `https://${login.username}:x@127.0.0.1`,
    ];
    const ran = await open()
      .checkout(modules.own)
      .run([...own(), ...flags], toHttps());
    expect(ran.exitCode, ran.stdout).toBe(0);
    expect(open().ssh.asked()).toHaveLength(before);
  });
});
