import type { DockerfileCheck, ImageFacts } from "../../model/outcome.ts";
import { instructionLine, loadedBase, missingArgs, missingSecrets } from "../../project/dockerfile-facts.ts";
import type { Dockerfile } from "../../project/dockerfile-parse.ts";
import { fullReference, repositoryOf } from "./references.ts";

/** What a build's output says about its end. */
export interface BuildReport {
  /** Every step that could be taken from the cache was. */
  readonly cached: boolean;
  /** The step that failed, as BuildKit names it: `[builder 2/5] RUN go build`. */
  readonly failedStep: string | null;
  /** The last lines that step printed. */
  readonly failedOutput: readonly string[];
  /** The final error without the wrapping of buildx and BuildKit; null when there is none. */
  readonly error: string | null;
  /** Line of the Dockerfile that the error points at. */
  readonly line: number | null;
  /** Violations of BuildKit's build checks; `fails` is decided by the error. */
  readonly checks: readonly Omit<DockerfileCheck, "fails">[];
}

/** Why an image was not built: its fault, or the environment's. */
export type BuildProblem =
  | { readonly type: "failed"; readonly reason: string; readonly problems: ImageFacts["dockerfileProblems"] }
  | { readonly type: "errored"; readonly message: string; readonly remedy: string };

export interface BuildGiven {
  /** Image that makes the SBOM; null when none is made. */
  readonly generator: string | null;
  readonly buildArgs: readonly (readonly [name: string, value: string])[];
  readonly secretIds: readonly string[];
}

/** Tells a broken Dockerfile from a broken environment, with what to do. `dockerfile` is null for an image of a binary. */
export function buildProblem(report: BuildReport, dockerfile: Dockerfile | null, given: BuildGiven): BuildProblem {
  const error = report.error ?? "the build ended without a message";
  const rules = violatedRules(error);
  if (rules.length > 0) return violation(report, dockerfile, rules);
  const environment =
    generatorProblem(error, report.failedStep, given.generator) ?? environmentProblem(error, report.failedStep);
  if (environment !== null) return environment;
  const line = report.line ?? (dockerfile === null ? null : lineOf(dockerfile, report.failedStep, error));
  const reason = [describe(error, report.failedStep), ...hints(report, dockerfile, given)].join(". ");
  const place = line === null || dockerfile === null ? "" : `${dockerfile.path}:${line}: `;
  const output = report.failedOutput.filter((text) => text.trim() !== "").slice(-10);
  const problems = line === null ? [] : [{ line, message: [reason, ...output].join("\n") }];
  return { type: "failed", reason: `${place}${reason}`, problems };
}

/**
 * Rules of build checks that are errors (`# check=error=true`, or the build argument BUILDKIT_DOCKERFILE_CHECK), as the error of BuildKit 0.30 names them:
 * in another order each time.
 */
function violatedRules(error: string): readonly string[] {
  const rules = /^lint violation found for rules: (.+)$/.exec(error)?.[1];
  return rules === undefined ? [] : rules.split(", ").sort();
}

/** The checks themselves are findings, so there is nothing to add at their lines. */
function violation(report: BuildReport, dockerfile: Dockerfile | null, rules: readonly string[]): BuildProblem {
  const lines = report.checks.flatMap(({ rule, line }) => (rule !== null && rules.includes(rule) ? [line] : []));
  const place = dockerfile === null || lines.length === 0 ? "" : `${dockerfile.path}:${Math.min(...lines)}: `;
  const reason = `${place}build checks that count as errors failed: ${rules.join(", ")}`;
  return { type: "failed", reason, problems: [] };
}

/** What the build checks found, and which of it failed the build. */
export function dockerfileChecks({ checks, error }: BuildReport): readonly DockerfileCheck[] {
  const rules = violatedRules(error ?? "");
  return checks.map((check) => ({ ...check, fails: check.rule !== null && rules.includes(check.rule) }));
}

/** BuildKit pulls and runs the generator of SBOMs as part of the build; the Dockerfile has no part in it. */
function generatorProblem(error: string, step: string | null, generator: string | null): BuildProblem | null {
  if (generator === null || step === null) return null;
  const pulled = /^resolve image config for docker-image:\/\/(\S+)$/.exec(step)?.[1] ?? "";
  if (repositoryOf(pulled) === repositoryOf(fullReference(generator))) {
    const message = `the generator of the SBOM, ${generator}, cannot be pulled: ${error}`;
    return { type: "errored", message, remedy: generatorRemedy };
  }
  if (!/^\[[^\]]*\] generating sbom using /.test(step)) return null;
  const message = `the generator of the SBOM, ${generator}, failed: ${error}`;
  return { type: "errored", message, remedy: generatorRemedy };
}

