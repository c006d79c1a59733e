import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openerOf, openFile } from "../../../src/platform/opener.ts";
import { until } from "../../support/waiting.ts";

const path = "/repo/a & b/report.html";

describe("what opens a file", () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string, readonly string[]]>([
    ["linux", { DISPLAY: ":0" }, "xdg-open", [path]],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, "xdg-open", [path]],
    ["linux", { DISPLAY: ":0", CI: "" }, "xdg-open", [path]],
    ["darwin", {}, "open", [path]],
    ["win32", {}, "cmd", ["/d", "/c", "start", '""', "report.html"]],
  ])("on %s with %o is %s", (system, env, file, args) => {
    expect(openerOf(path, env, system)).toEqual({ file, args, cwd: "/repo/a & b", verbatim: system === "win32" });
  });

  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ["linux", {}, "neither DISPLAY nor WAYLAND_DISPLAY is set"],
    ["linux", { DISPLAY: "", WAYLAND_DISPLAY: "" }, "neither DISPLAY nor WAYLAND_DISPLAY is set"],
    ["linux", { DISPLAY: ":0", CI: "1" }, "CI is set"],
    ["darwin", { CI: "true" }, "CI is set"],
    ["win32", { CI: "true" }, "CI is set"],
  ])("on %s with %o is nothing", (system, env, reason) => {
    expect(openerOf(path, env, system)).toBe(reason);
  });
});

describe("opening", () => {
  let dir = "";
  beforeEach(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), "opener-")));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));

  const env = (): NodeJS.ProcessEnv => ({ PATH: [dir, "/usr/bin", "/bin"].join(delimiter), DISPLAY: ":0" });

  function opener(shell: string): void {
    writeFileSync(join(dir, "xdg-open"), `#!/bin/sh\n${shell}\n`);
    chmodSync(join(dir, "xdg-open"), 0o755);
  }

  /** Ends what is left of a process group. tsx has a child in it too, which may end a moment after the program. */
  function endGroup(leader: number): void {
    try {
      process.kill(-leader, "SIGKILL");
    } catch (error) {
      expect(error).toMatchObject({ code: "ESRCH" });
    }
  }

  it("hands over the path, whatever is in it, and waits for nobody", async () => {
    // It ends when the test says so, which is after openFile has answered.
    opener(
      `printf '%s\\n' "$#" "$1" "$PWD" >"${dir}/new" && mv "${dir}/new" "${dir}/opened"\nwhile [ -d "${dir}" ] && [ ! -e "${dir}/close" ]; do sleep 0.05; done\n: >"${dir}/closed"`,
    );
    const file = join(dir, "a $(b) & c.html");
    expect(await openFile(file, env(), "linux")).toEqual({ status: "opened" });
    await until(() => existsSync(join(dir, "opened")));
    expect(existsSync(join(dir, "closed"))).toBe(false);
    expect(readFileSync(join(dir, "opened"), "utf8")).toBe(`1\n${file}\n${dir}\n`);
    writeFileSync(join(dir, "close"), "");
    await until(() => existsSync(join(dir, "closed")));
  });

  it("is on its own: it outlives the program, and what ends the program's group does not reach it", async () => {
    opener(`while [ -d "${dir}" ] && [ ! -e "${dir}/close" ]; do sleep 0.05; done\n: >"${dir}/closed"`);
    const module = new URL("../../../src/platform/opener.ts", import.meta.url).href;
    const program = `
      const { openFile } = await import(${JSON.stringify(module)});
      const { status } = await openFile("${dir}/report.html", process.env, "linux");
      process.exitCode = status === "opened" ? 7 : 1;
    `;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    const child = spawn(process.execPath, args, { env: env(), stdio: "ignore", detached: true });
    expect(await new Promise((done) => child.on("close", done))).toBe(7);
    endGroup(child.pid ?? Number.NaN);
    writeFileSync(join(dir, "close"), "");
    await until(() => existsSync(join(dir, "closed")));
  });

  it("says why it was not possible", async () => {
    const found = await openFile(join(dir, "report.html"), { ...env(), PATH: dir }, "linux");
    expect(found).toEqual({ status: "failed", reason: expect.stringContaining("xdg-open") });
  });

  it("starts nothing where nobody would see it", async () => {
    opener(`: >"${dir}/opened"`);
    const found = await openFile(join(dir, "report.html"), { ...env(), CI: "true" }, "linux");
    expect(found).toEqual({ status: "unavailable", reason: "CI is set" });
  });
});
