import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { createLocalPlatform } from "../../../src/platform/local.ts";
import { createRedactor } from "../../../src/platform/mask.ts";
import { createOutput } from "../../../src/platform/output.ts";
import { nothingKnown, type RunContext } from "../../../src/platform/platform.ts";
import { deploymentOf, withDeployEnv } from "../../../src/run/deployment.ts";
import type { PipelineRequest } from "../../../src/run/state.ts";
import { makeConfig } from "../../support/config.ts";
import { engineRequest } from "../../support/engine-request.ts";

const main = { defaultBranch: "main" };

function withheld(happening: Partial<RunContext>): string | null {
  return deploymentOf({ deploy: ["ship"] }, { ...nothingKnown, ...happening }).withheld;
}

describe("the occasion of a deployment", () => {
  it.each<Partial<RunContext>>([
    { ...main, eventName: "push", ref: "refs/heads/main" },
    { ...main, eventName: "push", ref: "refs/tags/v1" },
    { eventName: "push", ref: "refs/tags/main" },
    { ...main, eventName: "release", ref: "refs/tags/v1" },
    { ...main, eventName: "workflow_dispatch", ref: "refs/heads/topic" },
  ])("is %j", (happening) => {
    expect(withheld(happening)).toBeNull();
  });

  const rule = "deploys only on a push to main or of a tag, on release and on workflow_dispatch; this is";
  it.each<[string, Partial<RunContext>]>([
    [`${rule} pull_request`, { ...main, eventName: "pull_request", ref: "refs/pull/1/merge" }],
    [`${rule} pull_request_target`, { ...main, eventName: "pull_request_target", ref: "refs/heads/main" }],
    [`${rule} workflow_run`, { ...main, eventName: "workflow_run", ref: "refs/heads/main" }],
    [`${rule} schedule`, { ...main, eventName: "schedule", ref: "refs/heads/main" }],
    [`${rule} merge_group`, { ...main, eventName: "merge_group", ref: "refs/heads/main" }],
    [`${rule} push to topic`, { ...main, eventName: "push", ref: "refs/heads/topic" }],
    [`${rule} push to main/x`, { ...main, eventName: "push", ref: "refs/heads/main/x" }],
    [`${rule} push`, { ...main, eventName: "push", ref: null }],
    [`${rule} no run of a workflow`, main],
    [
      "deploys only on a push to the default branch or of a tag, on release and on workflow_dispatch; this is push to main",
      { eventName: "push", ref: "refs/heads/main" },
    ],
  ])("is no other: %s", (reason, happening) => {
    expect(withheld(happening)).toBe(reason);
  });
});

/** What a run was asked for, and what was masked on its way. */
function requestOf(
  deployEnv: PipelineRequest["secrets"]["deployEnv"],
  env: PipelineRequest["env"],
  dryRun = false,
): PipelineRequest & { readonly masked: readonly string[] } {
  const masked: string[] = [];
  const base = engineRequest();
  return {
    ...{ argv: [], cwd: "/repo", engines: [], repository: "/repo", signal: base.signal, masked, env },
    platform: createLocalPlatform({ output: createOutput(process.stdout), colour: false, screen: null }),
    config: makeConfig({ deploy: ["ship"], dryRun }),
    secrets: { ...base.secrets, deployEnv },
    mask: (secret) => masked.push(secret),
    redactor: createRedactor(),
    githubToken: null,
  };
}

const yes = { stages: new Set(["ship"]), withheld: null };
const no = { stages: new Set(["ship"]), withheld: "not now" };
const both = [
  ["TOKEN", null],
  ["KEY", "k"],
] as const;

describe("the variables of a deployment", () => {
  it("are read and masked where there is one, and reach nothing else", () => {
    const request = requestOf(both, { TOKEN: "t", KEY: "other", PATH: "/bin" });
    const { secrets, env } = withDeployEnv(request, yes);
    expect(secrets.deployEnv).toEqual([
      ["TOKEN", "t"],
      ["KEY", "k"],
    ]);
    expect(request.masked).toEqual(["t", "k"]);
    expect(env).toEqual({ KEY: "other", PATH: "/bin" });
  });

  it.each([
    ["no occasion", no, false],
    ["only a look at the plan", yes, true],
    ["nothing to deploy", { stages: new Set<string>(), withheld: null }, false],
  ])("are not even read where there is %s", (_, deployment, dryRun) => {
    const env = {
      get TOKEN(): string {
        throw new Error("it is read");
      },
      PATH: "/bin",
    };
    const request = requestOf(both, env, dryRun);
    const told = withDeployEnv(request, deployment);
    expect(told.secrets.deployEnv).toEqual([]);
    expect(told.env).toEqual({ PATH: "/bin" });
    expect(request.masked).toEqual([]);
  });

  it("have to be there", () => {
    const request = requestOf([["GONE", null], ["EMPTY", " "], ...both], { TOKEN: "" });
    expect(() => withDeployEnv(request, yes)).toThrow(UsageError);
    expect(() => withDeployEnv(request, yes)).toThrow(
      /GONE is not set in the environment; set it, or write GONE=value/,
    );
    expect(() => withDeployEnv(request, yes)).toThrow(/the value of EMPTY is empty/);
    expect(() => withDeployEnv(request, yes)).toThrow(/the value of TOKEN is empty/);
  });
});
