import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { subjectsOf } from "../artifacts/subjects.ts";
import { messageOf } from "../errors.ts";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import { type AttestOccasion, attestationsFile, attestStage } from "../model/attestation.ts";
import type { Attestation, StageResult } from "../model/report.ts";
import type { Collected } from "../results/assemble.ts";
import { redactStage } from "../results/redact.ts";
import { plural } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { heldBack, runCancelled } from "./scheduler.ts";
import { endingResult } from "./stage-result.ts";
import type { Run } from "./state.ts";

type Attesting = Pick<Run, "platform" | "redactor" | "signal" | "githubToken" | "repository">;

/** What a run has come to when everything is built and pushed. */
export interface Attestable {
  readonly collected: Pick<Collected, "artifacts" | "archives" | "sboms" | "image">;
  /** Everything that has run. */
  readonly before: readonly StageResult[];
  readonly output: Pick<OutputDir, "path" | "relative">;
}

export interface AttestedRun {
  readonly result: StageResult;
  /** null: nothing was signed, or not all of it. */
  readonly attestation: Attestation | null;
}

/** Attests what was built, when everything before has passed. Never throws. */
export async function attestBuilt(
  run: Attesting,
  { skipped }: AttestOccasion,
  matter: Attestable,
): Promise<AttestedRun> {
  const { signal, redactor } = run;
  const startedAt = new Date();
  if (skipped !== null) return { result: endingResult(attestStage, "skipped", skipped), attestation: null };
  const held = heldBack(matter.before, signal);
  if (held !== null) return { result: endingResult(attestStage, held.status, held.reason), attestation: null };
  const { status, reason, attestation = null } = await attested(run, matter);
  const times = { startedAt: startedAt.toISOString(), durationMs: Date.now() - startedAt.getTime() };
  const result = redactStage({ ...endingResult(attestStage, status, reason), ...times }, redactor.redact);
  return { result, attestation };
}

type Ending = Pick<StageResult, "status" | "reason"> & { readonly attestation?: Attestation };

async function attested(
  { platform, signal, githubToken: token, repository }: Attesting,
  { collected, output }: Attestable,
): Promise<Ending> {
  const { attester } = platform;
  const path = join(output.path, attestationsFile);
  const subjects = subjectsOf({ ...collected, conclusion: "success" }, repository);
  if (subjects.length === 0) return { status: "skipped", reason: "nothing was built that could be attested" };
  if (attester === undefined || token === null) return { status: "errored", reason: "there is nobody to sign" };
  try {
    await makeParent(path);
    const keep = (bundle: string): Promise<void> => appendFile(path, bundle);
    const { url } = await attester.attest({ subjects, token, signal, keep });
    const said = `${plural(subjects.length, "subject")} attested`;
    return {
      ...{ status: "passed", reason: sanitizeLine(url === null ? said : `${said}: ${url}`) },
      attestation: {
        ...{ url, path: output.relative(path) },
        subjects: subjects.map(({ name, digest }) => ({ name, digest })),
      },
    };
  } catch (thrown) {
    if (signal.aborted) return { status: "cancelled", reason: runCancelled };
    const said = sanitizeLine(messageOf(thrown), 400);
    return { status: "errored", reason: refusal.test(said) ? `${said}. ${rights}` : said };
  }
}

/** What GitHub answers with 401, 403 and 404; the library (@actions/attest 3.2.0, store.js) hands on the words alone. */
const refusal = /\b(Resource not accessible|Bad credentials|Not Found|Forbidden)\b/i;

const rights = "The job needs `permissions:` with `id-token: write` and `attestations: write`.";
