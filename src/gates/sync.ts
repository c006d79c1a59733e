import { posix } from "node:path";
import { outputOf } from "../collect/output.ts";
import { parseDeps } from "../go/deps.ts";
import { wholeOutput } from "../model/finding.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import { shellCommand } from "../text/shell.ts";
import { changes } from "./changes.ts";
import { changedInCopy, reachesOutside } from "./drift.ts";
import type { Member, WorkspaceGate } from "./gate.ts";
import { execStep, goCommand } from "./go-steps.ts";
import { counted, failureOf, judgeExec } from "./judged.ts";
import { tidyInputs } from "./tidy.ts";

/**
 * `go work sync` has nothing to change in go.work, nor in go.mod and go.sum of the modules that it names. It leaves go.sum of a module whose go.mod it raises
 * without lines that the module needs alone (findings/work-sync-breaks-module-alone.sh), so that `go mod tidy` in each module is a part of it: after
 * both, neither changes anything. What the modules themselves want tidied is said by their own stages, which come first. go.work.sum is Go's own record of
 * what it has downloaded, written by every build, and does not count.
 */
export const sync: WorkspaceGate<typeof tidyInputs> = {
  name: "sync",
  scope: "workspace",
  input: "tidy",
  inputs: tidyInputs,
  group: "Checks and tests",
  toggle: (config) => config.tidy,
  fixes: "always",
  findings: [
    {
      source: "sync",
      title: "go work sync",
      rank: 4,
      basic: false,
      style: "diff",
      command: "stage",
      byCompiler: false,
    },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { unit } = facts;
    if (unit.workspace === null) return [];
    const dir = posix.dirname(unit.workspace);
    const [first] = unit.members;
    if (first === undefined) return [];
    const module = { dir, env: first.module.env };
    const step = execStep({ ...facts, module }, [goCommand(["work", "sync"]), ...unit.members.map(tidied)], {
      // It fetches, and runs no code of the repository.
      gets: { logins: true, testEnv: false },
      copy: { git: false },
      reuse: { never: "what a module proxy has decides about it" },
      weight: 0,
    });
    const needs = unit.members.map((member) => facts.idOf("tidy", null, member.module.dir));
    const outside = reachesOutside(unit.members.map((member) => member.module));
    return [{ needs, step: outside ?? step, command: syncLine(dir, unit.members, facts.commandEnv) }];
  },

  judge: (stage, outcome, { source, project }) =>
    judgeExec(stage, outcome, async (judged) => {
      const { stdout, stderr } = await outputOf(outcome.commands);
      const [command] = outcome.commands;
      const exitCode = command?.exitCode ?? null;
      if (judged.death !== null || exitCode === null) return { failure: failureOf(judged), findings: [] };
      const said = parseDeps({ stdout, stderr, exitCode }, { ...source, cwd: judged.step.module });
      const findings = said.findings.map((finding) => ({ ...finding, source: "sync" }));
      return { failure: failureOf(judged, said.failedBecause), findings, broken: said.environment };
    }).then(async (judgement) => {
      if (outcome.end !== "exited" || judgement.failure !== null) return judgement;
      const files = await changedInCopy(outcome.resultDir, project, {
        title: () => "go work sync changes it",
        counts: countsFor(stage.step),
      });
      if (files === null) return { failure: "what it changes is not known", findings: [] };
      const failure = counted(files.length, "file");
      if (failure === null) return judgement;
      const drift = changes("sync", "go work sync changes it", files, { covers: ["tidy", "sync"], complete: true });
      return { failure: `${failure} to change: go work sync, then go mod tidy in each module`, ...drift };
    }),
};

/** A member that cannot be tidied alone, as one that requires another which only go.work gives it, stays as `go work sync` leaves it. */
function tidied({ module: { dir } }: Member) {
  return { ...goCommand(["mod", "tidy"]), env: { GOWORK: "off" }, cwd: { dir }, advisory: true } as const;
}

/** go.work, and go.mod and go.sum of the members, which are where the commands run. */
function countsFor(step: Stage["step"]): (path: string) => boolean {
  if (!isRunnable(step) || step.type !== "exec") return () => false;
  const members = step.commands.flatMap(({ cwd }) => (typeof cwd === "string" ? [] : [cwd.dir]));
  const own = members.flatMap((member) => ["go.mod", "go.sum"].map((name) => posix.join(member, name)));
  const counting = new Set([posix.join(step.module, "go.work"), ...own]);
  return (path) => counting.has(path);
}

function syncLine(dir: string, members: readonly Member[], env: Readonly<Record<string, string>>): string {
  const lines = [shellCommand(dir, ["go", "work", "sync"], env)];
  for (const { module } of members) lines.push(shellCommand(module.dir, ["go", "mod", "tidy"], env));
  return lines.join(" && ");
}
