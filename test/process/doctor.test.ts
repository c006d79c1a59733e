import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/doctor/index.ts";
import { directory, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const files = { "go.mod": "module example.com/m\n\ngo 1.22\n", "m.go": "package m\n" };

describe("doctor", () => {
  it("looks at everything and changes nothing", async () => {
    const { exitCode, stdout } = await runInProcess(repository(files), ["doctor"], cleanEnv());
    expect(exitCode, stdout).toBe(0);
    for (const { name } of checks) expect(stdout).toMatch(new RegExp(`^(ok|odd) +${name.replace(".", "\\.")} `, "m"));
    expect(stdout).toMatch(/^14 checks: \d+ ok, \d+ odd, 0 broken$/m);
    // The directory lies below the one of temporary files: one disk, told once.
    expect(stdout).toMatch(/^(ok|odd) +disk +[^,;]+ free at [^,;\n]+, \//m);
  });

  it("tells of a setting that no run would begin with", async () => {
    const { exitCode, stdout } = await runInProcess(repository(files), ["doctor"], cleanEnv({ GOFLAGS: "-bogus" }));
    expect([exitCode, stdout]).toEqual([3, expect.stringMatching(/^broken {2}go /m)]);
  });

  it("tells a git that does not answer from a directory without git", async () => {
    const bin = directory({});
    symlinkSync(process.execPath, join(bin, "node"));
    const { stdout } = await runAction(repository(files), ["doctor"], cleanEnv({ PATH: bin }));
    expect(stdout).toMatch(/^odd {5}history {5}git does not answer: .*ENOENT/m);
  });

  it("tells all that is wrong, and exits as a run would", async () => {
    const dir = directory({ ".dagger-go.yml": "rase: true\n" });
    const { exitCode, stdout } = await runInProcess(dir, ["doctor"], cleanEnv({ GOTOOLCHAIN: "local" }));
    expect(exitCode).toBe(2);
    expect(stdout).toContain('broken  inputs      .dagger-go.yml: line 1: unknown key "rase"; did you mean "race"?');
    expect(stdout).toMatch(/^broken {2}modules/m);
    expect(stdout).toMatch(/^odd {5}history {5}not a git repository/m);
  });

  it("shows no login", async () => {
    const env = cleanEnv({ GOPROXY: "https://user:hunter2secret@proxy.example" });
    const { stdout } = await runInProcess(repository(files), ["doctor"], env);
    expect(stdout).toContain("proxy.example");
    expect(stdout).not.toContain("hunter2secret");
  });
});
