import { engines } from "../../engine/index.ts";
import { boolean, choice } from "../../kinds/choice.ts";
import { duration } from "../../kinds/duration.ts";
import { goVersion } from "../../kinds/go.ts";
import { imageReference } from "../../kinds/image.ts";
import { input, login, optional } from "../../kinds/input.ts";
import { oneOf } from "../../kinds/kind.ts";
import { modules } from "../../kinds/modules.ts";
import { integer } from "../../kinds/number.ts";
import { path } from "../../kinds/path.ts";
import { runnerHost } from "../../kinds/runner-host.ts";
import { secret } from "../../kinds/text.ts";
import { selectionOf } from "../../project/select-modules.ts";

const pointsAtFile = "it says where the file is looked for";
/** A pull request may ask for more separation, never for less. */
const sandboxes = engines.filter(({ sandbox }) => sandbox).map(({ name }) => name);

const namesEngine = "it decides which machine gets the source and the secrets";

/** Where the pipeline runs, on what, and how. */
export const runInputs = {
  "working-directory": input(path, ".", {
    description:
      "Directory whose modules are checked, relative to the current directory: every module at or below it, or the one that it lies in. All other paths are relative to it.",
    notFromConfigFile: pointsAtFile,
    resolve: (_, site) => site.workingDirectory,
  }),
  config: optional(path, {
    description: "Config file in YAML with the same keys as these inputs, relative to the current directory.",
    unset: "the nearest `.dagger-go.yml` from working-directory up to the root of the repository, if there is one",
    notFromConfigFile: pointsAtFile,
    resolve: (_, site) => site.configFile,
  }),
  modules: input(modules, "auto", {
    description:
      "Modules to check, by directory relative to working-directory: names and globs such as `tools/*`, those behind `!` left out. `auto` takes every module at or below it that go.work names or that lies there; not those below `vendor`, `testdata`, `_x` and `.x`, what go.mod's `ignore` lines name or git ignores, and no submodules.",
    resolve: (entries) => selectionOf(entries),
  }),
  workspace: input(choice("auto", "off"), "auto", {
    description:
      "`auto` lets modules see each other as go.work says; modules that it does not name run with `GOWORK=off`. `off` checks every module as its users get it, with `GOWORK=off`.",
  }),
  engine: input(choice("auto", ...engines.map(({ name }) => name)), "auto", {
    description: `What executes the stages: ${oneOf(engines.map(({ name, about }) => `\`${name}\` ${about}`))}. \`auto\` takes what is there: an engine that somebody points at, else one that lies on this machine; it downloads one only where nothing else would do. The config file may only say ${oneOf(sandboxes.map((name) => `\`${name}\``))}.`,
    configFileWords: sandboxes,
  }),
  "runner-host": optional(runnerHost, {
    description:
      "Address of a Dagger engine that runs elsewhere, such as `tcp://host:1234` or `kube-pod://name?namespace=ci`.",
    unset: "`_EXPERIMENTAL_DAGGER_RUNNER_HOST` of the environment, else an engine on this machine",
    notFromConfigFile: namesEngine,
  }),
  "cloud-token": login(secret, {
    description: "Token of Dagger Cloud, for traces and engines there.",
    unset: "`DAGGER_CLOUD_TOKEN` of the environment",
    secret: true,
    notFromConfigFile: "a secret does not belong into a file of the repository",
  }),
  "go-version": optional(goVersion, {
    description:
      "Go version that every module runs with: exact (`1.26.8`), `1.26` for any 1.26.x, `stable` or `oldstable`. At least 1.22. A runner that does not have it gets it from its tool cache or by Go itself.",
    unset: "what `go-version-file` says, else what Go picks in each module by its `go` and `toolchain` lines",
  }),
  "go-version-file": optional(path, {
    description:
      "File that says the Go version instead of `go-version`: a go.mod, go.work, `.go-version` or `.tool-versions`.",
    unset: "none is read for it",
    resolve: (_, site) => site.goVersionFile,
  }),
  "go-image": optional(imageReference, {
    description: "Image with the Go toolchain for the Dagger engine.",
    unset: "the official `golang` image of the Go version",
    notFromConfigFile: "the image runs with the login for private modules",
  }),
  timeout: input(duration, "30m", { description: "Time limit of each stage, such as `90s` or `1h30m`." }),
  concurrency: optional(integer({ from: 1, to: 256 }), {
    description: "How many stages may run at the same time.",
    unset: "by the number of processors",
  }),
  "fail-fast": input(boolean, "false", { description: "Stop everything else as soon as one stage fails." }),
  "dry-run": input(boolean, "false", { description: "Show the plan and run nothing." }),
  cache: input(choice("true", "restore", "false"), "true", {
    description:
      "Carry Go's caches from run to run through GitHub's cache service; `restore` uses them without saving.",
  }),
};
