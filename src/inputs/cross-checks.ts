import { isReference, registryOf } from "../kinds/image.ts";
import { quote } from "../kinds/kind.ts";
import { failFastWord } from "../kinds/test-flags.ts";
import { type Platform, platformKey } from "../model/platform.ts";
import { fillTemplate } from "../text/template.ts";
import type { Given } from "./given.ts";
import { type InputName, inputNames, inputs } from "./spec.ts";

/** What is wrong with inputs taken together. */
export function crossProblems(given: Given): readonly string[] {
  return [
    ...oneGo(given),
    ...imageOutput(given),
    ...push(given),
    ...smoke(given),
    ...fromBinary(given),
    ...reproducible(given),
    ...binaryNames(given),
    ...failFast(given),
    ...tokens(given),
    ...ofReport(given),
    ...benchmarks(given),
  ];
}

function oneGo(given: Given): readonly string[] {
  if (!given.has("go-version") || !given.has("go-version-file")) return [];
  return [
    `${given.label("go-version-file")}: go-version says it already (${given.label("go-version")}); give one of the two`,
  ];
}

function imageOutput(given: Given): readonly string[] {
  const outputs = given.get("image-output") ?? [];
  if (!outputs.includes("none") || outputs.length === 1) return [];
  return [`${given.label("image-output")}: "none" cannot be combined with others`];
}

/** What `-failfast` leaves out would never run, and a flaky test would hide it. */
function failFast(given: Given): readonly string[] {
  if (!given.valid("rerun-failed", "test-flags") || given.get("rerun-failed") === 0) return [];
  const flag = failFastWord(given.get("test-flags"));
  if (flag === null) return [];
  return [
    `${given.label("test-flags")}: ${flag} cannot be combined with rerun-failed: tests that it leaves out would never run`,
  ];
}

/** Who comments, releases and attests has to be somebody. */
function tokens(given: Given): readonly string[] {
  if (given.has("github-token")) return [];
  const comments = given.get("comment-from") !== null ? "comment-from" : given.get("pr-comment") ? "pr-comment" : null;
  const releases = given.get("release") === "false" ? null : "release";
  const asking: readonly (InputName | null)[] = [comments, releases, given.get("attest") ? "attest" : null];
  return asking.filter((name) => name !== null).map((asked) => needsToken(given, asked));
}

function needsToken(given: Given, asked: InputName): string {
  const byFlag = given.raw(asked)?.source === "flag";
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of workflows
  const line = byFlag ? '--github-token "$GITHUB_TOKEN"' : "github-token: ${{ github.token }}";
  return `${given.label(asked)}: needs a token; add ${byFlag ? "the flag" : "below `with:` the line"} \`${line}\``;
}

/** What is done with a report needs one. */
function ofReport(given: Given): readonly string[] {
  const without = given.get("dry-run") ? "dry-run" : given.get("comment-from") !== null ? "comment-from" : null;
  if (without === null) return [];
  const asked = inputNames.filter((name) => inputs[name].onlyFlag && given.get(name) === true);
  return asked.map((name) => `${given.label(name)}: needs the report of a run, which ${without} has none of`);
}

/** What cannot be found out limits nothing: of 3 and 3 runs not even the greatest difference is significant (p = 0.1; benchstat counts 0.05). */
function benchmarks(given: Given): readonly string[] {
  if (!given.has("bench-threshold") || !given.valid("bench-count") || given.get("bench-count") >= 4) return [];
  return [
    `${given.label("bench-count")}: is too small for bench-threshold: with less than 4 runs no difference is significant`,
  ];
}

/** Pushing needs to know where to, and one login is for one registry. */
function push(given: Given): readonly string[] {
  if (!given.get("image-output")?.includes("push") || !given.valid("image-tags", "image-name")) return [];
  const label = given.label("image-output");
  if (!given.has("image-tags")) return [`${label}: "push" needs image-tags, such as ghcr.io/owner/app:v1`];
  const tags = given.get("image-tags");
  const bare = tags.filter((tag) => !isReference(tag));
  const name = given.get("image-name");
  if (bare.length > 0 && given.raw("image-name")?.source === "config") {
    return [
      `${given.label("image-name")}: is not taken from the config file for "push", because a pull request could redirect the image; use a flag or \`with:\`, or write whole references into image-tags`,
    ];
  }
  if (bare.length > 0 && !name?.includes("/")) {
    return [
      `${given.label("image-tags")}: ${bare.map(quote).join(", ")} names no repository to push to; write registry/owner/name:tag, or set image-name to registry/owner/name`,
    ];
  }
  const registries = new Set(tags.map((tag) => registryOf(isReference(tag) ? tag : (name ?? tag))));
  if (registries.size === 1 || !given.has("registry-password")) return [];
  return [
    `${given.label("image-tags")}: names ${registries.size} registries (${[...registries].join(", ")}), but registry-username and registry-password are for one`,
  ];
}

function smoke(given: Given): readonly string[] {
  return [
    ...needs(given, "smoke-output", "smoke-command"),
    ...needs(given, "smoke-path", "smoke-port"),
    ...needs(given, "smoke-status", "smoke-path"),
  ];
}

function needs(given: Given, name: InputName, other: InputName): readonly string[] {
  const value = given.get(other);
  const absent = !given.has(other) || value === null || (Array.isArray(value) && value.length === 0);
  return given.has(name) && absent ? [`${given.label(name)}: needs ${other}`] : [];
}

/** An image of the binary has no Dockerfile, and only such a one is built on an image of its own. */
function fromBinary(given: Given): readonly string[] {
  if (given.get("docker") === "false") return [];
  if (given.get("docker-from") !== "binary") {
    const problem = "is what an image of the binary is built on, so it needs docker-from binary";
    return given.has("docker-base") ? [`${given.label("docker-base")}: ${problem}`] : [];
  }
  const label = given.label("docker-from");
  const without = ["dockerfile", "docker-context", "docker-target", "docker-build-args", "docker-secrets"] as const;
  const problems = without
    .filter((name) => given.has(name))
    .map((name) => `${given.label(name)}: has no meaning with docker-from "binary", which uses no Dockerfile`);
  if (given.get("build") === "false") problems.push(`${label}: "binary" needs the build stage, but build is false`);
  return problems;
}

/** What is not built cannot be built again. */
function reproducible(given: Given): readonly string[] {
  if (given.get("reproducible") === "false" || given.get("build") !== "false") return [];
  return [`${given.label("reproducible")}: needs the build stage, but build is false`];
}

/** Binaries of different platforms must not overwrite each other; different packages are checked when they are known. */
function binaryNames(given: Given): readonly string[] {
  if (!given.valid("binary-name", "platforms")) return [];
  const template = given.get("binary-name");
  const seen = new Map<string, Platform>();
  for (const platform of given.get("platforms")) {
    const file = fill(template, platform);
    const twin = seen.get(file);
    if (twin !== undefined) {
      return [
        `${given.label("binary-name")}: ${quote(template)} gives ${platformKey(twin)} and ${platformKey(platform)} the same file name; use {os}, {arch} and {variant}`,
      ];
    }
    seen.set(file, platform);
  }
  return [];
}

/** The template with the fields of a platform; file systems may ignore case. */
function fill(template: string, { os, arch, variant }: Platform): string {
  const fields: Readonly<Record<string, string>> = {
    os,
    arch,
    variant: variant ?? "",
    ext: os === "windows" ? ".exe" : "",
  };
  return fillTemplate(template, (name) => fields[name] ?? null).toLowerCase();
}
