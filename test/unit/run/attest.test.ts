import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { Artifact } from "../../../src/model/report.ts";
import type { Attester, AttestRequest } from "../../../src/platform/attester.ts";
import { githubAttester } from "../../../src/platform/github-attest.ts";
import { createRedactor } from "../../../src/platform/mask.ts";
import { nothingKnown, type RunContext } from "../../../src/platform/platform.ts";
import { nothingCollected } from "../../../src/results/assemble.ts";
import { attestBuilt } from "../../../src/run/attest.ts";
import { attestOccasion, requireOwnCommit } from "../../../src/run/attest-occasion.ts";
import { directory } from "../../support/repository.ts";
import { makeStageResult } from "../../support/stages.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";

const signs: Attester = { lacks: null, attest: async () => ({ url: null }) };

describe("whether a run attests", () => {
  const occasion = (context: Partial<RunContext>, attester: Attester | null = signs, attest = true) =>
    attestOccasion(
      { attest },
      { context: { ...nothingKnown, ...context }, ...(attester === null ? {} : { attester }) },
    );

  it("is asked of runs that somebody asks, in workflows alone", () => {
    expect(occasion({ eventName: "push" }, signs, false)).toBeNull();
    expect(occasion({ eventName: "push" })).toEqual({ skipped: null });
    const nowhere = { skipped: "attests only what a workflow builds; this is no run of one" };
    expect(occasion({ eventName: "push" }, null)).toEqual(nowhere);
    expect(() => occasion({})).toThrow("attest: the event of this run (GITHUB_EVENT_PATH) cannot be read");
  });

  it("is not, before something is merged", () => {
    for (const eventName of ["pull_request", "pull_request_target", "workflow_run", "merge_group", "issue_comment"]) {
      expect(occasion({ eventName })).toEqual({ skipped: `attests nothing that is not merged; this is ${eventName}` });
    }
  });

  it("is refused where the job may not sign, or the server keeps none", () => {
    const may = { ACTIONS_ID_TOKEN_REQUEST_URL: "https://a", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "b" };
    expect(() => occasion({ eventName: "push" }, githubAttester({}))).toThrow(
      "attest: the job may not sign; add below its `permissions:` the lines `id-token: write` and `attestations: write`",
    );
    expect(githubAttester({ ...may, GITHUB_SERVER_URL: "https://git.example.com" }).lacks).toBe(
      "https://git.example.com keeps no attestations: GitHub Enterprise Server has none",
    );
    expect(githubAttester({ ...may, GITHUB_SERVER_URL: "https://octo.ghe.com" }).lacks).toBeNull();
    expect(githubAttester(may).lacks).toBeNull();
    expect(githubAttester({ ...may, SIGSTORE_ID_TOKEN: "other" }).lacks).toContain("SIGSTORE_ID_TOKEN is set");
  });

  it("is refused where something else is checked out than the commit that would be signed", () => {
    const commit = "ab".repeat(20);
    const clean = { commit, eventTag: null, changes: [], problem: null };
    const push = { eventName: "push", ref: "refs/heads/main", sha: commit };
    const refused = (revision: Partial<Parameters<typeof requireOwnCommit>[0]>, event = push) => {
      return () => requireOwnCommit({ ...clean, ...revision }, event);
    };
    expect(refused({})).not.toThrow();
    expect(refused({ eventTag: "v1.0.0" }, { ...push, ref: "refs/tags/v1.0.0", sha: "0" })).not.toThrow();
    expect(refused({}, { ...push, sha: "cd".repeat(20) })).toThrow(
      "attest: HEAD (abababababab) is not the commit of this run (cdcdcdcdcdcd), which is what would be signed; check out that one",
    );
    expect(refused({ changes: ["a.go"] })).toThrow("attest: the working tree is not what was committed: a.go");
    expect(refused({ problem: "no repository" })).toThrow("git does not say what is checked out: no repository");
    expect(refused({ commit: null })).toThrow("git does not say what is checked out: no commit");
  });
});

