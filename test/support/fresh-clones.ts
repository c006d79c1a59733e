import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { gitIn } from "./repository.ts";
import { type ActionRun, cleanEnv, type StartedAction, startAction } from "./run-action.ts";
import { copyStd } from "./std.ts";

export interface CloneRun extends ActionRun {
  readonly report: Report;
}

export interface CloneOptions {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another path than that of all other runs. */
  readonly elsewhere?: boolean;
  /** What earlier steps of the job do to the checkout (absolute path). */
  readonly before?: (checkout: string) => void;
}

/**
 * A repository, and runners that clone it: always to the same path, with new times, and with the build cache that the run before left, as if it had been restored; the first
 * one has the standard library.
 */
export interface CloneLab {
  /** Where to edit; `commit` makes it what is cloned. */
  readonly origin: string;
  /** The next commit of the submodule at `third`, with this in its `data.txt`. */
  bump(text: string): void;
  /** Where it is cloned to, as the last run left it. */
  readonly checkout: string;
  /** The build cache of the last run. */
  readonly cache: string;
  write(path: string, text: string): void;
  commit(): void;
  /** Runs the built action in a new clone, on the host engine, as a pull request does on a runner that GitHub hosts. */
  run(options?: CloneOptions): Promise<CloneRun>;
  /** Only begins it. */
  start(options?: CloneOptions): StartedAction;
  /** The same as it is done without any reuse: with a build cache of its own and after `go clean -testcache`. */
  runAll(options?: CloneOptions): Promise<CloneRun>;
  dispose(): void;
}

const fixed = [
  "--engine=host",
  "--modules=.",
  "--no-vet",
  "--no-format",
  "--no-build",
  "--no-docker",
  "--no-upload-artifacts",
];

export function cloneLab(): CloneLab {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "clone-lab-")));
  const at = (...names: string[]): string => join(base, ...names);
  const [origin, checkout] = [at("origin"), at("work", "app")];
  for (const dir of [origin, at("work"), at("elsewhere"), at("temp"), at("home")]) mkdirSync(dir, { recursive: true });
  gitIn(origin, "init", "--quiet", "--initial-branch=main");
  gitIn(base, "init", "--quiet", "--initial-branch=main", "third");
  writeFileSync(at("third", "data.txt"), "1\n");
  gitIn(at("third"), "add", "--all");
  gitIn(at("third"), "commit", "--quiet", "--message=first");
  gitIn(origin, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", at("third"), "third");
  writeFileSync(at("event.json"), JSON.stringify({ repository: { default_branch: "main" } }));
  const env = (cache: string, workspace = checkout): Record<string, string> => ({
    ...cleanEnv({ HOME: at("home"), GOTOOLCHAIN: "local", GOENV: "off", GOFLAGS: "", GOPROXY: "off" }),
    GOCACHE: at(cache),
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: at("event.json"),
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_REPOSITORY: "octo/app",
    GITHUB_WORKSPACE: workspace,
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_TEMP: at("temp"),
  });
  const { GOCACHE = "" } = cleanEnv();
  copyStd(at("cache"), ["os", "strings"], { ...env("cache"), GOCACHE });
  const placeOf = ({ elsewhere = false }: CloneOptions): string => (elsewhere ? at("elsewhere", "app") : checkout);
  const clone = (to: string): void => {
    rmSync(to, { recursive: true, force: true });
    gitIn(base, "-c", "protocol.file.allow=always", "clone", "--quiet", "--recurse-submodules", origin, to);
  };
  const start = (cache: string, options: CloneOptions): StartedAction => {
    const { flags = [], env: added = {}, before } = options;
    const place = placeOf(options);
    clone(place);
    before?.(place);
    return startAction(place, [...fixed, ...flags], { ...env(cache, place), ...added });
  };
  const act = async (cache: string, options: CloneOptions): Promise<CloneRun> => {
    const action = await start(cache, options).ended;
    const path = join(placeOf(options), ".pipeline", "report.json");
    const report = reportSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!report.success) throw new Error(`no report: ${action.stdout}${action.stderr}`);
    return { ...action, report: report.data };
  };
  return {
    ...{ origin, checkout, cache: at("cache") },
    write: (path, text) => {
      mkdirSync(dirname(join(origin, path)), { recursive: true });
      writeFileSync(join(origin, path), text);
    },
    bump: (text) => {
      writeFileSync(at("third", "data.txt"), text);
      gitIn(at("third"), "commit", "--quiet", "--all", "--message=next");
      gitIn(join(origin, "third"), "-c", "protocol.file.allow=always", "pull", "--quiet");
    },
    commit: () => {
      gitIn(origin, "add", "--all");
      gitIn(origin, "commit", "--quiet", "--allow-empty", "--message=edit");
    },
    run: (options = {}) => act("cache", options),
    start: (options = {}) => start("cache", options),
    runAll: ({ flags = [], ...options } = {}) => {
      // What is compiled need not be compiled twice; its results of tests are forgotten with all others.
      if (!existsSync(at("cache-of-all"))) cpSync(at("cache"), at("cache-of-all"), { recursive: true });
      execFileSync("go", ["clean", "-testcache"], { cwd: base, env: env("cache-of-all") });
      return act("cache-of-all", { ...options, flags: [...flags, "--test-reuse=false"] });
    },
    dispose: () => rmSync(base, { recursive: true, force: true }),
  };
}
