import { createHash, verify, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { token } from "../support/github-api.ts";
import { startGithubReleases } from "../support/github-releases.ts";
import { gitIn, repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";
import { type Bundle, type Sigstore, startSigstore } from "../support/sigstore.ts";

/** The built action as a step of a workflow, with the real library for attestations, against what signs and keeps them on this machine. */

let sigstore: Sigstore;
let place: string;
beforeEach(async () => {
  sigstore = await startSigstore();
  place = realpathSync(mkdtempSync(join(tmpdir(), "attest-")));
});
afterEach(async () => {
  await sigstore.close();
  rmSync(place, { recursive: true, force: true, maxRetries: 3 });
});

const files = { "go.mod": "module example.com/hello\n\ngo 1.22\n", "main.go": "package main\n\nfunc main() {}\n" };

interface Step {
  readonly event?: string;
  readonly payload?: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

function environment(root: string, { event = "push", payload = {}, inputs = {}, env = {} }: Step) {
  for (const name of ["summary", "outputs"]) writeFileSync(join(place, name), "");
  const repo = { default_branch: "main", visibility: "public", name: "hello", owner: { login: "octo" } };
  writeFileSync(join(place, "event.json"), JSON.stringify({ repository: repo, ...payload }));
  const quick = { engine: "host", platforms: "linux/amd64", docker: "false", cache: "false", archives: "true" };
  const off = { "upload-artifacts": "false", vet: "false", test: "false", format: "false" };
  const given = Object.entries({ ...quick, ...off, attest: "true", "github-token": token, ...inputs });
  return cleanEnv({
    ...sigstore.env,
    ...{ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: root, GITHUB_EVENT_NAME: event, GITHUB_REF: "refs/heads/main" },
    ...{ GITHUB_EVENT_PATH: join(place, "event.json"), GITHUB_STEP_SUMMARY: join(place, "summary") },
    ...{ GITHUB_OUTPUT: join(place, "outputs"), GITHUB_SERVER_URL: "https://github.com", GITHUB_RUN_ID: "42" },
    ...{ GITHUB_REPOSITORY: "octo/hello", GITHUB_SHA: gitIn(root, "rev-parse", "HEAD").trim() },
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...env,
  });
}

const step = (root: string, given: Step = {}): Promise<ActionRun> => runAction(root, [], environment(root, given));
const report = (root: string) => JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
const stage = (root: string, id = "attest") => report(root).stages.find((each: { id: string }) => each.id === id);

/** What a bundle says, when it is signed by the key of its certificate (https://github.com/secure-systems-lab/dsse, PAE). */
function statementOf({ dsseEnvelope, verificationMaterial }: Bundle) {
  const { payload, payloadType, signatures } = dsseEnvelope;
  const body = Buffer.from(payload, "base64");
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `), body]);
  const { publicKey } = new X509Certificate(Buffer.from(verificationMaterial.certificate.rawBytes, "base64"));
  const signature = Buffer.from(signatures[0]?.sig ?? "", "base64");
  expect(verify("sha256", signed, publicKey, signature)).toBe(true);
  return JSON.parse(body.toString());
}

const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("a push", () => {
  it("signs and stores where binaries and archives come from", async () => {
    const root = repository(files);
    const run = await step(root);
    expect([run.exitCode, stage(root)]).toMatchObject([
      0,
      { status: "passed", reason: "2 subjects attested: https://github.com/octo/hello/attestations/1001" },
    ]);
    const [bundle, ...others] = sigstore.stored;
    if (bundle === undefined) throw new Error("nothing was stored");
    expect(others).toEqual([]);
    expect(readFileSync(join(root, ".pipeline/attestations.jsonl"), "utf8")).toBe(`${JSON.stringify(bundle)}\n`);
    const archive = report(root).archives[0].name;
    const statement = statementOf(bundle);
    const subjects = statement.subject.map(({ name, digest }: { name: string; digest: { sha256: string } }) => ({
      ...{ name, digest: `sha256:${digest.sha256}` },
    }));
    const url = "https://github.com/octo/hello/attestations/1001";
    expect(report(root).attestation).toEqual({ url, path: ".pipeline/attestations.jsonl", subjects });
    const told = `[Build provenance](${url}) is signed: \`gh attestation verify FILE --repo octo/hello\` checks a file.`;
    expect(readFileSync(join(place, "summary"), "utf8").split(told)).toHaveLength(3);
    expect(readFileSync(join(root, ".pipeline/report.html"), "utf8")).toContain(`"link":"${url}"`);
    expect(statement).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      subject: [
        { name: "hello-linux-amd64", digest: { sha256: sha256(join(root, ".pipeline/bin/hello-linux-amd64")) } },
        { name: archive, digest: { sha256: sha256(join(root, ".pipeline/archives", archive)) } },
      ],
      predicateType: "https://slsa.dev/provenance/v1",
      predicate: {
        buildDefinition: {
          buildType: "https://actions.github.io/buildtypes/workflow/v1",
          externalParameters: {
            workflow: {
              ...{ ref: "refs/heads/main", repository: "https://github.com/octo/hello" },
              path: ".github/workflows/go.yml",
            },
          },
        },
        runDetails: { builder: { id: "https://github.com/octo/hello/.github/workflows/go.yml@refs/heads/main" } },
      },
    });
    expect(bundle.verificationMaterial.tlogEntries).toHaveLength(1);
    expect(run.stdout.replace(/^::add-mask::.*$/gm, "")).not.toMatch(/eyJ|ghs_/);
  }, 600_000);

  it("of a private repository is signed by GitHub's own instance", async () => {
    const root = repository(files);
    const repo = { default_branch: "main", visibility: "private", name: "hello", owner: { login: "octo" } };
    expect((await step(root, { payload: { repository: repo } })).exitCode).toBe(0);
    const [bundle] = sigstore.stored;
    expect(bundle?.verificationMaterial.tlogEntries).toBeUndefined();
    expect(bundle?.verificationMaterial.timestampVerificationData.rfc3161Timestamps).toHaveLength(1);
    expect(sigstore.requests.filter((line) => line.includes("sigstore.dev"))).toEqual([]);
  }, 600_000);

  it("without the permission to sign runs nothing and names what to add", async () => {
    const root = repository(files);
    const run = await step(root, { env: { ACTIONS_ID_TOKEN_REQUEST_URL: "" } });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain(
      "attest: the job may not sign; add below its `permissions:` the lines `id-token: write` and `attestations: write`",
    );
    expect(sigstore.requests).toEqual([]);
  }, 600_000);

  it("of other sources than the commit that would be signed runs nothing", async () => {
    const root = repository(files);
    writeFileSync(join(root, "main.go"), "package main\n\nfunc main() { println() }\n");
    const run = await step(root);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain("attest: the working tree is not what was committed: main.go");
    const other = await step(repository(files), { env: { GITHUB_SHA: "0".repeat(40) } });
    expect(other.exitCode).toBe(2);
    expect(other.stdout).toContain("is not the commit of this run (000000000000), which is what would be signed");
    expect(sigstore.requests).toEqual([]);
  }, 600_000);

  it.each([
    [/POST \/repos\/octo\/hello\/attestations/, "Failed to persist attestation: Resource not accessible"],
    [/fulcio/, "error creating signing certificate"],
  ])(
    "whose attestation is refused is broken, and keeps what was built: %s",
    async (match, said) => {
      const root = repository(files);
      sigstore.fail(match, 403, "Resource not accessible by integration");
      expect((await step(root)).exitCode).toBe(3);
      expect(stage(root)).toMatchObject({ status: "errored", reason: expect.stringContaining(said) });
      expect(stage(root).reason).toContain("`id-token: write` and `attestations: write`");
      expect(report(root).artifacts).toHaveLength(1);
      expect(report(root)).not.toHaveProperty("attestation");
      expect(sigstore.stored).toEqual([]);
    },
    600_000,
  );

  it("that fails attests nothing", async () => {
    const root = repository({ ...files, "main.go": "package main\n\nfunc main() { broken() }\n" });
    expect((await step(root)).exitCode).toBe(1);
    expect(stage(root)).toMatchObject({ status: "blocked", reason: "build:linux/amd64 did not pass" });
    expect(sigstore.requests).toEqual([]);
  }, 600_000);
});

