import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Usable } from "../../../../src/engine/adapter.ts";
import type { ProgramAnswer } from "../../../../src/engine/ask-program.ts";
import { installedQuestion } from "../../../../src/engine/go-on-path.ts";
import { fitOf } from "../../../../src/engine/host/fitting-go.ts";
import { hostUsable } from "../../../../src/engine/host/usable.ts";
import { engineRequest } from "../../../support/engine-request.ts";
import { makeProject } from "../../../support/facts.ts";
import { makeModule } from "../../../support/module.ts";
import { directory } from "../../../support/repository.ts";

interface Lines {
  readonly go?: string;
  readonly toolchain?: string;
}

const project = ({ go = "1.24", toolchain }: Lines) =>
  makeProject({ modules: [makeModule({ path: "m", go, toolchain: toolchain ?? null })] });

describe("a Go that fits", () => {
  const fitting = (version: string, gotoolchain: string, lines: Lines, asked: string | null = null): string => {
    const config = { goVersion: asked, goVersionFile: null };
    const found = fitOf({ version, gotoolchain }, { config, project: project(lines) });
    if (!found.ok) return `no: ${found.why}`;
    return found.gotoolchain === null ? found.version : `${found.version} by GOTOOLCHAIN=${found.gotoolchain}`;
  };

  it.each([
    ["go1.26.8", "auto", {}, "go1.26.8"],
    ["go1.26.8", "local", {}, "go1.26.8"],
    ["go1.26.8", "", {}, "go1.26.8"],
    ["go1.26.8", "auto", { go: "1.27.4" }, "go1.27.4"],
    ["go1.26.8", "path", { go: "1.27.4" }, "go1.27.4"],
    ["go1.26.8", "", { toolchain: "go1.27.4" }, "go1.27.4"],
    ["go1.26.8", "local", { toolchain: "go1.27.4" }, "go1.26.8"],
    ["go1.26.8", "go1.27.4", { go: "1.27.1" }, "go1.27.4"],
    ["go1.26.8", "go1.27.1+auto", { go: "1.27.4" }, "go1.27.4"],
    ["devel go1.28-1a2b3c", "local", { go: "1.27" }, "devel go1.28-1a2b3c"],
    ["devel go1.28-1a2b3c", "auto", { go: "1.27.4", toolchain: "go1.27.5" }, "devel go1.28-1a2b3c"],
    ["devel go1.28-1a2b3c", "auto", { go: "1.29" }, "go1.29"],
    ["devel go1.28-1a2b3c", "local", { go: "1.27", toolchain: "go1.29.1" }, "devel go1.28-1a2b3c"],
    [
      "go1.26.8",
      "local",
      { go: "1.27.4" },
      "no: Go 1.27.4 is asked for, but go1.26.8 is on PATH with GOTOOLCHAIN=local",
    ],
    ["go1.26.8", "go1.25.1", { go: "1.26" }, "no: Go 1.26 is asked for, but go1.26.8 is on PATH and takes go1.25.1"],
    ["go1.20.3", "auto", { go: "1.24" }, "no: Go 1.24 is asked for, but go1.20.3 is on PATH with GOTOOLCHAIN=auto"],
    ["go1.21.3", "auto", { go: "1.24" }, "go1.24"],
    ["go1.21.3", "auto", { go: "1.20" }, "no: go1.21.3 is on PATH with GOTOOLCHAIN=auto, older than 1.22"],
  ])("%s, GOTOOLCHAIN=%s, %o: %s", (version, gotoolchain, lines, expected) => {
    expect(fitting(version, gotoolchain, lines)).toBe(expected);
  });

  it.each([
    ["go1.26.8", "1.26.8", {}, "go1.26.8 by GOTOOLCHAIN=local"],
    ["go1.26.8", "1.26.8", { toolchain: "go1.27.4" }, "go1.26.8 by GOTOOLCHAIN=local"],
    ["go1.26.8-X:nocoverageredesign", "1.26.8", {}, "go1.26.8-X:nocoverageredesign by GOTOOLCHAIN=local"],
    ["devel go1.28-1a2b3c", "1.28", {}, "devel go1.28-1a2b3c by GOTOOLCHAIN=local"],
    ["devel go1.28-1a2b3c", "1.27.4", {}, "go1.27.4 by GOTOOLCHAIN=go1.27.4"],
    ["go1.26.8", "1.27.4", {}, "go1.27.4 by GOTOOLCHAIN=go1.27.4"],
    ["go1.26.8", "1.25.3", { toolchain: "go1.27.4" }, "go1.25.3 by GOTOOLCHAIN=go1.25.3"],
    ["go1.26.8", "1.27rc1", {}, "go1.27rc1 by GOTOOLCHAIN=go1.27rc1"],
    ["go1.21.0", "1.27.4", {}, "go1.27.4 by GOTOOLCHAIN=go1.27.4"],
    ["go1.20.14", "1.27.4", {}, "no: go-version asks for Go 1.27.4, but go1.20.14 is on PATH"],
    ["go1.26.8", "1.26.8", { go: "1.27.4" }, "no: Go 1.27.4 is asked for, but go-version asks for Go 1.26.8"],
    ["go1.26.8", "1.25.3", { go: "1.26" }, "no: Go 1.26 is asked for, but go-version asks for Go 1.25.3"],
    // As `go-image` leaves it.
    ["go1.26.8", "1.26", {}, "go1.26.8 by GOTOOLCHAIN=local"],
    ["go1.26.8", "1.25", {}, "no: go-version asks for Go 1.25, but go1.26.8 is on PATH"],
  ])("%s, go-version %s, %o: %s", (version, asked, lines, expected) => {
    expect(["auto", "local", ""].map((setting) => fitting(version, setting, lines, asked))).toEqual(
      Array(3).fill(expected),
    );
  });
});

