import { nothingKnown, type RunContext } from "./platform.ts";

/**
 * What the runner says about the run. `@actions/github` reads the event payload when it is loaded, so an unreadable payload is
 * an error of the import: the facts that need it are then unknown, with a warning.
 */
export async function readContext(env: NodeJS.ProcessEnv, warn: (message: string) => void): Promise<RunContext> {
  const workspace = textOrNull(env["GITHUB_WORKSPACE"]);
  try {
    const { context } = await import("@actions/github");
    return {
      repository: textOrNull(env["GITHUB_REPOSITORY"]) ?? textOrNull(context.payload.repository?.full_name),
      serverUrl: textOrNull(context.serverUrl),
      sha: textOrNull(context.sha),
      ref: textOrNull(context.ref),
      eventName: textOrNull(context.eventName),
      defaultBranch: textOrNull(context.payload.repository?.["default_branch"]),
      base: baseOf(context.payload.pull_request?.["base"]),
      headRepository: textOrNull(context.payload.pull_request?.["head"]?.repo?.full_name),
      runAttempt: Number.isInteger(context.runAttempt) ? context.runAttempt : null,
      workspace,
    };
  } catch {
    // Not the parser's message: it quotes the payload, and no secret is registered yet.
    warn("The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out.");
    return { ...nothingKnown, workspace };
  }
}

function baseOf(base: unknown): RunContext["base"] {
  if (typeof base !== "object" || base === null || !("ref" in base) || !("sha" in base)) return null;
  const { ref, sha } = base;
  return typeof ref === "string" && typeof sha === "string" ? { branch: ref, sha } : null;
}

/** The toolkit's types promise strings for variables that need not be set. */
function textOrNull(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
