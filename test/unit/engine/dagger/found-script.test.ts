import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const script = resolve(import.meta.dirname, "../../../../src/engine/dagger/scripts/found.sh");
const dir = mkdtempSync(join(tmpdir(), "found-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(...words: readonly string[]) {
  const mark = join(dir, "mark");
  rmSync(mark, { force: true });
  const { status, stdout, stderr } = spawnSync("sh", [script, mark, ...words], { cwd: dir, encoding: "utf8" });
  return { status, stdout, stderr, missing: existsSync(mark) };
}

describe("a program that is named", () => {
  it("gets its arguments as they are", () => {
    expect(run("printf", "%s|", "a b", "$HOME", "", "*")).toMatchObject({
      status: 0,
      stdout: "a b|$HOME||*|",
      missing: false,
    });
    expect(run("sh", "-c", "exit 127")).toMatchObject({ status: 127, missing: false });
  });

  it.each(["no-such-program", "/no/such/program", "/tmp"])("is said to be missing: %s", (name) => {
    expect(run(name)).toMatchObject({ status: 127, missing: true });
  });

  it("fails where it is a file of the repository that cannot be executed", () => {
    writeFileSync(join(dir, "plain.sh"), "echo x\n", { mode: 0o644 });
    for (const name of ["./gone.sh", "./plain.sh"]) {
      expect(run(name)).toMatchObject({
        status: 127,
        stderr: `${name}: not there, or not executable\n`,
        missing: false,
      });
    }
    execFileSync("chmod", ["+x", join(dir, "plain.sh")]);
    expect(run("./plain.sh")).toMatchObject({ status: 0, stdout: "x\n" });
  });
});
