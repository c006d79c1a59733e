import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fixtureImage } from "../image/rig.ts";
import { withoutBuildx } from "./support/builder.ts";
import type { RigOptions } from "./support/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "environment-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function script(name: string, text: string): Promise<string> {
  const path = join(dir, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("no image can be built", () => {
  async function errored(options: RigOptions): Promise<{ reason: string; remedy: string }> {
    const made = await rig({ Dockerfile: fixtureImage("serve") }, options);
    const available = await made.runner.available();
    if (available.ok) throw new Error("a daemon answers");
    const seen = await made.image();
    expect(seen.end).toBe("errored");
    expect(seen.problem).toEqual({ message: available.reason, remedy: available.remedy });
    return available;
  }

  test("without docker", async () => {
    const { reason, remedy } = await errored({ env: { PATH: dir } });
    expect(reason).toBe("Docker is not usable here: docker: command not found");
    expect(remedy).toContain("docker: false");
  });

  test("without a daemon", async () => {
    const { reason } = await errored({ env: { DOCKER_HOST: `unix://${dir}/none.sock` } });
    expect(reason).toMatch(/^no Docker daemon answers \(.*none\.sock/);
  });

  test("without permission", async () => {
    await script(
      "nobody/docker",
      'PATH="$REAL_PATH" exec setpriv --reuid 65534 --regid 65534 --clear-groups docker "$@"',
    );
    const env = { REAL_PATH: process.env["PATH"] ?? "", PATH: `${join(dir, "nobody")}:${process.env["PATH"]}` };
    const { reason, remedy } = await errored({ env });
    expect(reason).toBe("this user may not talk to the Docker daemon (permission denied)");
    expect(remedy).toContain("group docker");
  });
});

describe("docker build without the plugin buildx", () => {
  test("builds an image, the output directory left out, and nothing the second time", async () => {
    const files = {
      Dockerfile: `FROM ${inject("machine").base}\nCOPY . /src\nRUN find /src -type f | sort\n`,
      ".dockerignore": "ignored.txt\n",
      "kept.txt": `${process.pid} ${Date.now()}`,
      ".pipeline/logs/test.log": "",
    };
    const env = withoutBuildx();
    const seen = await (await rig(files, { env })).image();
    expect(seen.facts.judgement).toBeNull();
    expect(seen.facts.configDigest).toMatch(/^sha256:/);
    expect(seen.log).toMatch(/^\$ docker build /);
    expect(seen.log.match(/\/src\/\S+$/gm)).toEqual([
      "/src/.dockerignore",
      "/src/Dockerfile",
      "/src/app",
      "/src/kept.txt",
    ]);
    expect(seen.cached).toBe(false);
    const again = await (await rig({ ...files, ".pipeline/logs/test.log": "another" }, { env })).image();
    expect([again.cached, again.facts.configDigest]).toEqual([true, seen.facts.configDigest]);
  });

  test("says that build checks which are to be errors fail nothing", async () => {
    const Dockerfile = `# check=error=true\n${fixtureImage("serve")}`;
    const seen = await (await rig({ Dockerfile }, { env: withoutBuildx() })).image();
    const message = "error=true fails nothing here: `docker build` without buildx makes no build checks";
    expect(seen.facts.dockerfileChecks).toEqual([{ rule: null, line: 1, message, url: null, fails: false }]);
  });

  test("names the line of an error and the command that failed", async () => {
    const env = withoutBuildx();
    const syntax = await (await rig({ Dockerfile: "FROM scratch\n\nCOPPY app /\n" }, { env })).image();
    expect(syntax.facts.judgement?.reason).toMatch(/^Dockerfile:3: .*unknown instruction: COPPY/i);
    const Dockerfile = `FROM ${inject("machine").base}\nRUN echo building && exit 3\n`;
    const failed = await (await rig({ Dockerfile }, { env })).image();
    expect(failed.facts.judgement?.reason).toBe("Dockerfile:2: RUN echo building && exit 3 failed with exit code 3");
    expect(failed.facts.dockerfileProblems[0]?.message).toContain("\nbuilding");
  });

  test("says so when the image needs more", async () => {
    const secrets = { dockerSecrets: [{ id: "token", value: "abc" }], registryUsername: null, registryPassword: null };
    const made = await rig({ Dockerfile: fixtureImage("serve") }, { env: withoutBuildx(), secrets });
    const several = await made.image(
      {},
      { platforms: ["amd64", "arm64"].map((arch) => ({ os: "linux", arch, variant: null })) },
    );
    expect(several.end).toBe("errored");
    expect(several.problem?.message).toBe("docker-platforms: `docker build` without buildx makes one platform only.");
    expect(several.problem?.remedy).toContain("docker-buildx");
    const mounted = await made.image({ secretIds: ["token"] });
    const available = await made.runner.available();
    if (available.ok && available.daemon.clientMajor < 23) expect(mounted.facts.judgement).toBeNull();
    else expect(mounted.problem?.message).toMatch(/^docker-secrets: secrets need BuildKit/);
  });
});
