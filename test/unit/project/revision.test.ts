import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRevision, revisionWarnings, stampOf } from "../../../src/project/revision.ts";
import { directory, gitIn, repository } from "../../support/repository.ts";

const nothing = { sha: null, ref: null, headBranch: null };
const root = { dir: ".", path: "example.com/m" };
const files = new Set(["go.mod"]);
const sources = { "go.mod": "module example.com/m\n", "m.go": "package m\n" };

const shaOf = (dir: string) => gitIn(dir, "rev-parse", "HEAD").trim();
const shallow = (from: string) => {
  const to = directory({});
  gitIn(to, "clone", "--quiet", "--depth=1", "--no-tags", `file://${from}`, ".");
  return to;
};

describe("what git says of the commit", () => {
  it("is commit, time, branch and tags", async () => {
    const dir = repository(sources);
    gitIn(dir, "tag", "v1.0.0");
    gitIn(
      dir,
      "-c",
      "user.name=t",
      "commit",
      "--allow-empty",
      "--quiet",
      "--message=second",
      "--date=2001-01-01T00:00:00Z",
    );
    gitIn(dir, "tag", "--annotate", "--message=x", "nightly");
    const revision = await readRevision(dir, nothing);
    expect(revision).toEqual({
      commit: shaOf(dir),
      time: Number(gitIn(dir, "log", "-1", "--format=%ct")),
      branch: "main",
      at: ["nightly"],
      merged: ["nightly", "v1.0.0"],
      eventTag: null,
      changes: [],
      shallow: false,
      problem: null,
    });
    const { version, date, unknown } = stampOf(revision, root, files, null);
    expect(version).toMatch(/^v1\.0\.1-0\.\d{14}-[0-9a-f]{12}$/);
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(unknown).toBe("");
    expect(stampOf(revision, root, files, "v7.0.0").version).toBe("v7.0.0");
    expect(revisionWarnings(revision, [root], files)).toEqual([]);
  });

  it("tells a working tree that has changes, and names them", async () => {
    const dir = repository(sources);
    gitIn(dir, "tag", "v1.0.0");
    writeFileSync(join(dir, "m.go"), "package m // changed\n");
    writeFileSync(join(dir, "new.txt"), "");
    const revision = await readRevision(dir, nothing);
    expect(stampOf(revision, root, files, null).version).toBe("v1.0.0+dirty");
    expect(revisionWarnings(revision, [root], files)).toEqual([
      "the working tree is not what was committed, so its version ends with `+dirty`: m.go, new.txt. Commit or ignore that, or set `version`.",
    ]);
  });

  it("has the branch of the event where none is checked out, and nothing in it that a linker would read", async () => {
    const dir = repository(sources);
    gitIn(dir, "checkout", "--quiet", "--detach");
    const branch = async (event: object) =>
      stampOf(await readRevision(dir, { ...nothing, ...event }), root, files, null).branch;
    expect(await branch({})).toBe("HEAD");
    expect(await branch({ ref: "refs/heads/release/1" })).toBe("release/1");
    expect(await branch({ ref: "refs/heads/x", sha: "another" })).toBe("HEAD");
    expect(await branch({ ref: "refs/pull/7/merge", headBranch: "@x'-extld=`id`$(y)" })).toBe("x--extld-id-y-");
    expect(await branch({ headBranch: "-@" })).toBe("HEAD");
  });

  it("takes the event's tag, which a checkout may not have fetched", async () => {
    const dir = repository(sources);
    const event = { ...nothing, sha: shaOf(dir), ref: "refs/tags/v3.0.0" };
    const version = async (given: object) =>
      stampOf(await readRevision(dir, { ...event, ...given }), root, files, null).version;
    expect(await version({})).toBe("v3.0.0");
    expect(await version({ sha: "another" })).toMatch(/^v0\.0\.0-/);
    gitIn(dir, "tag", "v3.0.0");
    gitIn(dir, "tag", "v4.0.0");
    expect(await version({ sha: "another" })).toBe("v3.0.0");
    expect(await version({ ref: "refs/heads/main" })).toBe("v4.0.0");
  });

  it("says of a tag that is no version what would be one", async () => {
    const dir = repository(sources);
    gitIn(dir, "tag", "1.2.3");
    const revision = await readRevision(dir, { ...nothing, sha: shaOf(dir), ref: "refs/tags/1.2.3" });
    expect(stampOf(revision, root, files, null).version).toMatch(/^v0\.0\.0-/);
    expect(revisionWarnings(revision, [root, { dir: "tools", path: null }], files)).toEqual([
      "the tag 1.2.3 is no version of the repository's root, tools as Go has them (`v1.2.3`, and `dir/v1.2.3` for a module in a directory): the commit gets a pseudo-version. Tag it so, or set `version`.",
    ]);
  });

  it("says of a shallow clone that tags may be missing, unless it has one", async () => {
    const from = repository(sources);
    gitIn(from, "tag", "v1.0.0");
    gitIn(from, "commit", "--allow-empty", "--quiet", "--message=second");
    const dir = shallow(from);
    expect(revisionWarnings(await readRevision(dir, nothing), [root], files)).toEqual([
      "the clone is shallow, so tags before this commit may be missing from its version. Check out with `fetch-depth: 0` (actions/checkout), or run `git fetch --unshallow --tags`.",
    ]);
    gitIn(dir, "fetch", "--quiet", "--unshallow", "--tags");
    const whole = await readRevision(dir, nothing);
    expect([stampOf(whole, root, files, null).version, revisionWarnings(whole, [root], files)]).toEqual([
      expect.stringMatching(/^v1\.0\.1-0\./),
      [],
    ]);
    const again = shallow(from);
    gitIn(again, "tag", "v1.1.0");
    expect(revisionWarnings(await readRevision(again, nothing), [root], files)).toEqual([]);
  });

  it("is nothing without a repository or a commit; what the event says counts", async () => {
    const dir = directory(sources);
    const without = await readRevision(dir, nothing);
    expect(stampOf(without, root, files, null)).toEqual({
      version: null,
      commit: null,
      date: null,
      branch: null,
      unknown: expect.stringMatching(/^git does not say \(fatal: not a git repository/),
    });
    expect(revisionWarnings(without, [root], files)).toEqual([]);
    const event = { ...nothing, sha: "abc", ref: "refs/tags/v1.2.3" };
    const told = await readRevision(dir, event);
    expect(stampOf(told, root, files, null)).toMatchObject({ version: "v1.2.3", commit: "abc", date: null });
    gitIn(dir, "init", "--quiet", "--initial-branch=main");
    expect((await readRevision(dir, nothing)).problem).toMatch(/does not have any commits yet/);
  });
});
