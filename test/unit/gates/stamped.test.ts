import { describe, expect, it } from "vitest";
import { inFileName, inImageTag, stamped } from "../../../src/gates/stamped.ts";
import { type FactsOptions, makePlan, noStamp } from "../../support/facts.ts";

const stamp = {
  ...{ version: "v1.2.3-rc.1+dirty", commit: "abc", date: "2026-11-30T04:00:00Z", branch: "feat/x" },
  unknown: "",
};

describe("placeholders", () => {
  it("stand for what is known of the commit", () => {
    const all = "{version} {semver} {commit} {date} {branch} {os} {}";
    expect(stamped("x", all, stamp)).toBe("v1.2.3-rc.1+dirty 1.2.3-rc.1+dirty abc 2026-11-30T04:00:00Z feat/x {os} {}");
    expect(stamped("x", "{date}_{branch}", stamp, inFileName)).toBe("2026-11-30T04-00-00Z_feat-x");
    expect(stamped("x", "{version}", stamp, inImageTag)).toBe("v1.2.3-rc.1-dirty");
    expect(stamped("x", "{branch}", { ...stamp, branch: "b".repeat(300) }, inImageTag)).toBe("b".repeat(100));
  });

  it("are refused where nothing is known, with what helps", () => {
    expect(() => stamped("ldflags", "{semver}", noStamp)).toThrow(
      "ldflags: {semver} is not known: there is no git. Set `version`, or run in a git checkout that has commits.",
    );
    expect(() => stamped("ldflags", "{date}", noStamp)).toThrow(
      "ldflags: {date} is not known: there is no git. Run in a git checkout that has commits.",
    );
  });
});

describe("a build", () => {
  const config = { ldflags: "-s -X main.version={version}", binaryName: "{name}-{semver}-{os}{ext}" };
  const build = (options: FactsOptions) => makePlan(options).stages.find(({ gate }) => gate === "build");
  const args = (options: FactsOptions): unknown => {
    const step = build(options)?.step;
    return step !== undefined && "type" in step && step.type === "exec" ? step.commands.map((each) => each.args) : null;
  };

  it("is linked with its version and named by it", () => {
    const options = { config, run: { stampOf: () => stamp } };
    expect(args(options)).toEqual([
      [
        "build",
        "-buildvcs=false",
        "-ldflags=-s -X main.version=v1.2.3-rc.1+dirty",
        { prefix: "-o=", out: "bin/0/" },
        "--",
        "example.com/tool",
      ],
    ]);
    expect(build(options)?.binaries.map(({ file }) => file)).toEqual(["tool-1.2.3-rc.1+dirty-linux"]);
    expect(build(options)?.command).toContain("main.version=v1.2.3-rc.1+dirty");
  });

  it("is not planned without one, unless it is switched off", () => {
    expect(() => makePlan({ config })).toThrow("binary-name: {semver} is not known: there is no git.");
    expect(build({ config: { ...config, build: "false" } })?.step).toMatchObject({ status: "disabled" });
  });
});
