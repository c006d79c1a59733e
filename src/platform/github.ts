import { readFile } from "node:fs/promises";
import * as core from "@actions/core";
import { messageOf } from "../errors.ts";
import type { Annotation } from "../model/annotation.ts";
import { once } from "../once.ts";

import { githubAttester } from "./github-attest.ts";
import { cacheServiceOf, type RunProgram } from "./github-cache-store.ts";
import { Channel } from "./github-channel.ts";
import { readContext } from "./github-context.ts";
import { declareSubjects } from "./github-subjects.ts";
import { uploadToWorkflow } from "./github-upload.ts";
import { maskForms } from "./mask.ts";
import type { Output } from "./output.ts";
import type { CiPlatform } from "./platform.ts";
import { unmatched } from "./problem-matchers.ts";

export interface GithubOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Names of the action's inputs, as in action.yml. */
  readonly inputNames: readonly string[];
  readonly output: Output;
  /** Takes the report alone; absent: nobody asked for it. */
  readonly report?: Output;
  /** How child processes are run. */
  readonly run: RunProgram;
}

/** GitHub Actions, by the toolkit's libraries. */
export async function createGithubPlatform({
  env,
  inputNames,
  output,
  report,
  run,
}: GithubOptions): Promise<CiPlatform> {
  const context = await readContext(env, core.warning);
  const channel = new Channel(output);
  const say = (speak: () => void): void => channel.say(speak);
  const earlier = earlierSummary(env);
  const { lacks, attest } = githubAttester(env);
  return {
    name: "github",
    inputs: () => readInputs(env, inputNames),
    context,
    colour: !env["NO_COLOR"],
    mask: (secret) => channel.sayNow(() => maskForms(secret).map(core.setSecret)),
    log: (line) => say(() => core.info(unmatched(line))),
    group: (title, lines, open) => channel.group(title, lines, open),
    annotate: (annotation) => say(() => annotate(annotation)),
    notice: (message) => say(() => core.notice(message)),
    warning: (message) => say(() => core.warning(message)),
    error: (message) => say(() => core.error(message)),
    writeSummary: async (markdown) => {
      const problem = await writeSummary((await earlier()) + markdown);
      if (problem !== null) say(() => core.warning(`The job summary could not be written: ${problem}`));
    },
    setOutputs: async (outputs) => say(() => setOutputs(outputs, env)),
    upload: (request) => channel.fold("Uploading workflow artifacts", () => uploadToWorkflow(request, env)),
    // Its client prints a token that it registers as a secret.
    attester: { lacks, attest: (request) => channel.fold("Attesting", () => attest(request)) },
    declare: (subjects) => declareSubjects(subjects, env),
    comment: async (request) => (await import("./github-comment.ts")).putComment(request, env),
    releases: async (place) => (await import("./github-releases.ts")).githubReleases(place, env),
    cacheService: () =>
      cacheServiceOf({ env, run, self: [process.execPath, ...process.execArgv, process.argv[1] ?? ""] }),
    ...(report === undefined ? {} : { report: (text) => report.text(withoutCommands(text)) }),
    flush: async () => {
      await channel.idle();
      await output.flush();
      await report?.flush();
    },
  };
}

/**
 * JSON that says the same, in which the runner finds no command where nothing else reads it: `##[…]` is one anywhere in a line, `::…` only at its beginning, where
 * JSON never has it (ActionCommand.cs of actions/runner, 079cdb1).
 */
function withoutCommands(json: string): string {
  return json.replaceAll("##[", "#\\u0023[");
}

/** Answers why it cannot be written; null: it is. */
async function writeSummary(markdown: string): Promise<string | null> {
  try {
    await core.summary.addRaw(markdown).write({ overwrite: true });
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** What the step's summary holds before ours: a step may be a script that wrote to it first. */
function earlierSummary(env: NodeJS.ProcessEnv): () => Promise<string> {
  // Whatever is wrong with the file is said when it is written.
  return once(() => readFile(env["GITHUB_STEP_SUMMARY"] ?? "", "utf8").catch(() => ""));
}

/** The runner upper-cases names and keeps hyphens; an input that is not given is an empty variable. */
function readInputs(env: NodeJS.ProcessEnv, names: readonly string[]): Readonly<Record<string, string>> {
  const pairs = names.flatMap((name) => {
    const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

function annotate({ level, title, message, path, line, endLine, column }: Annotation): void {
  const issue = { error: core.error, warning: core.warning, notice: core.notice }[level];
  const properties = {
    title,
    ...(path === null ? {} : { file: path }),
    ...(line === null ? {} : { startLine: line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === null ? {} : { startColumn: column }),
  };
  issue(message, properties);
}

/** Without the file the toolkit would print the old `::set-output` command, which runners refuse. */
function setOutputs(outputs: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): void {
  try {
    if (!env["GITHUB_OUTPUT"]) throw new Error("GITHUB_OUTPUT is not set");
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  } catch (thrown) {
    core.warning(`The step outputs could not be set: ${messageOf(thrown)}`);
  }
}
