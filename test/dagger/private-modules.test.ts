import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { type HttpsServer, startHttpsServer } from "../support/git/https-server.ts";
import { setup } from "../support/git/programs.ts";
import { publish } from "../support/git/repositories.ts";
import { type SshServer, startSshServer } from "../support/git/ssh-server.ts";
import { cleanEnv } from "../support/run-action.ts";
import { lab } from "./support/lab.ts";
import { registries } from "./support/registries.ts";
import { type Files, image, type Sandbox, sandboxes, statuses, testLog } from "./support/repositories.ts";

const open = lab();
const machine = registries(open);
const newSandbox = sandboxes();
const login = { username: "bot", password: "a-password-of-the-tests" };

/** Where containers find this machine. */
const address = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === "IPv4" && !internal)?.address;

interface Servers {
  readonly dir: string;
  readonly host: string;
  readonly ssh: SshServer;
  readonly https: HttpsServer;
}

let servers: Servers | null = null;
beforeAll(async () => {
  setup();
  if (address === undefined) throw new Error("this machine has no address that containers could reach");
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "git-servers-")));
  mkdirSync(join(dir, "repositories"));
  for (const team of ["team", "secure"])
    publish(join(dir, "repositories"), `${team}/lib.git`, `${address}/${team}/lib.git`);
  const [ssh, https] = [await startSshServer(dir, address), await startHttpsServer(dir, login, address)];
  servers = { dir, host: address, ssh, https };
});
afterAll(async () => {
  await Promise.all([servers?.ssh.close(), servers?.https.close()]);
  rmSync(servers?.dir ?? "", { recursive: true, force: true });
});

function there(): Servers {
  if (servers === null) throw new Error("the servers are there while tests run");
  return servers;
}

/** The image of the suite with an SSH client (official images of Go have one) and with trust in our https server, whose port git learns there. */
async function imageWithSsh(context: TestContext): Promise<string> {
  const { registry } = machine(context);
  const { https, host } = there();
  const config = `[url "https://${host}:${https.port}/secure/"]\n\tinsteadOf = https://${host}/secure/\n[http]\n\tsslCAInfo = /etc/test.crt\n`;
  const install = "command -v ssh || { apt-get update && apt-get install -y --no-install-recommends openssh-client; }";
  const container = open()
    .session.client.container()
    .from(image)
    .withExec(["sh", "-c", install])
    .withNewFile("/etc/test.crt", readFileSync(https.certificate, "utf8"))
    .withNewFile("/etc/gitconfig", config);
  return await container.publish(`${registry}/team/go-with-ssh:v1`);
}

/** A repository of two modules that need the module of a team; their tests print their environment and what lies in /run/pipeline. */
function user(team: string): Sandbox {
  const { dir, host } = there();
  const module = `${host}/${team}/lib.git`;
  const box = newSandbox({ ...needs(module, "."), ...needs(module, "other"), "unique.txt": String(Date.now()) });
  const settings = {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.file://${join(dir, "repositories")}/.insteadOf`,
    GIT_CONFIG_VALUE_0: `https://${host}/`,
  };
  const go = { GOMODCACHE: join(box.temp, "modules"), GOFLAGS: "-modcacherw", GOPRIVATE: "*", GOPROXY: "direct" };
  for (const each of [".", "other"]) {
    const cwd = join(box.root, each);
    execFileSync("go", ["mod", "tidy"], { cwd, env: cleanEnv({ ...settings, ...go }), stdio: "pipe" });
  }
  rmSync(go.GOMODCACHE, { recursive: true });
  return box;
}