it("GitHub is asked nothing when the run was cancelled before", async () => {
  const subjects = [{ name: "a", digest: "sha256:0" }];
  const request = { subjects, token: "t", signal: AbortSignal.abort(), keep: async () => undefined };
  await expect(githubAttester({}).attest(request)).rejects.toThrow("aborted");
});

describe("the stage that attests", () => {
  const artifact: Artifact = {
    ...{ name: "tool", os: "linux", arch: "amd64", variant: null, module: ".", package: "a" },
    ...{ path: ".pipeline/bin/tool", sha256: "ab", size: 1 },
  };

  interface Given {
    readonly attester?: Attester | null;
    readonly signal?: AbortSignal;
    readonly artifacts?: readonly Artifact[];
    readonly failed?: boolean;
    readonly token?: string | null;
  }

  async function ended({ attester = signs, signal, artifacts = [artifact], failed = false, token = "t" }: Given) {
    const path = directory({});
    const run = {
      platform: { ...createMemoryPlatform(), ...(attester === null ? {} : { attester }) },
      ...{ redactor: createRedactor(), githubToken: token, repository: "/repo" },
      signal: signal ?? new AbortController().signal,
    };
    const before = failed ? [makeStageResult("vet", { status: "failed" })] : [];
    const collected = { ...nothingCollected, artifacts };
    const output = { path, relative: (file: string) => relative(path, file) };
    const { result, attestation } = await attestBuilt(run, { skipped: null }, { collected, before, output });
    return { status: result.status, reason: result.reason, attestation, path };
  }

  it("signs what was built and keeps it beside the report", async () => {
    const asked: AttestRequest[] = [];
    const attester: Attester = {
      lacks: null,
      attest: async (request) => {
        asked.push(request);
        await request.keep("{}\n");
        return { url: "https://a/attestations/1" };
      },
    };
    const { status, reason, attestation, path } = await ended({ attester });
    expect([status, reason]).toEqual(["passed", "1 subject attested: https://a/attestations/1"]);
    expect(asked).toMatchObject([{ subjects: [{ name: "tool", digest: "sha256:ab" }], token: "t" }]);
    expect(readFileSync(join(path, "attestations.jsonl"), "utf8")).toBe("{}\n");
    const subjects = [{ name: "tool", digest: "sha256:ab" }];
    expect(attestation).toEqual({ url: "https://a/attestations/1", path: "attestations.jsonl", subjects });
    expect(await ended({})).toMatchObject({
      ...{ status: "passed", reason: "1 subject attested" },
      attestation: { url: null, subjects },
    });
  });

  it.each<[Given, string, string]>([
    [{ artifacts: [] }, "skipped", "nothing was built that could be attested"],
    [{ failed: true }, "blocked", "vet did not pass"],
    [{ signal: AbortSignal.abort() }, "cancelled", "the run was cancelled"],
    [{ attester: null }, "errored", "there is nobody to sign"],
    [{ token: null }, "errored", "there is nobody to sign"],
  ])("does not where it cannot: %o", async (given, status, reason) => {
    expect(await ended(given)).toMatchObject({ status, reason, attestation: null });
  });

  it("is broken where a service refuses, and cancelled where the run is meanwhile", async () => {
    const cancelling = new AbortController();
    const refusing = (said: string): Attester => ({ lacks: null, attest: () => Promise.reject(new Error(said)) });
    expect(await ended({ attester: refusing("Not Found\n::error::x") })).toMatchObject({
      status: "errored",
      reason: expect.stringMatching(/^Not Found \\::error::x\. The job needs `permissions:` with `id-token: write`/),
    });
    expect(await ended({ attester: refusing("too late") })).toMatchObject({
      ...{ status: "errored", reason: "too late", attestation: null },
    });
    const attest: Attester["attest"] = () => {
      cancelling.abort();
      return Promise.reject(new Error("aborted"));
    };
    const { signal } = cancelling;
    expect(await ended({ attester: { lacks: null, attest }, signal })).toMatchObject({ status: "cancelled" });
  });
});
