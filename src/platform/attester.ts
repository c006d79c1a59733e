import type { Subject } from "./platform.ts";

/** Signs in the name of the workflow where files come from, and keeps that beside the repository. */
export interface Attester {
  /** What it needs and has not, with its remedy; null: nothing, as far as that can be known before. */
  readonly lacks: string | null;
  /** Throws where a service does not answer or refuses. */
  attest(request: AttestRequest): Promise<Attested>;
}

export interface AttestRequest {
  /** At least one. */
  readonly subjects: readonly Pick<Subject, "name" | "digest">[];
  readonly token: string;
  readonly signal: AbortSignal;
  /** Takes a Sigstore bundle, JSON and a line end, as soon as it is stored. */
  readonly keep: (bundle: string) => Promise<void>;
}

export interface Attested {
  /** Where people see the first of them; null: the service does not say. */
  readonly url: string | null;
}
