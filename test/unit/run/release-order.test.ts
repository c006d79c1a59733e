import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { EngineAdapter } from "../../../src/engine/adapter.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { main } from "../../../src/main.ts";
import type { StageResult } from "../../../src/model/report.ts";
import { nothingKnown } from "../../../src/platform/platform.ts";
import type { HostedRelease, ReleaseService } from "../../../src/platform/release-service.ts";
import { makeFacts } from "../../support/facts.ts";
import { command } from "../../support/fake-engine.ts";
import { gitIn, repository } from "../../support/repository.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";

/** In which order a tag with an image to push becomes a release, with an engine and a host of releases that only take notes. */

const off = ["--no-deps", "--no-vet", "--no-format", "--no-test", "--no-build"];
const image = ["--docker=true", "--image-output=push", "--image-tags=ghcr.io/octo/app:v1"];

function notingService(noted: string[], sha: string): ReleaseService {
  const body = `<!-- dagger-go-pipeline release commit=${sha} -->`;
  let draft: HostedRelease | null = null;
  const made = { id: 1, tag: "v1.0.0", draft: true, prerelease: false, url: "https://x", body, uploadUrl: "https://y" };
  return {
    commitOf: async () => sha,
    list: async () => (draft === null ? [] : [draft]),
    create: async () => {
      noted.push("draft");
      draft = made;
      return made;
    },
    assets: async () => [],
    upload: () => Promise.reject(new Error("nothing to upload")),
    removeAsset: () => Promise.resolve(),
    publish: async () => {
      noted.push("public");
      return { ...made, draft: false };
    },
    removeDraft: () => Promise.resolve(),
    close: async () => void noted.push("closed"),
  };
}

function engineWith(noted: string[], red: string | null): Engine {
  return {
    name: "dagger",
    version: async () => "0.21.8",
    inspect: async () => makeFacts().inspection,
    imageBuilder: async () => ({ ok: true }),
    run: async ({ step: { stage }, resultDir }) => {
      noted.push(stage);
      const facts = { stage, problem: null, startedAt: new Date(), durationMs: 1, cached: false, image: null };
      return { ...facts, end: "exited", commands: [command(stage === red ? 1 : 0)], resultDir };
    },
    close: () => Promise.resolve(),
  };
}

async function release(red: string | null, asked = "--release"): Promise<readonly string[]> {
  const root = repository({
    ...{ "go.mod": "module example.com/tool\n\ngo 1.22\n", "main.go": "package main\n", Dockerfile: "FROM scratch\n" },
    ".dagger-go.yml":
      "stages:\n  - name: ship\n    run: [x]\n    needs: []\n  - name: sign\n    run: [x]\n    needs: [deliver]\n",
  });
  gitIn(root, "tag", "v1.0.0");
  const noted: string[] = [];
  const adapter: EngineAdapter = {
    ...{
      name: "dagger",
      about: "",
      toHave: "",
      goRemedy: "",
      sandbox: true,
      keepsNoTests: () => null,
      setsTimes: false,
    },
    usable: async ({ way }) => (way === "there" ? { ok: true, reason: "here" } : { ok: false, reason: null }),
    open: async () => engineWith(noted, red),
  };
  const place = {
    repository: "octo/tool",
    serverUrl: "https://github.com",
    eventName: "push",
    ref: "refs/tags/v1.0.0",
  };
  const service = notingService(noted, gitIn(root, "rev-parse", "HEAD").trim());
  const platform = createMemoryPlatform({ context: { ...nothingKnown, ...place }, releases: async () => service });
  const login = ["--github-token=x", "--registry-username=u", "--registry-password=p", "--deploy=ship"];
  const argv = [...off, ...image, ...login, "--no-upload-artifacts", "--no-cache", asked];
  const signal = new AbortController().signal;
  const exitCode = await main({ argv, env: { RUNNER_TEMP: root }, cwd: root, platform, engines: [adapter], signal });
  const report: { readonly stages: readonly StageResult[] } = JSON.parse(
    readFileSync(join(root, ".pipeline/report.json"), "utf8"),
  );
  const of = (id: string): string => `${id}: ${report.stages.find((stage) => stage.id === id)?.status}`;
  return [...noted, of("release"), of("ship"), `exit ${exitCode}`];
}

it("the draft is filled, then the image pushed, then the draft made public, then deployed", async () => {
  const order = ["image", "smoke", "draft", "deliver", "sign", "public", "closed", "ship"];
  expect(await release(null)).toEqual([...order, "release: passed", "ship: passed", "exit 0"]);
});

it("a draft that is asked for stays one, and the rest goes on", async () => {
  const order = ["image", "smoke", "draft", "deliver", "sign", "closed", "ship"];
  expect(await release(null, "--release=draft")).toEqual([...order, "release: passed", "ship: passed", "exit 0"]);
});

it("an image that cannot be pushed, or what waits for it, leaves the draft a draft", async () => {
  const ended = ["release: blocked", "ship: blocked", "exit 1"];
  expect(await release("deliver")).toEqual(["image", "smoke", "draft", "deliver", "closed", ...ended]);
  expect(await release("sign")).toEqual(["image", "smoke", "draft", "deliver", "sign", "closed", ...ended]);
});

it("what fails before keeps the image from being pushed", async () => {
  expect(await release("image")).toEqual(["image", "release: blocked", "ship: blocked", "exit 1"]);
});
