import { posix } from "node:path";
import { readText } from "../collect/go-sources.ts";
import { outputOf } from "../collect/output.ts";
import { moduleFlags, tagFlags } from "../go/flags.ts";
import { fatalIn, isOfOtherGo, type Library, parseGoLicenses } from "../go/go-licenses.ts";
import { owner, repoPath } from "../go/source-map.ts";
import { toggle } from "../kinds/choice.ts";
import { input, listed } from "../kinds/input.ts";
import { type IgnoredModule, ignoredModules, licenses as licenseList } from "../kinds/licenses.ts";
import { filled } from "../kinds/list.ts";
import { moduleVersion } from "../kinds/versions.ts";
import { wholeOutput } from "../model/finding.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { ModuleFile } from "../model/project.ts";
import type { Finding } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import type { Command } from "../model/step.ts";
import { requireLine } from "../project/gomod.ts";
import { plural } from "../text/format.ts";
import { shellCommand } from "../text/shell.ts";
import { brokenTool, hasDied } from "./broken-tool.ts";
import { exceptionFinding, usedExceptions } from "./exceptions.ts";
import type { Bench, Conclusion, EndedStage, ModuleFacts, ModuleGate } from "./gate.ts";
import { execStep, goCommand, onCommandLines, withoutPackages } from "./go-steps.ts";
import { judgedOf } from "./judged.ts";
import { useOf } from "./programs.ts";
import { warns } from "./shared.ts";

const permissive = "MIT,Apache-2.0,BSD-2-Clause,BSD-3-Clause,ISC,0BSD,BSL-1.0,CC0-1.0,Unlicense,Zlib";

const inputs = {
  licenses: input(toggle, "false", {
    description: `Check with go-licenses that the licences of what is compiled in from other modules are on a list. ${warns}`,
  }),
  "licenses-allowed": input(filled(licenseList), permissive, {
    description:
      "Licences that may be compiled in, by their SPDX ids. The default has those that ask for no more than to be named.",
  }),
  "licenses-ignore": listed(ignoredModules, {
    description:
      "Modules that may be compiled in whatever their licence is. An entry that no module needs fails the check.",
    unset: "none",
  }),
  "licenses-version": input(moduleVersion("v2.0.1"), "v2.0.1", {
    description: "Version of go-licenses, unless go.mod has it on a `tool` line.",
  }),
};

type LicensesBench = Bench<typeof inputs>;

/** The program, and the package that `tool` lines name. */
const goLicenses = { name: "go-licenses", package: "github.com/google/go-licenses/v2" };

/** The licences of what other modules give to the packages of this one are on the list. */
export const licenses: ModuleGate<typeof inputs> = {
  name: "licenses",
  scope: "module",
  input: "licenses",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.licenses,
  program: goLicenses,
  findings: [
    {
      source: "licenses",
      title: "Licences",
      rank: 6,
      basic: false,
      style: "line",
      command: "stage",
      byCompiler: false,
      titleIsRule: true,
    },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { config, module, inspection, patterns, commandEnv } = facts;
    const use = useOf({ ...goLicenses, version: config.licensesVersion }, facts);
    // It has no flag for tags, and hands GOFLAGS on to the go command.
    const goflags = [inspection.goflags, ...tagFlags(config.buildTags)].filter((flag) => flag !== "").join(" ");
    const env = config.buildTags.length === 0 ? {} : { GOFLAGS: goflags };
    const args = ["report", "--", ...patterns];
    const step = execStep(facts, [use.command(args, env), ...whose(facts)], {
      program: use.program,
      reuse: { never: "it reads files of other modules" },
      weight: 1,
    });
    const command = shellCommand(module.dir, [...use.words, "report", ...patterns], { ...commandEnv, ...env });
    return [{ needs: [facts.idOf("deps")], step: withoutPackages(facts) ?? step, command }];
  },

  async judge(stage, outcome, bench) {
    const judged = await judgedOf(stage, outcome);
    const { stdout, stderr } = await outputOf(outcome.commands.slice(0, 1));
    if (!judged.passed || hasDied(judged, stderr)) {
      const place = { ...bench.source, cwd: judged.dir };
      const [command] = outcome.commands;
      if (command?.exitCode === 1 && isOfOtherGo(stderr)) return { failure: otherGo, findings: [], broken: true };
      return brokenTool(judged, { stderr, place, remedy: fatalIn(stderr) });
    }
    const libraries = parseGoLicenses(stdout);
    // It names the module itself, if nothing else.
    if (libraries.length === 0)
      return { failure: "go-licenses exited with 0, and its output holds no report", findings: [] };
    const foreign = isForeign(libraries, await ownersOf(stage, outcome, bench));
    return verdictOf(libraries.filter(foreign), stage, bench);
  },

  conclude: (ended, { config }) => exceptionsOf(ended, config.licensesIgnore),
};

const otherGo =
  "go-licenses was compiled by another Go than the module's, whose standard library it takes for a dependency (google/go-licenses#302): take it off PATH, or compile it with that Go";

