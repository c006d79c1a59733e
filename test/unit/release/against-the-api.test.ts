import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PlannedRelease } from "../../../src/model/release.ts";
import { githubReleases } from "../../../src/platform/github-releases.ts";
import type { HostedRelease } from "../../../src/platform/release-service.ts";
import type { Asset } from "../../../src/release/asset.ts";
import { fillDraft } from "../../../src/release/draft.ts";
import type { ReleaseJob } from "../../../src/release/job.ts";
import { publishDraft } from "../../../src/release/publish.ts";
import { token } from "../../support/github-api.ts";
import { type GithubReleases, startGithubReleases, storedAsset } from "../../support/github-releases.ts";

/** Filling and publishing against a server that does as GitHub does; nothing waits by the clock. */

const commit = "0123456789012345678901234567890123456789";
const marker = `<!-- dagger-go-pipeline release commit=${commit} -->`;

const planned: PlannedRelease = {
  ...{ tag: "v1.2.0", version: "v1.2.0", prerelease: false, module: ".", plainTags: true, commit },
  ...{ before: "v1.1.0", cutOff: null, published: true },
};

let api: GithubReleases;
let waits: number[];
beforeEach(async () => {
  api = await startGithubReleases();
  api.tags.set("v1.2.0", commit);
  waits = [];
});
afterEach(async () => {
  await api.close();
});

function asset(name: string, text: string): Asset {
  const content = Buffer.from(text);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { name, size: content.length, sha256, read: async () => content };
}

const files = [asset("hello_1.2.0_linux_amd64.tar.gz", "an archive"), asset("hello_1.2.0_checksums.txt", "sums")];

interface Options {
  readonly release?: Partial<PlannedRelease>;
  readonly assets?: readonly Asset[];
  readonly token?: string;
  readonly abort?: AbortController;
  readonly publish?: boolean;
}

async function run({ release = {}, assets = files, publish = true, ...rest }: Options = {}): Promise<HostedRelease> {
  const { signal } = rest.abort ?? new AbortController();
  const service = await githubReleases({ repository: "octo/hello", token: rest.token ?? token, signal }, api.env);
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  const retries = { pauseMs: (attempt: number) => attempt, signal, wait };
  const job: ReleaseJob = { service, release: { ...planned, ...release }, notes: `${marker}\nnotes`, assets, retries };
  try {
    const draft = await fillDraft(job);
    return draft.draft && publish ? await publishDraft(job) : draft;
  } finally {
    await service.close();
  }
}

const names = (): readonly string[] =>
  api.releases.map(({ tag_name, draft, assets }) =>
    [draft ? "draft" : "public", tag_name, ...assets.map(({ name, state }) => `${name}:${state}`)].join(" "),
  );
const whole = "hello_1.2.0_linux_amd64.tar.gz:uploaded hello_1.2.0_checksums.txt:uploaded";
const changes = (): readonly string[] => api.requests.filter((line) => !line.startsWith("GET "));

describe("a release", () => {
  it("is a draft until every file is there, and public then", async () => {
    const release = await run();
    expect(release).toMatchObject({ draft: false, url: "https://github.com/octo/hello/releases/tag/v1.2.0" });
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(api.releases[0]).toMatchObject({ name: "v1.2.0", body: `${marker}\nnotes`, latest: "true" });
    expect(api.releases[0]?.assets[0]?.content.toString()).toBe("an archive");
    expect(changes()).toEqual([
      "POST /repos/octo/hello/releases",
      "POST /repos/octo/hello/uploads/releases/101/assets?name=hello_1.2.0_linux_amd64.tar.gz",
      "POST /repos/octo/hello/uploads/releases/101/assets?name=hello_1.2.0_checksums.txt",
      "PATCH /repos/octo/hello/releases/101",
    ]);
    expect(waits).toEqual([]);
  });

  it("stays a draft that a person publishes", async () => {
    expect(await run({ publish: false })).toMatchObject({ draft: true });
    expect(names()).toEqual([`draft v1.2.0 ${whole}`]);
  });

  it("is the latest only without anything before its version, and before no higher one", async () => {
    api.tags.set("tools/v1.2.0", commit);
    await run({ release: { tag: "tools/v1.2.0", plainTags: false } });
    await run({ release: { prerelease: true } });
    api.releases.pop();
    api.add({ tag_name: "v2.0.0", draft: false });
    api.add({ tag_name: "v3.0.0-rc.1", draft: false, prerelease: true });
    await run();
    expect(api.releases.map(({ tag_name, latest }) => [tag_name, latest])).toEqual([
      ["tools/v1.2.0", "false"],
      ["v2.0.0", null],
      ["v3.0.0-rc.1", null],
      ["v1.2.0", "false"],
    ]);
  });

  it("that is published with the same files is left as it is", async () => {
    await run();
    const before = changes().length;
    expect(await run()).toMatchObject({ draft: false });
    expect(changes()).toHaveLength(before);
  });

  it("is found behind a hundred others", async () => {
    for (let at = 0; at < 120; at++) api.add({ tag_name: `v0.${at}.0`, draft: false });
    api.add({ tag_name: "v1.2.0", draft: true, body: marker });
    await run();
    expect(names().at(-1)).toBe(`public v1.2.0 ${whole}`);
    expect(api.releases).toHaveLength(121);
  });
});

