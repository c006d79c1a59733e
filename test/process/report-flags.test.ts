import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { engines } from "../../src/engine/index.ts";
import { main } from "../../src/main.ts";
import type { CiPlatform } from "../../src/platform/platform.ts";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";
import { until } from "../support/waiting.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../unit/report/memory-platform.ts";

const files = { "go.mod": "module example.com/m\n\ngo 1.22\n", "m.go": "package m\n" };
/** As little as there can be. */
const few = ["--engine=host", "--no-vet", "--no-test", "--no-build", "--no-docker"];
const noScreen = { CI: "", DISPLAY: "", WAYLAND_DISPLAY: "" };

describe("--json", () => {
  it("prints report.json alone, the log on standard error", async () => {
    const dir = repository(files);
    const { exitCode, stdout, stderr } = await runAction(dir, [...few, "--json"], cleanEnv());
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toBe(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
    expect(stderr).toContain("format");
  });

  it("does so for a run that failed, and in a workflow, where it holds no command", async () => {
    // What is not formatted is in the report, and with it what the runner would take for a command.
    const dir = repository({ ...files, "m.go": "package m\n\nvar  x = `##[error]forged`\n" });
    const event = join(dir, ".git/event.json");
    writeFileSync(event, "{}");
    const runnerFiles = Object.fromEntries(
      ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"].map((name) => {
        writeFileSync(join(dir, ".git", name), "");
        return [name, join(dir, ".git", name)];
      }),
    );
    const env = cleanEnv({ GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: event, ...runnerFiles });
    const { exitCode, stdout, stderr } = await runAction(dir, [...few, "--json"], env);
    expect(exitCode, stderr).toBe(1);
    const kept = readFileSync(join(dir, ".pipeline/report.json"), "utf8");
    expect(JSON.parse(stdout)).toEqual(JSON.parse(kept));
    expect(kept).toContain("##[error]forged");
    expect(stdout).not.toContain("##[");
    expect(stderr).toMatch(/^::error /m);
  });

  it.each([
    ["--json", "--race=perhaps"],
    ["--json=perhaps"],
    ["--json", "--dry-run"],
    ["fix", "--json"],
    ["doctor", "--json"],
  ])("with wrong inputs prints nothing there: %s %s", async (...argv) => {
    const { exitCode, stdout, stderr } = await runAction(
      repository(files),
      argv.filter((word) => word !== undefined),
      cleanEnv(),
    );
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/--race|--json/);
  });

  it("is off without the flag", async () => {
    const { stdout, stderr } = await runAction(repository(files), few, cleanEnv());
    expect(stdout).toContain("format");
    expect(stderr).toBe("");
  });
});

describe("--open", () => {
  it("hands report.html to the opener of the system", async () => {
    const dir = repository(files);
    const bin = join(dir, ".git/bin");
    mkdirSync(bin);
    writeFileSync(
      join(bin, "xdg-open"),
      `#!/bin/sh\nprintf '%s\\n' "$@" >"${bin}/new" && mv "${bin}/new" "${bin}/opened"\n`,
    );
    chmodSync(join(bin, "xdg-open"), 0o755);
    const env = cleanEnv({ ...noScreen, DISPLAY: ":0", PATH: `${bin}${delimiter}${process.env["PATH"]}` });
    const { exitCode, stdout } = await runAction(dir, [...few, "--open"], env);
    expect(exitCode, stdout).toBe(0);
    await until(() => existsSync(join(bin, "opened")));
    expect(readFileSync(join(bin, "opened"), "utf8")).toBe(`${join(dir, ".pipeline/report.html")}\n`);
    expect(stdout).not.toContain("is not opened");
  });

  it.each([
    [{ ...noScreen, CI: "true", DISPLAY: ":0" }, "CI is set"],
    [noScreen, "neither DISPLAY nor WAYLAND_DISPLAY is set"],
  ])("says in one line why it does nothing: %o", async (env, reason) => {
    const { exitCode, stdout } = await runAction(repository(files), [...few, "--open"], cleanEnv(env));
    expect(exitCode).toBe(0);
    expect(stdout.split("\n").filter((line) => line.startsWith("open: "))).toEqual([
      `open: report.html is not opened: ${reason}`,
    ]);
  });
});

describe("with the sources in this process", () => {
  async function run(
    argv: readonly string[],
    over: Partial<CiPlatform>,
    signal?: AbortSignal,
  ): Promise<MemoryPlatform> {
    const platform = createMemoryPlatform(over);
    const aborted = signal ?? new AbortController().signal;
    await main({
      argv: [...few, ...argv],
      env: cleanEnv(),
      cwd: repository(files),
      platform,
      engines,
      signal: aborted,
    });
    return platform;
  }

  it("the report is printed as it is written, the page is opened when it is there", async () => {
    let printed = "";
    const opened: boolean[] = [];
    await run(["--json", "--open"], {
      report: (piece) => {
        printed += piece;
      },
      open: async (path) => {
        opened.push(existsSync(path));
        return { status: "opened" };
      },
    });
    expect(JSON.parse(printed)).toMatchObject({ conclusion: "success" });
    expect(opened).toEqual([true]);
  });

  it("nothing is opened without the flag, nor after the run was cancelled", async () => {
    const open: CiPlatform["open"] = async () => {
      throw new Error("opened");
    };
    await run([], { open });
    await run(["--open"], { open }, AbortSignal.abort());
  });
});
