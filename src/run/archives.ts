import { basename, join } from "node:path";
import { companions, writeArchive } from "../collect/archive.ts";
import { writeChecksums } from "../collect/build.ts";
import { digestFile } from "../files/digest-file.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { fold, packageName } from "../gates/binaries.ts";
import { groupBy } from "../group-by.ts";
import { placeOfModule } from "../model/own-module.ts";
import type { Platform } from "../model/platform.ts";
import type { Project } from "../model/project.ts";
import type { Archive, Artifact, StageResult } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stampValue } from "../model/stamp.ts";
import type { Stamps } from "./stamps.ts";

export interface ArchiveRequest {
  readonly project: Project;
  readonly stamps: Stamps;
  readonly stages: readonly Stage[];
  readonly results: readonly StageResult[];
  readonly artifacts: readonly Artifact[];
  readonly output: OutputDir;
}

/** One archive for each module and platform all of whose programs were built, and their checksums. */
export async function writeArchives(request: ArchiveRequest): Promise<readonly Archive[]> {
  const { project, stamps, stages, results, artifacts, output } = request;
  const names = archiveNames(project);
  const ended = new Map(results.map(({ id, status }) => [id, status]));
  const archives: Archive[] = [];
  for (const { id, module, binaries } of stages) {
    const [first] = binaries;
    const built = binaries.map((planned) => artifacts.find(({ name }) => name === planned.file));
    const whole = built.filter((artifact) => artifact !== undefined);
    if (first === undefined || module === null || whole.length < binaries.length) continue;
    if (ended.get(id) !== "passed") continue;
    const stamp = stamps.of(placeOfModule(project, module));
    const version = stampValue(stamp, "semver") ?? "";
    const { platform } = first;
    const name = archiveName(names.get(module) ?? "binaries", version, platform);
    const path = join(output.archives, name);
    const programs = programNames(binaries.map(({ out, file }) => ({ program: basename(out), file })));
    const files = whole.map((artifact, at) => ({
      name: programs[at] ?? artifact.name,
      path: join(output.bin, artifact.name),
      executable: true,
    }));
    const texts = await companions(project.root, module, project.files);
    const beside = texts.filter((text) => !programs.some((program) => fold(program) === fold(text.name)));
    await writeArchive(path, [...files, ...beside], Date.parse(stamp.date ?? "") || 0);
    archives.push({
      ...{ name, ...platform, module, version: stamp.version ?? "", path: output.relative(path) },
      ...(await digestFile(path)),
      binaries: whole.map((artifact) => artifact.name),
    });
  }
  await writeChecksums(archives, output.archives);
  return archives;
}

/** `tool_1.2.3_linux_amd64.tar.gz`, as goreleaser names them (v2.14.3, internal/pipe/archive). */
export function archiveName(name: string, version: string, { os, arch, variant }: Platform): string {
  return `${name}_${version}_${os}_${arch}${variantPart(arch, variant)}.${os === "windows" ? "zip" : "tar.gz"}`;
}

/** `armv7`, `amd64v3`, `mips_softfloat`; what `amd64` and `arm64` mean by themselves goes without saying. */
function variantPart(arch: string, variant: string | null): string {
  if (variant === null || arch === "arm64" || (arch === "amd64" && variant === "v1")) return "";
  return arch.startsWith("mips") ? `_${variant}` : variant;
}

/** What archives of each module begin with, by its directory: the last element of its path; where several have the same, their directories. */
export function archiveNames({ modules, root }: Project): ReadonlyMap<string, string> {
  const short = modules.map(({ dir, path }) => [dir, packageName(path ?? root.replaceAll("\\", "/"))] as const);
  const uses = groupBy(short, ([, name]) => fold(name));
  return new Map(
    short.map(([dir, name]) => {
      const alone = (uses.get(fold(name)) ?? []).length === 1;
      return [dir, alone || dir === "." ? name : dir.replaceAll("/", "-")];
    }),
  );
}

/** As `go build` names the programs, unless two of an archive would be one. */
function programNames(binaries: readonly { readonly program: string; readonly file: string }[]): readonly string[] {
  const uses = groupBy(binaries, ({ program }) => fold(program));
  return binaries.map(({ program, file }) => ((uses.get(fold(program)) ?? []).length === 1 ? program : file));
}
