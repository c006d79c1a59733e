import { expect, it } from "vitest";
import { reasonText } from "../../../src/model/reason.ts";
import { redactReason, redactReport } from "../../../src/results/redact.ts";
import { failedTest, finding, green, stage, testPackage, withTotals } from "../report/reports.ts";

const redact = (text: string): string => text.replaceAll("hunter2", "***");

it("takes secrets out of everything that quotes tools or people", () => {
  const secret = "is hunter2";
  const redacted = redactReport(
    {
      ...green,
      reasons: [secret],
      warnings: [secret],
      notices: [secret],
      engine: { name: "host", version: "go1.26.8", reason: secret },
      stages: [
        stage("test", {
          reason: secret,
          command: secret,
          findings: [finding({ title: secret, message: secret })],
        }),
        stage("vet"),
      ],
      totals: {
        tests: {
          passed: 0,
          failed: 1,
          skipped: 0,
          flaky: 0,
          interrupted: 0,
          packages: [
            testPackage("p", {
              reason: secret,
              failures: [failedTest({ name: secret, output: secret, command: secret })],
              unfinished: [failedTest({ name: secret, output: secret, command: secret })],
            }),
            testPackage("q"),
          ],
        },
        coverage: null,
        patch: null,
      },
    },
    redact,
  );
  const safe = "is ***";
  expect(redacted).toEqual({
    ...green,
    reasons: [safe],
    warnings: [safe],
    notices: [safe],
    engine: { name: "host", version: "go1.26.8", reason: safe },
    stages: [
      stage("test", { reason: safe, command: safe, findings: [finding({ title: safe, message: safe })] }),
      stage("vet"),
    ],
    totals: {
      tests: {
        passed: 0,
        failed: 1,
        skipped: 0,
        flaky: 0,
        interrupted: 0,
        packages: [
          testPackage("p", {
            reason: safe,
            failures: [failedTest({ name: safe, output: safe, command: safe })],
            unfinished: [failedTest({ name: safe, output: safe, command: safe })],
          }),
          testPackage("q"),
        ],
      },
      coverage: null,
      patch: null,
    },
  });
});

it("leaves a report without tests as it is", () => {
  const report = withTotals(green, { tests: null });
  expect(redactReport(report, redact)).toEqual(report);
});

it("takes them out of reasons", () => {
  const text = (reason: Parameters<typeof redactReason>[0]): string => reasonText(redactReason(reason, redact));
  expect(text({ kind: "environment", problem: "login with hunter2 failed" })).toBe("login with *** failed");
  expect(text({ kind: "stage", stage: "test", status: "failed", said: "hunter2" })).toBe("test: ***");
  expect(text({ kind: "stage", stage: "test", status: "failed", said: null })).toBe("test: failed");
  expect(text({ kind: "cancelled" })).toBe("the run was cancelled");
});
