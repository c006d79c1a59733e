import { mkdtemp, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Container, Directory } from "@dagger.io/dagger";
import type { ContainerVariables } from "../container-env.ts";
import type { Logins } from "../logins.ts";
import { deployEnvPath, type SecretStore, testEnvPath, withLogins, withVariables } from "./credentials.ts";
import { containerLate, containerLimitMs, type EngineLimits, imageLate, inTime } from "./limits.ts";
import type { Session } from "./session.ts";
import { inspectionSpecification, type Specification, stepSpecification } from "./specification.ts";
import { type Answers, type ContainerResult, readAnswers, readStep, refuseIrregular } from "./step-results.ts";
import { cacheRoot, paths, type StepSpec } from "./step-spec.ts";
import type { ReadyTests } from "./test-results.ts";

export interface GoContainerOptions {
  readonly session: Session;
  /** Absolute; ours alone. */
  readonly tempDir: string;
  readonly secrets: SecretStore;
  readonly image: string;
  /** What the cache volumes belong to, so that repositories on one engine do not share them. */
  readonly cacheScope: string;
  readonly variables: ContainerVariables;
  readonly testEnv: readonly (readonly [name: string, value: string])[];
  readonly deployEnv?: Readonly<Record<string, string>>;
  readonly logins: Logins;
  /** The repository as it goes to the engine; `git`: with a `.git`, whatever is asked of the run. */
  readonly source: (git: boolean) => Promise<Directory>;
  readonly limits: EngineLimits;
}

/** What a container is given beside its specification. */
export interface GoContainerRequest {
  readonly logins: boolean;
  readonly testEnv: boolean;
  /** The variables of a deployment; nothing that other steps can write to is in the container. */
  readonly deployEnv?: boolean;
  /** Makes the engine run it whatever it remembers. */
  readonly nonce: string | null;
  /** For one that runs tests whose results Go keeps. */
  readonly tests?: ReadyTests | null;
  readonly signal: AbortSignal;
}

export interface StepRequest extends GoContainerRequest {
  readonly spec: StepSpec;
  /** Its sources come with a `.git`. */
  readonly git: boolean;
  /** Where they lie in the container: absolute. */
  readonly source: string;
  /** Reference of an image that it runs in instead, without Go's caches. */
  readonly image?: string | undefined;
  /** Writes further files into the specification. */
  readonly more: (dir: string) => Promise<void>;
}

/** Runs Go commands in containers of one kind: same image, same caches, same source. Throws EnvironmentError when the engine takes longer than they can. */
export interface GoContainer {
  /** Runs one step in a container of its own. */
  step(request: StepRequest): Promise<ContainerResult>;
  /** Asks several questions side by side in one container. */
  inspect(questions: readonly StepSpec[], request: GoContainerRequest): Promise<Answers>;
  /** Resolves when the image is in the engine. Throws EnvironmentError when that takes too long. */
  pulled(): Promise<void>;
  /** The image with the cache volumes, and nothing of the repository. */
  bare(): Container;
  /** Reference of the image with its digest. */
  resolvedImage(): Promise<string>;
  /** A directory with `program`, compiled without cgo from Go files of ours. */
  program(files: Readonly<Record<string, string>>): Directory;
  /** Brings the toolchain's time zones to `path` (absolute); answers it, null when the toolchain has none. */
  zoneinfo(path: string): Promise<string | null>;
}

/** Same place and same options in every container: they are part of what makes it the same volume. */
const caches = { GOMODCACHE: `${cacheRoot}/mod`, GOCACHE: `${cacheRoot}/build` } as const;

export function createGoContainer(options: GoContainerOptions): GoContainer {
  const { limits } = options;
  const images = new Map<string, Promise<void>>();
  const bases = new Map<string, Promise<Container>>();
  const baseFor = (place: Place): Promise<Container> => {
    const key = `${place.git} ${place.source}`;
    const base = bases.get(key) ?? baseContainer(options, place);
    bases.set(key, base);
    return base;
  };
  const pulled = (image = options.image): Promise<void> => {
    const known = images.get(image) ?? pull(image, options);
    images.set(image, known);
    return known;
  };
  const run = async (given: Specification, request: GoContainerRequest, place: Place): Promise<string> => {
    const shared = place.image === undefined && request.deployEnv !== true;
    const [base] = await Promise.all([shared ? baseFor(place) : aloneContainer(options, place), pulled(place.image)]);
    const dir = await mkdtemp(join(options.tempDir, "container-"));
    const container = await withSpec(base, dir, { given, request }, options);
    const limitMs = containerLimitMs(given.steps, limits);
    return await inTime(
      (over) => execute(container, dir, [request.signal, over]),
      limitMs,
      () => containerLate(limitMs),
    );
  };
  return {
    step: async (request) => readStep(await run(stepSpecification(request.spec, request.more), request, request)),
    inspect: async (questions, request) =>
      readAnswers(await run(inspectionSpecification(questions), request, plainPlace), questions.length),
    pulled: () => pulled(),
    bare: () => toolchain(options),
    resolvedImage: async () => {
      await pulled();
      return await options.session.client.container().from(options.image).imageRef();
    },
    program: (files) => compile(options, files),
    zoneinfo: (path) => exportZoneinfo(options, path),
  };
}

