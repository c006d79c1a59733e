import { UsageError } from "./errors.ts";
import { parseFlags } from "./inputs/flags.ts";
import { helpText, versionText } from "./inputs/help.ts";
import { loadInputs } from "./inputs/load.ts";
import { nodePathFacts } from "./inputs/path-facts.ts";
import { secretsToMask } from "./inputs/secrets.ts";
import { createRedactor } from "./platform/mask.ts";
import type { CiPlatform } from "./platform/platform.ts";
import { reportUsageError } from "./report/errors.ts";
import { runPipeline } from "./run/run.ts";
import { runFix } from "./run/run-fix.ts";
import type { World } from "./run/state.ts";
import { secretTexts } from "./text/secret-names.ts";

/** Runs the action and answers its exit code: 0, 1, 2, 3 or 130 by the design's table. */
export async function main(world: World): Promise<number> {
  const { argv, env, cwd, platform } = world;
  const given = { argv, env, with: platform.inputs() };
  const redactor = createRedactor();
  const mask = (secret: string): void => {
    platform.mask(secret);
    redactor.add(secret);
  };
  for (const secret of secretsToMask(given)) mask(secret);
  // The log is GitHub's to mask; what it does not know may be in the files all the same.
  for (const secret of secretTexts(Object.entries(env))) redactor.add(secret);
  const { show, word } = parseFlags(argv);
  if (show !== null) return print(platform, show === "help" ? helpText() : versionText());
  try {
    const inputs = await loadInputs({ ...given, cwd, facts: nodePathFacts() });
    if (word === "doctor") {
      const { runDoctor } = await import("./doctor/run-doctor.ts");
      return await runDoctor({ ...given, ...world, inputs, redact: redactor.redact });
    }
    if (!inputs.ok) throw new UsageError(inputs.problems);
    if (word === "init") {
      const { runInit } = await import("./init/run-init.ts");
      return await runInit({ env, platform, config: inputs.config, repository: inputs.repository });
    }
    for (const secret of secretTexts(inputs.config.testEnv.map(({ name, value }) => [name, value] as const)))
      redactor.add(secret);
    for (const warning of inputs.warnings) platform.warning(warning);
    const request = {
      ...world,
      config: inputs.config,
      secrets: inputs.secrets,
      githubToken: inputs.githubToken,
      repository: inputs.repository,
      mask,
      redactor,
    };
    if (word === "fix") return await runFix(request);
    if (inputs.config.commentFrom === null) return await runPipeline(request);
    const { runCommentFrom } = await import("./run/comment-from.ts");
    return await runCommentFrom(request);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await reportUsageError(platform, error);
    return 2;
  }
}

function print(platform: CiPlatform, text: string): number {
  for (const line of text.trimEnd().split("\n")) platform.log(line);
  return 0;
}
