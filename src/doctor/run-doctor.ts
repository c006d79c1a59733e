import { stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { askPrograms } from "../engine/ask-program.ts";
import { hostEnvironment } from "../engine/environment.ts";
import { type GoOnPath, goOnPath, installedQuestion } from "../engine/go-on-path.ts";
import { UsageError } from "../errors.ts";
import { namedSetting } from "../go/named-setting.ts";
import { groupBy } from "../group-by.ts";
import { type ParsedInputs, placesOf } from "../inputs/parse.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { gitAt } from "../project/git.ts";
import { relativeSlashes } from "../project/locate.ts";
import { discoverProject, type Repository } from "../project/modules.ts";
import { openRepository } from "../project/repository.ts";
import { plural } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import type { Seen, Surroundings } from "./check.ts";
import { checks } from "./index.ts";

export interface DoctorRequest {
  readonly argv: readonly string[];
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: CiPlatform;
  readonly signal: AbortSignal;
  readonly inputs: ParsedInputs;
  /** Removes secrets from texts. */
  readonly redact: (text: string) => string;
}

/** The command `doctor`: says what is odd here, with its remedy. 0: nothing keeps a run from beginning; else the exit code with which one would end. */
export async function runDoctor(request: DoctorRequest): Promise<number> {
  const { platform, redact } = request;
  const surroundings = await look(request);
  const seen: (Seen & { readonly name: string })[] = [];
  for (const check of checks) {
    if (request.signal.aborted) return 130;
    const found = { name: check.name, ...(await check.look(surroundings)) };
    seen.push(found);
    for (const line of linesOf(found)) platform.log(redact(sanitizeLine(line)));
  }
  const count = (state: Seen["state"]): number => seen.filter((one) => one.state === state).length;
  platform.log(`${plural(checks.length, "check")}: ${count("ok")} ok, ${count("odd")} odd, ${count("broken")} broken`);
  const codes = seen.flatMap((one) => (one.state === "broken" ? [one.exitCode] : []));
  return codes.length === 0 ? 0 : Math.min(...codes);
}

const width = Math.max(...checks.map(({ name }) => name.length));

function linesOf(found: Seen & { readonly name: string }): readonly string[] {
  const head = `${found.state.padEnd(6)}  ${found.name.padEnd(width)}  `;
  return [`${head}${found.saw}`, ...(found.state === "ok" ? [] : [`${" ".repeat(head.length)}${found.remedy}`])];
}

async function look(request: DoctorRequest): Promise<Surroundings> {
  const { env, cwd, signal, inputs, platform } = request;
  const facts = nodePathFacts();
  const places = placesOf({ ...request, facts });
  const root = places.repository;
  const repository = await openRepository(root);
  const windows = process.platform === "win32";
  const go = await acceptedGo({ env, signal });
  const found = await projectOf(repository, relativeSlashes(root, places.workingDirectory, facts), { env, inputs });
  const goCache = go.state === "there" ? (go.goEnv["GOCACHE"] ?? "") : "";
  return {
    ...{ env, inputs, repository, go, context: platform.context },
    ...found,
    ask: askPrograms({ env: hostEnvironment(env, {}, windows), signal }),
    git: gitAt(root),
    free: () => freeSpace([cwd, tmpdir(), goCache].filter((dir) => dir !== "")),
  };
}

/** The Go on PATH; asked for anything but `go env`, it refuses GOFLAGS that it cannot parse too (cmd/go/internal/base/goflags.go, Go 1.26.8). */
async function acceptedGo(request: Pick<DoctorRequest, "env" | "signal">): Promise<GoOnPath> {
  const found = await goOnPath(request);
  if (found.state !== "there") return found;
  const own = hostEnvironment(request.env, installedQuestion.env, process.platform === "win32");
  const { stderr } = await askPrograms({ env: own, signal: request.signal })("go", ["version"]);
  return namedSetting(stderr) === null ? found : { state: "refuses" };
}

/** What is free where directories lie, those of one file system together. */
async function freeSpace(dirs: readonly string[]): ReturnType<Surroundings["free"]> {
  const asked = [...new Set(dirs)].map(async (place) => {
    // A cache that is not there yet lies on some disk all the same, but nobody says on which.
    const [stats, { dev }] = await Promise.all([statfs(place), stat(place)]).catch(() => [null, { dev: 0 }] as const);
    return stats === null ? [] : [{ place, dev, bytes: stats.bavail * stats.bsize }];
  });
  const found = groupBy((await Promise.all(asked)).flat(), ({ dev }) => dev);
  return [...found.values()].map((same) => ({
    place: same.map(({ place }) => place).join(", "),
    bytes: Math.min(...same.map(({ bytes }) => bytes)),
  }));
}

async function projectOf(
  repository: Repository,
  directory: string,
  { env, inputs }: Pick<DoctorRequest, "env" | "inputs">,
): Promise<Pick<Surroundings, "project" | "projectProblems">> {
  try {
    const selection = inputs.ok ? inputs.config.modules : null;
    const workspace = inputs.ok ? inputs.config.workspace : "auto";
    const settings = { gotoolchain: env["GOTOOLCHAIN"], gowork: env["GOWORK"] };
    const project = await discoverProject(repository, { directory, selection, workspace, ...settings });
    return { project, projectProblems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { project: null, projectProblems: error.problems };
  }
}
