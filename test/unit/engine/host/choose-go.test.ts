import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GoOnPath } from "../../../../src/engine/go-on-path.ts";
import { chooseGo } from "../../../../src/engine/host/choose-go.ts";
import { cachedGos } from "../../../../src/engine/host/tool-cache.ts";
import { engineRequest } from "../../../support/engine-request.ts";
import { makeGoEnv, makeProject } from "../../../support/facts.ts";
import { makeModule } from "../../../support/module.ts";
import { directory } from "../../../support/repository.ts";

/** A tool cache as actions/setup-go leaves it; what ends with `!` was not completed. */
function toolCache(...names: readonly string[]): string {
  const cache = directory({});
  for (const name of names) {
    const root = join(cache, "go", name.replace("!", ""));
    mkdirSync(join(root, "bin"), { recursive: true });
    writeFileSync(join(root, "bin", "go"), "#!/bin/sh\n");
    chmodSync(join(root, "bin", "go"), 0o755);
    if (!name.endsWith("!")) writeFileSync(`${root}.complete`, "");
  }
  return cache;
}

describe("the runner's tool cache", () => {
  const versions = async (cache: string, arch = "x64", platform: NodeJS.Platform = "linux") =>
    (await cachedGos({ env: { RUNNER_TOOL_CACHE: cache }, platform, arch })).map(({ version }) => version);

  it("holds what is complete and of this architecture, newest first", async () => {
    const cache = toolCache("1.9.0/x64", "1.26.8/x64", "1.26.10/x64", "1.27.4/arm64", "1.27.3/x64!", "1.27.0-rc.2/x64");
    mkdirSync(join(cache, "go", "junk"));
    expect(await versions(cache)).toEqual(["go1.27rc2", "go1.26.10", "go1.26.8", "go1.9.0"]);
    expect(await versions(cache, "arm64")).toEqual(["go1.27.4"]);
    expect(await versions(cache, "x64", "win32")).toEqual([]);
  });

  it("is empty without one", async () => {
    expect(await versions("")).toEqual([]);
    expect(await versions(directory({}))).toEqual([]);
    expect(await cachedGos({ env: {}, platform: "linux", arch: "x64" })).toEqual([]);
  });
});

describe("the Go of the host engine", () => {
  const onPath = (version: string, gotoolchain = "auto"): GoOnPath => ({
    ...{ state: "there", version, gotoolchain, goEnv: makeGoEnv({ GOVERSION: version }) },
  });
  const none: GoOnPath = { state: "none", why: "no Go on PATH" };

  interface Machine {
    readonly path?: GoOnPath;
    readonly cache?: readonly string[];
    readonly asked?: string;
    readonly go?: string;
    readonly env?: Readonly<Record<string, string>>;
  }

  async function choice({ path = none, cache = [], asked, go = "1.24", env = {} }: Machine) {
    const tools = toolCache(...cache.map((version) => `${version}/${process.arch}`));
    const project = makeProject({ modules: [makeModule({ path: "m", go })] });
    const request = engineRequest({
      ...{ project, config: { goVersion: asked ?? null } },
      env: { PATH: "/usr/bin", RUNNER_TOOL_CACHE: tools, ...env },
    });
    return { tools, found: await chooseGo(request, async () => path) };
  }

  it("is the one on PATH when that is asked for", async () => {
    const { found } = await choice({ path: onPath("go1.26.8"), cache: ["1.26.8"], asked: "1.26.8" });
    const env = { GOTOOLCHAIN: "local" };
    const own = { installed: makeGoEnv({ GOVERSION: "go1.26.8" }), reason: "go1.26.8 is on PATH" };
    expect(found).toEqual({ ok: true, version: "go1.26.8", env, ...own });
  });

  it("else comes from the tool cache, first on PATH", async () => {
    const cache = ["1.27.3", "1.27.4"];
    const asked = { path: onPath("go1.26.8", "local"), cache, asked: "1.27.4", env: { GOROOT: "/old" } };
    const { found, tools } = await choice(asked);
    const root = join(tools, "go", "1.27.4", process.arch);
    expect(found).toEqual({
      ...{ ok: true, version: "go1.27.4", installed: null, reason: "go1.27.4 is in the runner's tool cache" },
      env: { PATH: [join(root, "bin"), "/usr/bin"].join(delimiter), GOROOT: root, GOTOOLCHAIN: "local" },
    });
    const { found: without } = await choice({ ...asked, path: none, env: {} });
    expect(without).toMatchObject({ ok: true, version: "go1.27.4" });
    expect(without.ok && "GOROOT" in without.env).toBe(false);
  });

  it("else is fetched by the one on PATH", async () => {
    const { found } = await choice({ path: onPath("go1.26.8", "local"), cache: ["1.27.3"], asked: "1.27.4" });
    expect(found).toMatchObject({
      ...{ ok: true, version: "go1.27.4", reason: "go1.26.8 on PATH takes go1.27.4" },
      env: { GOTOOLCHAIN: "go1.27.4" },
    });
  });

  it("is what Go itself picks where nobody asks", async () => {
    const { found } = await choice({ path: onPath("go1.26.8"), cache: ["1.27.4"], go: "1.27.4" });
    expect(found).toMatchObject({ ok: true, version: "go1.27.4", env: {}, reason: "go1.26.8 on PATH takes go1.27.4" });
  });

  it("is the newest of the tool cache where nobody asks and the one on PATH does not do", async () => {
    const cache = ["1.21.3", "1.26.8", "1.27.4"];
    const expected = { ok: true, version: "go1.27.4" };
    for (const path of [none, onPath("go1.20.14"), onPath("go1.23.1", "local")]) {
      const { found } = await choice({ path, cache });
      expect(found).toMatchObject(expected);
      expect(found.ok && Object.keys(found.env)).toEqual(["PATH"]);
    }
  });

  it("is none, with the reason", async () => {
    expect((await choice({ cache: ["1.27.3"], asked: "1.27.4" })).found).toEqual({
      ok: false,
      reason: "no Go on PATH",
    });
    expect((await choice({ cache: ["1.21.3"] })).found).toEqual({ ok: false, reason: "no Go on PATH" });
    expect((await choice({ path: onPath("go1.20.14"), asked: "1.27.4" })).found).toEqual({
      ...{ ok: false, reason: "go-version asks for Go 1.27.4, but go1.20.14 is on PATH" },
    });
  });
});
