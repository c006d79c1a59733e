import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BaseRequest, basesOf, findBase, headCommit, type Occasion } from "../../../src/project/change-base.ts";
import { directory, gitIn, repository } from "../../support/repository.ts";

const nothing: Occasion = { eventName: null, sha: null, base: null, before: null, defaultBranch: null };

function request(root: string, over: Partial<Omit<BaseRequest, "occasion">> & { occasion?: Partial<Occasion> } = {}) {
  const { occasion, ...rest } = over;
  return { root, asked: null, sincePush: true, fetch: false, ...rest, occasion: { ...nothing, ...occasion } };
}

function commit(root: string, message: string): string {
  writeFileSync(join(root, "a.go"), `package a // ${message}\n`);
  gitIn(root, "commit", "--quiet", "--all", `--message=${message}`);
  return head(root);
}

function head(root: string, name = "HEAD"): string {
  return gitIn(root, "rev-parse", name).trim();
}

/** main: first, second; work: first, w1, w2; `merge` is both, as GitHub makes it for a pull request. */
function pullRequest() {
  const root = repository({ "a.go": "package a\n" });
  const first = head(root);
  gitIn(root, "checkout", "--quiet", "-b", "work");
  const [w1, w2] = [commit(root, "w1"), commit(root, "w2")];
  gitIn(root, "checkout", "--quiet", "main");
  const second = commit(root, "second");
  gitIn(root, "checkout", "--quiet", "--detach");
  gitIn(root, "merge", "--quiet", "--strategy=ours", "--message=merge", "work");
  return { root, first, second, w1, w2, merge: head(root) };
}

/** A clone of the one commit, as actions/checkout makes it. */
function shallowClone(root: string): string {
  const clone = join(directory({}), "clone");
  gitIn(root, "branch", "--force", "pull", "HEAD");
  gitIn(root, "clone", "--quiet", "--depth=1", "--branch=pull", `file://${root}`, clone);
  return clone;
}

describe("the base of a pull request", () => {
  const base = { branch: "main", sha: "0123456789012345678901234567890123456789" };

  it("is the first parent of the merge", async () => {
    const { root, second, merge } = pullRequest();
    const occasion = { eventName: "pull_request", base, sha: merge };
    expect(await findBase(request(root, { occasion }))).toEqual({ ok: true, commit: second });
    expect(await findBase(request(root, { occasion: { ...occasion, sha: null } }))).toEqual({
      ok: true,
      commit: second,
    });
  });

  it("is known in a shallow clone by its name, and fetched where that is allowed", async () => {
    const { root, second, merge } = pullRequest();
    const clone = shallowClone(root);
    const occasion = { eventName: "pull_request", base, sha: merge };
    const there = await findBase(request(clone, { occasion }));
    expect(there).toEqual({
      ok: false,
      problem: expect.stringContaining(`HEAD's first parent (${second.slice(0, 12)})`),
    });
    expect(there).toEqual({ ok: false, problem: expect.stringContaining("fetch-depth: 0") });
    expect(await findBase(request(clone, { occasion, fetch: true }))).toEqual({ ok: true, commit: second });
    expect(head(clone, `${second}^{tree}`)).toBe(head(root, `${second}^{tree}`));
    expect(gitIn(clone, "status", "--porcelain")).toBe("");
  });

  it("cannot be fetched from a remote that is gone", async () => {
    const { root, merge } = pullRequest();
    const clone = shallowClone(root);
    gitIn(clone, "remote", "set-url", "origin", join(root, "absent"));
    const occasion = { eventName: "pull_request", base, sha: merge };
    expect(await findBase(request(clone, { occasion, fetch: true }))).toEqual({
      ok: false,
      problem: expect.stringMatching(/is not in this clone and cannot be fetched \(.+\); check out/),
    });
  });

  it("is where the two part, when the head itself is checked out or the base is", async () => {
    const { root, first, second, merge } = pullRequest();
    gitIn(root, "checkout", "--quiet", "work");
    const occasion = { eventName: "pull_request", base: { branch: "main", sha: second }, sha: merge };
    expect(await findBase(request(root, { occasion }))).toEqual({ ok: true, commit: first });
    gitIn(root, "checkout", "--quiet", "main");
    const target = { ...occasion, eventName: "pull_request_target", sha: second };
    expect(await findBase(request(root, { occasion: target }))).toEqual({ ok: true, commit: second });
  });
});

