import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import * as tar from "tar";
import { vi } from "vitest";
import type { ResultsService } from "./results-service.ts";

/** What the steps of a job need to know of the service. */
export function serviceEnv(service: ResultsService): Readonly<Record<string, string>> {
  return { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: service.token };
}

/** Downloads one artifact as a later job would; the directory with its files. */
export async function download(service: ResultsService, name: string): Promise<string> {
  const stored = service.artifacts.get(name);
  if (stored === undefined)
    throw new Error(`no artifact ${name}; there are ${[...service.artifacts.keys()].join(", ")}`);
  const directory = mkdtempSync(join(tmpdir(), "act-artifact-"));
  const silenced = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await new DefaultArtifactClient().downloadArtifact(stored.id, { path: directory });
  silenced.mockRestore();
  return directory;
}

export interface Unpacked {
  readonly name: string;
  /** Octal permission bits. */
  readonly mode: string;
  readonly sha256: string;
}

/** Unpacks `<name>.tar.gz` of a downloaded artifact; the directory with what it held. */
export async function unpack(directory: string, name: string): Promise<string> {
  const target = join(directory, "unpacked");
  mkdirSync(target);
  await tar.extract({ file: join(directory, `${name}.tar.gz`), cwd: target });
  return target;
}

export function listUnpacked(directory: string): readonly Unpacked[] {
  return readdirSync(directory)
    .sort()
    .map((name) => ({
      name,
      mode: (statSync(join(directory, name)).mode & 0o777).toString(8),
      sha256: createHash("sha256")
        .update(readFileSync(join(directory, name)))
        .digest("hex"),
    }));
}
