import { appendFile, readFile } from "node:fs/promises";
import * as z from "zod";
import { parseJson } from "../parse-json.ts";
import type { Subject } from "./platform.ts";

/** The runner fails a step that declares more in its job (actions/runner 2.336.0, src/Runner.Worker/CreateArtifactsFileCommand.cs). */
const maxSubjects = 500;

const listSchema = z.object({ subjects: z.array(z.object({ name: z.string(), digest: z.string() })) });

/**
 * Declares what was built in the file that `GITHUB_ARTIFACTS` names, a line each. A wrong line fails the step, so what the runner would refuse is left out: a name
 * that an earlier step of the job gave to something else, what its format cannot hold, and what is too much. Answers in sentences what that was.
 */
export async function declareSubjects(
  subjects: readonly Subject[],
  env: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const file = env["GITHUB_ARTIFACTS"];
  if (!file) return [];
  const known = await declaredBefore(env["GITHUB_ARTIFACTS_LIST"]);
  const lines: string[] = [];
  const left: string[] = [];
  for (const subject of subjects) {
    const line = lineOf(subject);
    const same = known.get(subject.name);
    if (same === subject.digest) continue;
    if (same !== undefined) left.push(`${subject.name} is the name of something else that this job has built`);
    else if (line === null) left.push(`the place of ${subject.name} has a character that the runner does not take`);
    else if (known.size === maxSubjects) left.push(`${subject.name} is one more than the ${maxSubjects} of a job`);
    else {
      known.set(subject.name, subject.digest);
      lines.push(`${line}\n`);
    }
  }
  if (lines.length > 0) await appendFile(file, lines.join(""));
  return left.map((why) => `Not declared for attestations: ${why}.`);
}

/** Digests by name. */
async function declaredBefore(path: string | undefined): Promise<Map<string, string>> {
  const text = path ? await readFile(path, "utf8").catch(() => "") : "";
  // Empty where the runner has the file and does not use it.
  const { success, data } = listSchema.safeParse(parseJson(text));
  return new Map(success ? data.subjects.map(({ name, digest }) => [name, digest]) : []);
}

function lineOf({ path, name, digest }: Subject): string | null {
  const place = path === null ? `oci://${name}@${digest}` : `file://${path}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name may hold any.
  return /[=\u0000-\u001f\u0085\u2028\u2029]|\s$/.test(place) ? null : place;
}
