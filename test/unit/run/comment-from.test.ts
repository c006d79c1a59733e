import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import type { CommentRequest, CommentResult, RunContext } from "../../../src/platform/platform.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../report/memory-platform.ts";
import { elementsOf, renderedHtml } from "../report/rendered.ts";
import { green, hostile } from "../report/reports.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "comment-from-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const sha = "fedcba9876543210fedcba9876543210fedcba98";

const about: Partial<RunContext> = {
  workflow: "Comment",
  job: "comment",
  pullRequest: { number: null, head: { repository: "eve/greeter", branch: "topic", sha } },
  finishedRun: { url: "https://github.com/acme/greeter/actions/runs/41", workflow: "CI", conclusion: "success" },
};

interface Ran {
  readonly exitCode: number;
  readonly platform: MemoryPlatform;
  readonly asked: readonly CommentRequest[];
}

const url = "https://github.com/acme/greeter/pull/7#issuecomment-1";
const written: CommentResult = { status: "written", url, created: true };

async function run(argv: readonly string[] = [], result = written, context: Partial<RunContext> = about): Promise<Ran> {
  const asked: CommentRequest[] = [];
  const platform = createMemoryPlatform({
    context: { ...createMemoryPlatform().context, ...context },
    comment: async (request) => {
      asked.push(request);
      return result;
    },
  });
  const exitCode = await main({
    argv: ["--comment-from", "report", "--github-token", "s3cret-of-the-job", ...argv],
    env: { GITHUB_WORKSPACE: root },
    cwd: root,
    platform,
    engines: [],
    signal: new AbortController().signal,
  });
  return { exitCode, platform, asked };
}

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

const writeReport = (report: unknown): void => write("report/report.json", JSON.stringify(report));

describe("the report of another run", () => {
  it("becomes the comment, without a checkout and without running anything", async () => {
    writeReport(green);
    const { exitCode, platform, asked } = await run();
    expect(exitCode).toBe(0);
    expect(asked[0]?.pullRequest).toEqual(about.pullRequest);
    expect(asked[0]?.body).toContain("83.3 %");
    expect(asked[0]?.body).toContain("https://github.com/acme/greeter/actions/runs/41");
    expect(platform.printed).toEqual([`comment-from: The pull request was commented. ${url}`]);
    expect(platform.summaries).toEqual([
      `## ✅ Comment on the pull request\n\n[The pull request was commented.](${url})\n`,
    ]);
  });

  it("of strangers says nothing of where it goes and shows no address of theirs", async () => {
    writeReport({ ...hostile, pullRequest: 1, repository: "acme/other", traceUrl: "https://evil.example" });
    write(".dagger-go.yml", "artifact-prefix: forged-\n");
    const { exitCode, asked } = await run();
    expect(exitCode).toBe(0);
    const [{ body = "", marker, pullRequest, repository } = {}] = asked;
    expect([repository, pullRequest]).toEqual(["acme/greeter", about.pullRequest]);
    expect(marker).toBe("<!-- dagger-go-pipeline workflow=CI job=comment artifact-prefix= working-directory=. -->");
    const ours = /^https:\/\/github\.com\/(acme|eve)\/greeter\//;
    expect(elementsOf(renderedHtml(body)).addresses.filter((address) => !ours.test(address))).toEqual([]);
  });

  it("links to the lines of the commit that was checked, if its repository is there", async () => {
    writeReport(hostile);
    const { asked } = await run();
    expect(asked[0]?.body).toContain(`https://github.com/eve/greeter/blob/${sha}/`);
    const head = { repository: null, branch: null, sha };
    const gone = await run([], written, { ...about, pullRequest: { number: null, head } });
    expect(gone.asked[0]?.body).not.toContain("/blob/");
  });

  it("is read from comment.json where that is beside it", async () => {
    write("report/report.json", `"${"x".repeat(2 * 1024 * 1024)}"`);
    const refused = await run();
    expect([refused.exitCode, refused.asked]).toEqual([1, []]);
    write("report/comment.json", JSON.stringify(green));
    const { exitCode, asked } = await run();
    expect(exitCode).toBe(0);
    expect(asked[0]?.body).toContain("83.3 %");
  });

  it.each([
    ["departs from the schema", (): void => write("report/comment.json", "{}"), "comment.json departs from its schema"],
    [
      "is too large",
      (): void => write("report/comment.json", " ".repeat(1024 * 1024 + 1)),
      "has a comment.json of 1048577 bytes",
    ],
    [
      "is a link",
      (): void => {
        write("report/own.json", JSON.stringify(green));
        symlinkSync("own.json", join(root, "report/comment.json"));
      },
      "has no regular file comment.json",
    ],
  ])("is refused when its comment.json %s, whatever else is there", async (_, prepare, said) => {
    writeReport(green);
    prepare();
    const { exitCode, platform, asked } = await run();
    expect([exitCode, asked]).toEqual([1, []]);
    expect(platform.printed.join("\n")).toContain(said);
  });

  it("is only shown when it is dry", async () => {
    writeReport(green);
    const { exitCode, platform, asked } = await run(["--dry-run"]);
    expect([exitCode, asked, platform.printed[0]]).toEqual([0, [], "[The comment open]"]);
    expect(platform.printed).toContain("| ## ✅ Go pipeline passed: `example.com/greeter`");
    const nowhere = await run(["--dry-run"], written, { pullRequest: null });
    expect(nowhere.exitCode).toBe(0);
  });

  it("is no comment after a push", async () => {
    writeReport(green);
    const { exitCode, platform, asked } = await run([], written, { ...about, pullRequest: null });
    expect([exitCode, asked]).toEqual([0, []]);
    expect(platform.printed).toEqual(["comment-from: This run is not about a pull request: nothing is commented."]);
  });

  it.each<[CommentResult, string]>([
    [
      { status: "refused", reason: "no (403)" },
      "refuses the token: no (403). The job needs `permissions: pull-requests: write`.",
    ],
    [{ status: "failed", reason: "down" }, "not commented: down."],
  ])("that GitHub does not take is an error of the environment: %j", async (result, words) => {
    writeReport(green);
    const { exitCode, platform } = await run([], result);
    expect(exitCode).toBe(3);
    expect(platform.printed.join("\n")).toContain(`error: comment-from: The pull request was `);
    expect(platform.printed.join("\n")).toContain(words);
    expect(platform.summaries.join("\n")).toContain("💥 Comment on the pull request");
  });

  it("writes no summary where none is wanted", async () => {
    writeReport(green);
    expect((await run(["--no-summary"])).platform.summaries).toEqual([]);
  });
});

