import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { helpText, versionText, wrap } from "../../../src/inputs/help.ts";
import { inputNames, inputs } from "../../../src/inputs/spec.ts";

describe("--help", () => {
  const text = helpText();

  it("names every input once", () => {
    for (const name of inputNames) {
      const entries = text.split("\n").filter((line) => line.startsWith(`  --${name} `));
      expect(entries).toHaveLength(inputs[name].onlyInConfigFile ? 0 : 1);
    }
  });

  it("is plain and at most 100 columns wide", () => {
    expect(text.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
    expect(text).not.toContain("`");
    expect(text.endsWith("cancelled.\n")).toBe(true);
  });

  it("says what is allowed and what holds without a value", () => {
    expect(text).toContain(`  --engine auto|dagger|host
      What executes the stages: dagger (containers) or host (the Go toolchain and Docker of this
      machine; no sandbox). auto takes what is there: an engine that somebody points at, else one
      that lies on this machine; it downloads one only where nothing else would do. The config file
      may only say dagger. [default: auto]
`);
    expect(text).toContain(`  --image-tags <list>
      Tags of the image, such as v1, or references such as ghcr.io/owner/app:v1. Needed for push.
      [default: pipeline] [not in the config file]
`);
  });

  it("says what the command fix changes", () => {
    const words = text.replaceAll("\n", " ");
    expect(words).toContain("gofmt, go mod tidy, go work sync, go fix and, with --generate, go generate would change");
  });

  it("wraps between words", () => {
    expect(wrap("aa bb  cccccc d", 5)).toEqual(["aa bb", "cccccc", "d"]);
    expect(wrap("", 5)).toEqual([]);
  });
});

it("--version says the version of package.json", () => {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(versionText()).toBe(`dagger-go-pipeline ${version}\n`);
});

describe("the table", () => {
  it("has defaults that its own kinds take", () => {
    for (const name of inputNames) expect(() => inputs[name].fallback()).not.toThrow();
  });

  it("says for every input what holds without a value", () => {
    expect(inputNames.filter((name) => inputs[name].default === null && inputs[name].unset === null)).toEqual([]);
  });

  it("keeps secrets out of the config file", () => {
    const secret = inputNames.filter((name) => inputs[name].secret);
    expect(secret).toEqual([
      ...["cloud-token", "docker-secrets", "registry-password", "deploy-env"],
      ...["git-credentials", "git-ssh-key", "github-token"],
    ]);
    expect(secret.filter((name) => inputs[name].notFromConfigFile === null)).toEqual([]);
  });
});
