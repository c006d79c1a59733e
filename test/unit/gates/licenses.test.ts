import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { licenses } from "../../../src/gates/licenses.ts";
import type { Judgement } from "../../../src/model/judgement.ts";
import { noImageFacts, type StepOutcome } from "../../../src/model/outcome.ts";
import type { Stage } from "../../../src/model/stage.ts";
import { requireLine } from "../../../src/project/gomod.ts";
import { makeBench } from "../../support/bench.ts";
import { makePlan } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { directory } from "../../support/repository.ts";

function planned(requires: readonly string[]): Stage {
  const project = { modules: [makeModule({ requires })] };
  const stage = makePlan({ config: { licenses: "true" }, project }).stages.find(({ id }) => id === "licenses");
  if (stage === undefined) throw new Error("no stage licenses");
  return stage;
}

/** Judges a report of the module `example.com/tool` in a repository that has `example.com/tool/lib` too. */
const judged = (...lines: readonly string[]): Promise<Judgement> => judgedWith({ requires: [], listed: [] }, ...lines);

interface Required {
  /** By the module's go.mod. */
  readonly requires: readonly string[];
  /** What `go list -m` says of them; null: it fails. */
  readonly listed: readonly string[] | null;
}

async function judgedWith({ requires, listed }: Required, ...lines: readonly string[]): Promise<Judgement> {
  const text = (of: readonly string[]): string => of.map((line) => `${line}\n`).join("");
  const dir = directory({ "0.stdout": text(lines), "1.stdout": text(listed ?? []), stderr: "" });
  const codes = requires.length === 0 ? [0] : [0, listed === null ? 1 : 0];
  const commands = codes.map((exitCode, at) => ({
    ...{ exitCode, signal: null, durationMs: 1, stdout: join(dir, `${at}.stdout`), stderr: join(dir, "stderr") },
  }));
  mkdirSync(join(dir, "root"));
  writeFileSync(join(dir, "root/go.mod"), "module example.com/tool\n");
  const bench = makeBench(await prepareOutputDir(join(dir, "out"), dir));
  const modules = [
    makeModule({ dir: ".", path: "example.com/tool", requires }),
    makeModule({ dir: "lib", path: "example.com/tool/lib" }),
  ];
  const outcome: StepOutcome = {
    ...{ stage: "licenses", end: "exited", problem: null, startedAt: new Date(), durationMs: 1, cached: false },
    ...{ commands, resultDir: dir, image: noImageFacts },
  };
  return licenses.judge(planned(requires), outcome, {
    ...bench,
    source: { ...bench.source, root: "/src", modules },
    project: { ...bench.project, root: join(dir, "root"), modules },
  });
}

const own = "example.com/tool,Unknown,AGPL-3.0";

describe("licenses", () => {
  it.each([
    ["the module itself", [own]],
    ["another module of the repository with the same licence", [own, "example.com/tool/lib,Unknown,AGPL-3.0"]],
    ["another module of the repository without a file", [own, "example.com/tool/lib,Unknown,Unknown"]],
  ])("leaves the repository's own code alone: %s", async (_, lines) => {
    expect((await judged(...lines)).failure).toBeNull();
  });

  it.each([
    ["a version of another module below its path", ["example.com/tool/dep"], [], true],
    [
      "one that a directory outside of the repository replaces",
      ["example.com/tool/dep"],
      ["example.com/tool/dep /dep"],
      true,
    ],
    ["one that a directory of it replaces", ["example.com/tool/dep"], ["example.com/tool/dep /src/dep"], false],
    ["one that a directory replaces, with vendor", ["example.com/tool/dep"], ["example.com/tool/dep ./dep"], false],
    ["one of the workspace", ["example.com/tool/dep"], ["example.com/tool/dep /src/dep"], false],
    ["one of a workspace, outside of the repository", ["example.com/tool/dep"], ["example.com/tool/dep /else"], true],
    ["the module at the root, as its directory", ["example.com/tool/dep"], ["example.com/tool/dep /src"], false],
    ["the module at the root, as the one above", ["example.com/tool/dep"], ["example.com/tool/dep ."], false],
    ["one of which nothing is known", ["example.com/tool/dep"], null, true],
    ["a version of a module that the repository has too", ["example.com/tool/lib"], [], true],
  ])("knows whose a required module is: %s", async (_, requires, listed, isForeign) => {
    const { failure } = await judgedWith({ requires, listed }, own, `${requires[0]}/below,Unknown,AGPL-3.0`);
    expect(failure).toBe(isForeign ? "1 dependency with a licence that is not on the list: AGPL-3.0" : null);
  });

  it.each(["example.com/tool/third_party/x", "example.com/tool/lib"])(
    "counts copies of other people's code: %s",
    async (name) => {
      const { failure, findings } = await judged(own, `${name},https://example.com/x,GPL-2.0`);
      expect(failure).toBe("1 dependency with a licence that is not on the list: GPL-2.0");
      expect(findings).toMatchObject([
        {
          path: "go.mod",
          line: null,
          message: `${name}: GPL-2.0, which \`licenses-allowed\` does not have\nhttps://example.com/x`,
        },
      ]);
    },
  );
});

describe("the line of go.mod that requires a module", () => {
  const goMod = [
    "module example.com/tool",
    "require example.com/alone v1.0.0",
    "require ( // some",
    '\t"example.com/quoted" v1.0.0',
    "\texample.com/a v1.0.0",
    "\texample.com/a/v2 v2.0.0 // indirect",
    ")",
    "replace (",
    "\texample.com/other => ../other",
    ")",
    "exclude example.com/not v1.0.0",
  ].join("\n");

  it.each([
    ["example.com/alone", 2],
    ["example.com/quoted/below", 4],
    ["example.com/a/x", 5],
    ["example.com/a/v2/x", 6],
    ["example.com/ab", null],
    ["example.com/other", null],
    ["example.com/not", null],
  ])("of %s is %j", (path, line) => {
    expect(requireLine(goMod, path)).toBe(line);
  });
});
