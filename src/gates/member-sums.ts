import { posix } from "node:path";
import { outputOf } from "../collect/output.ts";
import { depsTemplate } from "../go/deps-template.ts";
import { tagFlags } from "../go/flags.ts";
import { type LackingSums, lackingSums } from "../go/lacking-sums.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { Judgement } from "../model/judgement.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import type { Finding } from "../model/report.ts";
import type { Command } from "../model/step.ts";
import { shellCommand } from "../text/shell.ts";
import type { Unit } from "./gate.ts";

/**
 * In a workspace go.work.sum and the go.sum files of all members count together; who takes a module of it alone has its own go.sum only. Asks the same of
 * each alone, and fetches nothing for it. Says `-mod=readonly` because a vendor directory would be taken in place of go.sum, and `-mod=mod` of GOFLAGS writes it.
 */
export function sumChecks(
  { workspace, members }: Unit,
  tags: readonly string[],
  patternsOf: (member: Unit["members"][number]) => readonly string[],
): readonly Command[] {
  if (workspace === null) return [];
  const list = ["list", "-e", "-deps", "-test", "-mod=readonly", ...tagFlags(tags), "-f", depsTemplate, "--"];
  return members.map((member) => ({
    tool: "go",
    args: [...list, ...patternsOf(member)],
    env: { GOWORK: "off", GOPROXY: "off" },
    cwd: { dir: member.module.dir },
    advisory: true,
  }));
}

interface Lacking extends LackingSums {
  readonly dir: string;
}

/** The judgement with a warning for each member whose go.sum is incomplete; `outcomes` in the order of `commands`. */
export async function withLackingSums(judgement: Judgement, { commands, outcomes, map }: SumFacts): Promise<Judgement> {
  const lacking: Lacking[] = [];
  for (const [index, { advisory, cwd }] of commands.entries()) {
    const outcome = outcomes[index];
    if (advisory !== true || typeof cwd === "string" || outcome === undefined) continue;
    const { stdout, stderr } = await outputOf([outcome]);
    const found = lackingSums(`${stdout}\n${stderr}`, map);
    if (found !== null) lacking.push({ dir: cwd.dir, ...found });
  }
  if (lacking.length === 0) return judgement;
  const findings = [...judgement.findings, ...lacking.flatMap(findingsOf)];
  return { ...judgement, findings, ...(judgement.failure === null ? { warning: warningOf(lacking) } : {}) };
}

interface SumFacts {
  readonly commands: readonly Command[];
  readonly outcomes: readonly CommandOutcome[];
  readonly map: SourceMap;
}

function findingsOf({ dir, own, others }: Lacking): readonly Finding[] {
  const warning = { source: "deps", severity: "warning", line: null, column: null } as const;
  const tidy = shellCommand(dir, ["go", "mod", "tidy"], { GOWORK: "off" });
  const unpublished = own.map((module) => ({
    ...warning,
    path: posix.join(dir, "go.mod"),
    title: `only go.work says where ${module.path} is`,
    message: `Who uses this module by itself does not get the one in ${module.dir}. Publish it and require that version; for builds in this repository a \`replace\` line does. Then run: ${tidy}`,
  }));
  const incomplete = {
    ...warning,
    path: posix.join(dir, "go.sum"),
    title: "go.sum is complete only together with go.work",
    message: `Who uses this module by itself misses entries. Run: ${tidy}`,
  };
  return others ? [...unpublished, incomplete] : unpublished;
}

function warningOf(lacking: readonly Lacking[]): string {
  const incomplete = lacking.filter(({ others }) => others).map(({ dir }) => dir);
  const unpublished = lacking.filter(({ own }) => own.length > 0).map(({ dir }) => dir);
  const parts = [
    ...(incomplete.length === 0
      ? []
      : [
          `go.sum of ${incomplete.join(", ")} is complete only together with go.work: run \`GOWORK=off go mod tidy\` there`,
        ]),
    ...(unpublished.length === 0
      ? []
      : [`only go.work says where modules are that ${unpublished.join(", ")} requires`]),
  ];
  return parts.join("; ");
}
