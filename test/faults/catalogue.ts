/** One thing that goes wrong. `covers`: ids of docs/threat-model.md. The title says what the action does about it. */
export interface Fault {
  readonly title: string;
  readonly covers: readonly string[];
}

const output = {
  "commands-from-tests": {
    title: "workflow commands that tests print, in every disguise, are text",
    covers: ["S27", "S28", "S29", "S30", "F45", "F46"],
  },
  "commands-from-compilers": {
    title: "workflow commands in compiler messages, vet findings and diffs are text",
    covers: ["S27", "S31"],
  },
  "commands-from-go-mod": { title: "workflow commands in a broken go.mod are text", covers: ["S27"] },
  "commands-from-config-file": { title: "workflow commands in a wrong config file are text", covers: ["S11", "S27"] },
  "commands-from-git-and-docker": { title: "workflow commands that git and docker print are text", covers: ["S27"] },
  "commands-across-chunks": {
    title: "workflow commands that lie across the borders of chunks are text",
    covers: ["S27"],
  },
  "bytes-that-are-no-text": {
    title: "NUL, invalid UTF-8, terminal sequences and lone carriage returns leave plain text",
    covers: ["S27", "F45"],
  },
  "line-of-200-mb": { title: "a line of 200 MB on each stream needs less than 512 MB of memory", covers: ["F44"] },
  "output-that-looks-like-events": {
    title: "test output that looks like passing events turns no run green",
    covers: ["F38", "F46"],
  },
} as const;

const secrets = {
  "secrets-in-every-input": {
    title: "a secret in every input that takes one is in no log, file, artifact or command line, in no spelling",
    covers: ["S14", "S20", "S23"],
  },
  "secrets-printed-by-go": {
    title: "secrets that go, git and tests print are in no log, report or artifact, in no spelling",
    covers: ["S20", "S23"],
  },
  "secrets-in-wrong-inputs": {
    title: "wrong inputs are refused without showing the secrets among them",
    covers: ["S20", "S22"],
  },
  "secrets-when-dagger-dies": {
    title: "a Dagger CLI that prints its whole environment and dies shows no secret",
    covers: ["S20", "S26", "F11"],
  },
  "no-secrets-on-forks": { title: "empty secrets of a fork are left out with a warning", covers: ["S24", "S25"] },
  "environment-of-tests": { title: "tests see no variable of the runner", covers: ["S16", "S23"] },
} as const;

const repository = {
  "output-directory-is-a-link": {
    title: "an output directory that links out of the repository is refused",
    covers: ["S12", "S34"],
  },
  "committed-output-directory-with-links": {
    title: "a committed output directory full of links is emptied, and what they name is left alone",
    covers: ["S34"],
  },
  "links-planted-while-running": {
    title: "links that tests plant in the output directory are not written through",
    covers: ["S34"],
  },
  "links-planted-for-later-stages": {
    title: "links that tests plant where later stages write are not written through",
    covers: ["S34"],
  },
  "links-in-artifacts": { title: "planted symbolic and hard links are not uploaded", covers: ["S34"] },
  "links-to-endless-files": { title: "links to endless files are refused or not read", covers: ["S12", "S34"] },
  "endless-links-without-git": {
    title: "without git, links to endless files are not read either",
    covers: ["S12", "S34"],
  },
  "go-mod-is-an-endless-link": {
    title: "a go.mod that links to an endless file ends the run with a reason",
    covers: ["S12"],
  },
  "config-file-is-a-link": {
    title: "a config file that links out of the repository is refused unread",
    covers: ["S12"],
  },
  "dockerfile-is-a-link": { title: "a Dockerfile that links out of the repository is refused unread", covers: ["S12"] },
  "paths-out-of-the-repository": {
    title: "paths that lead out of the repository are refused",
    covers: ["S11", "S12", "S15"],
  },
  "patterns-that-take-hours": {
    title: "patterns that keep regular expressions busy for hours take no time",
    covers: ["S11"],
  },
  "values-with-shell-syntax": { title: "shell syntax in values runs nothing", covers: ["S14"] },
  "flags-that-run-programs": { title: "test flags that run programs or write files are refused", covers: ["S15"] },
  "test-names-that-break-formats": { title: "test names that break Markdown and XML are escaped", covers: ["S32"] },
  "file-names-that-break-commands": {
    title: "file names that look like flags, globs and commands are only names",
    covers: ["S14"],
  },
  "module-named-like-a-device": { title: "artifact names made of hostile names are plain", covers: ["S35"] },
  "go-mod-with-names-of-objects": {
    title: "directives in go.mod that are named like members of objects are only words",
    covers: ["S11"],
  },
  "go-mod-of-a-hundred-thousand-lines": { title: "a huge go.mod is read in linear time", covers: ["S11"] },
} as const;

const toolchain = {
  "go-is-missing": { title: "without Go the run ends with exit code 3, a report and a remedy", covers: ["F01", "F62"] },
  "go-is-too-old": { title: "a Go that is too old is an environment error", covers: ["F62"] },
  "toolchain-that-nobody-has": { title: "a toolchain that nobody has is an environment error", covers: ["F62"] },
  "go-prints-garbage": { title: "a go command that prints garbage is an environment error", covers: ["F09"] },
  "go-dies-in-the-middle": {
    title: "a go command that is killed fails its stage and no other",
    covers: ["F13", "F42"],
  },
  "no-home-for-caches": { title: "without a place for caches Go's own words are shown", covers: ["F34"] },
  "tests-that-crash": {
    title: "tests that exit with 0, panic in a goroutine, race on a map or overflow the stack are failures",
    covers: ["F38", "F39", "F41"],
  },
  "processes-that-outlive-tests": { title: "fifty processes that a test leaves behind are ended", covers: ["F42"] },
} as const;

