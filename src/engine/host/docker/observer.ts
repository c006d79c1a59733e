import { setTimeout as delay } from "node:timers/promises";
import type { SmokeStep } from "../../../model/step.ts";
import type { Observer, Watched } from "../../image/backend.ts";
import { isSatisfied, type ProbeObservation } from "../../image/smoke.ts";
import { type ContainerState, DockerContainer } from "./container.ts";
import { type ProbeAttempt, probeOnce } from "./probe.ts";
import type { DockerImage, DockerRun } from "./session.ts";
import {
  createNetwork,
  daemonHost,
  probeTargets,
  publishOptions,
  removeNetwork,
  type SmokeNetwork,
} from "./smoke-network.ts";

/**
 * Makes the network of a smoke test, whose containers are removed whatever happens, on cancellation too. Throws EnvironmentError when the daemon is to
 * blame, the signal's reason when the step ends early.
 */
export async function createObserver(step: SmokeStep, image: DockerImage, run: DockerRun): Promise<Observer> {
  const { cli, log, signal } = run;
  const endpoint = await cli.get(["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"], { signal });
  signal.throwIfAborted();
  const network = await createNetwork(cli);
  const watch = { step, image, network, daemon: daemonHost(endpoint), run };
  return {
    watch: (command) => watchContainer(watch, command),
    async close() {
      const problem = await removeNetwork(cli, network);
      if (problem !== null) await log.line(problem);
    },
  };
}

interface Watch {
  readonly step: SmokeStep;
  readonly image: DockerImage;
  readonly network: SmokeNetwork;
  /** Name of the daemon's machine, null when it is this one. */
  readonly daemon: string | null;
  readonly run: DockerRun;
}

async function watchContainer(watch: Watch, command: readonly string[]): Promise<Watched> {
  const { run, image, network } = watch;
  const { cli, log, signal } = run;
  const options = createOptions(watch);
  if (!network.ipv6) await log.line("no IPv6 here: the service is probed on IPv4 alone");
  await log.line(`$ docker run ${[...options, image.reference, ...command].join(" ")}`);
  const container = await DockerContainer.create(cli, { image: image.reference, command, options });
  try {
    const startError = await container.start(signal);
    const seen = startError === null ? await observe(watch, container) : { ...notStarted, startError };
    return { ...seen, stubborn: seen.running && !(await container.stop()) };
  } finally {
    const problem = await container.remove();
    if (problem !== null) await log.line(problem);
  }
}

/** No socket of the daemon, no network of the host: nothing but a bridge and, for a probe, one published port. */
function createOptions(watch: Watch): readonly string[] {
  const { step, network, daemon } = watch;
  const publish = step.probe === null ? [] : publishOptions(step.probe.port, daemon);
  return ["--network", network.name, ...healthOptions(watch), ...publish];
}

/** A HEALTHCHECK that is waited for is asked every second; while its start period lasts, a failure does not count. */
function healthOptions(watch: Watch): readonly string[] {
  if (!waitsForHealth(watch)) return ["--no-healthcheck"];
  const periodSeconds = Math.ceil(watch.step.limitMs / 1_000) + 5;
  return ["--health-interval", "1s", "--health-start-period", `${periodSeconds}s`];
}

/** It says something of the service; a command that is judged by its exit code is none. */
function waitsForHealth({ step, image }: Watch): boolean {
  return image.hasHealthcheck && !(step.commandGiven && step.probe === null);
}

const notStarted = {
  running: false,
  exitCode: null,
  oomKilled: false,
  probe: null,
  health: null,
  output: "",
  observedMs: 0,
};

/** Between two looks at a container. */
const pauseMs = 150;
/** For one address; a service that needs longer for a health check is asked again. */
const attemptMs = 5_000;

/** Looks at a running container until it ends, everything asked for was seen, or the time is up. */
async function observe(watch: Watch, container: DockerContainer): Promise<Observation> {
  const { step, run } = watch;
  const startedAt = performance.now();
  let probe: ProbeObservation | null = null;
  for (;;) {
    const state = await container.state(run.signal);
    const running = state.State.Status === "running";
    if (running && step.probe !== null && probe?.answered !== true) {
      const left = Math.max(200, step.limitMs - (performance.now() - startedAt));
      const targets = probeTargets(state.NetworkSettings, step.probe.port, watch.daemon);
      const attempt = await probeOnce(step.probe, targets, Math.min(attemptMs, left));
      probe = merge(probe, attempt, Math.round(performance.now() - startedAt));
    }
    const observedMs = Math.round(performance.now() - startedAt);
    const output = !running || step.output !== null ? await container.logs() : "";
    const seen = { ...stateOf(watch, state, running), probe, output, observedMs };
    if (!running) return seen;
    if (isSatisfied(step, seen) || observedMs >= step.limitMs) return { ...seen, output: await container.logs() };
    await delay(pauseMs, undefined, { signal: run.signal });
  }
}

/** Keeps the last status that was answered: it says more than a refusal afterwards. */
function merge(before: ProbeObservation | null, attempt: ProbeAttempt, afterMs: number): ProbeObservation {
  const status = attempt.status ?? (attempt.answered ? null : (before?.status ?? null));
  return { ...attempt, status, afterMs };
}

type Observation = Omit<Watched, "stubborn">;

function stateOf(
  watch: Watch,
  { State }: ContainerState,
  running: boolean,
): Omit<Observation, "probe" | "output" | "observedMs"> {
  return {
    startError: null,
    running,
    exitCode: running ? null : State.ExitCode,
    oomKilled: State.OOMKilled,
    health:
      waitsForHealth(watch) && State.Health
        ? { status: health(State.Health.Status), output: healthOutput(State) }
        : null,
  };
}

function health(status: string): "healthy" | "unhealthy" | "starting" {
  return status === "healthy" || status === "unhealthy" ? status : "starting";
}

function healthOutput({ Health }: ContainerState["State"]): string {
  return Health?.Log?.at(-1)?.Output ?? "";
}
