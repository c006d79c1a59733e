import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { goVersions, toolchain } from "../support/go127.ts";
import { runAct } from "./act.ts";
import { download, serviceEnv } from "./artifacts.ts";
import { commit, copyOfAction, repositoryOfUser } from "./repositories.ts";
import { startResultsService } from "./results-service.ts";

const directories: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function keep(directory: string): string {
  directories.push(directory);
  return directory;
}

/** The job of README's recipe, as it stands there. */
function recipe(): string {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const yaml = /\*\*Two versions of Go\*\*.*?```yaml\n(.*?)```/s.exec(readme)?.[1];
  if (yaml === undefined) throw new Error("README has no recipe for two versions of Go");
  return yaml.replaceAll(/^(?=.)/gm, "    ");
}

/** In front of the proxies that the machine has: with a list of its own, `stable` stays what the test says. */
function proxyWith(versions: readonly string[]): string {
  const root = keep(mkdtempSync(join(tmpdir(), "act-proxy-")));
  const dir = join(root, "golang.org/toolchain/@v");
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "list"), versions.map((version) => `v0.0.1-${version}.linux-amd64\n`).join(""));
  return pathToFileURL(root).href;
}

test("README's matrix runs the same module with two versions of Go, without actions/setup-go", async () => {
  const { installed, goproxy } = goVersions();
  const user = keep(
    repositoryOfUser(`
on: push
jobs:
  go:
    runs-on: ubuntu-latest
${recipe()}`),
  );
  const action = keep(copyOfAction());
  commit(action);
  commit(user);
  const service = await startResultsService();
  for (const [name, value] of Object.entries(serviceEnv(service))) vi.stubEnv(name, value);
  try {
    const result = await runAct({
      repository: user,
      job: "go",
      env: {
        ...{ DOCKER_HOST: "tcp://127.0.0.1:1", ...serviceEnv(service) },
        GOPROXY: `${proxyWith([installed, toolchain])},${goproxy}`,
      },
      args: ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`],
    });
    expect(result.annotations.filter(({ level }) => level === "error")).toEqual([]);
    expect(result.exitCode).toBe(0);
    for (const [name, version] of Object.entries({ oldstable: installed, stable: toolchain })) {
      const report = keep(await download(service, `go-${name}-report`));
      const { modules } = JSON.parse(readFileSync(join(report, "report.json"), "utf8"));
      expect(modules).toEqual([expect.objectContaining({ goVersion: version })]);
    }
  } finally {
    await service.close();
  }
});
