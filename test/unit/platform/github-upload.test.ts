import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { uploadToWorkflow } from "../../../src/platform/github-upload.ts";
import type { ArtifactUpload } from "../../../src/platform/platform.ts";
import { digestOf, listen, type ResultsService, startResultsService } from "../../act/results-service.ts";

let directory: string;
let service: ResultsService;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "upload-"));
  service = await startResultsService();
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", service.token);
  vi.stubEnv("ACTIONS_RESULTS_URL", service.url);
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
  vi.stubEnv("GITHUB_REPOSITORY", "octo/hello");
  vi.stubEnv("GITHUB_RUN_ID", "42");
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await service.close();
  rmSync(directory, { recursive: true, force: true });
});

function request(name: string): ArtifactUpload {
  const file = join(directory, "hello.txt");
  writeFileSync(file, "hello\n");
  return { name, files: [file], root: directory, retentionDays: null, compressed: false };
}

describe("with the service of a workflow run", () => {
  test("uploads a file that the client then downloads unchanged", async () => {
    const result = await uploadToWorkflow(request("report"), process.env);
    const stored = service.artifacts.get("report");
    const url = "https://github.com/octo/hello/actions/runs/42/artifacts/1";
    expect(result).toEqual({ status: "uploaded", url, size: stored?.content.length });
    expect(stored?.hash).toBe(digestOf(stored?.content ?? Buffer.alloc(0)));
    expect(stored?.expiresAt).toBeNull();
    const target = join(directory, "down");
    await new DefaultArtifactClient().downloadArtifact(1, { path: target });
    expect(readFileSync(join(target, "hello.txt"), "utf8")).toBe("hello\n");
  });

  test("asks for the retention that was given", async () => {
    const before = Date.now();
    await uploadToWorkflow({ ...request("short"), retentionDays: 3 }, process.env);
    const expires = Date.parse(service.artifacts.get("short")?.expiresAt ?? "");
    expect(Math.round((expires - before) / 86_400_000)).toBe(3);
  });

  test("does not compress what is compressed already", async () => {
    const file = join(directory, "zeros");
    writeFileSync(file, Buffer.alloc(100_000));
    const base = { files: [file], root: directory, retentionDays: null };
    await uploadToWorkflow({ ...base, name: "stored", compressed: true }, process.env);
    await uploadToWorkflow({ ...base, name: "deflated", compressed: false }, process.env);
    expect(service.artifacts.get("stored")?.content.length).toBeGreaterThan(100_000);
    expect(service.artifacts.get("deflated")?.content.length).toBeLessThan(1_000);
  });

  test("reports a name that is taken", async () => {
    await uploadToWorkflow(request("twice"), process.env);
    expect(await uploadToWorkflow(request("twice"), process.env)).toEqual({ status: "name-taken" });
  });

  test("reports a refusal with the service's words", async () => {
    service.failWith = 403;
    expect(await uploadToWorkflow(request("refused"), process.env)).toEqual({
      status: "failed",
      reason: "Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden: told to fail",
    });
  });
});

test("says that the storage quota is used up", async () => {
  service.failWith = 403;
  service.refusal = "insufficient usage to create artifact";
  const result = await uploadToWorkflow(request("too-much"), process.env);
  expect(result).toMatchObject({
    status: "failed",
    reason: expect.stringContaining("Artifact storage quota has been hit."),
  });
});

test("a service that never answers is given up", async () => {
  const silent = createServer(() => undefined);
  vi.stubEnv("ACTIONS_RESULTS_URL", await listen(silent));
  expect(await uploadToWorkflow(request("stuck"), process.env, 200)).toEqual({
    status: "failed",
    reason: "the artifact service did not finish within 1 s",
  });
  silent.closeAllConnections();
  silent.close();
});

test.each([
  [{ ACTIONS_RESULTS_URL: "https://results.example" }, "ACTIONS_RUNTIME_TOKEN"],
  [{ ACTIONS_RUNTIME_TOKEN: "token" }, "ACTIONS_RESULTS_URL"],
  [{}, "ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL"],
])("is unavailable with %o", async (env, missing) => {
  expect(await uploadToWorkflow(request("x"), env)).toEqual({
    status: "unavailable",
    reason: `this runner offers no artifact service (${missing} not set)`,
  });
});

test("is unavailable on GitHub Enterprise Server", async () => {
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.company.example");
  expect(await uploadToWorkflow(request("x"), process.env)).toEqual({
    status: "unavailable",
    reason: "GitHub Enterprise Server has no artifact service that the client can use",
  });
});
