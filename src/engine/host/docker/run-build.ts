import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImageStep } from "../../../model/step.ts";
import type { BuildReport } from "../../image/build-problem.ts";
import { takeLines } from "../../image/step-log.ts";
import { type BuildRequest, buildArguments } from "./build-arguments.ts";
import { RawJsonReader } from "./build-log.ts";
import { PlainReader } from "./build-log-plain.ts";
import { type Builder, rawJsonMinor } from "./builder.ts";
import { type LayerCache, type LayerUse, layerUse } from "./layer-cache.ts";
import { type DockerRun, tell } from "./session.ts";

export interface BuildCall {
  readonly step: ImageStep;
  readonly builder: Builder;
  readonly secrets: readonly { readonly id: string; readonly value: string }[];
  readonly layers: LayerCache;
  /** Of the daemon: `amd64`. */
  readonly arch: string;
  readonly context: string;
  readonly dockerfile: string;
  /** Name in the daemon. */
  readonly reference: string;
  /** Directory for an OCI layout instead of the daemon, null for the daemon. */
  readonly layout: string | null;
}

export interface BuildOutput extends BuildReport {
  /** What buildx wrote about the image; null after a failure. */
  readonly metadata: string | null;
}

/** Runs the builder; its output goes to the step's log. A cache service that the builder cannot use is done without. */
export async function runBuild(call: BuildCall, run: DockerRun): Promise<BuildOutput> {
  const { use, note } = layerUse(call.step, call.builder, call.layers, call.arch);
  if (note !== null) await tell(run, note);
  const end = await buildOnce(call, use, run);
  if (end.metadata !== null || use === null || !/configure gha cache/.test(end.error ?? "")) return end;
  await tell(run, `no layer cache of GitHub: ${end.error}`);
  return buildOnce(call, null, run);
}

async function buildOnce(call: BuildCall, cache: LayerUse["use"], run: DockerRun): Promise<BuildOutput> {
  const { cli, log, signal } = run;
  const { builder } = call;
  const metadataFile = join(cli.tempDir, "build-metadata");
  const args = buildArguments(builder, { ...call, ...call.step, ...inputsOf(call), metadataFile, cache });
  await log.line(`$ docker ${args.join(" ")}`);
  const output = join(cli.tempDir, "build-output");
  const raw = builder.kind === "buildx" && builder.minor >= rawJsonMinor;
  const reader = raw ? new RawJsonReader() : new PlainReader();
  const options = { env: buildEnvironment(call, cache), stdoutFile: output, stderrFile: output, signal };
  let failed = true;
  try {
    const result = await cli.run(args, { ...options, timeoutMs: call.step.timeoutMs });
    failed = result.exitCode !== 0;
  } finally {
    for await (const line of takeLines(output)) await log.lines(reader.read(line));
  }
  return { ...reader.report(failed), metadata: failed ? null : await readFile(metadataFile, "utf8") };
}

function inputsOf(call: BuildCall): Pick<BuildRequest, "target" | "buildArgs" | "secrets" | "tag"> {
  const { source } = call.step;
  const tag = call.layout === null ? call.reference : null;
  if (source.type === "binary") return { tag, target: null, buildArgs: [], secrets: [] };
  const secrets = call.secrets.map(({ id }, index) => ({ id, variable: secretVariable(index) }));
  return { tag, target: source.target, buildArgs: source.buildArgs, secrets };
}

function secretVariable(index: number): string {
  return `PIPELINE_DOCKER_SECRET_${index}`;
}

function buildEnvironment(
  { step, builder, secrets }: BuildCall,
  cache: LayerUse["use"],
): Readonly<Record<string, string>> {
  const mounted = step.source.type === "dockerfile" ? secrets : [];
  return {
    ...Object.fromEntries(mounted.map(({ value }, index) => [secretVariable(index), value])),
    ...cache?.service,
    ...builderEnvironment(builder),
  };
}

/** What every build is called with. */
export function builderEnvironment(builder: Builder): Readonly<Record<string, string>> {
  return {
    // Attestations would make an index of every image; https://docs.docker.com/build/building/variables/
    BUILDX_NO_DEFAULT_ATTESTATIONS: "1",
    ...(builder.kind === "plain" ? { DOCKER_BUILDKIT: builder.buildkit ? "1" : "0" } : {}),
  };
}
