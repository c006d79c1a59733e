import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exactGo } from "../../../src/engine/asked-go.ts";
import type { GoOnPath } from "../../../src/engine/go-on-path.ts";
import type { ToolchainListRequest } from "../../../src/engine/toolchain-list.ts";
import { EnvironmentError } from "../../../src/errors.ts";
import { engineRequest } from "../../support/engine-request.ts";
import { makeGoEnv, makeProject } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const captured = readFileSync(join(import.meta.dirname, "../../fixtures/go/toolchains/list.txt"), "utf8");

const onPath = (version: string, gotoolchain = "auto"): GoOnPath => ({
  ...{
    state: "there",
    version,
    gotoolchain,
    goEnv: makeGoEnv({ GOVERSION: version, GOPROXY: "https://proxy.test,direct" }),
  },
});

interface Machine {
  readonly path?: GoOnPath;
  readonly go?: string;
  readonly goImage?: string;
  readonly goproxy?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly list?: () => Promise<string>;
}

async function exact(asked: string | null, machine: Machine = {}) {
  const { path = { state: "none", why: "no Go on PATH" }, go = "1.24", goImage = null, goproxy = null } = machine;
  const lists: ToolchainListRequest[] = [];
  const log: string[] = [];
  let paths = 0;
  const request = engineRequest({
    config: { goVersion: asked, goImage, goproxy },
    project: makeProject({ modules: [makeModule({ path: "m", go, toolchain: "go1.99.1" })] }),
    env: machine.env ?? {},
    log: (line) => log.push(line),
  });
  const version = await exactGo(request, {
    onPath: async () => {
      paths++;
      return path;
    },
    list: async (one) => {
      lists.push(one);
      return machine.list === undefined ? captured : await machine.list();
    },
  });
  return { version, log, paths, proxies: lists.map((list) => list.goproxy) };
}

describe("the exact Go version", () => {
  it.each([null, "1.26.8", "1.27rc1"])("is there already with %s: nobody is asked", async (asked) => {
    expect(await exact(asked)).toEqual({ version: asked, log: [], paths: 0, proxies: [] });
  });

  it.each([
    ["stable", "1.27.4"],
    ["oldstable", "1.26.11"],
    ["1.26", "1.26.11"],
  ])("for %s is in the list: %s", async (asked, version) => {
    const found = await exact(asked);
    expect([found.version, found.log, found.proxies.length]).toEqual([
      version,
      [`go-version: ${asked} is Go ${version}, by the module proxy's list`],
      1,
    ]);
  });

  it.each([
    ["go1.26.8", "auto", "1.26.8"],
    ["go1.26.8-X:nocoverageredesign", "local", "1.26.8"],
    ["go1.25.3", "go1.26.7", "1.26.7"],
  ])("of a line is that of %s on PATH with GOTOOLCHAIN=%s, without a list", async (version, gotoolchain, expected) => {
    const found = await exact("1.26", { path: onPath(version, gotoolchain) });
    expect([found.version, found.proxies]).toEqual([expected, []]);
  });

  it.each([
    ["a candidate", onPath("go1.26rc1"), "1.24"],
    ["of another line", onPath("go1.27.4"), "1.24"],
    ["a development version", onPath("devel go1.26-1a2b3c"), "1.24"],
    ["older than a go line", onPath("go1.26.8"), "1.26.9"],
  ])("of a line is in the list when the one on PATH is %s", async (_, path, go) => {
    expect(await exact("1.26", { path, go })).toMatchObject({
      version: "1.26.11",
      proxies: ["https://proxy.test,direct"],
    });
  });

  it("of a name is in the list whatever is on PATH", async () => {
    expect(await exact("stable", { path: onPath("go1.27.1") })).toMatchObject({ version: "1.27.4" });
  });

  it("stays a line with go-image, since the image decides", async () => {
    expect(await exact("1.26", { goImage: "golang:1.26" })).toMatchObject({ version: "1.26", paths: 0, proxies: [] });
    expect(await exact("1.26.8", { goImage: "golang:1.26" })).toMatchObject({ version: "1.26.8" });
    expect(await exact("stable", { goImage: "golang" })).toMatchObject({ version: "1.27" });
  });

  it("asks the proxy of goproxy, else of Go's settings, else of the environment, else Go's own", async () => {
    const env = { GOPROXY: "https://env.test" };
    const asked = async (machine: Machine) => (await exact("stable", machine)).proxies[0];
    const path = onPath("go1.26.8");
    expect(await asked({ path, env, goproxy: "https://input.test" })).toBe("https://input.test");
    expect(await asked({ path, env })).toBe("https://proxy.test,direct");
    expect(await asked({ env })).toBe("https://env.test");
    expect(await asked({})).toBe("https://proxy.golang.org,direct");
  });

  it("cannot be told without the list, which is no wrong input", async () => {
    const refused = exact("stable", { list: () => Promise.reject(new Error("proxy.test: connect ECONNREFUSED")) });
    await expect(refused).rejects.toThrow(
      "go-version: which Go stable is cannot be told: the list of Go's releases cannot be had from the module proxy (proxy.test: connect ECONNREFUSED).",
    );
    await expect(refused).rejects.toThrow(EnvironmentError);
    await expect(exact("1.99")).rejects.toThrow(
      "go-version: which Go 1.99 is cannot be told: the module proxy's list of Go's releases has none (the newest is 1.27.4).",
    );
    await expect(exact("1.26", { list: async () => "<html>\n" })).rejects.toThrow("(it names none at all)");
  });
});