it("a pull request attests nothing, with or without the permission", async () => {
  const root = repository(files);
  const head = { sha: "0".repeat(40), ref: "change", repo: { full_name: "fork/hello" } };
  const payload = { pull_request: { number: 7, head, base: { ref: "main", sha: "0".repeat(40) } } };
  const run = await step(root, { event: "pull_request", payload, env: { ACTIONS_ID_TOKEN_REQUEST_URL: "" } });
  expect([run.exitCode, stage(root)]).toMatchObject([
    0,
    { status: "skipped", reason: "attests nothing that is not merged; this is pull_request" },
  ]);
}, 600_000);

it("a release becomes public when its files are attested, and not before", async () => {
  const api = await startGithubReleases();
  await sigstore.close();
  sigstore = await startSigstore(api.url);
  const root = repository(files);
  gitIn(root, "tag", "v1.2.0");
  api.tags.set("v1.2.0", gitIn(root, "rev-parse", "HEAD").trim());
  const given = { inputs: { release: "true" }, env: { GITHUB_REF: "refs/tags/v1.2.0" } };
  sigstore.fail(/fulcio/, 403, "no");
  expect((await step(root, given)).exitCode).toBe(3);
  expect(stage(root, "release")).toMatchObject({ status: "blocked", reason: "attest did not pass" });
  expect(api.releases.map(({ draft }) => draft)).toEqual([true]);
  await sigstore.close();
  sigstore = await startSigstore(api.url);
  expect((await step(root, given)).exitCode).toBe(0);
  expect(api.releases.map(({ draft }) => draft)).toEqual([false]);
  const [bundle] = sigstore.stored;
  if (bundle === undefined) throw new Error("nothing was stored");
  const digests = statementOf(bundle).subject.map(({ digest }: { digest: { sha256: string } }) => digest.sha256);
  const archive = api.releases[0]?.assets.find(({ name }) => name.endsWith(".tar.gz"));
  expect(digests).toContain(archive?.digest?.replace("sha256:", ""));
  await api.close();
}, 600_000);
