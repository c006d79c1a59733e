import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { inputNames, inputs } from "../../src/inputs/spec.ts";
import { startResultsService } from "../act/results-service.ts";
import { serviceEnv, uploadedFiles } from "./support/artifacts.ts";
import { expectNoSecret } from "./support/canary.ts";
import { dockerCalls, stubDocker } from "./support/docker.ts";
import { fault } from "./support/fault.ts";
import { run } from "./support/run.ts";
import { expectNothingLeft, readReport } from "./support/verdict.ts";
import { makeWorld, readIn, stub, tinyModule, type World, workflowEnv } from "./support/world.ts";

/** A key as inputs take it; its lines are the canaries. */
function canaryKey(): string {
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "prime256v1",
    privateKeyEncoding: { type: "sec1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return privateKey.trim();
}

const canaries = {
  cloud: "canary-cloud-Xq81/+=z",
  cloudVariable: "canary-variable-Lm27/+=z",
  password: "canary-password-Ab39/+=z",
  token: "canary-token-Tt55~z",
  deployment: "canary-deployment-Dd47/+=z",
  github: "canary-github-Hh19_z",
  single: "canary-single-Ss64/+=z",
  sshKey: canaryKey(),
  lines: "canary-first-Ff71\ncanary-second-Gg82\n-----END-----",
};

const secretInputs = {
  "cloud-token": canaries.cloud,
  "registry-username": "octocat",
  "registry-password": canaries.password,
  "git-credentials": `https://octocat:${canaries.token}@private.example.com`,
  "git-ssh-key": canaries.sshKey,
  "docker-secrets": `single=${canaries.single}\n"lines=${canaries.lines}"`,
  deploy: "ship",
  "deploy-env": `SHIP_TOKEN=${canaries.deployment}`,
  "github-token": canaries.github,
};

/** The stage that `deploy` names. */
const deploying = { ".dagger-go.yml": "stages:\n  - name: ship\n    run: [go, version]\n" };

/** What only the masks of the runner and ours may see: the shell's words for every variable, in base64 too. */
const showEverything = "env; env | base64 -w 0; echo; tr '\\0' ' ' < /proc/$$/cmdline";

/** A test that shows all it was given, and fails. */
const nosyModule = {
  ...tinyModule,
  ...deploying,
  Dockerfile: "FROM scratch\nRUN --mount=type=secret,id=single true\n",
  "main_test.go": `package main

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"
)

func TestShow(t *testing.T) {
	all := strings.Join(append(os.Environ(), os.Args...), "\\n")
	t.Fatal(all, base64.StdEncoding.EncodeToString([]byte(all)), one())
}
`,
};

/** A new input that takes a secret gets a canary here. */
const withoutCanary = inputNames.filter((name) => inputs[name].secret && !(name in secretInputs));

function secretsIn(world: World): readonly string[] {
  expect(readFileSync(world.runnerFiles.GITHUB_STEP_SUMMARY, "utf8")).not.toBe("");
  return Object.values(canaries);
}

describe("secrets", () => {
  fault("secrets-in-every-input", async () => {
    expect(withoutCanary).toEqual([]);
    const world = makeWorld(nosyModule);
    stubDocker(world, `{ ${showEverything}; } >&2; exit 1`);
    const service = await startResultsService();
    try {
      const env = workflowEnv(
        world,
        { ...secretInputs, engine: "host", docker: "true", platforms: "linux/amd64", "log-level": "debug" },
        { DAGGER_CLOUD_TOKEN: canaries.cloudVariable, ...serviceEnv(service) },
      );
      const ended = await run({ cwd: world.repository, env });
      expect(ended.exitCode).toBe(1);
      expect(readReport(world).stages).toMatchObject({ test: { status: "failed" }, image: { status: "failed" } });
      expect(dockerCalls(world)).toContain("docker build ");
      const uploaded = uploadedFiles(service);
      expect(Object.keys(uploaded)).toContain("report/logs/image.log");
      expectNoSecret(secretsIn(world), ended, world, { docker: dockerCalls(world), ...uploaded });
      expectNothingLeft(world);
    } finally {
      await service.close();
    }
  });

  fault("secrets-printed-by-go", async () => {
    const world = makeWorld(nosyModule);
    const known = { token: canaries.token, proxy: canaries.password };
    const leak = `{ cat "$NETRC" "$GIT_CONFIG_VALUE_0" "\${GIT_CONFIG_VALUE_0#store --file=}"; ${showEverything}; } >&2; exit 1`;
    stub(world, "go", `case "$1" in\nvet|build) ${leak} ;;\nesac\nexec real-go "$@"`);
    const service = await startResultsService();
    try {
      const proxy = `https://octocat:${encodeURIComponent(known.proxy)}@proxy.example.com,direct`;
      const env = workflowEnv(
        world,
        {
          "git-credentials": secretInputs["git-credentials"],
          engine: "host",
          docker: "false",
          platforms: "linux/amd64",
        },
        { GOPROXY: proxy, GOFLAGS: "-mod=mod", ...serviceEnv(service) },
      );
      const ended = await run({ cwd: world.repository, env });
      expect(ended.exitCode).toBe(1);
      const failed = { status: "failed" };
      expect(readReport(world).stages).toMatchObject({ vet: failed, test: failed, "build:linux/amd64": failed });
      for (const stage of ["vet", "test", "build-linux-amd64"]) {
        expect(readIn(world, `.pipeline/logs/${stage}.log`), stage).toContain("***@proxy.example.com");
      }
      expect(readIn(world, ".pipeline/tests/test2json.jsonl")).toContain("***@proxy.example.com");
      expectNoSecret(Object.values(known), ended, world, uploadedFiles(service));
      expectNothingLeft(world);
    } finally {
      await service.close();
    }
  });

  fault("secrets-in-wrong-inputs", async () => {
    const world = makeWorld();
    const inputs = {
      ...secretInputs,
      "git-credentials": `ftp://octocat:${canaries.token}@private.example.com`,
      "docker-secrets": `no id=${canaries.single}`,
      "registry-username": "",
      "image-output": "push",
      platforms: "nowhere",
    };
    const args = ["--registry-password", canaries.lines, "--cloud-tokn", canaries.cloudVariable];
    const ended = await run({ cwd: world.repository, args, env: workflowEnv(world, inputs) });
    expect(ended.exitCode).toBe(2);
    const ourArgv = ended.commandLines.filter((line) => !line.includes("--registry-password"));
    const known = [
      canaries.cloud,
      canaries.deployment,
      canaries.github,
      canaries.password,
      canaries.token,
      canaries.single,
      canaries.lines,
    ];
    expectNoSecret(known, { ...ended, commandLines: ourArgv }, world);
    expectNothingLeft(world);
  });

  fault("secrets-when-dagger-dies", async () => {
    const world = makeWorld({ ...tinyModule, ...deploying });
    stub(
      world,
      "dagger-cli",
      `if [ "$1" = version ]; then echo "dagger v0.21.8"; exit; fi\n{ ${showEverything}; } >&2; exit 3`,
    );
    const env = workflowEnv(
      world,
      { ...secretInputs, engine: "dagger", "upload-artifacts": "false" },
      { _EXPERIMENTAL_DAGGER_CLI_BIN: join(world.bin, "dagger-cli"), DAGGER_CLOUD_TOKEN: canaries.cloudVariable },
    );
    const ended = await run({ cwd: world.repository, env });
    expect(ended.exitCode).toBe(3);
    expect(readReport(world).conclusion).toBe("error");
    expectNoSecret(secretsIn(world), ended, world);
    expectNothingLeft(world);
  });

  fault("no-secrets-on-forks", async () => {
    const world = makeWorld();
    const empty = {
      ...Object.fromEntries(Object.keys(secretInputs).map((name) => [name, ""])),
      "git-credentials": "https://octocat:@private.example.com",
      "docker-secrets": "single=",
      "registry-username": "octocat",
    };
    const env = workflowEnv(world, { ...empty, engine: "host", docker: "false", platforms: "linux/amd64" });
    const ended = await run({ cwd: world.repository, env });
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toContain("the token for private.example.com is empty; it is left out");
    expect(readReport(world).conclusion).toBe("success");
    expectNothingLeft(world);
  });
});

describe("the environment of the repository's processes", () => {
  fault("environment-of-tests", async () => {
    const show = '_ = os.WriteFile("seen", []byte(strings.Join(os.Environ(), "\\n")), 0o600)';
    const test = `package main\n\nimport (\n\t"os"\n\t"strings"\n\t"testing"\n)\n\nfunc TestSee(t *testing.T) {\n\t${show}\n}\n`;
    const world = makeWorld({ ...tinyModule, "main_test.go": test });
    const prefixes = ["GITHUB_", "ACTIONS_", "RUNNER_", "DAGGER_", "INPUT_", "_EXPERIMENTAL_DAGGER_"];
    const hidden = Object.fromEntries(prefixes.map((prefix) => [`${prefix}PLANTED`, "canary-of-the-runner"]));
    const env = workflowEnv(
      world,
      { engine: "host", docker: "false", build: "false", "test-env": "GIVEN=yes" },
      hidden,
    );
    const ended = await run({ cwd: world.repository, env });
    expect(ended.exitCode).toBe(0);
    const names = readFileSync(join(world.repository, "seen"), "utf8")
      .split("\n")
      .map((line) => line.split("=")[0] ?? "");
    expect(names).toContain("GIVEN");
    expect(names).toContain("CI");
    expect(names.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))).toEqual([]);
    expect(readFileSync(join(world.repository, "seen"), "utf8")).not.toContain("canary-of-the-runner");
  });
});