describe("what is another's is left alone", () => {
  const refused = async (words: string, options: Options = {}): Promise<void> => {
    const before = names();
    await expect(run(options)).rejects.toMatchObject({
      name: "ReleaseConflict",
      message: expect.stringContaining(words),
    });
    expect(names()).toEqual(before);
    expect(changes()).toEqual([]);
  };

  it("a draft that somebody wrote, one of another commit", async () => {
    const draft = api.add({ tag_name: "v1.2.0", body: "mine" });
    await refused("there is a draft for v1.2.0 that is not of this pipeline");
    draft.body = marker.replace("0123456", "fedcba9");
    await refused("that is of the commit fedcba978901: publish or delete it");
  });

  it("a published one with other files, with fewer, or with files of which nobody knows", async () => {
    const [archive, sums] = [storedAsset(files[0]?.name ?? "", "another"), storedAsset(files[1]?.name ?? "", "sums")];
    const release = api.add({ tag_name: "v1.2.0", draft: false, assets: [archive, sums] });
    await refused("has another hello_1.2.0_linux_amd64.tar.gz");
    release.assets.shift();
    await refused("lacks hello_1.2.0_linux_amd64.tar.gz");
    release.assets.push({ ...storedAsset(files[0]?.name ?? "", "an archive"), digest: null });
    await refused("has hello_1.2.0_linux_amd64.tar.gz, whose digest GitHub does not say");
  });

  it("a tag that was moved or deleted", async () => {
    api.tags.set("v1.2.0", "f".repeat(40));
    await refused("the tag v1.2.0 is now of ffffffffffff; this run is of 012345678901");
    api.tags.delete("v1.2.0");
    await refused("GitHub has no tag v1.2.0 any more");
  });

  it("a draft of ours with a file that nobody here made is not published", async () => {
    api.add({ tag_name: "v1.2.0", body: marker, assets: [storedAsset("installer.msi", "by hand")] });
    await expect(run()).rejects.toThrow("holds installer.msi, which this run did not make");
    expect(names()).toEqual([`draft v1.2.0 installer.msi:uploaded ${whole}`]);
  });
});

describe("a run that ended in the middle", () => {
  it("is gone on with: half a file is removed first, another one replaced", async () => {
    const halved = storedAsset(files[0]?.name ?? "", "an", { state: "starter", digest: null });
    const other = storedAsset(files[1]?.name ?? "", "smus");
    api.add({ tag_name: "v1.2.0", body: marker, assets: [halved, other] });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(changes().filter((line) => line.startsWith("DELETE"))).toHaveLength(2);
  });

  it("by a cancellation between two files leaves a draft, which the next run takes up", async () => {
    const abort = new AbortController();
    api.fail(/POST .*checksums/, { hook: () => abort.abort() });
    await expect(run({ abort })).rejects.toThrow("aborted");
    expect(api.releases[0]?.draft).toBe(true);
    expect(waits).toEqual([]);
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
  });
});

describe("faults on the way", () => {
  const places = [
    ["tag", /GET .*\/commits\/tags/],
    ["list", /GET .*\/releases\?/],
    ["create", /POST .*\/releases$/],
    ["files", /GET .*\/assets/],
    ["upload", /POST .*\/assets/],
    ["publish", /PATCH/],
  ] as const;

  it.each(places)("%s: 500 and a broken connection are tried again, three times in all", async (_, match) => {
    api.fail(match, { status: 500, message: "Server Error" });
    api.fail(match, "cut");
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(waits.length).toBeGreaterThan(0);
    api.releases.length = 0;
    api.fail(match, { status: 502, message: "Bad Gateway" }, 9);
    await expect(run()).rejects.toThrow("Bad Gateway (502)");
    expect(api.releases.filter(({ draft }) => !draft)).toEqual([]);
  });

  it("409, and a secondary limit that says how long to wait", async () => {
    api.fail(/POST .*\/assets/, { status: 409, message: "Conflict" });
    api.fail(/PATCH/, {
      status: 403,
      message: "You have exceeded a secondary rate limit",
      headers: { "retry-after": "7" },
    });
    api.fail(/PATCH/, { status: 429, message: "Too many", headers: { "retry-after": "3" } });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(waits).toEqual([1, 7_000, 3_000]);
  });

  it("a limit that lasts too long is not waited for", async () => {
    api.fail(/POST .*\/releases$/, { status: 429, message: "Too many", headers: { "retry-after": "600" } });
    await expect(run()).rejects.toThrow("it asks to wait 10 min, which is too long");
    expect(waits).toEqual([]);
  });

  it("half an upload", async () => {
    api.fail(/POST .*\/assets/, "half");
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(changes().filter((line) => line.startsWith("DELETE"))).toHaveLength(1);
  });

  it("a token without rights is not tried again", async () => {
    api.fail(/POST .*\/releases$/, { status: 403, message: "Resource not accessible by integration" });
    await expect(run()).rejects.toMatchObject({
      name: "Refusal",
      message: "Resource not accessible by integration (403)",
    });
    await expect(run({ token: "none" })).rejects.toMatchObject({ name: "Refusal" });
    expect([waits, api.releases]).toEqual([[], []]);
  });

  it("a file whose digest GitHub does not say is not taken for the one that was sent", async () => {
    api.fail(
      /GET .*\/assets/,
      {
        hook: () => {
          for (const stored of api.releases[0]?.assets ?? []) stored.digest = null;
        },
      },
      99,
    );
    await expect(run()).rejects.toThrow("whose digest GitHub does not say");
    expect(api.releases[0]?.draft).toBe(true);
    await expect(run({ publish: false })).rejects.toThrow("GitHub does not say the digest of");
    expect(changes().filter((line) => line.startsWith("DELETE"))).toEqual([]);
  });
});