async function exportZoneinfo(options: GoContainerOptions, path: string): Promise<string | null> {
  const script = 'cp "$(go env GOROOT)/lib/time/zoneinfo.zip" /zoneinfo.zip || : >/zoneinfo.zip';
  await toolchain(options).withExec(["sh", "-c", script]).file("/zoneinfo.zip").export(path);
  return (await stat(path)).size === 0 ? null : path;
}

type Place = Pick<StepRequest, "git" | "source" | "image">;

const plainPlace: Place = { git: false, source: paths.source };

/** Answers the directory on this machine that holds the results. */
async function execute(container: Container, dir: string, ends: readonly AbortSignal[]): Promise<string> {
  const out = join(dir, "out");
  const results = await container.directory(paths.out).sync();
  // What was given up goes on in a session that somebody else has started: nothing may be written to this machine any more then.
  for (const ended of ends) ended.throwIfAborted();
  await results.export(out);
  await refuseIrregular(out);
  return out;
}

/** Alone, and before anything that has a limit by what it runs: how long a download takes says nothing of the repository. */
async function pull(image: string, { session, limits, ...options }: GoContainerOptions): Promise<void> {
  const pulling = (): Promise<unknown> => session.client.container().from(image).sync();
  await inTime(pulling, limits.imageMs, () => imageLate(image, limits, image !== options.image));
}

/** The image with the caches, and nothing of the repository. */
export function toolchain({
  session,
  image,
  cacheScope,
}: Pick<GoContainerOptions, "session" | "image" | "cacheScope">): Container {
  const { client, sdk } = session;
  let container = client.container().from(image).withUser("0:0");
  for (const [name, path] of Object.entries(caches)) {
    // Compiled packages are of no use to another toolchain, modules are.
    const volume = client.cacheVolume(
      `go-pipeline ${name} ${name === "GOCACHE" ? `${cacheScope} ${image}` : cacheScope}`,
    );
    container = container
      .withMountedCache(path, volume, { sharing: sdk.CacheSharingMode.Shared })
      .withEnvVariable(name, path);
  }
  return container;
}

async function baseContainer(options: GoContainerOptions, { git, source }: Place): Promise<Container> {
  const { variables, secrets } = options;
  let container = withVariables(toolchain(options), variables.plain);
  for (const [name, value] of Object.entries(variables.secret))
    container = await secrets.variable(container, name, value);
  return container.withMountedDirectory(source, await options.source(git));
}

/** Without the volumes of the caches, to which every step can write. An image of somebody else's gets no addresses with logins either. */
async function aloneContainer(options: GoContainerOptions, { git, source, image }: Place): Promise<Container> {
  const { session, variables, secrets } = options;
  const from = session.client
    .container()
    .from(image ?? options.image)
    .withUser("0:0");
  let container = withVariables(from, variables.plain);
  for (const [name, value] of Object.entries(image === undefined ? variables.secret : {}))
    container = await secrets.variable(container, name, value);
  return container.withMountedDirectory(source, await options.source(git));
}

function compile(options: GoContainerOptions, files: Readonly<Record<string, string>>): Directory {
  const { client } = options.session;
  const source = Object.entries(files).reduce((dir, [name, text]) => dir.withNewFile(name, text), client.directory());
  const settings = { CGO_ENABLED: "0", GOWORK: "off", GOTOOLCHAIN: "local" };
  // The settings that binaries are built with by default: the standard library need not be compiled for this alone.
  const command = ["go", "build", "-ldflags=-s -w", "-o", "/program/program", ...Object.keys(files)];
  const built = withVariables(toolchain(options), settings)
    .withDirectory("/program/source", source)
    .withWorkdir("/program/source");
  return client.directory().withFile("program", built.withExec(command).file("/program/program"));
}

async function withSpec(
  base: Container,
  dir: string,
  { given, request }: { readonly given: Specification; readonly request: GoContainerRequest },
  { session, secrets, logins, testEnv, deployEnv = {} }: GoContainerOptions,
): Promise<Container> {
  const specDir = join(dir, "spec");
  await given.write(specDir);
  let container = base.withMountedDirectory(paths.spec, session.client.host().directory(specDir));
  if (request.logins && logins.files.length > 0) container = await withLogins(container, secrets, logins);
  if (request.testEnv && testEnv.length > 0) {
    const words = testEnv.map(([name, value]) => `${name}=${value}\0`).join("");
    container = await secrets.mount(container, testEnvPath, words);
  }
  if (request.deployEnv === true) {
    const words = Object.entries(deployEnv).map(([name, value]) => `${name}=${value}\0`);
    container = await secrets.mount(container, deployEnvPath, words.join(""));
  }
  if (request.nonce !== null) container = container.withEnvVariable("PIPELINE_NONCE", request.nonce);
  if (request.tests != null) {
    container = container
      .withMountedDirectory(paths.tests, request.tests.program)
      .withVolatileVariable("PIPELINE_TESTS_AGE", String(Math.ceil(request.tests.maxAgeMs())));
  }
  return container
    .withVolatileVariable("PIPELINE_SESSION", session.id)
    .withExec(["sh", `${paths.spec}/${given.script}`, paths.spec, paths.out]);
}
