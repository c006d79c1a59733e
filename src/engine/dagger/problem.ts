import { messageOf } from "../../errors.ts";
import type { Problem } from "../../model/outcome.ts";

/** What the problem happened to. */
export interface ProblemContext {
  /** Why the session is known to be gone; null when it is not. */
  readonly lost: string | null;
  /** A stage has named the image itself. */
  readonly ownImage?: boolean;
}

const again = "Run it again; if it persists, look at the engine's own log, or use `engine: host`.";
const image = '(?:resolve image|pull) "([^"]+)"';

const ownImageRemedy =
  "Check `image` of the stage, and whether the engine can reach its registry and is logged in there.";

/** `image`: it is about an image, and the remedy for one that a stage has named is another. */
type Rule = readonly [pattern: RegExp, explain: (found: RegExpExecArray) => Problem, image?: true];

/** Engines report by prose alone. No verdict depends on it, only the words that help: what matches nothing is still an engine problem. */
const rules: readonly Rule[] = [
  [
    /no space left on device/i,
    () => ({
      message: "The Dagger engine has no disk space left.",
      remedy: "Free space where the engine stores its data, or give it a larger disk.",
    }),
  ],
  [
    new RegExp(`${image}.*: not found$`, "m"),
    (found) => ({
      message: `The image ${found[1]} does not exist.`,
      remedy: "Check go-version and go-image; the official images are golang:<version>.",
    }),
    true,
  ],
  [
    /image address (.+): invalid reference format/,
    (found) => ({ message: `${found[1]} is not the name of an image.`, remedy: "Correct go-image." }),
    true,
  ],
  [
    new RegExp(`${image}.*(toomanyrequests|429 too many requests)`, "i"),
    (found) => ({
      message: `The registry limits downloads and refused ${found[1]}.`,
      remedy: "Log in to the registry on this machine (`docker login`), or set go-image to a mirror.",
    }),
    true,
  ],
  [
    new RegExp(`${image}.*(401 unauthorized|403 forbidden|authorization failed|pull access denied)`, "i"),
    (found) => ({
      message: `The registry refuses to give out ${found[1]}: ${found[2]}.`,
      remedy: "Log in to the registry on this machine (`docker login`), or set go-image to an image that can be read.",
    }),
    true,
  ],
  [
    new RegExp(`${image}.*: failed to do request: .*?: ((?:dial|read|net|tls|x509|lookup|EOF|context)\\b.*)$`, "m"),
    (found) => ({
      message: `The registry of ${found[1]} cannot be reached from the engine: ${found[2]}.`,
      remedy: "Check the engine's network, or set go-image to an image in a registry that it can reach.",
    }),
    true,
  ],
];

/** How Node and the CLI put it that a connection is gone; the CLI answers 502 for an engine that does not. */
const connectionGone = /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Premature close|Code: 50[234]\b|\bEOF$/im;

/** The same in the words of an engine that still answers, or half of it. */
const sessionGone = /error reading from server|transport is closing|failed to get requester session|closing transport/i;

/** True when an error means that the engine is not there any more, rather than that it refused something or met a broken connection of its own. */
export function isConnectionGone(error: unknown): boolean {
  const chain = causes(error);
  const gone = chain.some(wasAnswered)
    ? sessionGone
    : new RegExp(`${connectionGone.source}|${sessionGone.source}`, "im");
  // The SDK calls a refused connection a call that was not awaited (D108).
  return chain.some((cause) => codeOf(cause) === "D108" || gone.test(ownWords(cause)));
}

/** A GraphQL answer with errors comes from an engine that works. */
function wasAnswered(error: unknown): boolean {
  return field(field(error, "response"), "status") === 200;
}

/** Anything that was thrown while the engine worked, as a headline with cause and remedy. Queries and tokens are in none of it. */
export function engineProblem(error: unknown, { lost, ownImage = false }: ProblemContext): Problem {
  const chain = causes(error);
  const text = chain.map(ownWords).join("\n");
  for (const [pattern, explain, about] of rules) {
    const found = pattern.exec(text);
    if (found === null) continue;
    return ownImage && about === true ? { ...explain(found), remedy: ownImageRemedy } : explain(found);
  }
  if (lost !== null) return { message: `The Dagger engine was lost while it worked: ${lost}.`, remedy: again };
  if (isConnectionGone(error)) return { message: "The Dagger engine was lost while it worked.", remedy: again };
  for (const cause of chain) if (codeOf(cause) === "D109") return containerProblem(cause, ownImage);
  // D101 only says that something unknown happened.
  const telling = chain.find((cause) => codeOf(cause) !== "D101") ?? error;
  return { message: `The Dagger engine failed: ${clip(ownWords(telling))}`, remedy: again };
}

/** The container itself failed, not a command in it: step.sh exits 0 whatever they do. */
function containerProblem(error: unknown, ownImage: boolean): Problem {
  const exitCode = field(error, "exitCode");
  if (exitCode === 137) {
    return {
      message: "The container of a step was killed, most likely because the engine ran out of memory.",
      remedy: "Give the engine more memory, or lower `concurrency`.",
    };
  }
  const stderr = field(error, "stderr");
  const last = typeof stderr === "string" ? clip(stderr.trim().split("\n").at(-1) ?? "") : "";
  return {
    message: `The container of a step failed with exit code ${String(exitCode)}${last === "" ? "" : `: ${last}`}`,
    remedy: ownImage
      ? "Under Dagger the image of a stage has to have a POSIX shell, xargs and setsid, as those with a distribution or busybox do."
      : "The image has to have a POSIX shell, xargs, setsid and nproc; the official golang images do.",
  };
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [error];
  let at = error;
  while (at instanceof Error && at.cause !== undefined && chain.length < 10) {
    at = at.cause;
    chain.push(at);
  }
  return chain;
}

function codeOf(error: unknown): string | null {
  const code = field(error, "code");
  return typeof code === "string" ? code : null;
}

function field(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}

/** What an error says itself: a GraphQL client appends answer and query as JSON, the engine the number of a trace. */
export function ownWords(error: unknown): string {
  return messageOf(error)
    .replace(/: \{"response":.*$/s, "")
    .replace(/ \[traceparent:[^\]]*\]/g, "");
}

function clip(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
