import { messageOf } from "../../errors.ts";

export interface Problem {
  readonly message: string;
  readonly remedy: string;
}

/** What the problem happened to. */
export interface ProblemContext {
  /** Image that the steps run in. */
  readonly image: string;
  /** Why the session is known to be gone; null when it is not. */
  readonly lost: string | null;
}

interface Rule {
  readonly pattern: RegExp;
  readonly problem: (found: RegExpExecArray, context: ProblemContext) => Problem;
}

const again = "Run it again; if it persists, look at the engine's own log, or use `engine: host`.";

/** The engine reports by prose alone; the verdict never depends on these, only the words that help. */
const rules: readonly Rule[] = [
  {
    pattern: /no space left on device/i,
    problem: () => ({
      message: "The Dagger engine has no disk space left.",
      remedy:
        "Free space where the engine stores its data (`dagger core engine local-cache prune`), or give it a larger disk.",
    }),
  },
  {
    pattern: /(?:failed to resolve|resolve image|from: |pull).*?(?:not found|manifest unknown|does not exist)/is,
    problem: (_, { image }) => ({
      message: `The base image ${image} does not exist.`,
      remedy: "Set go-image to an image that has the Go version the modules ask for.",
    }),
  },
  {
    pattern: /(?:401 unauthorized|403 forbidden|authorization failed|pull access denied|insufficient_scope)/i,
    problem: (found, { image }) => ({
      message: `The registry refuses to give out ${image}: ${found[0]}.`,
      remedy: "Log in to the registry on this machine (`docker login`), or set go-image to an image that can be read.",
    }),
  },
  {
    pattern: /(?:toomanyrequests|429 too many requests)/i,
    problem: (_, { image }) => ({
      message: `The registry of ${image} limits downloads and refused this one.`,
      remedy: "Log in to the registry on this machine (`docker login`), or set go-image to a mirror.",
    }),
  },
  {
    pattern:
      /(?:failed to do request|failed to resolve)[^\n]*?((?:dial tcp|lookup|connect|tls|i\/o timeout|EOF)[^\n]*)/i,
    problem: (found, { image }) => ({
      message: `The registry of ${image} cannot be reached from the engine: ${found[1] ?? ""}.`,
      remedy: "Check the network of the engine, or set go-image to an image in a registry it can reach.",
    }),
  },
];

/** Node's and Go's words for a connection that is gone. The SDK calls a refused one a call that was not awaited (D108). */
const connectionGone =
  /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Premature close|error reading from server|transport is closing|failed to get requester session|session .*not found|client conn.* closed|(?:^|: )EOF\b/i;

/** Anything that was thrown while the engine worked, as a headline with cause and remedy. Queries and tokens are in none of it. */
export function engineProblem(error: unknown, context: ProblemContext): Problem {
  const chain = causes(error);
  const text = chain.map(messageOf).join("\n");
  for (const { pattern, problem } of rules) {
    const found = pattern.exec(text);
    if (found !== null) return problem(found, context);
  }
  const gone = chain.some((cause) => codeOf(cause) === "D108") || connectionGone.test(text);
  if (context.lost !== null || gone) {
    const why = context.lost === null ? "" : `: ${context.lost}`;
    return { message: `The Dagger engine was lost while it worked${why}.`, remedy: again };
  }
  const exit = chain.map(exitOf).find((found) => found !== null);
  if (exit !== undefined && exit !== null) return exit;
  return { message: `The Dagger engine failed: ${clip(messageOf(chain.at(-1)))}`, remedy: again };
}

/** The container itself failed, not a command in it: run.sh exits 0 whatever they do. */
function exitOf(error: unknown): Problem | null {
  if (codeOf(error) !== "D109" || !(error instanceof Error)) return null;
  const code = "exitCode" in error ? error.exitCode : null;
  const stderr = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  if (code === 137) {
    return {
      message: "The container of the Go steps was killed, most likely because the engine ran out of memory.",
      remedy: "Give the engine more memory, or lower `concurrency`.",
    };
  }
  const last = clip(stderr.split("\n").at(-1) ?? "");
  return {
    message: `The container of the Go steps failed with exit code ${String(code)}${last === "" ? "" : `: ${last}`}`,
    remedy: "The image has to have a POSIX shell, xargs, setsid and mkfifo; the official golang images do.",
  };
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [error];
  for (let at = error; at instanceof Error && at.cause !== undefined && chain.length < 10; at = at.cause)
    chain.push(at.cause);
  return chain;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}

/** GraphQL errors carry the whole query behind a colon and JSON; nobody reads more than a line. */
function clip(text: string): string {
  const line = text.split("\n")[0]?.replace(/: \{"response":.*$/s, "") ?? "";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
