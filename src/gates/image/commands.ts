import { type Platform, platformKey } from "../../model/platform.ts";
import type { NotRun, Stage } from "../../model/stage.ts";
import type { ImageSource } from "../../model/step.ts";
import { shellWord } from "../../text/shell.ts";
import type { ImageSettings } from "./inputs.ts";
import type { ChosenSource } from "./source.ts";

/** The command that builds the image by hand, at the root of the repository. Values of secrets are never in them, only their ids. */
export function imageCommand(
  config: ImageSettings,
  chosen: ChosenSource | NotRun,
  references: readonly string[],
): string {
  const tag = references[0] ?? "app:pipeline";
  if (!("status" in chosen) && chosen.source.type === "binary") return binaryCommand(chosen, chosen.source, tag);
  const options = [
    ...["-f", config.dockerfile],
    ...(config.dockerTarget === null ? [] : ["--target", config.dockerTarget]),
    ...config.dockerBuildArgs.flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
    ...secretOptions(chosen),
    ...platformOptions("status" in chosen ? [] : chosen.platforms),
  ];
  return words(["docker", "build", ...options, "-t", tag, config.dockerContext]);
}

function secretOptions(chosen: ChosenSource | NotRun): readonly string[] {
  if ("status" in chosen || chosen.source.type !== "dockerfile") return [];
  return chosen.source.secretIds.flatMap((id) => ["--secret", `id=${id}`]);
}

function platformOptions(platforms: readonly Platform[]): readonly string[] {
  return platforms.length === 0 ? [] : ["--platform", platforms.map(platformKey).join(",")];
}

/** The image of a binary, without what does not matter for finding a fault: certificates, time zones, labels. */
function binaryCommand({ build }: ChosenSource, source: ImageSource & { type: "binary" }, tag: string): string {
  const name = source.entrypoint;
  const compile = (build?.command ?? "").replace("-o /dev/null", `-o ${shellWord(name)}`);
  const lines = [
    `FROM ${source.base ?? "scratch"}`,
    `COPY ${name} /${name}`,
    "USER 65532:65532",
    `ENTRYPOINT ["/${name}"]`,
  ];
  const dockerfile = `printf '%s\\n' ${lines.map(shellWord).join(" ")}`;
  return `${compile} && ${dockerfile} | ${words(["docker", "build", "-t", tag, "-f", "-", build?.module ?? "."])}`;
}

/** Starts a container as the smoke test does. */
export function smokeCommand(config: ImageSettings, { command }: Stage, references: readonly string[]): string {
  const publish = config.smokePort === null ? [] : ["-p", `127.0.0.1:${config.smokePort}:${config.smokePort}`];
  const run = words(["docker", "run", "--rm", ...publish, references[0] ?? "app:pipeline", ...config.smokeCommand]);
  return `${command} && ${run}`;
}

/** Hands the image over as the deliver stage does. */
export function deliverCommand(config: ImageSettings, { command }: Stage, references: readonly string[]): string {
  const outputs = config.imageOutput === "default" ? ["load"] : config.imageOutput;
  const pushes = outputs.includes("push") ? references.map((reference) => words(["docker", "push", reference])) : [];
  const saves = outputs.includes("tarball") ? [words(["docker", "save", "-o", "image.tar", ...references])] : [];
  return [command, ...saves, ...pushes].join(" && ");
}

function words(list: readonly string[]): string {
  return list.map(shellWord).join(" ");
}
