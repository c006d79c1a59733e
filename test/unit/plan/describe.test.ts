import { expect, it } from "vitest";
import { describeRun } from "../../../src/plan/describe.ts";
import { planRun } from "../../../src/plan/plan.ts";
import { type FactsOptions, mainPackage, makeFacts, moduleGates } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const choice = { name: "host", reason: "no Dagger engine answers", warning: null } as const;

/** The description without the stages. */
function described(options: FactsOptions): readonly string[] {
  const facts = makeFacts(options);
  const plan = planRun(facts, moduleGates);
  const lines = describeRun({ ...facts, choice, plan });
  expect(lines).toHaveLength(lines.indexOf("") + 1 + plan.stages.length);
  return lines.slice(0, lines.indexOf(""));
}

it("says what a run would use and why", () => {
  const mains = [mainPackage("example.com/tool/a"), mainPackage("example.com/tool/b")];
  const platforms = [
    { os: "linux", arch: "amd64", variant: null },
    { os: "linux", arch: "arm", variant: "v7" },
  ];
  const project = {
    unchecked: ["tools"],
    wantedGo: { version: "1.25.3", source: "go.mod" },
  } satisfies FactsOptions["project"];
  expect(described({ config: { platforms }, module: { mains }, project })).toEqual([
    "engine     host (no Dagger engine answers)",
    "go         go1.26.8 (go.mod asks for 1.25.3)",
    "module     example.com/tool in . (1 package, it lies in working-directory)",
    "mains      example.com/tool/a, example.com/tool/b",
    "platforms  linux/amd64, linux/arm/v7",
    "warning    not checked by this run: the Go modules in tools. `modules` and working-directory decide what is checked.",
  ]);
});

it("says what is not known", () => {
  const modules = [makeModule({ dir: ".", path: null })];
  expect(described({ module: { mains: [] }, project: { modules } })).toEqual([
    "engine     host (no Dagger engine answers)",
    "go         go1.26.8 (no go line asks for a version)",
    "module     (no module line) in . (1 package, it lies in working-directory)",
    "mains      none",
    "platforms  linux/amd64",
  ]);
  expect(described({ config: { goVersion: "1.24" } })[1]).toBe("go         go1.26.8 (go-version asks for 1.24)");
});
