import { basename, join } from "node:path";
import { moveFile } from "../../collect/files.ts";
import type { OutputDir } from "../../files/output-dir.ts";
import type { Judgement } from "../../model/judgement.ts";
import type { CommandOutcome, ImageFacts, StepOutcome } from "../../model/outcome.ts";
import type { Finding } from "../../model/report.ts";
import type { ImageBench } from "./inputs.ts";

/** What a step on the image found out, as a verdict; moves a tarball to `image/`. */
export async function judgeImage(outcome: StepOutcome, { config, output }: ImageBench): Promise<Judgement> {
  const facts = outcome.image;
  if (facts === null) return { ...verdictOf(outcome), findings: [] };
  const tarball = await keepTarball(facts, output);
  return {
    ...verdictOf(outcome),
    findings: dockerfileFindings(facts, config.dockerfile),
    products: [{ type: "image", facts, tarball }],
  };
}

/** What the step itself judged; where it judged nothing, how it ended. */
function verdictOf({ image, commands }: StepOutcome): Pick<Judgement, "failure" | "warning"> {
  const judgement = image?.judgement ?? null;
  if (judgement === null) return { failure: exitFailure(commands.at(-1)) };
  const { status, reason } = judgement;
  return { failure: status === "failed" ? reason : null, warning: status === "warned" ? reason : null };
}

function exitFailure(command: CommandOutcome | undefined): string | null {
  if (command === undefined) return "docker did not run";
  const { exitCode, signal } = command;
  if (exitCode === 0) return null;
  return exitCode === null ? `docker was ended by ${signal ?? "a signal"}` : `docker exited with ${exitCode}`;
}

/** Answers its path as reports name it, null when there is none. */
async function keepTarball({ tarball }: ImageFacts, output: OutputDir): Promise<string | null> {
  if (tarball === null) return null;
  const path = join(output.image, basename(tarball));
  await moveFile(tarball, path);
  return output.relative(path);
}

/** Problems in the Dockerfile as findings; `path` is relative to the repository. */
function dockerfileFindings(facts: ImageFacts, path: string): readonly Finding[] {
  const place = { source: "dockerfile", path, column: null } as const;
  const problems = facts.dockerfileProblems.map(
    ({ line, message }): Finding => ({ ...place, severity: "error", line, title: "Image does not build", message }),
  );
  const checks = facts.dockerfileChecks.map(
    ({ rule, line, message, url, fails }): Finding => ({
      ...place,
      severity: fails ? "error" : "warning",
      line,
      title: rule === null ? "Build check" : `Build check ${rule}`,
      message: url === null ? message : `${message}\n${url}`,
    }),
  );
  return [...problems, ...checks];
}
