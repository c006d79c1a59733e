import { join } from "node:path";
import { isRegularFile } from "../collect/files.ts";
import type { Twice } from "../go/binary-difference.ts";
import { flagWords } from "../go/flags.ts";
import { toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import { type Platform, platformKey } from "../model/platform.ts";
import type { Finding } from "../model/report.ts";
import type { NotRun } from "../model/stage.ts";
import type { Command, OwnCopy } from "../model/step.ts";
import { assignment, inDirectory, shellWord } from "../text/shell.ts";
import { binariesOf, build, buildCommands, buildEnv, buildFlags } from "./build.ts";
import { buildInputs } from "./build-inputs.ts";
import { judgeCompiler } from "./compiler.ts";
import { reachesOutside } from "./drift.ts";
import { compileError } from "./findings.ts";
import type { ModuleFacts, ModuleGate } from "./gate.ts";
import { execStep, fetches } from "./go-steps.ts";
import { counted, judgedOf } from "./judged.ts";
import { warns } from "./shared.ts";

const inputs = {
  // What is built again is built in the same way.
  ...buildInputs,
  reproducible: input(toggle, "false", {
    description: `Build the programs of one platform, the machine's own where it is among \`platforms\`, again with nothing from the build cache, and with \`trimpath\` and without \`buildvcs\` at another path: each has to be the same, byte for byte. ${warns}`,
  }),
};

type Facts = ModuleFacts<typeof inputs>;

/** The programs of one platform, built again from nothing, are those that were built. */
export const reproducible: ModuleGate<typeof inputs> = {
  name: "reproducible",
  scope: "module",
  input: "reproducible",
  inputs,
  group: "Builds",
  toggle: (config) => config.reproducible,
  findings: [
    compileError,
    {
      source: "reproducible",
      ...{ title: "Programs that come out otherwise", rank: 6, basic: false, style: "output", command: "stage" },
      byCompiler: false,
    },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { platforms } = facts.config;
    const [platform] = [...platforms.filter(isNative(facts)), ...platforms].filter((each) => builds(facts, each));
    if (platform === undefined) return [{ needs: [], step: nothing, command: "" }];
    const variant = platformKey(platform);
    const binaries = binariesOf(facts, platform);
    const env = buildEnv(facts, platform);
    // With -a neither compiled packages nor what C compilers made of them comes from the cache (useCache of cmd/go/internal/work, Go 1.22 to 1.27).
    const flags = buildFlags(facts);
    const first = buildCommands(facts, { binaries, flags, env });
    const again = buildCommands(facts, { binaries, flags: ["-a", ...flags], env });
    const copy = copyFor(facts);
    const step = execStep(facts, again, {
      ...(copy === null ? {} : { copy }),
      gets: fetches(facts),
      leaves: binaries.map(({ out }) => out),
      reuse: { never: "it is about being made anew" },
      weight: 0,
    });
    const command = lineOf(facts, { first, again }, copy !== null);
    return [{ variant, needs: [facts.idOf(build.name, variant)], step, command, rebuilds: binaries }];
  },

  async judge(stage, outcome, bench) {
    const { rebuilds = [] } = stage;
    const there = await Promise.all(rebuilds.map(({ file }) => isRegularFile(join(bench.output.bin, file))));
    const made = rebuilds.filter((_, index) => there[index]);
    if (made.length === 0) return { failure: null, findings: [], skipped: "the first build made no program" };
    const { end, death } = await judgedOf(stage, outcome);
    // With `build: warn` some do not compile: the build has said so, and here are those that do.
    const told = made.length < rebuilds.length && death === null && made.every(({ out }) => !end.missing.includes(out));
    const how = { source: "compile", noun: "error", setsPlatform: true } as const;
    const judged = await judgeCompiler(stage, outcome, bench, how);
    if (judged.failure !== null && !told) return judged;
    const { differenceOf } = await import("../collect/same-binary.ts");
    const findings: Finding[] = [];
    for (const { out, file, package: importPath } of made) {
      const files = { first: join(bench.output.bin, file), again: join(outcome.resultDir, out) };
      const difference = await differenceOf(files, importPath);
      if (difference !== null) findings.push(finding(file, difference));
    }
    const names = findings.map(({ title }) => title).join(", ");
    const others = counted(findings.length, "program");
    return { failure: others === null ? null : `${others} came out otherwise: ${names}`, findings };
  },
};

const nothing: NotRun = { status: "skipped", reason: "no program is built" };

function isNative({ inspection: { native } }: Facts): (platform: Platform) => boolean {
  return (platform) => platformKey(platform) === platformKey(native);
}

function builds(facts: Facts, platform: Platform): boolean {
  return binariesOf(facts, platform).length > 0;
}

/** null: in the repository itself. The path would be inside of what is built, or what is built lies outside of a copy, or it is stamped with what git says, and of a copy git may say something else. */
function copyFor({ config, inspection, module }: Facts): OwnCopy | null {
  const trims = config.trimpath || flagWords(inspection.goflags).some((word) => /^--?trimpath(=true|=1)?$/.test(word));
  if (!trims || config.buildvcs || reachesOutside([module]) !== null) return null;
  return { git: false, uncompared: true, elsewhere: true };
}

/** For the root of the repository: both builds, each to a directory of its own, and whether what they left is the same. */
function lineOf(facts: Facts, { first, again }: Twice<readonly Command[]>, moves: boolean): string {
  const anew = linesOf(facts, again, "again").join(" && ");
  return [
    "dir=$(mktemp -d)",
    ...linesOf(facts, first, "first"),
    moves ? `cp -RP . "$dir/copy" && (cd "$dir/copy" && ${anew})` : anew,
    'diff -r "$dir/first" "$dir/again"',
  ].join(" && ");
}

function linesOf({ module, commandEnv }: Facts, builds: readonly Command[], to: string): readonly string[] {
  return builds.map(({ args, env }) => {
    const variables = Object.entries({ ...commandEnv, ...env }).map(([name, value]) => assignment(name, value));
    const words = args.map((arg) => {
      if (typeof arg === "string") return shellWord(arg);
      return `${arg.prefix}"$dir/${to}/${"out" in arg ? arg.out : arg.brought}"`;
    });
    return inDirectory(module.dir, [...variables, "go", ...words].join(" "));
  });
}

function finding(title: string, message: string): Finding {
  return { source: "reproducible", severity: "error", path: null, line: null, column: null, title, message };
}