describe("two runs at once", () => {
  it("of which one still uploads: its file is waited for, not removed", async () => {
    const arriving = storedAsset(files[0]?.name ?? "", "an", { state: "starter", digest: null });
    api.add({ tag_name: "v1.2.0", body: marker, assets: [arriving] });
    const arrived = storedAsset(arriving.name, "an archive");
    // The tag is looked up first, and again after the pause.
    api.fail(/GET .*\/commits\/tags/, { hook: () => undefined });
    api.fail(/GET .*\/commits\/tags/, { hook: () => void Object.assign(arriving, arrived) });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(changes().filter((line) => line.startsWith("DELETE"))).toEqual([]);
    expect(waits).toEqual([1]);
  });

  it("of which one replaces a file while the other publishes: that is looked at again", async () => {
    const draft = api.add({ tag_name: "v1.2.0", body: marker, assets: [] });
    const lists = /GET .*\/assets/;
    for (const _ of files) api.fail(lists, { hook: () => undefined });
    api.fail(lists, {
      hook: () => {
        const [first] = draft.assets.splice(0, 1);
        api.fail(lists, { hook: () => void (first !== undefined && draft.assets.unshift(first)) });
      },
    });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(waits).toEqual([1]);
  });

  it("a file of our draft that stays away leaves the draft", async () => {
    const lists = /GET .*\/assets/;
    for (const _ of files) api.fail(lists, { hook: () => undefined });
    api.fail(lists, { hook: () => void api.releases[0]?.assets.splice(0, 1) });
    await expect(run()).rejects.toMatchObject({
      name: "TransientError",
      message: expect.stringContaining("lacks hello_1.2.0_linux_amd64.tar.gz, or it is arriving"),
    });
    expect(api.releases[0]?.draft).toBe(true);
  });

  it("a tag that is moved while the draft becomes public is told", async () => {
    api.fail(/PATCH/, { hook: () => void api.tags.set("v1.2.0", "f".repeat(40)) });
    await expect(run()).rejects.toMatchObject({
      name: "ReleaseConflict",
      message: "the tag v1.2.0 is now of ffffffffffff; this run is of 012345678901",
    });
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
  });

  it("that make a draft each go on with the older one", async () => {
    api.fail(/POST .*\/releases$/, { hook: () => void api.add({ tag_name: "v1.2.0", body: marker }) });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(api.releases[0]?.id).toBe(101);
  });

  it("of which one publishes first both end with the same release", async () => {
    api.fail(/PATCH/, { hook: async () => void (await run()) });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
  });

  it("of which one has published a draft of its own: ours is removed", async () => {
    api.fail(/PATCH/, {
      hook: () => {
        const assets = files.map(({ name }, at) => storedAsset(name, at === 0 ? "an archive" : "sums"));
        api.add({ tag_name: "v1.2.0", draft: false, body: marker, assets });
      },
    });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
    expect(waits).toEqual([1]);
  });

  it("take nothing from what the other one has published", async () => {
    const other = storedAsset(files[0]?.name ?? "", "other");
    const draft = api.add({ tag_name: "v1.2.0", body: marker, assets: [other] });
    api.fail(/GET .*\/assets/, {
      hook: () => {
        draft.draft = false;
      },
    });
    await expect(run()).rejects.toMatchObject({ name: "ReleaseConflict" });
    expect(changes()).toEqual([]);
  });

  it("a draft that vanishes is looked for again", async () => {
    api.fail(/POST .*\/assets/, { hook: () => void api.releases.splice(0) });
    await run();
    expect(names()).toEqual([`public v1.2.0 ${whole}`]);
  });
});
