import { UsageError } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import type { Deployment } from "../model/deployment.ts";
import type { RunContext } from "../platform/platform.ts";
import { variable } from "../text/variables.ts";
import type { PipelineRequest } from "./state.ts";

type Happening = Pick<RunContext, "eventName" | "ref" | "defaultBranch">;

/** Whether what is to be deployed is: by what has happened, and nowhere but in a workflow. */
export function deploymentOf({ deploy }: Pick<Config, "deploy">, happening: Happening): Deployment {
  return { stages: new Set(deploy), withheld: isOccasion(happening) ? null : withheldBecause(happening) };
}

function isOccasion({ eventName, ref, defaultBranch }: Happening): boolean {
  if (eventName === "release" || eventName === "workflow_dispatch") return true;
  if (eventName !== "push" || ref === null) return false;
  return ref.startsWith("refs/tags/") || (defaultBranch !== null && ref === `refs/heads/${defaultBranch}`);
}

function withheldBecause({ eventName, ref, defaultBranch }: Happening): string {
  const rule = `deploys only on a push to ${defaultBranch ?? "the default branch"} or of a tag, on release and on workflow_dispatch`;
  if (eventName === null) return `${rule}; this is no run of a workflow`;
  const where = eventName === "push" && ref !== null ? ` to ${ref.replace(/^refs\/heads\//, "")}` : "";
  return `${rule}; this is ${eventName}${where}`;
}

/**
 * The request with the variables of the deployment, where there is one; else they are not even read. What the environment holds of them reaches nothing
 * else that runs. Throws UsageError for one that is not there, before anything has run.
 */
export function withDeployEnv(request: PipelineRequest, { stages, withheld }: Deployment): PipelineRequest {
  const { secrets, env, config, mask } = request;
  const windows = nodePathFacts().style === "win32";
  const deploys = stages.size > 0 && withheld === null && !config.dryRun;
  const deployEnv = deploys
    ? secrets.deployEnv.map(([name, value]) => [name, value ?? variable(env, name, windows)] as const)
    : [];
  const problems = deployEnv.flatMap(([name, value]) => problemOf(name, value));
  if (problems.length > 0) throw new UsageError(problems);
  for (const [, value] of deployEnv) if (value !== null) mask(value);
  const copied = new Set(secrets.deployEnv.flatMap(([name, value]) => (value === null ? [keyOf(name, windows)] : [])));
  const left = Object.keys(env).filter((name) => !copied.has(keyOf(name, windows)));
  return {
    ...request,
    env: Object.fromEntries(left.map((name) => [name, env[name]])),
    secrets: { ...secrets, deployEnv },
  };
}

function problemOf(name: string, value: string | null): readonly string[] {
  if (value === null) return [`deploy-env: ${name} is not set in the environment; set it, or write ${name}=value`];
  return value.trim() === "" ? [`deploy-env: the value of ${name} is empty`] : [];
}

function keyOf(name: string, windows: boolean): string {
  return windows ? name.toUpperCase() : name;
}
