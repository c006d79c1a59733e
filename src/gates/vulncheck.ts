import { posix } from "node:path";
import { noteOf, writeToldLog } from "../collect/logs.ts";
import { outputOf } from "../collect/output.ts";
import { readLines } from "../files/lines.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import { tagFlags } from "../go/flags.ts";
import type { Scan, Vulnerability } from "../go/govulncheck.ts";
import { toggle } from "../kinds/choice.ts";
import { input, listed, optional } from "../kinds/input.ts";
import { moduleVersion } from "../kinds/versions.ts";
import {
  databaseOf,
  type IgnoredVulnerability,
  ignoredVulnerabilities,
  vulnerabilityDatabase,
} from "../kinds/vulnerabilities.ts";
import type { Judgement } from "../model/judgement.ts";
import type { Finding } from "../model/report.ts";
import { joinPath } from "../project/gomod.ts";
import { plural } from "../text/format.ts";
import { shellCommand } from "../text/shell.ts";
import { brokenTool, errorIn, hasDied } from "./broken-tool.ts";
import { exceptionFinding, usedExceptions } from "./exceptions.ts";
import { compileError } from "./findings.ts";
import type { Bench, Conclusion, EndedStage, ModuleGate } from "./gate.ts";
import { execStep, withoutPackages } from "./go-steps.ts";
import { type Judged, judgedOf } from "./judged.ts";
import { useOf } from "./programs.ts";
import { warns } from "./shared.ts";

/** Where a database is: an address, or a directory relative to the repository. */
type Database = { readonly url: string } | { readonly directory: string };

const inputs = {
  vulncheck: input(toggle, "false", {
    description: `Check with govulncheck that no known vulnerability is called. ${warns}`,
  }),
  "vulncheck-version": input(moduleVersion("v1.9.0"), "v1.9.0", {
    description: "Version of govulncheck, unless go.mod has it on a `tool` line.",
  }),
  "vulncheck-db": optional(vulnerabilityDatabase, {
    description: "Vulnerability database that govulncheck asks: the address of a mirror, or a directory with a copy.",
    unset: "`GOVULNDB` of the environment, else `https://vuln.go.dev`",
    notFromConfigFile: "it decides which server learns what the repository uses, and what counts as a vulnerability",
    resolve: (given, site): Database | null => {
      // A wrong variable is refused where it counts, and nothing of it is ever shown.
      const named = databaseOf(site.variable("GOVULNDB"));
      const database = given ?? (named.ok ? named.value : null);
      if (database === null || "url" in database) return database;
      return { directory: joinPath(site.directory, database.directory) };
    },
  }),
  "vulncheck-ignore": listed(ignoredVulnerabilities, {
    description:
      "Vulnerabilities that do not count although they are called. An entry whose last day is over fails the check, and so does one that no module calls.",
    unset: "none",
  }),
};

type VulncheckBench = Bench<typeof inputs>;

/** The program, and the package that `tool` lines name. */
export const govulncheck = { name: "govulncheck", package: "golang.org/x/vuln/cmd/govulncheck" };

