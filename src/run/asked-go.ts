import type { EngineRequest } from "../engine/adapter.ts";
import { exactGo } from "../engine/asked-go.ts";
import { UsageError } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import { versionIn } from "../project/go-version-file.ts";
import type { Repository } from "../project/modules.ts";
import type { PipelineRequest } from "./state.ts";

/** The inputs with what `go-version-file` says as their Go version. Throws UsageError when it says none. */
export async function withVersionFile({ config, env }: PipelineRequest, repository: Repository): Promise<Config> {
  const path = config.goVersionFile;
  if (path === null) return config;
  const content = await repository.read(path);
  if (content === null) throw new UsageError([`go-version-file: ${path} is not there any more`]);
  const gotoolchain = env["GOTOOLCHAIN"] ?? "";
  return { ...config, goVersion: versionIn({ label: "go-version-file", path, content, gotoolchain }) };
}

/** The inputs with an exact Go version, where they ask for one. Throws EnvironmentError when nothing here can tell which one it is. */
export async function withExactGo(config: Config, request: EngineRequest): Promise<Config> {
  return { ...config, goVersion: await exactGo(request) };
}