describe("an artifact that is no report", () => {
  const refused = async (): Promise<string> => {
    const { exitCode, platform, asked } = await run();
    expect([exitCode, asked]).toEqual([1, []]);
    expect(platform.summaries.join("\n")).toContain("The report is refused: ");
    return platform.printed.join("\n").replaceAll(root, "ROOT");
  };

  it("is refused when the file is a link", async () => {
    write("secret.json", JSON.stringify(green));
    mkdirSync(join(root, "report"));
    symlinkSync("../secret.json", join(root, "report/report.json"));
    expect(await refused()).toBe(
      "error: comment-from: The report is refused: ROOT/report has no regular file report.json.",
    );
  });

  it("is refused when the directory is a link", async () => {
    write("elsewhere/report.json", JSON.stringify(green));
    symlinkSync("elsewhere", join(root, "report"));
    expect(await refused()).toBe("error: comment-from: The report is refused: ROOT/report is a link.");
  });

  it("is refused when the file is a socket or a directory", async () => {
    mkdirSync(join(root, "report"));
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(root, "report/report.json"), listening));
    expect(await refused()).toContain("has no regular file report.json");
    await new Promise((closed) => server.close(closed));
    rmSync(join(root, "report"), { recursive: true });
    mkdirSync(join(root, "report/report.json"), { recursive: true });
    expect(await refused()).toContain("has no regular file report.json");
  });

  it("is refused above 1 MiB", async () => {
    writeReport({ ...green, reasons: ["x".repeat(1024 * 1024)] });
    expect(await refused()).toMatch(/has a report\.json of \d+ bytes; at most 1048576 are read/);
  });

  it.each([
    ["no JSON", "{"],
    ["JSON without an end", "[".repeat(500_000)],
    ["another version", JSON.stringify({ ...green, schemaVersion: 1 })],
    ["fields of other types", JSON.stringify({ ...green, stages: "@octocat" })],
    ["no text", "\u0000\u0001"],
  ])("is refused when it is %s", async (_, text) => {
    write("report/report.json", text);
    expect(await refused()).toContain("report.json departs from its schema: ");
  });

  it.each([
    ["nothing is there", (): void => undefined, "is not there"],
    ["it has no report", (): void => write("report/summary.md", ""), "has no report.json"],
    ["it is a file", (): void => write("report", ""), "is no directory"],
  ])("is a wrong value when %s", async (_, prepare, words) => {
    prepare();
    const { exitCode, platform, asked } = await run();
    expect([exitCode, asked]).toEqual([2, []]);
    expect(platform.printed.join("\n")).toContain(`${join(root, "report")} ${words}; name the directory of a report`);
  });
});