/** No known vulnerability is called. */
export const vulncheck: ModuleGate<typeof inputs> = {
  name: "vulncheck",
  scope: "module",
  input: "vulncheck",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.vulncheck,
  program: govulncheck,
  findings: [
    compileError,
    {
      source: "vulncheck",
      title: "Vulnerabilities",
      rank: 6,
      basic: false,
      style: "line",
      command: "stage",
      byCompiler: false,
      titleIsRule: true,
    },
  ],
  log: "own",
  // Somebody wants to know how old the database was.
  output: () => ({ asked: true, brief: false }),

  plan(facts) {
    const { config, module, inspection, patterns, commandEnv } = facts;
    const use = useOf({ ...govulncheck, version: config.vulncheckVersion }, facts);
    const tags = tagFlags(config.buildTags);
    const database = (root: string): readonly string[] =>
      config.vulncheckDb === null ? [] : [`-db=${addressOf(config.vulncheckDb, root)}`];
    const args = ["-json", ...database(inspection.root), ...tags, "--", ...patterns];
    const step = execStep(facts, [use.command(args)], {
      program: use.program,
      reuse: { never: "what a database has decides about it" },
      weight: 2,
    });
    const words = [...use.words, ...database(inspection.root), ...tags, ...patterns];
    const command = shellCommand(module.dir, words, commandEnv);
    return [{ needs: [facts.idOf("deps")], step: withoutPackages(facts) ?? step, command }];
  },

  async judge(stage, outcome, bench) {
    const judged = await judgedOf(stage, outcome);
    const [command] = outcome.commands;
    const { stderr } = await outputOf(outcome.commands);
    const scan = command === undefined ? null : await read(command.stdout, bench);
    const log = [
      ...(scan === null ? [] : told(scan, bench.config.vulncheckIgnore)),
      stderr.trimEnd(),
      noteOf(outcome.problem) ?? "",
    ];
    await writeToldLog(
      bench.output.log(stage.id),
      log.filter((line) => line !== ""),
      bench.redactor,
    );
    if (outcome.end !== "exited" || command?.exitCode !== 0 || hasDied(judged, stderr))
      return withoutScan(judged, scan, stderr, bench);
    if (scan?.loaded !== true)
      return { failure: "govulncheck exited with 0, and its output holds no scan", findings: [] };
    return verdictOf(scan, bench.config.vulncheckIgnore);
  },

  conclude(ended, { config }) {
    return exceptionsOf(ended, config.vulncheckIgnore, today());
  },
};

/** On Windows a path of an address begins with a slash before the drive. */
function addressOf(database: Database, root: string): string {
  if ("url" in database) return database.url;
  const path = posix.join(root.replaceAll("\\", "/"), database.directory);
  return `file://${path.startsWith("/") ? "" : "/"}${encodeURI(path)}`;
}

/** null: what was printed is no stream of govulncheck's, or not all of one. */
async function read(path: string, { source }: VulncheckBench): Promise<Scan | null> {
  const { readGovulncheck } = await import("../go/govulncheck.ts");
  return readGovulncheck(readLines(path), source).catch(() => null);
}

/**
 * It begins by looking for the database, prints what it is told to do, loads the packages, and prints which: what is missing says how far it came. All but the
 * command line ends with 1 (1.9.0).
 */
function withoutScan(judged: Judged, scan: Scan | null, stderr: string, { source, config }: VulncheckBench): Judgement {
  const { outcome, step, dir } = judged;
  const place = { ...source, cwd: dir };
  const [command] = outcome.commands;
  const ran = outcome.end === "exited" && command?.exitCode === 1 && scan !== null;
  const byGo = step.commands[0]?.tool === "go";
  const asked = scan?.database ?? null;
  if (ran && (scan.loaded || (asked === null && (!byGo || /^creating client: /m.test(stderr))))) {
    const given = config.vulncheckDb;
    const name = asked ?? (given === null ? "https://vuln.go.dev" : "url" in given ? given.url : given.directory);
    const remedy = "`vulncheck-db` or GOVULNDB can name a mirror or a copy";
    return {
      failure: `the vulnerability database ${name} cannot be read: ${errorIn(stderr)}; ${remedy}`,
      findings: [],
      broken: true,
    };
  }
  const said = brokenTool(judged, { stderr, place, remedy: null });
  if (!ran || asked === null) return said;
  const findings = parseDiagnostics(stderr, { ...place, source: "compile" }).filter(({ path }) => path !== null);
  return { ...said, findings };
}

function verdictOf({ vulnerabilities, modified }: Scan, ignored: readonly IgnoredVulnerability[]): Judgement {
  const called = vulnerabilities.filter(({ nearness }) => nearness === "called");
  const names = called.map(({ id }) => id).filter((id) => ignored.some((entry) => entry.id === id));
  const counting = called.filter(({ id }) => !holds(ignored, id));
  const products = [{ type: "ignored", names }] as const;
  if (counting.length === 0) return { failure: null, findings: [], products };
  const when = modified === null ? "" : ` (database of ${modified.slice(0, 10)})`;
  const failure = `${plural(counting.length, "called vulnerability", "called vulnerabilities")}${when}`;
  return { failure, findings: counting.flatMap(findingsOf), products };
}