const generatorRemedy =
  "Name one that the builder can reach, such as a mirror of docker/buildkit-syft-scanner (docker-sbom: registry.example.com/buildkit-syft-scanner:1), or set docker-sbom to false.";

const ranAndFailed = /did not complete successfully: exit code|executor failed running|returned a non-zero code/;

const network =
  /dial (tcp|udp|unix)|no such host|connection (refused|reset)|i\/o timeout|handshake (timeout|failure)|EOF$|x509:|HTTP response to HTTPS client|unexpected status[^:]*: (429|5\d\d)|toomanyrequests|Too Many Requests|Service Unavailable|context deadline exceeded|no route to host|network is unreachable|proxyconnect/i;

const daemonLost =
  /error reading from server|code = Unavailable|Cannot connect to the Docker daemon|no builder .* found/i;

function environmentProblem(error: string, step: string | null): BuildProblem | null {
  if (ranAndFailed.test(error)) return null;
  if (/no space left on device|disk quota exceeded/i.test(error)) {
    const remedy =
      "Free some space; `docker system df` shows what Docker holds, `docker builder prune` empties its cache.";
    return { type: "errored", message: `the disk is full: ${error}`, remedy };
  }
  if (daemonLost.test(error)) {
    return {
      type: "errored",
      message: `the builder was lost: ${error}`,
      remedy: "Run again; check the daemon's log if it persists.",
    };
  }
  if (!network.test(error)) return null;
  const image = loadedBase(step ?? "");
  const what =
    image === null ? "the network failed during the build" : `the registry of base image ${image} cannot be reached`;
  const remedy = "Check the network, the proxy settings and the registry, then run again.";
  return { type: "errored", message: `${what}: ${error}`, remedy };
}

function describe(error: string, step: string | null): string {
  const image = loadedBase(step ?? "") ?? pullDenied(error);
  if (image !== null) {
    if (/denied|unauthorized|insufficient_scope|authentication required|forbidden/i.test(error)) {
      return `base image ${image} does not exist, or needs a login (docker login) that this machine does not have`;
    }
    if (/no match for platform|no matching manifest for/i.test(error)) {
      // Of platforms that are resolved side by side, the step that BuildKit ends with the error may be another one's (0.30).
      const platform = /no matching manifest for (\S+)/.exec(error)?.[1];
      return `base image ${image} is none for ${platform ?? "a platform of the image"}`;
    }
    if (/not found|manifest unknown/i.test(error)) return `base image ${image} not found`;
  }
  const code = /exit code: (\d+)|non-zero code: (\d+)/.exec(error);
  const instruction = step?.replace(/^\[[^\]]*\]\s*/, "");
  if (code !== null && instruction !== undefined)
    return `${clip(instruction)} failed with exit code ${code[1] ?? code[2]}`;
  return error;
}

function pullDenied(error: string): string | null {
  return /(?:pull access denied for|manifest for) ([^\s,]+)/.exec(error)?.[1] ?? null;
}

function clip(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}

function lineOf(dockerfile: Dockerfile, step: string | null, error: string): number | null {
  const blank = /base name \((.*)\) should not be blank/.exec(error)?.[1];
  if (blank !== undefined) {
    const from = dockerfile.instructions.find((found) => found.keyword === "FROM" && found.value.includes(blank));
    return from?.line ?? null;
  }
  return step === null ? null : instructionLine(dockerfile, step);
}

/** What the Dockerfile asks for and nobody gave, when that can be the cause. */
function hints(report: BuildReport, dockerfile: Dockerfile | null, given: BuildGiven): readonly string[] {
  const ran = /^\[[^\]]*\] RUN /.test(report.failedStep ?? "");
  const blank = /should not be blank|invalid reference format/.test(report.error ?? "");
  if (dockerfile === null || !(ran || blank)) return [];
  const args = missingArgs(dockerfile, given.buildArgs);
  const secrets = ran ? missingSecrets(dockerfile, given.secretIds) : [];
  const found: string[] = [];
  if (secrets.length > 0) found.push(`It mounts secrets that docker-secrets does not give: ${secrets.join(", ")}`);
  if (args.length > 0) {
    found.push(`It has arguments without a default that docker-build-args does not set: ${args.join(", ")}`);
  }
  return found;
}
