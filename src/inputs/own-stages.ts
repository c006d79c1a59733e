import { gates } from "../gates/index.ts";
import { quote } from "../kinds/kind.ts";
import type { OwnStage } from "../kinds/own-stages.ts";
import { attestStage } from "../model/attestation.ts";
import { releaseStage } from "../model/release.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Given } from "./given.ts";
import { isReserved } from "./test-env.ts";

const gateNames: readonly string[] = gates.map(({ name }) => name);

/** What is wrong with own stages beside what each says of itself, and with what is to be deployed. Values of variables are not shown. */
export function ownStageProblems(given: Given): readonly string[] {
  if (!given.valid("stages", "deploy", "deploy-env")) return [];
  const stages = given.get("stages");
  const names = stages.map(({ name }) => name);
  const deployed = new Set(given.get("deploy"));
  const ending = [
    ...(given.get("release") === "false" ? [] : [releaseStage]),
    ...(given.get("attest") ? [attestStage] : []),
  ];
  const taken = [...gateNames, ...ending];
  const problems = stages.flatMap((stage) =>
    [...stageProblems(stage, names, taken), ...deploymentProblems(stage, names, deployed)].map(
      (problem) => `${given.label("stages")}: ${stage.name}: ${problem}`,
    ),
  );
  return [...problems, ...unknownDeployments(given, names), ...variableProblems(given)];
}

function stageProblems(
  { name, needs, env }: OwnStage,
  names: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const problems = taken.includes(name) ? ["the pipeline has a stage of that name; take another one"] : [];
  const known = [...gateNames, ...names].filter((each) => each !== name);
  for (const need of needs ?? []) {
    const [gate = ""] = need.split(":");
    const there = names.includes(need) || gateNames.includes(gate);
    if (!there) problems.push(`needs ${quote(need)}, which is no stage${didYouMean(need, known)}`);
  }
  for (const [variable] of env) if (isReserved(variable)) problems.push(`env: ${reservedWords(variable)}`);
  return problems;
}

function deploymentProblems(
  { name, needs, always }: OwnStage,
  names: readonly string[],
  deployed: ReadonlySet<string>,
): readonly string[] {
  if (deployed.has(name)) {
    return always ? ["deploys, and so runs only when everything has passed: take `when: always` out"] : [];
  }
  const after = (needs ?? []).filter((need) => names.includes(need) && deployed.has(need));
  return after.map((need) => `needs ${need}, which deploys after everything else: name ${name} in deploy too`);
}

function unknownDeployments(given: Given, names: readonly string[]): readonly string[] {
  const unknown = given.get("deploy").filter((name) => !names.includes(name));
  return unknown.map(
    (name) =>
      `${given.label("deploy")}: ${quote(name)} is none of the stages of the config file${didYouMean(name, names)}`,
  );
}

function variableProblems(given: Given): readonly string[] {
  const label = given.label("deploy-env");
  const variables = given.get("deploy-env") ?? [];
  const idle = variables.length > 0 && given.get("deploy").length === 0;
  const reserved = variables.map(([name]) => name).filter(isReserved);
  return [...(idle ? [`${label}: needs deploy`] : []), ...reserved.map((name) => `${label}: ${reservedWords(name)}`)];
}

function reservedWords(name: string): string {
  return `${name} is a variable of the runner, which stages do not get; give the value another name`;
}
