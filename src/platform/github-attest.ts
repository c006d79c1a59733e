import { TransientError } from "../net/http.ts";
import type { Attested, Attester, AttestRequest } from "./attester.ts";

/** Subjects of one statement that GitHub takes (actions/attest 1e69f48, src/subject.ts). */
const mostSubjects = 1_024;

/** The library tries again for about a minute at each of the services. */
const limitMs = 5 * 60_000;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Attestations by GitHub's library: a certificate for the identity of the workflow from Sigstore, its public instance for public repositories and GitHub's own for others, and
 * build provenance as SLSA has it.
 */
export function githubAttester(env: Env): Attester {
  return { lacks: lackIn(env), attest: (request) => attest(request, env) };
}

/** As the library knows the servers (@actions/attest 3.2.0, oidc.js). */
const servers = /^https:\/\/(github\.com|[a-z0-9-]+\.ghe\.com)$/;

function lackIn(env: Env): string | null {
  const server = env["GITHUB_SERVER_URL"] || "https://github.com";
  if (!servers.test(server)) return `${server} keeps no attestations: GitHub Enterprise Server has none`;
  if (env["SIGSTORE_ID_TOKEN"]) {
    return "SIGSTORE_ID_TOKEN is set, and would sign in place of this workflow (@sigstore/sign 3.1.0, identity/ci.js); leave it out of the step's environment";
  }
  if (env["ACTIONS_ID_TOKEN_REQUEST_URL"] && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) return null;
  return "the job may not sign; add below its `permissions:` the lines `id-token: write` and `attestations: write`";
}

async function attest({ subjects, token, signal, keep }: AttestRequest, env: Env): Promise<Attested> {
  const { attestProvenance } = await import("@actions/attest");
  let url: string | null = null;
  for (let from = 0; from < subjects.length; from += mostSubjects) {
    const part = subjects.slice(from, from + mostSubjects).map(({ name, digest }) => {
      const [algorithm = "", hash = ""] = digest.split(":");
      return { name, digest: { [algorithm]: hash } };
    });
    const { bundle, attestationID } = await within(() => attestProvenance({ subjects: part, token }), signal);
    await keep(`${JSON.stringify(bundle)}\n`);
    url ??= addressOf(attestationID, env);
  }
  return { url };
}

function addressOf(id: string | undefined, env: Env): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return id === undefined || !server || !repository ? null : `${server}/${repository}/attestations/${id}`;
}

/** The library cannot be stopped: what it comes to later is left alone. */
async function within<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const ended = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  const stopped = new Promise<never>((_, reject) => {
    const late = new TransientError(`signing did not end within ${limitMs / 60_000} min`);
    ended.addEventListener("abort", () => reject(late), { once: true });
  });
  return await Promise.race([work(), stopped]);
}
