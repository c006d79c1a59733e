import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { runProcess } from "../../../src/engine/process.ts";
import { pickPlatform } from "../../../src/platform/pick.ts";

test.each([
  [{ GITHUB_ACTIONS: "true" }, "github"],
  [{ GITHUB_ACTIONS: "false" }, "local"],
  [{ CI: "true" }, "local"],
])("%o is %s", async (env, name) => {
  expect((await pickPlatform(env, [], process.stdout, runProcess)).name).toBe(name);
});

const module = new URL("../../../src/platform/pick.ts", import.meta.url).href;

test.each(["true", "false"])("a closed pipe does not end the program early (GITHUB_ACTIONS=%s)", async (actions) => {
  const program = `
    const { pickPlatform } = await import(${JSON.stringify(module)});
    const platform = await pickPlatform(process.env, [], process.stdout);
    for (let i = 0; i < 2000; i++) {
      platform.log("x".repeat(1000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await platform.group("title", ["y"], false);
    platform.warning("last");
    await platform.flush();
    process.exit(7);
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    env: { PATH: process.env["PATH"], GITHUB_ACTIONS: actions },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.once("data", () => child.stdout.destroy());
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  expect([await once(child, "close"), errors]).toEqual([[7, null], ""]);
});
