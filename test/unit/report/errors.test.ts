import { describe, expect, it } from "vitest";
import { EnvironmentError, UsageError } from "../../../src/errors.ts";
import { describeProblem, problemText, reasonOf, reportProblem, reportUsageError } from "../../../src/report/errors.ts";
import { createMemoryPlatform } from "./memory-platform.ts";

const usage = new UsageError([
  "platforms: `linux/amd46` is no platform of Go; did you mean `linux/amd64`?",
  "test: `yes` is not one of true, false, warn",
]);

const cause = new Error("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:443") });
const environment = new EnvironmentError("The engine could not be started", "Start Docker, or set `engine: host`", {
  cause,
});

describe("describeProblem", () => {
  it("tells all wrong inputs", () => {
    expect(describeProblem(usage)).toEqual({
      headline: "2 problems before the pipeline could start; nothing was run",
      details: usage.problems,
      remedy: null,
    });
  });

  it("tells headline, causes and remedy of a broken environment", () => {
    expect(describeProblem(environment)).toEqual({
      headline: "The engine could not be started",
      details: ["fetch failed", "connect ECONNREFUSED 127.0.0.1:443"],
      remedy: "Start Docker, or set `engine: host`",
    });
    expect(reasonOf(environment)).toBe(
      "The engine could not be started. fetch failed. connect ECONNREFUSED 127.0.0.1:443. Start Docker, or set `engine: host`.",
    );
  });

  it("does not repeat a cause that the message quotes", () => {
    expect(
      describeProblem(new EnvironmentError("no engine: boom", "retry", { cause: new Error("boom") })).details,
    ).toEqual([]);
  });

  it("owns up to a defect", () => {
    expect(describeProblem(new TypeError("x is undefined"))).toMatchObject({
      headline: "The pipeline itself broke: x is undefined",
    });
    expect(describeProblem("text").headline).toBe("The pipeline itself broke: text");
  });

  it("sanitizes, and ends for causes in a circle", () => {
    const loop = new EnvironmentError("::error::\u001b[31mx\ny", "");
    loop.cause = loop;
    expect(describeProblem(loop)).toEqual({ headline: "\\::error::x y", details: [], remedy: "" });
  });
});

describe("reportUsageError", () => {
  it("shows every problem in the log and the summary, and concludes with error", async () => {
    const platform = createMemoryPlatform();
    await reportUsageError(platform, usage);
    expect(platform.printed).toEqual([
      "error: 2 problems before the pipeline could start; nothing was run\n" +
        "  - platforms: `linux/amd46` is no platform of Go; did you mean `linux/amd64`?\n" +
        "  - test: `yes` is not one of true, false, warn",
    ]);
    expect(platform.summaries).toEqual([
      "## 💥 Go pipeline did not run\n\n2 problems before the pipeline could start; nothing was run\n\n" +
        "- platforms: `linux/amd46` is no platform of Go; did you mean `linux/amd64`?\n" +
        "- test: `yes` is not one of true, false, warn\n",
    ]);
    expect(platform.outputs).toMatchObject({ conclusion: "error", report: "", "total-coverage": "" });
  });
});

describe("reportProblem", () => {
  it("goes on when the summary breaks", async () => {
    const platform = createMemoryPlatform({ writeSummary: () => Promise.reject(new Error("boom")) });
    await reportProblem(platform, environment);
    expect(platform.printed).toEqual([
      `error: ${problemText(describeProblem(environment))}`,
      "warning: The job summary could not be made: boom",
    ]);
    expect(platform.outputs["conclusion"]).toBe("error");
  });

  it("prints headline, causes and remedy", () => {
    expect(problemText(describeProblem(environment))).toBe(
      "The engine could not be started\n  - fetch failed\n  - connect ECONNREFUSED 127.0.0.1:443\nStart Docker, or set `engine: host`",
    );
  });
});