function verdictOf(libraries: readonly Library[], stage: Stage, { config, project }: LicensesBench): Judgement {
  const allowed = new Set(config.licensesAllowed.map((id) => id.toLowerCase()));
  const refused = libraries
    .map((library) => ({ library, names: notAllowed(library, allowed) }))
    .filter(({ names }) => names.length > 0);
  const isIgnored = ({ name }: Library): boolean => config.licensesIgnore.some((entry) => covers(entry, name));
  const counting = refused.filter(({ library }) => !isIgnored(library));
  const names = config.licensesIgnore
    .filter((entry) => refused.some(({ library }) => covers(entry, library.name)))
    .map(({ module }) => module);
  const products = [{ type: "ignored", names }] as const;
  if (counting.length === 0) return { failure: null, findings: [], products };
  const dir = stage.module ?? ".";
  const path = posix.join(dir, "go.mod");
  const goMod = readText(project, path) ?? "";
  const findings = counting.map((each) => refusal(each.library, each.names, path, goMod));
  const which = [...new Set(counting.flatMap((each) => each.names))].sort().join(", ");
  return {
    failure: `${plural(counting.length, "dependency", "dependencies")} with a licence that is not on the list: ${which}`,
    findings,
    products,
  };
}

/** A main module, or one that a directory replaces, and its directory; nothing for all others. */
const ownFormat =
  "{{if .Main}}{{.Path}} {{.Dir}}{{else if .Replace}}{{if not .Replace.Version}}{{.Path}} {{or .Dir .Replace.Path}}{{end}}{{end}}";

/** Asks which of the modules that go.mod requires are no version of anything. What is not answered is another's. */
function whose({ module, inspection }: ModuleFacts<typeof inputs>): readonly Command[] {
  const args = ["list", "-m", ...moduleFlags(inspection, module.vendored), "-f", ownFormat];
  return onCommandLines(module.requires).map((paths) => ({ ...goCommand([...args, ...paths]), advisory: true }));
}

/** Modules that code may be of, by their paths. */
interface Owners {
  /** The module whose stage it is. */
  readonly main: string | null;
  readonly modules: readonly (Pick<ModuleFile, "dir" | "path"> & { readonly ours: boolean })[];
}

async function ownersOf(stage: Stage, outcome: StepOutcome, { project, source }: LicensesBench): Promise<Owners> {
  const dir = stage.module ?? ".";
  const module = project.modules.find((found) => found.dir === dir);
  const { stdout } = await outputOf(outcome.commands.slice(1));
  const ours = new Set<string>();
  for (const line of stdout.split(/\r?\n/)) {
    const [, path, place] = /^(\S+) (.+)$/.exec(line) ?? [];
    // Its go.mod, since the directory of the repository itself has no path in it.
    if (path !== undefined && repoPath(source, `${place}/go.mod`, dir) !== null) ours.add(path);
  }
  const required = module?.requires ?? [];
  const others = project.modules.filter(({ path }) => path === null || !required.includes(path));
  return {
    main: module?.path ?? null,
    modules: [
      ...others.map(({ dir, path }) => ({ dir, path, ours: true })),
      ...required.map((path) => ({ dir, path, ours: ours.has(path) })),
    ],
  };
}

/** The repository's own code has whatever licence it has; code of others in it has a file of its own, with another one. */
function isForeign(libraries: readonly Library[], { main, modules }: Owners): (library: Library) => boolean {
  const known = libraries.find(({ name }) => name === main)?.licenses ?? [];
  return ({ name, licenses }) =>
    name !== main && (owner({ modules }, name)?.ours !== true || licenses.some((id) => !known.includes(id)));
}

const unknown = "unknown";

function notAllowed({ licenses }: Library, allowed: ReadonlySet<string>): readonly string[] {
  return licenses.length === 0 ? [unknown] : licenses.filter((id) => !allowed.has(id.toLowerCase()));
}

function covers({ module }: IgnoredModule, name: string): boolean {
  return name === module || name.startsWith(`${module}/`);
}

/** At the line of go.mod that requires it; there is none for what another module of a workspace requires. */
function refusal({ name, url }: Library, names: readonly string[], path: string, goMod: string): Finding {
  const what = names.includes(unknown)
    ? "no file with a licence that go-licenses knows"
    : `${names.join(" and ")}, which \`licenses-allowed\` does not have`;
  return {
    source: "licenses",
    severity: "error",
    ...{ path, line: requireLine(goMod, name), column: null },
    title: names.join(", "),
    message: [`${name}: ${what}`, ...(url === null ? [] : [url])].join("\n"),
  };
}

/** An entry that nothing needs would hide what comes next; only when every module was looked at. */
function exceptionsOf(ended: readonly EndedStage[], ignored: readonly IgnoredModule[]): Conclusion | null {
  const used = usedExceptions(ended);
  const idle = used === null ? [] : ignored.filter(({ module }) => !used.has(module));
  if (idle.length === 0) return null;
  const findings = idle.map(({ module }) =>
    exceptionFinding("licenses", module, "no module needs the exception: remove it"),
  );
  const failure = `licenses-ignore has entries that are not needed: ${idle.map(({ module }) => module).join(", ")}`;
  return { variant: "ignore", failure, findings };
}