const cancel = {
  "sigint-while-testing": {
    title: "SIGINT ends a test that ignores signals, keeps what was built and reports",
    covers: ["F24"],
  },
  "sigterm-while-building": { title: "SIGTERM ends a build that ignores signals and reports", covers: ["F25"] },
  "sigint-twice": { title: "a second SIGINT changes nothing", covers: ["F24"] },
  "sigint-three-times": { title: "a third SIGINT gives up the report and leaves no process", covers: ["F24"] },
  "sigkill-while-testing": { title: "SIGKILL leaves no process of the repository", covers: ["F26"] },
  "sigint-while-asking-go": { title: "SIGINT before the plan is made ends in a report", covers: ["F24"] },
  "sigint-while-uploading": {
    title: "SIGINT during an upload that hangs ends the process in time",
    covers: ["F27", "F31"],
  },
  "stage-timeout-kills-the-tree": { title: "a stage's time limit ends processes that ignore signals", covers: ["F37"] },
  "hanging-test-shows-goroutines": { title: "a test that hangs shows its goroutines", covers: ["F37"] },
} as const;

const runner = {
  "runner-files-are-not-named": {
    title: "without GITHUB_OUTPUT and GITHUB_STEP_SUMMARY the run passes, with warnings",
    covers: ["F32"],
  },
  "runner-files-cannot-be-written": {
    title: "runner files that cannot be written or read are warnings",
    covers: ["F32"],
  },
  "more-findings-than-fit": {
    title: "four thousand failures give ten annotations, a summary below GitHub's limit and a complete report",
    covers: ["S31", "S33", "F33"],
  },
  "artifact-names-are-taken": { title: "artifact names that are taken get a number", covers: ["S35", "F31"] },
  "artifact-service-refuses": {
    title: "an artifact service that refuses is a warning, binaries are kept",
    covers: ["F31"],
  },
  "artifact-service-breaks": {
    title: "an artifact service that answers with 500 is a warning, binaries are kept",
    covers: ["F31"],
  },
  "no-artifact-service": {
    title: "without an artifact service, or on GHES, the run passes with a warning",
    covers: ["F32"],
  },
} as const;

const machine = {
  "disk-is-full": { title: "a full disk is an environment error, and the other stages are reported", covers: ["F34"] },
  "disk-is-full-for-good": {
    title: "a disk too full for the report is said in the log, without a stack",
    covers: ["F34"],
  },
  "temporary-directory-is-full": {
    title: "a temporary directory without inodes is an environment error",
    covers: ["F34", "F35"],
  },
  "workspace-is-read-only": {
    title: "a read-only workspace is refused with a reason, and works with an output directory elsewhere",
    covers: ["F36"],
  },
  "no-temporary-directory": {
    title: "a temporary directory that is not there is an environment error",
    covers: ["F34"],
  },
  "nobody-reads-the-log": { title: "a closed standard output changes neither verdict nor report", covers: ["F28"] },
  "two-instances-at-once": { title: "two instances at once build the same binaries", covers: ["F17", "S36"] },
  "runs-twice": { title: "a second run leaves nothing of the first", covers: ["S34"] },
} as const;

const engine = {
  "docker-is-missing": {
    title: "without docker a wanted image is an environment error, otherwise it is skipped",
    covers: ["F01"],
  },
  "docker-daemon-is-down": {
    title: "without a daemon a wanted image is an environment error, otherwise it is skipped",
    covers: ["F02"],
  },
  "docker-socket-is-forbidden": { title: "a forbidden socket is named, with the remedy", covers: ["F03"] },
  "docker-floods": { title: "a build that prints a line of 200 MB fails in bounded memory", covers: ["F44"] },
  "session-prints-garbage": {
    title: "a Dagger session that prints garbage and ignores signals is ended",
    covers: ["F09"],
  },
  "session-exits": { title: "a Dagger session that exits says why", covers: ["F11"] },
  "session-floods-and-exits": {
    title: "a Dagger session that prints 200 MB and exits needs bounded memory",
    covers: ["F11", "F44"],
  },
  "session-dies-in-the-middle": {
    title: "a Dagger session that dies while it works is an environment error with a remedy",
    covers: ["F12", "F13", "F15"],
  },
  "session-hangs-and-is-cancelled": {
    title: "a Dagger session that answers nothing can be cancelled in time",
    covers: ["F14", "F24"],
  },
  "runner-host-is-stale": {
    title: "addresses of engines that are gone are named at once, whatever their form",
    covers: ["F18"],
  },
  "session-without-token": { title: "half of a session in the environment is refused", covers: ["F19"] },
  "session-is-stale": { title: "a session that has ended is refused, and auto does not hide it", covers: ["F20"] },
  "auto-falls-back": { title: "auto takes the host with a warning when no engine can be had", covers: ["F04", "F07"] },
  "variables-of-other-tools": {
    title: "variables for telemetry and Dagger Cloud slow nothing down and break nothing",
    covers: ["F21", "F22", "F23"],
  },
} as const;

export const faults = {
  ...output,
  ...secrets,
  ...repository,
  ...toolchain,
  ...cancel,
  ...runner,
  ...machine,
  ...engine,
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;
