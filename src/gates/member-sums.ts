import { posix } from "node:path";
import { outputOf } from "../collect/output.ts";
import { depsTemplate } from "../go/deps-template.ts";
import { tagFlags } from "../go/flags.ts";
import { goSentence } from "../go/go-words.ts";
import { type LackingSums, lackingSums } from "../go/lacking-sums.ts";
import type { SourceMap } from "../go/source-map.ts";
import type { Judgement } from "../model/judgement.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import type { Finding } from "../model/report.ts";
import type { Command } from "../model/step.ts";
import { toolchainName } from "../project/go-version.ts";
import { shellCommand } from "../text/shell.ts";
import type { Unit } from "./gate.ts";

/**
 * In a workspace go.work.sum and the go.sum files of all members count together; who takes a module of it alone has its own go.sum only. Asks the same of
 * each alone with the Go of the workspace, whatever its own `toolchain` line asks for, and fetches nothing for it. Says `-mod=readonly` because a vendor directory would be taken in place of go.sum, and `-mod=mod` of GOFLAGS writes it.
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
    env: { GOWORK: "off", GOPROXY: "off", ...toolchainOf(member) },
    cwd: { dir: member.module.dir },
    advisory: true,
  }));
}

function toolchainOf({ goVersion }: Unit["members"][number]): Command["env"] {
  const name = goVersion === null ? null : toolchainName(goVersion);
  return name === null ? {} : { GOTOOLCHAIN: name };
}

interface Lacking extends LackingSums {
  readonly dir: string;
}

/** A member that could not be asked, in Go's words. */
interface Unasked {
  readonly dir: string;
  readonly why: string;
}

/** The judgement with a warning for each member whose go.sum is incomplete or was not compared; `outcomes` in the order of `commands`. */
export async function withLackingSums(judgement: Judgement, { commands, outcomes, map }: SumFacts): Promise<Judgement> {
  const lacking: Lacking[] = [];
  const unasked: Unasked[] = [];
  for (const [index, { advisory, cwd }] of commands.entries()) {
    const outcome = outcomes[index];
    if (advisory !== true || typeof cwd === "string" || outcome === undefined) continue;
    const { stdout, stderr } = await outputOf([outcome]);
    const found = lackingSums(`${stdout}\n${stderr}`, map);
    if (found !== null) lacking.push({ dir: cwd.dir, ...found });
    else if (outcome.exitCode !== 0) unasked.push({ dir: cwd.dir, why: goSentence(stderr) || exitWords(outcome) });
  }
  if (lacking.length + unasked.length === 0) return judgement;
  const findings = [...judgement.findings, ...lacking.flatMap(findingsOf), ...unasked.map(unaskedFinding)];
  return { ...judgement, findings, ...(judgement.failure === null ? { warning: warningOf(lacking, unasked) } : {}) };
}

function exitWords({ exitCode }: CommandOutcome): string {
  return `go list ${exitCode === null ? "was ended by a signal" : `exited with ${exitCode}`}`;
}

function unaskedFinding({ dir, why }: Unasked): Finding {
  return {
    source: "deps",
    severity: "warning",
    ...{ path: posix.join(dir, "go.mod"), line: null, column: null },
    title: "go.sum was not compared: Go cannot load this module without go.work",
    message: `${why}\nWho uses this module by itself meets the same. See for yourself: ${shellCommand(dir, ["go", "list", "-deps", "./..."], { GOWORK: "off" })}`,
  };
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

function warningOf(lacking: readonly Lacking[], unasked: readonly Unasked[]): string {
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
    ...(unasked.length === 0
      ? []
      : [
          `go.sum of ${unasked.map(({ dir }) => dir).join(", ")} was not compared: Go cannot load a module there without go.work`,
        ]),
  ];
  return parts.join("; ");
}