describe("the base of a push", () => {
  it("is the commit before it, also when that is no ancestor; for findings the default branch", async () => {
    const { root, first, second, w2 } = pullRequest();
    gitIn(root, "update-ref", "refs/remotes/origin/main", "main");
    gitIn(root, "checkout", "--quiet", "work");
    const occasion = { eventName: "push", before: second, defaultBranch: "main" };
    expect(await findBase(request(root, { occasion }))).toEqual({ ok: true, commit: second });
    expect(await findBase(request(root, { occasion, sincePush: false }))).toEqual({ ok: true, commit: first });
    const manual = { ...occasion, eventName: "workflow_dispatch" };
    expect(await findBase(request(root, { occasion: manual }))).toEqual({ ok: true, commit: first });
    expect(w2).toBe(await headCommit(root));
  });

  it.each(["0".repeat(40), "--upload-pack=x", ""])(
    "of a new branch is where it left the default one: %j",
    async (before) => {
      const { root, first } = pullRequest();
      gitIn(root, "update-ref", "refs/remotes/origin/main", "main");
      gitIn(root, "checkout", "--quiet", "work");
      const occasion = { eventName: "push", before, defaultBranch: "main" };
      expect(await findBase(request(root, { occasion, fetch: true }))).toEqual({ ok: true, commit: first });
    },
  );

  it("is fetched where that is allowed, and named where it is not there", async () => {
    const { root, second, w1, w2 } = pullRequest();
    const clone = shallowClone(root);
    const occasion = { eventName: "push", before: w1 };
    expect(await findBase(request(clone, { occasion }))).toEqual({
      ok: false,
      problem: expect.stringContaining(`the commit before the push (${w1.slice(0, 12)}) is not in this clone`),
    });
    expect(await findBase(request(clone, { occasion, fetch: true }))).toEqual({ ok: true, commit: w1 });
    expect([second, w2]).not.toContain(w1);
  });

  it("leaves a clone whole that has the whole history", async () => {
    const { root } = pullRequest();
    const clone = join(directory({}), "clone");
    gitIn(root, "clone", "--quiet", `file://${root}`, clone);
    const forced = commit(root, "forced away");
    gitIn(root, "reset", "--quiet", "--hard", "HEAD~1");
    const occasion = { eventName: "push", before: forced };
    expect(await findBase(request(clone, { occasion, fetch: true }))).toEqual({ ok: true, commit: forced });
    expect(gitIn(clone, "rev-parse", "--is-shallow-repository").trim()).toBe("false");
  });
});

describe("a base that somebody names", () => {
  it("goes before all others, from where HEAD left it", async () => {
    const { root, first, second, w1, merge } = pullRequest();
    const occasion = { eventName: "pull_request", base: { branch: "main", sha: second }, sha: merge };
    expect(await findBase(request(root, { asked: w1, occasion }))).toEqual({ ok: true, commit: w1 });
    gitIn(root, "checkout", "--quiet", "work");
    expect(await findBase(request(root, { asked: "main" }))).toEqual({ ok: true, commit: first });
    gitIn(root, "update-ref", "refs/remotes/origin/far", w1);
    expect(await findBase(request(root, { asked: "far" }))).toEqual({ ok: true, commit: w1 });
  });

  it("is told apart from one that does not exist, one without common history, and a shallow clone", async () => {
    const { root } = pullRequest();
    expect(await findBase(request(root, { asked: "nope" }))).toEqual({
      ok: false,
      problem: "git knows no commit nope or origin/nope; fetch it, or name another one with `base`",
    });
    gitIn(root, "checkout", "--quiet", "--orphan", "alone");
    commit(root, "alone");
    expect(await findBase(request(root, { asked: "main" }))).toEqual({
      ok: false,
      problem: "git knows no commit that HEAD shares with main; fetch it, or name another one with `base`",
    });
    const clone = shallowClone(root);
    expect(await findBase(request(clone, { asked: "main" }))).toEqual({
      ok: false,
      problem: expect.stringMatching(
        /^git knows no commit main or origin\/main, and the clone is shallow; check out with `fetch-depth: 0`/,
      ),
    });
  });

  it("is not known without a commit, and without git", async () => {
    const empty = directory({});
    expect(await findBase(request(empty, { asked: "main" }))).toEqual({
      ok: false,
      problem: expect.stringMatching(/^git does not answer: /),
    });
    expect(await headCommit(empty)).toBeNull();
    gitIn(empty, "init", "--quiet");
    expect(await findBase(request(empty))).toEqual({ ok: false, problem: "there is no commit yet" });
  });
});

describe("names of what HEAD may have left", () => {
  const base = { branch: "main", sha: "abc" };
  it.each([
    ["v1", { base, defaultBranch: "main" }, ["v1", "origin/v1"]],
    [null, { base, defaultBranch: "trunk" }, ["origin/main", "abc"]],
    [null, { base: null, defaultBranch: "trunk" }, ["origin/trunk"]],
    [null, { base: null, defaultBranch: null }, ["origin/HEAD"]],
  ])("%j, %j", (asked, occasion, bases) => {
    expect(basesOf({ asked, occasion: { ...nothing, ...occasion } })).toEqual(bases);
  });
});
