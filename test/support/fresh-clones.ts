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
 * A repository, and runners that clone it: always to the same path, with new times, and with the build cache that the run before left, as if it had been restored; on the
 * host the first one has the standard library.
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
  /** Runs the built action in a new clone, as a pull request does on a runner that GitHub hosts. */
  run(options?: CloneOptions): Promise<CloneRun>;
  /** Only begins it. */
  start(options?: CloneOptions): StartedAction;
  /** The same as it is done without any reuse: see LabEngine. */
  runAll(options?: CloneOptions): Promise<CloneRun>;
  dispose(): void;
}

/** What runs the tests, and keeps their results. */
export interface LabEngine {
  readonly flags: readonly string[];
  /** `all`: with caches of its own, of which no result of a test is taken. */
  env(all: boolean): Readonly<Record<string, string>>;
}

const fixed = ["--modules=.", "--no-vet", "--no-format", "--no-build", "--no-docker", "--no-upload-artifacts"];

export function cloneLab(engine: LabEngine | null = null): CloneLab {
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
  const used = engine ?? hostEngine(base, env);
  const placeOf = ({ elsewhere = false }: CloneOptions): string => (elsewhere ? at("elsewhere", "app") : checkout);
  const clone = (to: string): void => {
    rmSync(to, { recursive: true, force: true });
    gitIn(base, "-c", "protocol.file.allow=always", "clone", "--quiet", "--recurse-submodules", origin, to);
  };
  const start = (all: boolean, options: CloneOptions): StartedAction => {
    const { flags = [], env: added = {}, before } = options;
    const place = placeOf(options);
    clone(place);
    before?.(place);
    const its = { ...env(all ? "cache-of-all" : "cache", place), ...used.env(all) };
    return startAction(place, [...used.flags, ...fixed, ...flags], { ...its, ...added });
  };
  const act = async (all: boolean, options: CloneOptions): Promise<CloneRun> => {
    const action = await start(all, options).ended;
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
    run: (options = {}) => act(false, options),
    start: (options = {}) => start(false, options),
    runAll: ({ flags = [], ...options } = {}) => act(true, { ...options, flags: [...flags, "--test-reuse=false"] }),
    dispose: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** Go on this machine, with a build cache in `base`. */
function hostEngine(base: string, env: (cache: string) => Readonly<Record<string, string>>): LabEngine {
  const [cache, ofAll] = [join(base, "cache"), join(base, "cache-of-all")];
  const { GOCACHE = "" } = cleanEnv();
  copyStd(cache, ["os", "strings"], { ...env("cache"), GOCACHE });
  return {
    flags: ["--engine=host"],
    env: (all) => {
      if (!all) return {};
      // What is compiled need not be compiled twice; its results of tests are forgotten with all others.
      if (!existsSync(ofAll)) cpSync(cache, ofAll, { recursive: true });
      execFileSync("go", ["clean", "-testcache"], { cwd: base, env: env("cache-of-all") });
      return {};
    },
  };
}
