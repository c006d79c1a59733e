import { describe, expect, it } from "vitest";
import { finalSummary, renderSummary } from "../../../src/report/targets/job-summary.ts";
import { makeConfig } from "../../support/config.ts";
import { noFiles } from "../../support/no-files.ts";
import { createMemoryPlatform } from "./memory-platform.ts";
import { context, green, stage } from "./reports.ts";

describe("after the uploads", () => {
  const uploads = [
    { name: "report", url: "https://github.com/acme/greeter/actions/runs/42/artifacts/1", size: 2_048 },
    { name: "job-report", url: null, size: null },
  ];

  it("the summary has the addresses of the artifacts", () => {
    const shown = renderSummary(green, { ...context, uploads });
    const rows = [
      "| [`report`](https://github.com/acme/greeter/actions/runs/42/artifacts/1) | 2.0 KiB |",
      "| `job-report` | |",
    ];
    expect(shown).toContain(`### Uploaded artifacts\n\n| Artifact | Size |\n| - | -: |\n${rows.join("\n")}\n`);
  });

  it("the summary says what did not reach people, whatever the words are", () => {
    const undelivered = ["The pull request was not commented: no <b> @octocat (403). The job needs `permissions: x`."];
    const shown = renderSummary(green, { ...context, undelivered });
    expect(shown).toContain(
      "⚠️ The pull request was not commented: no \\<b> `@octocat` (403). The job needs `permissions: x`.",
    );
  });

  it("it is written once more, and no file with it", async () => {
    const platform = createMemoryPlatform();
    const config = makeConfig();
    const write = async (): Promise<never> => {
      throw new Error("no file is to be written");
    };
    const delivery = { report: green, context: { ...context, uploads }, platform, write, ...noFiles };
    await finalSummary.show({ ...delivery, config });
    await finalSummary.show({ ...delivery, config: { ...config, summary: false } });
    expect(platform.summaries).toEqual([renderSummary(green, { ...context, uploads })]);
  });
});

describe("the timeline", () => {
  it("says how much later than it could a stage began", () => {
    const stages = [
      stage("deps", { durationMs: 1_000 }),
      stage("vet", { at: 1_050, durationMs: 1_000 }),
      stage("build:linux/amd64", { at: 3_300, durationMs: 5_000 }),
    ];
    const shown = renderSummary({ ...green, stages }, context);
    expect(shown).toContain(
      "The run waited for `deps` → `vet` ⇢ `build:linux/amd64` (began 1.3 s later) (⇢ waited for its turn).",
    );
  });
});
