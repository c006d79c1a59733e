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
      environment: z.string().optional(),
      "timeout-minutes": z.int().min(1).max(240),
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

function workflowOf(name: string) {
  return workflowSchema.parse(parse(readFileSync(join(directory, name), "utf8")));
}

test.each(["audit.yml", "codeql.yml", "scorecard.yml"])("%s also runs when nothing changes", (name) => {
  const events = z.object({ on: z.object({ schedule: z.array(z.object({ cron: z.string() })).length(1) }) });
  expect(events.safeParse(parse(readFileSync(join(directory, name), "utf8"))).success).toBe(true);
});

describe("a release", () => {
  const { jobs } = workflowOf("release.yml");
  const scriptsOf = (name: string): string => (jobs[name]?.steps ?? []).map(({ run }) => run ?? "").join("\n");

  test("may write only where no code of the repository or of a dependency runs, and only from tags", () => {
    const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions).includes("write"));
    expect(writing.map(([name]) => name)).toEqual(["publish", "major"]);
    for (const [name, job] of writing) {
      expect(job.environment).toBe("release");
      expect(job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))).toEqual([]);
      expect(scriptsOf(name)).not.toMatch(/\b(npm|npx|node|go|make|sh|bash) /);
    }
  });

  test("is what the sources give, attested with its parts, before the tag of the major version moves", () => {
    const build = scriptsOf("build");
    const order = [
      "npm ci --ignore-scripts",
      "npm test",
      "npm run build",
      "diff --recursive",
      "node scripts/bundle-sbom.mjs",
      "sha256sum",
    ];
    const places = order.map((command) => build.indexOf(command));
    expect(places).toEqual(places.filter((place) => place >= 0).toSorted((a, b) => a - b));
    expect(jobs["publish"]?.needs).toEqual(["build"]);
    const attested = (jobs["publish"]?.steps ?? []).filter(({ uses }) => uses?.startsWith("actions/attest@"));
    expect(attested.map((step) => step.with)).toEqual([
      { "subject-path": "release/*" },
      { "subject-path": "release/*.tar.gz", "sbom-path": "release/sbom.cdx.json" },
    ]);
    expect(scriptsOf("publish")).toMatch(
      /gh release create .*--verify-tag[\s\S]*gh release verify [\s\S]*gh attestation verify /,
    );
    expect(jobs["major"]?.needs).toEqual(["build", "publish"]);
  });
});

test("all-green waits for every other job", () => {
  const { jobs } = workflowOf("ci.yml");
  const others = Object.keys(jobs).filter((name) => name !== "all-green");
  expect(jobs["all-green"]?.needs).toEqual(others);
});