function holds(ignored: readonly IgnoredVulnerability[], id: string): boolean {
  return ignored.some((entry) => entry.id === id && !isOver(entry, today()));
}

/** In the time of Greenwich, for every machine the same. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function isOver({ until }: IgnoredVulnerability, day: string): boolean {
  return until !== null && until < day;
}

/** One for each place in the repository that leads to it. */
function findingsOf(vulnerability: Vulnerability): readonly Finding[] {
  const { id, aliases, summary } = vulnerability;
  return vulnerability.calls.map(({ symbol, caller, path, line, column }) => {
    const by = caller === null ? symbol : `${caller} calls ${symbol}`;
    const more = [versionsOf(vulnerability), ...aliases, `https://pkg.go.dev/vuln/${id}`].join(", ");
    const message = `${id}: ${by}${summary === "" ? "" : `: ${summary}`}\n${more}`;
    return { source: "vulncheck", severity: "error", path, line, column, title: id, message };
  });
}

/** `golang.org/x/text v0.3.0, fixed in v0.3.7`. */
function versionsOf({ module, version, fixed }: Vulnerability): string {
  return `${[module, version ?? ""].join(" ").trim()}, ${fixed === null ? "not fixed" : `fixed in ${fixed}`}`;
}

/** What people see of a scan. */
function told(scan: Scan, ignored: readonly IgnoredVulnerability[]): readonly string[] {
  const { scanner, database, modified, directories, vulnerabilities } = scan;
  const count = (nearness: Vulnerability["nearness"]): string =>
    `${vulnerabilities.filter((found) => found.nearness === nearness).length} ${nearness}`;
  return [
    ...(scanner === null ? [] : [scanner]),
    ...(database === null
      ? []
      : [
          `database ${database}, ${modified === null ? "which does not say how old it is" : `last changed ${modified}`}`,
        ]),
    ...(scan.loaded ? [`vulnerabilities: ${count("called")}, ${count("imported")}, ${count("required")}`] : []),
    ...vulnerabilities.map(
      (found) => `${found.nearness} ${found.id} ${versionsOf(found)}: ${found.summary}${whyIgnored(found, ignored)}`,
    ),
    ...(directories.length === 0
      ? []
      : [`not looked at, since directories in the place of modules have no version: ${directories.join(", ")}`]),
  ];
}

function whyIgnored({ id, nearness }: Vulnerability, ignored: readonly IgnoredVulnerability[]): string {
  const entry = nearness !== "called" ? undefined : ignored.find((known) => known.id === id && !isOver(known, today()));
  return entry === undefined ? "" : ` (ignored: ${entry.reason})`;
}

/** What is wrong with the list of exceptions, when every module was looked at. What does not apply any more would hide what comes next. */
function exceptionsOf(
  ended: readonly EndedStage[],
  ignored: readonly IgnoredVulnerability[],
  day: string,
): Conclusion | null {
  const used = usedExceptions(ended);
  const over = ignored.filter((entry) => isOver(entry, day));
  const idle = used === null ? [] : ignored.filter((entry) => !isOver(entry, day) && !used.has(entry.id));
  if (over.length + idle.length === 0) return null;
  const findings = [
    ...over.map(({ id, until }) =>
      exceptionFinding("vulncheck", id, `the exception ended on ${until}: fix it, or decide again`),
    ),
    ...idle.map(({ id }) => exceptionFinding("vulncheck", id, "no module calls it: remove the exception")),
  ];
  const parts = [
    over.length === 0 ? null : `over: ${over.map(({ id }) => id).join(", ")}`,
    idle.length === 0 ? null : `not needed: ${idle.map(({ id }) => id).join(", ")}`,
  ].filter((part) => part !== null);
  return { variant: "ignore", failure: `vulncheck-ignore has entries that are ${parts.join("; ")}`, findings };
}
