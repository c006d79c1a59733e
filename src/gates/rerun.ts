import { moduleFlags, tagFlags } from "../go/flags.ts";
import type { Config } from "../model/config.ts";
import type { Inspection, ModuleFile } from "../model/project.ts";
import { formatDuration } from "../text/go-duration.ts";
import { assignment, inDirectory } from "../text/shell.ts";

/** What `go test -timeout` is when nobody says (go help testflag). */
const goTimeoutMs = 600_000;

/** What a command for a single test needs to run it as the stage did. */
export interface TestRerun {
  /** Words for `go test` after the package, `-args` and what follows included. */
  readonly flags: readonly string[];
  /** The command with its variables, for the root of the repository. */
  readonly wrap: (command: string) => string;
}

/** For the module's tests, as the inputs ask for them. */
export function testRerun(config: Config, inspection: Inspection, module: ModuleFile): TestRerun {
  const assignments = testAssignments(config, inspection);
  const timeout = config.testTimeoutMs === goTimeoutMs ? [] : [`-timeout=${formatDuration(config.testTimeoutMs)}`];
  return {
    flags: [
      ...vetOff(config),
      ...moduleFlags(inspection, module.vendored),
      ...tagFlags(config.buildTags),
      ...(config.race ? ["-race"] : []),
      ...timeout,
      ...config.testFlags,
    ],
    wrap: (command) => inDirectory(module.dir, [...assignments, command].join(" ")),
  };
}

/** A vet stage says what vet finds, so that it does not hide tests. */
export function vetOff(config: Config): readonly string[] {
  return config.vet === "false" ? [] : ["-vet=off"];
}

/** The tests' environment in front of a command. What may be a secret is taken from the reader's own environment. */
export function testAssignments(config: Config, inspection: Inspection): readonly string[] {
  const hidden = new Set(config.testEnvHidden);
  const own = config.testEnv.map(([name, value]) => assignment(name, hidden.has(name) ? null : value));
  return [...Object.entries(toolchainEnv(config, inspection)).map(([name, value]) => assignment(name, value)), ...own];
}

/** GOTOOLCHAIN (https://go.dev/doc/toolchain), when the run had another Go than the one that the module itself asks for. */
export function toolchainEnv(config: Config, inspection: Inspection): Readonly<Record<string, string>> {
  const chosen = config.goVersion !== null || config.goImage !== null || inspection.pinned;
  if (!chosen || !/^go1\.\d+(?:\.\d+|rc\d+|beta\d+)*$/.test(inspection.goVersion)) return {};
  return { GOTOOLCHAIN: inspection.goVersion };
}
