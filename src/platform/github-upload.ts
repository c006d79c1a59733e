import { messageOf } from "../errors.ts";
import type { ArtifactUpload, UploadResult } from "./platform.ts";

/** The client gives up by itself after 5 minutes without progress in one upload; this ends what it waits for without a limit. */
export const uploadLimitMs = 10 * 60_000;

/** Uploads with the toolkit's client, which is loaded only now: it is large and most runs of a terminal never need it. */
export async function uploadToWorkflow(
  request: ArtifactUpload,
  env: NodeJS.ProcessEnv,
  limitMs: number = uploadLimitMs,
): Promise<UploadResult> {
  // The runner sets both in steps of actions, never in `run:` steps.
  const missing = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"].filter((name) => !env[name]);
  if (missing.length > 0) {
    return { status: "unavailable", reason: `this runner offers no artifact service (${missing.join(", ")} not set)` };
  }
  const limit = timeLimit(limitMs);
  try {
    return await Promise.race([upload(request, env), limit.reached]);
  } catch (thrown) {
    return resultOfError(thrown);
  } finally {
    limit.stop();
  }
}

async function upload(
  { name, files, root, retentionDays, compressed }: ArtifactUpload,
  env: NodeJS.ProcessEnv,
): Promise<UploadResult> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, [...files], root, {
    compressionLevel: compressed ? 0 : 6,
    ...(retentionDays === null ? {} : { retentionDays }),
  });
  return { status: "uploaded", url: id === undefined ? null : addressOf(id, env), size: size ?? null };
}

/** As actions/upload-artifact makes its output `artifact-url` (src/shared/upload-artifact.ts). */
function addressOf(id: number, env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}/artifacts/${id}` : null;
}

/** The client has no error class for a name that is taken; the status code in its message is all it hands on. */
function resultOfError(thrown: unknown): UploadResult {
  const reason = messageOf(thrown);
  if (thrown instanceof Error && thrown.name === "GHESNotSupportedError") {
    return {
      status: "unavailable",
      reason: "GitHub Enterprise Server has no artifact service that the client can use",
    };
  }
  if (/CreateArtifact: .*\(409\)/.test(reason)) return { status: "name-taken" };
  return { status: "failed", reason };
}

function timeLimit(limitMs: number): { readonly reached: Promise<UploadResult>; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<UploadResult>((resolve) => {
    const reason = `the artifact service did not finish within ${Math.ceil(limitMs / 1000)} s`;
    timer = setTimeout(() => resolve({ status: "failed", reason }), limitMs);
  });
  return { reached, stop: () => clearTimeout(timer) };
}
