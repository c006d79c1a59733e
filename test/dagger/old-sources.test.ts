import { spawn } from "node:child_process";
import { readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actionPath } from "../support/run-action.ts";
import {
  cli,
  type Files,
  image,
  reportOf,
  type Sandbox,
  sandboxes,
  smallModule,
  statuses,
} from "./support/repositories.ts";

const newSandbox = sandboxes();

const returns = (value: number): string => `package main\n\nfunc main() {}\n\nfunc two() int { return ${value} }\n`;

const module: Files = {
  ...smallModule,
  "main.go": returns(2),
  "main_test.go":
    'package main\n\nimport "testing"\n\nfunc TestTwo(t *testing.T) {\n\tif two() != 2 {\n\t\tt.Fatal("not two")\n\t}\n}\n',
};

/** Other content of the same length, with the time of the last one: as git-restore-mtime, `cp -p` and Nix leave files. */
function replaceUnseen(box: Sandbox, path: string, text: string): void {
  const file = join(box.root, path);
  const before = statSync(file);
  box.write({ [path]: text });
  utimesSync(file, before.atime, before.mtime);
  expect([statSync(file).size, statSync(file).mtimeMs]).toEqual([before.size, before.mtimeMs]);
}

/** Whole seconds: what `utimes` of JavaScript can put back exactly. */
function roundTimes(box: Sandbox, ...paths: readonly string[]): void {
  for (const path of paths) utimesSync(join(box.root, path), 1_700_000_000, 1_700_000_000);
}

/** A program under `dagger run`, to its end. */
async function daggerRun(box: Sandbox, command: readonly string[]): Promise<number | null> {
  const child = spawn(cli, ["run", "--progress=plain", ...command], { cwd: box.root, env: box.env(), stdio: "ignore" });
  return await new Promise((resolve) => child.on("close", resolve));
}

const flags = ["--go-image", image, "--platforms", "linux/amd64"];
const action = [process.execPath, actionPath, ...flags];

describe("a file that changed while its size and time did not", () => {
  it("is sent again by a session of our own", async () => {
    const box = newSandbox(module);
    roundTimes(box, "main.go");
    const first = await box.run();
    expect(first.exitCode, first.stdout).toBe(0);
    replaceUnseen(box, "main.go", returns(3));
    expect((await box.run()).exitCode).toBe(1);
    expect(statuses(box)).toMatchObject({ test: "failed", "build:linux/amd64": "passed" });
    replaceUnseen(box, "main.go", returns(2));
    expect((await box.run()).exitCode).toBe(0);
    // Taken by its content, although everything was sent.
    expect(reportOf(box).stages.find(({ id }) => id === "test")).toMatchObject({ status: "passed", cached: true });
  });

  it("is sent again in a session of dagger run, whose state is not ours", async () => {
    const box = newSandbox(module);
    roundTimes(box, "main.go");
    expect(await daggerRun(box, action)).toBe(0);
    replaceUnseen(box, "main.go", returns(3));
    expect(await daggerRun(box, action)).toBe(1);
    expect(statuses(box)).toMatchObject({ test: "failed" });
  });

  it("is sent again by a second run in the same session", async () => {
    const box = newSandbox(module);
    roundTimes(box, "main.go");
    const script = `"$@" || exit 9; sed -i 's/return 2/return 3/' main.go; touch -d @1700000000 main.go; "$@"`;
    expect(await daggerRun(box, ["sh", "-c", script, "sh", ...action])).toBe(1);
    expect(statuses(box)).toMatchObject({ test: "failed" });
  });

  const checksOff = ["--no-format", "--no-vet", "--no-test", "--no-build", "--no-deps"];
  const imageFlags = [...checksOff, "--docker", "true", "--image-output", "tarball"];
  const context: Files = { ...smallModule, Dockerfile: "FROM scratch\nCOPY data.txt /\n", "data.txt": "value 2\n" };
  const inImage = (box: Sandbox): string =>
    readFileSync(join(box.root, ".pipeline/report.json"), "utf8").match(/"configDigest": "(sha256:[0-9a-f]+)"/)?.[1] ??
    "";

  it.each(["our own", "dagger run"])("is in the image of a session of %s", async (kind) => {
    const box = newSandbox(context);
    roundTimes(box, "data.txt");
    const build = async (): Promise<number | null> =>
      kind === "our own" ? (await box.run(imageFlags)).exitCode : await daggerRun(box, [...action, ...imageFlags]);
    expect([0, 1]).toContain(await build());
    const first = inImage(box);
    expect(first).not.toBe("");
    replaceUnseen(box, "data.txt", "value 3\n");
    await build();
    expect(inImage(box)).not.toBe(first);
    replaceUnseen(box, "data.txt", "value 2\n");
    await build();
    expect(inImage(box)).toBe(first);
  });
});
