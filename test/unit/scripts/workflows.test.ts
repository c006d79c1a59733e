import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const directory = join(root, ".github", "workflows");

const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      needs: z.array(z.string()).optional(),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

const files = readdirSync(directory).filter((name) => name.endsWith(".yml"));

/** Everything a job may do besides reading the code, by `file job`. */
const granted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "codeql.yml analyse": { "security-events": "write" },
  "release.yml publish": { attestations: "write", contents: "write", "id-token": "write" },
  "release.yml major": { contents: "write" },
  "scorecard.yml analysis": { "id-token": "write", "security-events": "write" },
};

describe.each(files)("%s", (name) => {
  const text = readFileSync(join(directory, name), "utf8");
  const workflow = workflowSchema.parse(parse(text));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("has no permission but to read the code, except where it is for that", () => {
    expect(workflow.permissions).toEqual({});
    for (const [job, { permissions }] of Object.entries(workflow.jobs)) {
      const expected: Record<string, string> = { contents: "read", ...granted[`${name} ${job}`] };
      expect(Object.entries(permissions).filter(([scope, level]) => expected[scope] !== level)).toEqual([]);
    }
  });

  test("names actions of others by commit, with the version as a comment", () => {
    const lines = text.split("\n").filter((line) => /\buses:/.test(line));
    const others = lines.filter((line) => !line.includes("uses: ./"));
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toMatch(/uses: [\w-]+\/[\w-]+(\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("leaves no token behind in the checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  test("pastes no expression into a script", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });
});

test("all-green waits for every other job", () => {
  const { jobs } = workflowSchema.parse(parse(readFileSync(join(directory, "ci.yml"), "utf8")));
  const others = Object.keys(jobs).filter((name) => name !== "all-green");
  expect(jobs["all-green"]?.needs).toEqual(others);
});
