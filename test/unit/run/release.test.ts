import { join } from "node:path";
import { expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import type { PlannedRelease } from "../../../src/model/release.ts";
import type { StageResult } from "../../../src/model/report.ts";
import { createRedactor } from "../../../src/platform/mask.ts";
import type { HostedRelease, ReleaseService } from "../../../src/platform/release-service.ts";
import { ReleaseConflict } from "../../../src/release/job.ts";
import { nothingCollected } from "../../../src/results/assemble.ts";
import { beginRelease, type Released } from "../../../src/run/release.ts";
import { makeProject } from "../../support/facts.ts";
import { directory } from "../../support/repository.ts";
import { makeStageResult } from "../../support/stages.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";

/** The stage that releases, with a host of releases in memory. */

const commit = "0123456789012345678901234567890123456789";

/** Git is not asked for commits. */
const planned: PlannedRelease = {
  ...{ tag: "v1.2.0", version: "v1.2.0", prerelease: false, module: ".", plainTags: true, commit },
  ...{ before: null, cutOff: "the clone is shallow", published: true },
};

function memoryService(over: Partial<ReleaseService> = {}): ReleaseService {
  let release: HostedRelease | null = null;
  return {
    commitOf: async () => commit,
    list: async () => (release === null ? [] : [release]),
    create: async ({ tag, prerelease, body }) => {
      release = { ...{ id: 1, tag, prerelease, body, draft: true }, url: "https://x/draft", uploadUrl: "https://y" };
      return release;
    },
    assets: async () => [],
    upload: () => Promise.reject(new Error("nothing to upload")),
    removeAsset: async () => undefined,
    publish: async (draft) => {
      release = { ...draft, draft: false, url: "https://x/v1.2.0" };
      return release;
    },
    removeDraft: async () => undefined,
    close: async () => undefined,
    ...over,
  };
}

interface Options {
  readonly service?: Partial<ReleaseService>;
  readonly open?: () => Promise<ReleaseService>;
  readonly before?: readonly StageResult[];
  readonly secret?: string;
  readonly tag?: string;
}

async function released({
  before = [],
  tag = planned.tag,
  ...options
}: Options): Promise<Released & { readonly before: readonly string[] }> {
  const root = directory({ "go.mod": "module example.com/hello\n" });
  const output = await prepareOutputDir(join(root, ".pipeline"), root);
  const context = { ...createMemoryPlatform().context, repository: "octo/hello" };
  const platform = createMemoryPlatform({
    context,
    releases: options.open ?? (async () => memoryService(options.service)),
  });
  const redactor = createRedactor();
  if (options.secret !== undefined) redactor.add(options.secret);
  const run = { platform, project: makeProject({ root }), redactor, signal: new AbortController().signal };
  const matter = { collected: nothingCollected, before, output };
  const releasing = await beginRelease({ ...run, githubToken: "x" }, { release: { ...planned, tag } }, matter);
  const ended = await releasing.end([]);
  return { ...ended, before: releasing.before.map(({ id, status }) => `${id} ${status}`) };
}

it("a build that failed on warn leaves out a platform, so nothing is released", async () => {
  const half = makeStageResult("build:linux/arm64", { status: "warned", reason: "1 problem" });
  const { result, release, before } = await released({ before: [half] });
  expect([result.status, result.reason, release]).toEqual([
    ...["failed", "build:linux/arm64 did not pass, and a release holds every platform", null],
  ]);
  expect(before).toEqual(["build:linux/arm64 warned", "release failed"]);
  const others = [{ ...half, module: "tools" }, makeStageResult("vet", { status: "warned" })];
  expect((await released({ before: others })).release?.state).toBe("published");
});

it("what is public is told as public, whatever fails afterwards", async () => {
  let open = false;
  const failing = (error: Error): Partial<ReleaseService> => ({
    publish: async (draft) => {
      open = true;
      return { ...draft, draft: false, url: "https://x/v1.2.0" };
    },
    assets: async () => (open ? Promise.reject(error) : []),
  });
  const { result, release } = await released({ service: failing(new Error("Server Error (400)")) });
  expect([result.status, result.reason, release?.state, release?.url]).toEqual([
    ...[
      "errored",
      "Server Error (400). The release is public all the same, and the next run of the tag looks at it again.",
    ],
    ...["published", "https://x/v1.2.0"],
  ]);
  open = false;
  const moved = await released({ service: failing(new ReleaseConflict("the tag was moved")) });
  expect([moved.result.status, moved.release?.state]).toEqual(["failed", "published"]);
});

it("what could not be made public is told as the draft that it is", async () => {
  const publish = () => Promise.reject(new Error("Server Error (400)"));
  const { result, release } = await released({ service: { publish } });
  expect([result.reason, release?.state]).toEqual([
    ...["Server Error (400). A draft that is there stays, and the next run of the tag goes on with it.", "draft"],
  ]);
});

it("a secret that is a word of the mark is taken out of the notes, not of the mark", async () => {
  const bodies: string[] = [];
  const host = memoryService();
  const create: ReleaseService["create"] = async (made) => {
    bodies.push(made.body);
    return await host.create(made);
  };
  const service = { create, list: host.list, publish: host.publish };
  const { result } = await released({ service, secret: "release", tag: "release/v1.2.0" });
  expect(result.status).toBe("passed");
  expect(bodies).toEqual([expect.stringMatching(/^<!-- dagger-go-pipeline release commit=0123456/)]);
  expect(bodies[0]).toContain("/commits/***/v1.2.0)");
});

it("a host that cannot even be asked is a broken stage, not the end of the report", async () => {
  const { result, before } = await released({ open: () => Promise.reject(new Error("no such proxy")) });
  expect([result.status, result.reason]).toEqual(["errored", expect.stringContaining("no such proxy. ")]);
  expect(before).toEqual(["release errored"]);
});
