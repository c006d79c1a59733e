import { UsageError } from "./errors.ts";
import { type CommandWord, parseFlags } from "./inputs/flags.ts";
import { helpText, versionText } from "./inputs/help.ts";
import { loadInputs } from "./inputs/load.ts";
import type { InputsRequest } from "./inputs/parse.ts";
import { nodePathFacts } from "./inputs/path-facts.ts";
import { secretsToMask } from "./inputs/secrets.ts";
import { createRedactor } from "./platform/mask.ts";
import type { CiPlatform } from "./platform/platform.ts";
import { reportUsageError } from "./report/errors.ts";
import { runPipeline } from "./run/run.ts";
import { runFix } from "./run/run-fix.ts";
import type { PipelineRequest, World } from "./run/state.ts";
import { secretTexts } from "./text/secret-names.ts";

/** Runs the action and answers its exit code: 0, 1, 2, 3 or 130 by the design's table. */
export async function main(world: World): Promise<number> {
  const { argv, env, platform } = world;
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
    return await obey(word, { ...world, given, mask, redactor });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await reportUsageError(platform, error);
    return 2;
  }
}

interface Order extends World, Pick<PipelineRequest, "mask" | "redactor"> {
  /** What the user gave. */
  readonly given: Pick<InputsRequest, "argv" | "env" | "with">;
}

/** Does what the command says. Throws UsageError. */
async function obey(word: CommandWord | null, { given, mask, redactor, ...world }: Order): Promise<number> {
  const { env, cwd, platform } = world;
  const inputs = await loadInputs({ ...given, cwd, facts: nodePathFacts() });
  if (word === "doctor") {
    const { runDoctor } = await import("./doctor/run-doctor.ts");
    return await runDoctor({ ...given, ...world, inputs, redact: redactor.redact });
  }
  if (!inputs.ok) throw new UsageError(inputs.problems);
  const { config, secrets, githubToken, repository } = inputs;
  if (word === "init") {
    const { runInit } = await import("./init/run-init.ts");
    return await runInit({ env, platform, config, repository });
  }
  const variables = config.testEnv.map(({ name, value }) => [name, value] as const);
  for (const secret of secretTexts(variables)) redactor.add(secret);
  for (const warning of inputs.warnings) platform.warning(warning);
  const request = { ...world, config, secrets, githubToken, repository, mask, redactor };
  if (word === "fix") return await runFix(request);
  if (config.commentFrom === null) return await runPipeline(request);
  const { runCommentFrom } = await import("./run/comment-from.ts");
  return await runCommentFrom(request);
}

function print(platform: CiPlatform, text: string): number {
  for (const line of text.trimEnd().split("\n")) platform.log(line);
  return 0;
}
