import { z } from "zod";

/** A step of a job that uses an action. */
export interface UsingStep {
  readonly uses: string;
  /** `with:`, every value as text. */
  readonly given: ReadonlyMap<string, string>;
}

export interface Job {
  readonly name: string;
  /** What its token may do with the repository's contents; null: the workflow does not say. */
  readonly contents: string | null;
  readonly steps: readonly UsingStep[];
}

const step = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const permissions = z.union([z.string(), z.record(z.string(), z.unknown())]).nullish();
const job = z.object({ steps: z.array(step).optional(), permissions });
const workflow = z.object({ permissions, jobs: z.record(z.string(), job) });

/** Those of the files that GitHub takes for workflows. */
export function workflowFiles(files: readonly string[]): readonly string[] {
  return files.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
}

/** Whether the step is one of this action, whoever owns it. */
export function runsPipeline({ uses }: UsingStep): boolean {
  return /\/dagger-go-pipeline@/.test(uses);
}

/** The jobs of a workflow file; none of a text that is no workflow. */
export async function jobsIn(text: string): Promise<readonly Job[]> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { prettyErrors: false });
  const read = document.errors.length > 0 ? null : workflow.safeParse(document.toJS());
  if (read?.success !== true) return [];
  return Object.entries(read.data.jobs).map(([name, { steps = [], permissions: own }]) => ({
    name,
    contents: contentsOf(own ?? read.data.permissions),
    steps: steps.flatMap(({ uses, with: given = {} }) =>
      uses === undefined
        ? []
        : [{ uses, given: new Map(Object.entries(given).map(([key, value]) => [key, String(value)])) }],
    ),
  }));
}

/** What is not named beside others is none (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions). */
function contentsOf(given: z.infer<typeof permissions>): string | null {
  if (given === undefined || given === null) return null;
  if (typeof given === "string") return given.replace(/-all$/, "");
  return String(given["contents"] ?? "none");
}
