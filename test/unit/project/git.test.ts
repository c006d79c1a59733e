import { describe, expect, it } from "vitest";
import { git } from "../../../src/project/git.ts";
import { expectTime } from "../../support/pace.ts";
import { repository } from "../../support/repository.ts";

describe("git", () => {
  it("answers, or says in one line why not", async () => {
    const root = repository({ "a.txt": "" });
    const at = { root, cwd: root };
    expect(await git({ ...at, args: ["ls-files", "-z"] })).toEqual({ ok: true, stdout: "a.txt\0" });
    expect(await git({ ...at, args: ["rev-parse", "--verify", "nowhere"] })).toEqual({
      ok: false,
      problem: "fatal: Needed a single revision",
      exitCode: 128,
    });
  });

  it("is ended when it does not answer", async () => {
    const root = repository({ "a.txt": "" });
    // Waits for its standard input.
    const waiting = { root, cwd: root, args: ["cat-file", "--batch"], limitMs: 300 };
    const startedAt = Date.now();
    expect(await git(waiting)).toEqual({ ok: false, problem: "git did not answer within 0.3 s", exitCode: null });
    expectTime(Date.now() - startedAt, 5_000);
  });
});
