import { describe, expect, it } from "vitest";
import { DaggerBackend, type DaggerImageOptions } from "../../../../../src/engine/dagger/image/backend.ts";
import { parseIgnore, uploadPatterns } from "../../../../../src/engine/dagger/image/context.ts";
import { smokeRequest } from "../../../../../src/engine/dagger/image/observer.ts";
import { imageStep, smokeStep } from "../../../../support/steps.ts";

describe("rules of a .dockerignore", () => {
  it("become patterns of the upload", () => {
    const rules = parseIgnore("\uFEFF# comment\n\n  node_modules \r\n/dist/\n!/dist/keep\n! spaced\n**/*.log\n");
    expect(rules).toEqual(["node_modules", "/dist/", "!/dist/keep", "! spaced", "**/*.log"]);
    expect(uploadPatterns(rules)).toEqual(["node_modules", "dist", "!dist/keep", "!spaced", "**/*.log"]);
  });
});

describe("attestations", () => {
  const options: DaggerImageOptions = Object.create(null);

  it("are refused before anything is built: the engine makes none", async () => {
    const backend = new DaggerBackend(options);
    await expect(backend.prepare(imageStep())).resolves.toBeUndefined();
    await expect(backend.prepare(imageStep({ attest: { sbom: null, provenance: "min" } }))).rejects.toMatchObject({
      message: "docker-sbom, docker-provenance: the Dagger engine makes no attestations of images.",
      remedy: expect.stringContaining("engine: host"),
    });
  });
});

describe("smokeRequest", () => {
  const step = smokeStep();
  const config = { Healthcheck: { Test: ["CMD-SHELL", "wget -q localhost"] } };

  it("waits for what is asked for", () => {
    const probe = { port: 8080, path: "healthz", statuses: [[200, 299]] as const };
    expect(smokeRequest({ ...step, probe, output: "/listening on .*/i" }, config, ["/app"])).toEqual({
      Command: ["/app"],
      LimitMs: 30_000,
      SettleMs: 3_000,
      ToTheEnd: false,
      Port: 8080,
      HTTP: true,
      Path: "/healthz",
      Statuses: [[200, 299]],
      Health: ["/bin/sh", "-c", "wget -q localhost"],
      Output: "",
      Pattern: "(?i)listening on .*",
    });
  });

  it("lets a command run to its end", () => {
    const request = smokeRequest({ ...step, commandGiven: true, output: "v1" }, config, ["/app", "--version"]);
    expect(request).toMatchObject({ ToTheEnd: true, Port: 0, HTTP: false, Health: [], Output: "v1", Pattern: "" });
  });

  it("knows the other forms of a HEALTHCHECK", () => {
    const health = (Test: string[], Shell?: string[]): unknown =>
      smokeRequest(step, { Healthcheck: { Test }, ...(Shell === undefined ? {} : { Shell }) }, ["/app"])["Health"];
    expect(health(["CMD", "/app", "check"])).toEqual(["/app", "check"]);
    expect(health(["NONE"])).toEqual([]);
    expect(health(["CMD-SHELL", "x"], ["/bin/bash", "-ec"])).toEqual(["/bin/bash", "-ec", "x"]);
  });
});
