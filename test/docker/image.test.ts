import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, inject, test } from "vitest";
import { fixtureImage } from "./support/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

const nobody = { dockerSecrets: [], registryUsername: null, registryPassword: null };

describe("an image that builds", () => {
  test("has facts and labels, and is made from the cache the second time", async () => {
    const labels = [["org.opencontainers.image.revision", "abc"]] as const;
    const files = {
      Dockerfile: `${fixtureImage("serve")}COPY extra.txt /\n`,
      "extra.txt": `${process.pid} ${Date.now()}`,
    };
    const first = await (await rig(files)).image({}, { labels });
    expect(first).toMatchObject({ stage: "image", end: "exited", problem: null, cached: false });
    expect(first.commands[0]?.exitCode).toBe(0);
    expect(first.facts).toMatchObject({ platforms: ["linux/amd64"], layers: 2, base: "scratch", judgement: null });
    expect(first.facts.configDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(first.facts.size).toBeGreaterThan(1_000_000);
    expect(first.log).toMatch(/^#\d+ \[2\/2\] COPY extra\.txt \/$/m);

    const second = await rig(files);
    const again = await second.image({}, { labels });
    expect(again.cached).toBe(true);
    expect(again.facts.configDigest).toBe(first.facts.configDigest);
    await second.deliver({ outputs: ["load"], tags: ["fixture:labels"] });
    expect(second.docker("image", "inspect", "-f", "{{json .Config.Labels}}", "fixture:labels")).toBe(
      '{"org.opencontainers.image.revision":"abc"}',
    );
    second.docker("image", "rm", "fixture:labels");
  });

  test("takes a target, build arguments and a base image that holds a shell", async () => {
    const base = inject("machine").base;
    const Dockerfile = [
      `ARG BASE=nothing`,
      `FROM $BASE AS first`,
      `ARG GREETING`,
      `RUN echo "$GREETING from the build" > /greeting && cat /greeting`,
      `FROM scratch AS last`,
      `COPY --from=first /greeting /`,
      ``,
    ].join("\n");
    const buildArgs = [
      ["BASE", base],
      ["GREETING", "hello"],
    ] as const;
    const seen = await (await rig({ Dockerfile })).image({ target: "first", buildArgs });
    expect(seen.end).toBe("exited");
    expect(seen.facts).toMatchObject({ base, judgement: null });
    expect(seen.log).toMatch(/^#\d+ hello from the build$/m);
  });

  test("mounts secrets, which are in no log, argument or layer", async () => {
    const value = "s3cret-of-the-tests";
    const run = "RUN --mount=type=secret,id=token,required=true";
    const Dockerfile = `FROM ${inject("machine").base}\n${run} cat /run/secrets/token && wc -c < /run/secrets/token\n`;
    const secrets = { ...nobody, dockerSecrets: [{ id: "token", value }] };
    const made = await rig({ Dockerfile }, { secrets });
    const seen = await made.image({ secretIds: ["token"] });
    expect(seen.facts.judgement).toBeNull();
    expect(seen.log).toMatch(/^#\d+ \*\*\*19$/m);
    expect(JSON.stringify(seen)).not.toContain(value);
    await made.deliver({ outputs: ["load"], tags: ["fixture:secret"] });
    expect(made.docker("history", "--no-trunc", "fixture:secret")).not.toContain(value);
    made.docker("image", "rm", "fixture:secret");
  });

  test("never gets the output directory, and what .dockerignore names", async () => {
    const files = {
      Dockerfile: `FROM ${inject("machine").base}\nCOPY . /src\nRUN find /src -type f | sort\n`,
      ".dockerignore": "ignored.txt",
      "ignored.txt": "",
      "kept.txt": "",
      ".pipeline/logs/test.log": "",
    };
    const seen = await (await rig(files)).image();
    const found = seen.log.match(/(?<= )\/src\/\S+$/gm);
    expect(found).toEqual(["/src/.dockerignore", "/src/Dockerfile", "/src/app", "/src/kept.txt"]);
  });

  test("keeps a Dockerfile's own .dockerignore beside the rule for the output directory", async () => {
    const files = {
      "docker/Dockerfile": `FROM ${inject("machine").base}\nCOPY . /src\nRUN find /src -name '*.txt' -o -name '*.log' | sort\n`,
      "docker/Dockerfile.dockerignore": "a.txt",
      ".dockerignore": "b.txt",
      "a.txt": "",
      "b.txt": "",
      ".pipeline/logs/test.log": "",
    };
    const seen = await (await rig(files)).image({ dockerfile: "docker/Dockerfile" });
    expect(seen.log.match(/(?<= )\/src\/\S+$/gm)).toEqual(["/src/b.txt"]);
  });
});

describe("an image that does not build", () => {
  test("for a Dockerfile that is not there", async () => {
    const seen = await (await rig({})).image();
    expect(seen.end).toBe("exited");
    expect(seen.commands[0]?.exitCode).toBe(1);
    expect(seen.facts.judgement).toEqual({ status: "failed", reason: "no Dockerfile at Dockerfile" });
  });

  test("for a syntax error, at its line", async () => {
    const seen = await (await rig({ Dockerfile: "FROM scratch\n\nCOPPY app /\n" })).image();
    expect(seen.end).toBe("exited");
    expect(seen.facts.judgement?.status).toBe("failed");
    expect(seen.facts.judgement?.reason).toMatch(/^Dockerfile:3: .*unknown instruction: COPPY/);
    expect(seen.facts.dockerfileProblems).toMatchObject([{ line: 3 }]);
  });

  test("for a command that fails, at its line and with its output", async () => {
    const Dockerfile = `FROM ${inject("machine").base}\nCOPY app /app\nRUN echo building && \\\n    exit 3\n`;
    const seen = await (await rig({ Dockerfile })).image();
    expect(seen.facts.judgement).toEqual({
      status: "failed",
      reason: "Dockerfile:3: RUN echo building &&     exit 3 failed with exit code 3",
    });
    expect(seen.facts.dockerfileProblems).toEqual([
      { line: 3, message: "RUN echo building &&     exit 3 failed with exit code 3\nbuilding" },
    ]);
  });

  test("for a file that is not in the context", async () => {
    const seen = await (await rig({ Dockerfile: "FROM scratch\nCOPY nothing /\n" })).image();
    expect(seen.facts.judgement?.reason).toMatch(/^Dockerfile:2: .*"\/nothing".*not found/);
  });

  test("for a build argument that nobody gives, which it names", async () => {
    const blank = await (await rig({ Dockerfile: "ARG BASE\nFROM $BASE\nCOPY app /\n" })).image();
    expect(blank.facts.judgement?.status).toBe("failed");
    expect(blank.facts.judgement?.reason).toBe(
      "Dockerfile:2: base name ($BASE) should not be blank. " +
        "It has arguments without a default that docker-build-args does not set: BASE",
    );
    const Dockerfile = `FROM ${inject("machine").base}\nARG VERSION\nRUN test -n "$VERSION"\n`;
    const used = await (await rig({ Dockerfile })).image();
    expect(used.facts.judgement?.reason).toMatch(
      /^Dockerfile:3: RUN test -n .* failed with exit code 1\. .*: VERSION$/,
    );
  });

  test("for a secret that nobody gives, which it names", async () => {
    const run = "RUN --mount=type=secret,id=token,required=true cat /run/secrets/token";
    const seen = await (await rig({ Dockerfile: `FROM ${inject("machine").base}\n${run}\n` })).image();
    expect(seen.facts.judgement?.status).toBe("failed");
    expect(seen.facts.judgement?.reason).toMatch(
      /^Dockerfile:2: secret token.* not found.*\. It mounts secrets that docker-secrets does not give: token$/,
    );
  });

  test("for a base image that does not exist", async () => {
    const base = `${inject("machine").registry}/nothing:1`;
    const seen = await (await rig({ Dockerfile: `FROM ${base}\n` })).image();
    expect(seen).toMatchObject({ end: "exited", problem: null });
    expect(seen.facts.judgement).toEqual({ status: "failed", reason: `Dockerfile:1: base image ${base} not found` });
  });

  test("for a base image behind a login", async () => {
    const base = `${inject("machine").privateRegistry}/nothing:1`;
    const seen = await (await rig({ Dockerfile: `FROM ${base}\n` })).image();
    expect(seen.facts.judgement?.reason).toBe(
      `Dockerfile:1: base image ${base} does not exist, or needs a login (docker login) that this machine does not have`,
    );
  });

  test("for a registry that cannot be reached: the environment's fault", async () => {
    const seen = await (await rig({ Dockerfile: "FROM 127.0.0.1:9/base:1\n" })).image();
    expect(seen.end).toBe("errored");
    expect(seen.problem?.message).toMatch(
      /^the registry of base image 127\.0\.0\.1:9\/base:1 cannot be reached: .*refused$/,
    );
    expect(seen.problem?.remedy).toContain("registry");
  });

  test("in time", async () => {
    const Dockerfile = `FROM ${inject("machine").base}\nRUN echo waiting && sleep 60\n`;
    const seen = await (await rig({ Dockerfile })).image({}, { timeoutMs: 2_000 });
    expect(seen.end).toBe("timed-out");
    expect(seen.log).toContain("waiting");
    expect(seen.durationMs).toBeLessThan(8_000);
  });
});

test("a cancelled build leaves nothing", async () => {
  const made = await rig({ Dockerfile: `FROM ${inject("machine").base}\nRUN echo waiting && sleep 60\n` });
  const controller = new AbortController();
  const pending = made.image({}, {}, controller.signal);
  await delay(2_000);
  controller.abort();
  const seen = await pending;
  expect(seen).toMatchObject({ end: "cancelled", problem: null });
  expect(seen.log).toContain("waiting");
});

test("an output directory outside of the context leaves the Dockerfile where it is", async () => {
  const made = await rig({ "sub/Dockerfile": "FROM scratch\nCOPY kept.txt /\n", ".pipeline/x": "" });
  await writeFile(join(made.root, "sub", "kept.txt"), "");
  const seen = await made.image({ context: "sub", dockerfile: "sub/Dockerfile" });
  expect(seen.log).toContain(`--file ${join(made.root, "sub", "Dockerfile")}`);
  expect(seen.facts.judgement).toBeNull();
});
