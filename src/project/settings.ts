import { EnvironmentError } from "../errors.ts";
import { goSentence } from "../go/go-words.ts";
import { namedSetting, settingProblem } from "../go/named-setting.ts";
import type { Inspection, InspectRequest, Module } from "../model/project.ts";
import { type InspectCommand, inspectCommands, type ModuleAnswers, parseModule } from "./inspect.ts";

/** Settings of the go command that can keep it from listing a module; not those that choose toolchain, proxies and checksums. */
const suspects: ReadonlySet<string> = new Set([
  "CGO_ENABLED",
  "GO111MODULE",
  "GOARCH",
  "GOCACHE",
  "GOCACHEPROG",
  "GODEBUG",
  "GOEXPERIMENT",
  "GOFIPS140",
  "GOFLAGS",
  "GOMODCACHE",
  "GOOS",
  "GOPATH",
  "GOROOT",
  "GOTMPDIR",
  "GOWORK",
]);

/** The same questions without a setting: when Go answers them, the setting is at fault and not the module. */
export interface Trial {
  /** As people know it. */
  readonly setting: string;
  readonly commands: readonly InspectCommand[];
}

/** Trials for a module that Go could not list. `set`: names in the environment that Go had. */
export function settingTrials(
  request: InspectRequest,
  module: Module,
  set: Readonly<Record<string, string>>,
): readonly Trial[] {
  const found = Object.keys(set).filter((name) => suspects.has(name) && set[name] !== "");
  // An empty value is as good as none, but for the settings file, which `go env -w` writes.
  const single = found.map((name) => trial(request, module, name, { [name]: "" }));
  const all = trial(request, module, found.join(", "), Object.fromEntries(found.map((name) => [name, ""])));
  return [
    ...single,
    trial(request, module, "the settings of `go env -w`", { GOENV: "off" }),
    ...(found.length > 1 ? [all] : []),
  ];
}

/** Nothing is fetched only to find a cause. */
function trial(request: InspectRequest, module: Module, setting: string, without: Record<string, string>): Trial {
  const questions = inspectCommands(request, module);
  const commands = questions.map((question) => ({ ...question, env: { ...question.env, GOPROXY: "off", ...without } }));
  return { setting, commands };
}

/** Why Go did not say what a module holds; null when it did, and for a toolchain that is too old, of which the versions tell more. */
export function listingProblem(request: InspectRequest, module: Module, answers: ModuleAnswers): string | null {
  const { problem } = parseModule(request, module, request.root, answers);
  return problem === null || / requires go >= .*\(running go /.test(problem) ? null : problem;
}

/** The error for the setting that had to be left out for Go to answer; null when none made a difference. `answers`: of the trials, in their order. */
export function guiltySetting(
  request: InspectRequest,
  module: Module,
  tried: { readonly trials: readonly Trial[]; readonly answers: readonly ModuleAnswers[] },
  problem: string,
): EnvironmentError | null {
  const answered = tried.answers.findIndex(
    (answers) => parseModule(request, module, request.root, answers).problem === null,
  );
  const setting = tried.trials[answered]?.setting;
  return setting === undefined ? null : settingError(setting, problem);
}

export function settingError(setting: string, stderr: string): EnvironmentError {
  const problem = settingProblem(setting, goSentence(stderr).replace(/\.$/, ""));
  return new EnvironmentError(`${problem}.`, `Correct or unset ${setting}.`);
}

/** Flags in GOFLAGS with which Go does or prints something else than the stages ask for: an exit code of 0 would mean nothing. */
const spoiling: ReadonlySet<string> = new Set(["c", "diff", "f", "find", "fix", "json", "list", "m", "n", "u"]);

/** Quotes stand around a whole flag (`go help environment`). */
function flagsOf(goflags: string): readonly { readonly name: string; readonly value: string | undefined }[] {
  const words = goflags.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return words.map((word) => {
    const [, name = "", value] = /^['"]?--?([^=]*?)['"]?(?:=(.*?)['"]?)?$/s.exec(word) ?? [];
    return { name, value };
  });
}

/** Throws EnvironmentError for settings of the engine's Go with which its answers could not be trusted, or of which it says so itself. */
export function requireSettings({ goflags, modules }: Inspection): void {
  const flags = flagsOf(goflags).filter((flag) => spoiling.has(flag.name) && flag.value !== "false");
  if (flags.length > 0) {
    throw new EnvironmentError(
      `GOFLAGS in the environment has ${flags.map(({ name }) => `-${name}`).join(", ")}: go would print or do something else than it is asked for.`,
      "Take it out of GOFLAGS; what tests alone shall get belongs into `test-flags`.",
    );
  }
  for (const { problem } of modules) {
    const setting = problem === null ? null : namedSetting(problem);
    if (setting !== null) throw settingError(setting, problem ?? "");
  }
}
