import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Described, imageSbom, programSbom } from "../collect/cyclonedx.ts";
import { embeddedInfo } from "../collect/embedded-info.ts";
import { digestFile } from "../files/digest-file.ts";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import { version } from "../inputs/version.ts";
import { placeOfModule, placeOfRun } from "../model/own-module.ts";
import type { Project } from "../model/project.ts";
import type { Artifact, Image, Sbom } from "../model/report.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { Stamps } from "./stamps.ts";

export interface SbomRequest {
  readonly project: Project;
  readonly stamps: Stamps;
  readonly stages: readonly Stage[];
  readonly artifacts: readonly Artifact[];
  readonly image: Image | null;
  readonly output: OutputDir;
}

export interface WrittenSboms {
  readonly sboms: readonly Sbom[];
  readonly warnings: readonly string[];
}

/** One SBOM for each program that was built, and one for an image that was made of them. */
export async function writeSboms(request: SbomRequest): Promise<WrittenSboms> {
  const { project, stamps, artifacts, image, output } = request;
  const described: Described[] = [];
  const warnings: string[] = [];
  const sboms: Sbom[] = [];
  const write = async (file: string, what: Pick<Sbom, "subject" | "of">, text: string): Promise<void> => {
    const name = `${file}.cdx.json`;
    const path = join(output.sbom, name);
    await makeParent(path);
    await writeFile(path, text, { flag: "wx" });
    sboms.push({ name, ...what, path: output.relative(path), ...(await digestFile(path)) });
  };
  for (const artifact of artifacts) {
    const stamp = stamps.of(placeOfModule(project, artifact.module));
    const info = await embeddedInfo(join(output.bin, artifact.name), artifact.package);
    if (info === null) {
      warnings.push(`sbom: ${artifact.name} has no build information of Go, so there is no SBOM of it.`);
      continue;
    }
    const program = { artifact, info, version: stamp.version };
    described.push(program);
    const text = programSbom(program, { version, date: stamp.date });
    await write(artifact.name, { subject: "binary", of: artifact.name }, text);
  }
  const inside =
    image === null ? [] : described.filter(({ artifact }) => filesInImage(request.stages).has(artifact.name));
  if (image !== null && inside.length > 0) {
    const { date } = stamps.of(placeOfRun(project));
    const text = imageSbom(image, inside, { version, date });
    await write(freeName(image.name, artifacts), { subject: "image", of: image.name }, text);
  }
  return { sboms, warnings };
}

/** Names of the binaries that an image is made of; none where a Dockerfile or another base may put anything into it. */
function filesInImage(stages: readonly Stage[]): ReadonlySet<string> {
  const sources = stages.flatMap(({ step }) =>
    isRunnable(step) && step.type === "build-image" && step.source.type === "binary" && step.source.base === null
      ? step.source.binaries
      : [],
  );
  const files = sources.flatMap(({ stage, out }) => {
    const built = stages.find(({ id }) => id === stage)?.binaries.find((binary) => binary.out === out);
    return built === undefined ? [] : [built.file];
  });
  return new Set(files);
}

const imageFile = "image";

/** With the image's name behind it where a binary is called so. */
function freeName(name: string, artifacts: readonly Artifact[]): string {
  const taken = artifacts.some((artifact) => artifact.name.toLowerCase() === imageFile);
  return taken ? `${imageFile}-${name.replace(/[^A-Za-z0-9._-]+/g, "-")}` : imageFile;
}
