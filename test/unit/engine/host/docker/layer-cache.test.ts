import { describe, expect, test } from "vitest";
import type { Builder } from "../../../../../src/engine/host/docker/builder.ts";
import {
  emptyMounts,
  type LayerCache,
  layerScope,
  layerUse,
  noLayerCache,
} from "../../../../../src/engine/host/docker/layer-cache.ts";
import { layerCacheOf } from "../../../../../src/engine/host/docker/runner.ts";
import type { BuildInput } from "../../../../../src/engine/image/backend.ts";
import { allLayers } from "../../../../../src/engine/layers.ts";
import type { ImageSource, ImageStep } from "../../../../../src/model/step.ts";
import { parseDockerfile } from "../../../../../src/project/dockerfile-parse.ts";
import { imageStep } from "../../../../support/steps.ts";

const source = {
  type: "dockerfile",
  context: ".",
  dockerfile: "Dockerfile",
  target: null,
  buildArgs: [],
  secretIds: [],
};
const stepOf = (over: object = {}, step: Partial<ImageStep> = {}): ImageStep =>
  imageStep({ name: "app", source: { ...source, ...over } as ImageSource, platforms: [], ...step });
const exporting: Builder = {
  kind: "buildx",
  buildkit: true,
  driver: "docker-container",
  minor: 38,
  containerdStore: false,
};
const service = { ACTIONS_RUNTIME_TOKEN: "t", ACTIONS_RESULTS_URL: "https://r" };
const offered: LayerCache = { ...allLayers, service, hosted: true };
const used = (cache: LayerCache, builder = exporting, step = stepOf()) => layerUse(step, builder, cache, "amd64");

describe("GitHub's layer cache", () => {
  test("is read and filled where it is offered, may be, and can be", () => {
    expect(used(offered)).toEqual({ use: { scope: layerScope(stepOf(), "amd64"), save: true, service }, note: null });
  });

  test("is only read where the run may not save, and says why", () => {
    const reading = used({ ...offered, save: false, reason: "runs of main save them" });
    expect(reading.use).toMatchObject({ save: false });
    expect(reading.note).toBe("layers in GitHub's cache are only read: runs of main save them");
    expect(used({ ...offered, save: false }).note).toBeNull();
  });

  test("is done without, which is said where somebody expects it", () => {
    const driver = { ...exporting, driver: "docker" };
    const plain: Builder = { ...exporting, kind: "plain", driver: null };
    expect(used({ ...offered, restore: false, reason: "a tag" })).toEqual({
      use: null,
      note: "no layer cache of GitHub: a tag",
    });
    expect(used({ ...offered, service: null }).note).toBe(
      "no layer cache of GitHub: this step is offered no cache service",
    );
    expect(used(offered, driver).note).toMatch(/^no layer cache of GitHub: the builder \(docker\) cannot export one;/);
    expect(used(offered, plain).note).toMatch(/the builder \(docker build\) cannot export one;/);
    for (const silent of [noLayerCache, { ...offered, service: null, hosted: false }]) {
      expect(used(silent)).toEqual({ use: null, note: null });
    }
    const binary = stepOf({}, { source: { type: "binary", binaries: [], entrypoint: "app", base: null } });
    expect(used(offered, exporting, binary)).toEqual({ use: null, note: null });
  });
});

describe("caches that a Dockerfile mounts for Go", () => {
  const run = "RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build";
  const inputOf = (text: string): BuildInput => {
    const { source: of } = stepOf();
    if (of.type !== "dockerfile") throw new Error("a Dockerfile");
    return { type: "dockerfile", source: of, parsed: parseDockerfile("Dockerfile", text) };
  };

  const both = ["/go/pkg/mod", "/root/.cache/go-build"];

  test("are empty on a runner that is gone after the job", () => {
    expect(emptyMounts(inputOf(`FROM golang\n${run}\n`), exporting, offered)).toEqual(both);
    const one = "FROM golang\nRUN --mount=type=cache,target=/go/pkg/mod go build\n";
    expect(emptyMounts(inputOf(one), { ...exporting, driver: "docker" }, offered)).toEqual(["/go/pkg/mod"]);
  });

  test("are kept by a builder that is somewhere else", () => {
    const input = inputOf(`FROM golang\n${run}\n`);
    for (const driver of ["remote", "kubernetes"]) {
      expect(emptyMounts(input, { ...exporting, driver }, offered)).toEqual([]);
    }
    expect(emptyMounts(input, { ...exporting, kind: "plain", driver: null }, offered)).toEqual(both);
  });

  test("are nobody's affair elsewhere", () => {
    expect(emptyMounts(inputOf(`FROM golang\n${run}\n`), exporting, { ...offered, hosted: false })).toEqual([]);
    expect(emptyMounts(inputOf("FROM golang\nRUN go build\n"), exporting, offered)).toEqual([]);
    expect(emptyMounts({ type: "binary", context: "/c", base: "scratch" }, exporting, offered)).toEqual([]);
  });
});

describe("the scope of layers", () => {
  const scope = (over: object = {}, step: Partial<ImageStep> = {}): string => layerScope(stepOf(over, step), "amd64");

  test("is the same for the same build, whatever commit it is of", () => {
    expect(scope({}, { labels: [["revision", "a"]] })).toBe(scope({}, { labels: [["revision", "b"]] }));
    const commit = (sha: string) => scope({ buildArgs: [["COMMIT", sha]] }, { name: `ghcr.io/o/app-${sha}` });
    expect(commit("a")).toBe(commit("b"));
    expect(commit("a")).toMatch(/^go-pipeline-[0-9a-f]{12}$/);
  });

  test("is another one for another Dockerfile, context, target or platform", () => {
    const arm = { os: "linux", arch: "arm64", variant: null } as const;
    const scopes = [
      scope(),
      scope({ dockerfile: "b/Dockerfile" }),
      scope({ context: "b" }),
      scope({ target: "b" }),
      scope({}, { platforms: [arm] }),
      layerScope(stepOf(), "arm64"),
    ];
    expect(new Set(scopes).size).toBe(scopes.length);
  });

  test("is nothing that an image of a binary has", () => {
    expect(() => scope({}, { source: { type: "binary", binaries: [], entrypoint: "app", base: null } })).toThrow(
      "no scope",
    );
  });
});

test("the token of the service is masked before anything gets it", () => {
  const masked: string[] = [];
  const mask = (secret: string): void => void masked.push(secret);
  const env = { ...service, RUNNER_ENVIRONMENT: "github-hosted" };
  expect(layerCacheOf(env, allLayers, mask)).toEqual(offered);
  expect(layerCacheOf({}, allLayers, mask)).toEqual({ ...offered, service: null, hosted: false });
  expect(masked).toEqual(["t"]);
});
