import { basename, join } from "node:path";
import { moveFile } from "../../collect/files.ts";
import type { OutputDir } from "../../files/output-dir.ts";
import type { ImageFacts, StepOutcome } from "../../model/outcome.ts";
import { dockerfileFindings } from "../../results/image.ts";
import { exitFailure, type Judgement } from "../judgement.ts";

/** What an image, smoke or deliver step found out, as a verdict; `dockerfile` is relative to the repository. */
export function judgeImage(outcome: StepOutcome, dockerfile: string): Judgement {
  const facts = outcome.image;
  const findings = facts === null ? [] : dockerfileFindings(facts, dockerfile);
  const judgement = facts?.judgement ?? null;
  if (judgement === null) return { failure: exitFailure("docker", outcome), findings };
  const { status, reason } = judgement;
  return { failure: status === "failed" ? reason : null, findings, warning: status === "warned" ? reason : null };
}

/** Moves the tarball of a deliver step to `image/`; answers its path as reports name it, null when there is none. */
export async function collectTarball(facts: ImageFacts | null, output: OutputDir): Promise<string | null> {
  const tarball = facts?.tarball ?? null;
  if (tarball === null) return null;
  const path = join(output.image, basename(tarball));
  await moveFile(tarball, path);
  return output.relative(path);
}