describe("the host engine", () => {
  const goroot = (goEnv: string): string => {
    const dir = directory({});
    mkdirSync(join(dir, "root"));
    writeFileSync(join(dir, "root", "go.env"), goEnv);
    return dir;
  };

  /** What Go 1.26.8 answers. */
  const answer = (dir: string, version = "go1.26.8"): Partial<ProgramAnswer> => ({
    stdout: JSON.stringify({ GOVERSION: version, GOENV: join(dir, "env"), GOROOT: join(dir, "root") }),
  });

  async function usable(said: Partial<ProgramAnswer>, lines: Lines = {}, env = {}): Promise<Usable> {
    const request = engineRequest({ project: project(lines), env });
    return await hostUsable({ ...request, way: "there" }, async (file, args) => {
      expect([file, ...args].join(" ")).toBe(["go", ...installedQuestion.args].join(" "));
      return { installed: true, stdout: "", stderr: "", problem: "", ...said };
    });
  }

  it("is there with a Go that fits, or that fetches one", async () => {
    const dir = goroot("GOPROXY=x\nGOTOOLCHAIN=auto\n");
    expect(await usable(answer(dir))).toEqual({ ok: true, reason: "go1.26.8 is on PATH" });
    const fetched = { ok: true, reason: "go1.26.8 on PATH takes go1.27.4" };
    expect(await usable(answer(dir), { go: "1.27.4" })).toEqual(fetched);
    const why = "Go 1.27.4 is asked for, but go1.26.8 is on PATH with GOTOOLCHAIN=local";
    expect(await usable(answer(dir), { go: "1.27.4" }, { GOTOOLCHAIN: "local" })).toEqual({ ok: false, reason: why });
  });

  it("reads GOTOOLCHAIN where Go does: environment, go env -w, what came with it", async () => {
    const dir = goroot("GOTOOLCHAIN=local\n");
    const ok = async (env = {}): Promise<boolean> => (await usable(answer(dir), { go: "1.27.4" }, env)).ok;
    expect(await ok()).toBe(false);
    writeFileSync(join(dir, "env"), "GOFLAGS=\nGOTOOLCHAIN=auto\n");
    expect([await ok(), await ok({ GOTOOLCHAIN: "" }), await ok({ GOTOOLCHAIN: "local" })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("is not there without a Go that answers", async () => {
    const absent = { installed: false, problem: "spawn go ENOENT" };
    expect(await usable(absent)).toEqual({ ok: false, reason: "no Go on PATH" });
    expect(await usable({ problem: "exit 1", stderr: "go: cannot run\n" })).toEqual({
      ok: false,
      reason: "the Go on PATH cannot be used: cannot run",
    });
    expect(await usable({ problem: "no answer within 10 s" })).toEqual({
      ok: false,
      reason: "the Go on PATH cannot be used: no answer within 10 s",
    });
  });

  it("is taken with a setting that Go refuses, so that the run names it", async () => {
    const stderr = 'go: parsing $GOFLAGS: non-flag "x"\n';
    expect(await usable({ problem: stderr.trim(), stderr })).toEqual({ ok: true, reason: "Go is on PATH" });
  });

  it.each(["named", "fetched"] as const)("is never %s", async (way) => {
    const never = (): Promise<never> => Promise.reject(new Error("asked"));
    expect(await hostUsable({ ...engineRequest(), way }, never)).toEqual({ ok: false, reason: null });
  });
});
