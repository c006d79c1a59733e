import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test, vi } from "vitest";
import { buildFailureCases } from "../image/build-failure-cases.ts";
import { fixtureImage, nobody } from "../image/rig.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();

/** Of every process on this machine, those in containers among them. */
function commandLines(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        return "";
      }
    });
}

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

buildFailureCases(rig, {
  base: () => inject("machine").base,
  registry: () => inject("machine").registry,
  privateRegistry: () => inject("machine").privateRegistry,
});

test("a cancelled build leaves nothing", async () => {
  const marker = `waits-${randomUUID()}`;
  const waits = `RUN echo waiting && sh -c ': ${marker}; sleep 600'\n`;
  const made = await rig({ Dockerfile: `FROM ${inject("machine").base}\n${waits}` });
  const controller = new AbortController();
  const pending = made.image({}, {}, controller.signal);
  await vi.waitFor(() => expect(commandLines().some((line) => line.includes(`: ${marker};`))).toBe(true), {
    timeout: 300_000,
    interval: 100,
  });
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