function needs(module: string, dir: string): Files {
  return {
    [join(dir, "go.mod")]:
      `module example.com/user/${dir === "." ? "root" : dir}\n\ngo 1.22\n\nrequire ${module} v1.0.0\n`,
    [join(dir, "main.go")]: `package main\n\nimport lib "${module}"\n\nfunc main() { println(lib.One()) }\n`,
    [join(dir, "main_test.go")]: `package main

import (
	"os"
	"strings"
	"testing"
)

func TestEnvironment(t *testing.T) {
	found, _ := os.ReadDir("/run/pipeline")
	t.Log(strings.Join(os.Environ(), "\\n"), found)
}
`,
  };
}

/** The tests of both have run, and passed. */
const both = { deps: "passed", test: "passed", "other#deps": "passed", "other#test": "passed" };

const sshFlags = (key: string, more: readonly string[]): readonly string[] => [
  ...["--git-ssh-key", readFileSync(key, "utf8"), "--goprivate", there().host, ...more],
];
const knownHost = (): readonly string[] => [
  "--git-ssh-known-hosts",
  `[${there().host}]:${there().ssh.port} ${there().ssh.hostKey}`,
];
/** Without a volume that another run has filled. */
const ownCaches = (): Record<string, string> => ({ CI_PROJECT_PATH: `private-modules/${process.hrtime.bigint()}` });

describe("private modules", () => {
  it("come over SSH, and tests see nothing of the key", async (context) => {
    const box = user("team");
    const flags = [...sshFlags(there().ssh.keys.known, knownHost()), "--go-image", await imageWithSsh(context)];
    const ran = await box.run(flags, { SSH_AUTH_SOCK: "/nowhere/agent", ...ownCaches() });
    expect(ran.exitCode, ran.stdout).toBe(0);
    expect(statuses(box)).toMatchObject(both);
    expect(testLog(box).match(/CI=true/g)).toHaveLength(2);
    expect(there().ssh.asked()).toContain("git-upload-pack '/team/lib'");
    expect(testLog(box)).not.toMatch(/GIT_|SSH|ssh-key|known_hosts/);
    const [, line = ""] = readFileSync(there().ssh.keys.known, "utf8").split("\n");
    expect(ran.stdout + testLog(box)).not.toContain(line);
  });

  it("come by https with a login, and tests see nothing of it", async (context) => {
    const box = user("secure");
    const credentials = `https://${login.username}:${login.password}@${there().host}:${there().https.port}`;
    const flags = ["--git-credentials", credentials, "--goprivate", there().host];
    const ran = await box.run([...flags, "--go-image", await imageWithSsh(context)], ownCaches());
    expect(ran.exitCode, ran.stdout).toBe(0);
    expect(statuses(box)).toMatchObject(both);
    expect(testLog(box).match(/CI=true/g)).toHaveLength(2);
    expect(there().https.served).toContain("POST /secure/lib/git-upload-pack");
    expect(testLog(box)).not.toMatch(/GIT_|NETRC|netrc/);
    expect(ran.stdout + testLog(box)).not.toContain(login.password);
  });

  it("need an ssh in the image", async (context) => {
    const here = await open()
      .session.client.container()
      .from(image)
      .withExec(["sh", "-c", "command -v ssh || :"])
      .stdout();
    if (here !== "") return context.skip("the image of the suite has an ssh");
    const ran = await user("team").run(sshFlags(there().ssh.keys.known, knownHost()), ownCaches());
    expect([ran.exitCode, ran.stdout]).toEqual([
      3,
      expect.stringContaining(`needs ssh, and there is none in the image`),
    ]);
  });

  it("do not come from a host that nobody knows, or for a key that it does not know", async (context) => {
    const before = there().ssh.asked().length;
    const image = await imageWithSsh(context);
    for (const [key, more] of [
      [there().ssh.keys.known, []],
      [there().ssh.keys.stranger, knownHost()],
    ] as const) {
      const box = user("team");
      const ran = await box.run([...sshFlags(key, more), "--go-image", image], ownCaches());
      expect([ran.exitCode, statuses(box)["deps"]], ran.stdout).toEqual([1, "failed"]);
    }
    expect(there().ssh.asked()).toHaveLength(before);
  });
});
