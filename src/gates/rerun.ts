import type { TestRerun } from "../collect/tests.ts";
import { flagWords, moduleFlags, tagFlags } from "../go/flags.ts";
import type { Inspection, ModuleFile } from "../model/project.ts";
import { goDuration } from "../text/go-duration.ts";
import { assignment, inDirectory, shellCommand } from "../text/shell.ts";
import type { Common, Settings } from "./gate.ts";
import type { testInputs } from "./test-inputs.ts";
import { shuffleFlags } from "./test-reuse.ts";

/** What `go test -timeout` is when nobody says (go help testflag). */
const goTimeoutMs = 600_000;

interface TestFacts extends Pick<Common, "runs"> {
  readonly commandEnv: Readonly<Record<string, string>>;
  readonly config: Settings<typeof testInputs>;
  readonly inspection: Pick<Inspection, "goflags">;
}

/** For the module's tests, as the inputs ask for them. */
export function testRerun(facts: TestFacts, module: ModuleFile): TestRerun {
  const { config, inspection } = facts;
  const timeout = config.testTimeout === goTimeoutMs ? [] : [`-timeout=${goDuration(config.testTimeout)}`];
  return {
    flags: [
      ...vetOff(facts),
      ...moduleFlags(inspection, module.vendored),
      ...tagFlags(config.buildTags),
      ...(config.race ? ["-race"] : []),
      ...timeout,
      ...shuffleFlags(config),
      ...runAllFlags(facts),
      ...config.testFlags,
    ],
    wrap: (command) => inDirectory(module.dir, [...testAssignments(facts), command].join(" ")),
  };
}

/** A flaky test must not hide tests that `-failfast` of GOFLAGS leaves out: they would never run. */
export function runAllFlags({ config, inspection }: Pick<TestFacts, "config" | "inspection">): readonly string[] {
  const leavesOut = flagWords(inspection.goflags).some((word) => /^--?failfast\b/.test(word));
  return config.rerunFailed > 0 && leavesOut ? ["-failfast=false"] : [];
}

/** A vet stage says what vet finds, so that it does not hide tests. */
export function vetOff({ runs }: Pick<Common, "runs">): readonly string[] {
  return runs("vet") ? ["-vet=off"] : [];
}

/** The tests' environment in front of a command. What may be a secret is taken from the reader's own environment. */
export function testAssignments({
  config,
  commandEnv,
}: Pick<TestFacts, "commandEnv"> & { readonly config: Pick<TestFacts["config"], "testEnv"> }): readonly string[] {
  const own = config.testEnv.map(({ name, value, hidden }) => assignment(name, hidden ? null : value));
  return [...Object.entries(commandEnv).map(([name, value]) => assignment(name, value)), ...own];
}

interface CommandFacts {
  readonly module: Pick<ModuleFile, "dir">;
  readonly commandEnv: Readonly<Record<string, string>>;
}

/** The command that people type in place of a step's. */
export function goLine(
  { module, commandEnv }: CommandFacts,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  return shellCommand(module.dir, ["go", ...args], { ...commandEnv, ...env });
}
