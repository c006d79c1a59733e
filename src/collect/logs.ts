import { createReadStream } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { makeParent } from "../files/output-dir.ts";
import type { CommandOutcome, Problem } from "../model/outcome.ts";
import type { Redactor } from "../platform/mask.ts";

/**
 * Writes `logs/<stage>.log`: everything the commands printed, unclipped and as it was but for secrets, standard output before standard error of each. A
 * note says what the engine has to add (a time limit, a cause).
 */
export async function writeStageLog(
  path: string,
  commands: readonly CommandOutcome[],
  note: string | null,
  redactor: Redactor,
): Promise<void> {
  await makeParent(path);
  const log = await open(path, "wx");
  try {
    for (const source of commands.flatMap((command) => [command.stdout, command.stderr])) {
      for await (const chunk of redactor.redactBytes(createReadStream(source))) await log.appendFile(chunk);
    }
    if (note !== null) await log.appendFile(`${redactor.redact(note)}\n`);
  } finally {
    await log.close();
  }
}

/** Writes `logs/<stage>.log` for a stage whose output is for programs: what people are told in its place. */
export async function writeToldLog(path: string, lines: readonly string[], { redact }: Redactor): Promise<void> {
  await makeParent(path);
  await writeFile(path, redact(lines.map((line) => `${line}\n`).join("")), { flag: "wx" });
}

/** What the engine has to add to a log, in the end; null: nothing. */
export function noteOf(problem: Problem | null): string | null {
  return problem === null ? null : `${problem.message}\n${problem.remedy}`;
}
