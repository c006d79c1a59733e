import type { Dockerfile } from "../../../project/dockerfile-parse.ts";
import type { BuildReport } from "../../image/build-problem.ts";
import { ownWords } from "../problem.ts";

/** The engine says nothing of a build that went well. */
export const nothingToReport: BuildReport = {
  cached: false,
  failedStep: null,
  failedOutput: [],
  error: null,
  line: null,
  checks: [],
};

/** What the engine threw when it built, in the terms of BuildKit's own logs, so that one set of rules judges builds on both engines. */
export function buildReport(error: unknown, dockerfile: Dockerfile | null): BuildReport {
  const message = unwrapped(error);
  const nothing = { ...nothingToReport, error: message };
  const command = failedCommand(error);
  if (command !== null) {
    const { text, exitCode, output } = command;
    const failedStep = runStep(dockerfile, text);
    // Without a code it never ran: the engine says why not.
    if (exitCode < 0) return { ...nothing, failedStep };
    return {
      ...nothing,
      failedStep,
      failedOutput: output,
      error: `process "${text}" did not complete successfully: exit code: ${exitCode}`,
    };
  }
  const syntax = /dockerfile parse error on line (\d+): .*/.exec(message);
  if (syntax !== null) return { ...nothing, line: Number(syntax[1]), error: syntax[0] };
  const frontend = /syntax frontend "([^"]+)" is unsupported/.exec(message)?.[1];
  if (frontend !== undefined) return { ...nothing, line: dockerfile?.syntaxLine ?? null, error: ownFrontend(frontend) };
  const copied = /failed to copy source (?:directory|file): lstat (\S+): no such file or directory/.exec(message);
  if (copied?.[1] !== undefined) {
    return {
      ...nothing,
      line: copyLine(dockerfile, copied[1]),
      error: `"${copied[1]}": not found in the docker context`,
    };
  }
  const secret = /secret "([^"]+)" is required but|secret ([^\s:]+): not found/.exec(message);
  const id = secret?.[1] ?? secret?.[2];
  if (id !== undefined)
    return { ...nothing, failedStep: mountingStep(dockerfile, id), error: `secret ${id}: not found` };
  const image =
    /(?:^|: )(\S+): \1: not found$|(?:^|: )(\S+): failed to do request|(?:^|: )(\S+): (?:pull access denied|unexpected status)/.exec(
      message,
    );
  const reference = image?.[1] ?? image?.[2] ?? image?.[3];
  if (reference !== undefined) return { ...nothing, failedStep: `[internal] load metadata for ${reference}` };
  return nothing;
}

/** Dagger 0.21 takes docker/dockerfile and docker/dockerfile-upstream of Docker Hub, any tag, and pulls neither. */
function ownFrontend(refused: string): string {
  return (
    `the Dagger engine has its own Dockerfile frontend and refuses ${refused}: write \`# syntax=docker/dockerfile:1\` ` +
    "(nothing is pulled for it), remove the line, or use `engine: host`"
  );
}

/** The wrapping of the engine says how it builds, not what is wrong; ids of objects are as long as pages. */
function unwrapped(error: unknown): string {
  return ownWords(error)
    .replace(/load \w+@[A-Za-z0-9+/=]+: /g, "")
    .replace(
      /^(?:failed to (?:convert Dockerfile(?: LLB)? to (?:LLB|Dagger ID)|load container from converted ID|clone built container state|read Dockerfile "[^"]*"): )+/,
      "",
    )
    .replace(/(?:(?:load xxh3:[0-9a-f]+|inputs): )+/g, "")
    .replace(/^llbtodagger: unsupported op "exec" \([^)]*\): /, "");
}

interface FailedCommand {
  readonly text: string;
  readonly exitCode: number;
  readonly output: readonly string[];
}

/** A RUN that failed, as the SDK's ExecError tells. */
function failedCommand(error: unknown): FailedCommand | null {
  const field = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const cmd = field("cmd");
  const exitCode = field("exitCode");
  if (field("code") !== "D109" || !Array.isArray(cmd) || typeof exitCode !== "number") return null;
  const words = cmd.map(String);
  const text = words[0] === "/bin/sh" && words[1] === "-c" ? words.slice(2).join(" ") : words.join(" ");
  const output = [field("stdout"), field("stderr")].flatMap((part) =>
    typeof part === "string" ? part.split("\n") : [],
  );
  return { text, exitCode, output: output.filter((line) => line !== "") };
}

/** A RUN named as BuildKit names steps: with its flags, of which the engine says nothing. */
function runStep(dockerfile: Dockerfile | null, text: string): string {
  const words = (shell: string): string => shell.replace(/\s+/g, " ").trim();
  const runs = (dockerfile?.instructions ?? []).filter(({ keyword }) => keyword === "RUN");
  const flags = runs
    .map(({ value }) => /^(?:--\S+\s+)*/.exec(value)?.[0] ?? "")
    .find((found, index) => words(runs[index]?.value.slice(found.length) ?? "") === words(text));
  return `[1/1] RUN ${flags ?? ""}${text}`;
}

/** The first RUN that mounts a secret, named as BuildKit names steps. */
function mountingStep(dockerfile: Dockerfile | null, id: string): string | null {
  const found = (dockerfile?.instructions ?? []).find(
    ({ keyword, value }) => keyword === "RUN" && value.split(/[\s,]+/).includes(`id=${id}`),
  );
  return found === undefined ? null : `[1/1] RUN ${found.value}`;
}

/** Line of the only COPY or ADD that names a path. */
function copyLine(dockerfile: Dockerfile | null, path: string): number | null {
  const name = path.replace(/^\//, "");
  const copies = (dockerfile?.instructions ?? []).filter(
    ({ keyword, value }) =>
      /^(COPY|ADD)$/.test(keyword) && value.split(/[\s",[\]]+/).some((word) => word.replace(/^\.?\//, "") === name),
  );
  return copies.length === 1 ? (copies[0]?.line ?? null) : null;
}
