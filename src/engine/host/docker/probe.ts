import { request } from "node:http";
import { connect } from "node:net";
import { messageOf, systemCode } from "../../../errors.ts";
import type { SmokeStep } from "../../../model/step.ts";

import type { ProbeTarget } from "./smoke-network.ts";

type Probe = NonNullable<SmokeStep["probe"]>;

export interface ProbeAttempt {
  readonly answered: boolean;
  readonly status: number | null;
  readonly error: string | null;
}

/** One try at every address; the first that satisfies ends it. `limitMs` is for each. */
export async function probeOnce(probe: Probe, targets: readonly ProbeTarget[], limitMs: number): Promise<ProbeAttempt> {
  let last: ProbeAttempt = { answered: false, status: null, error: "the port is not published" };
  for (const target of probe.path === null ? exact(targets) : targets) {
    const attempt = await (probe.path === null ? probePort(target, limitMs) : probeHttp(probe, target, limitMs));
    if (attempt.answered) return attempt;
    // An answer with the wrong status says more than a refused connection.
    if (last.status === null) last = attempt;
  }
  return last;
}

/** An accepted connection only says something of the container where nothing of Docker's stands between. */
function exact(targets: readonly ProbeTarget[]): readonly ProbeTarget[] {
  const direct = targets.filter((target) => !target.proxied);
  return direct.length > 0 ? direct : targets;
}

function probeHttp(probe: Probe, target: ProbeTarget, limitMs: number): Promise<ProbeAttempt> {
  const { host, port } = target;
  return new Promise((resolve) => {
    const path = probe.path?.startsWith("/") ? probe.path : `/${probe.path ?? ""}`;
    const headers = { host: `localhost:${probe.port}`, connection: "close", "user-agent": "smoke-test" };
    const call = request({ host, port, path, headers, agent: false, timeout: limitMs }, (response) => {
      const status = response.statusCode ?? 0;
      const answered = probe.statuses.some(([from, to]) => status >= from && status <= to);
      response.destroy();
      resolve({ answered, status, error: null });
    });
    call.on("timeout", () => call.destroy(new Error("no answer in time")));
    call.on("error", (error) => resolve({ answered: false, status: null, error: cause(error) }));
    call.end();
  });
}

/** How long a connection through Docker's proxy has to hold: the proxy closes it as soon as the container refuses. */
const holdMs = 1_000;

function probePort({ host, port, proxied }: ProbeTarget, limitMs: number): Promise<ProbeAttempt> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let timer = setTimeout(() => socket.destroy(new Error("no answer in time")), limitMs);
    const end = (attempt: ProbeAttempt): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(attempt);
    };
    const accepted = (): void => end({ answered: true, status: null, error: null });
    socket.on("connect", () => {
      clearTimeout(timer);
      if (proxied) timer = setTimeout(accepted, holdMs);
      else accepted();
    });
    socket.on("data", accepted);
    socket.on("end", () => end({ answered: false, status: null, error: "connection closed" }));
    socket.on("error", (error) => end({ answered: false, status: null, error: cause(error) }));
  });
}

function cause(error: Error): string {
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: "connection refused",
    ECONNRESET: "connection closed",
    EHOSTUNREACH: "no route to the container",
    ENETUNREACH: "no route to the container",
  };
  return known[systemCode(error) ?? ""] ?? messageOf(error);
}
