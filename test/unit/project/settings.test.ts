import { describe, expect, it } from "vitest";
import { EnvironmentError } from "../../../src/errors.ts";
import type { InspectRequest } from "../../../src/model/project.ts";
import { guiltySetting, listingProblem, requireSettings, settingTrials } from "../../../src/project/settings.ts";
import { makeFacts } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const module = makeModule({ dir: "a", path: "m", go: "1.22" });
const request: InspectRequest = {
  root: "/src",
  modules: [module],
  patterns: ["./..."],
  marked: [],
  tags: [],
  programs: [],
  platforms: [{ os: "linux", arch: "amd64", variant: null }],
  cgo: false,
  mentions: async () => ({ mentionCgo: false, mains: null }),
};

const answer = (stdout: string, exitCode = 0, stderr = "") => ({ stdout, exitCode, stderr });
const env = answer("{}");
const good = [env, answer('{\n\t"ImportPath": "m",\n\t"Dir": "/src/a"\n}\n')];
const bad = [env, answer("", 1, "go: parsing $GOFLAGS: unknown flag -nonsense\n")];
const file = "the settings of `go env -w`";

describe("a module that Go cannot list", () => {
  it("is listed again without each setting of the environment that can be at fault, then without all, and nothing is fetched", () => {
    const set = { GOFLAGS: "-x", GOWORK: "off", GOCACHE: "", GOPROXY: "https://p", PATH: "/bin", GOOGLE_KEY: "k" };
    const trials = settingTrials(request, module, set);
    expect(trials.map(({ setting }) => setting)).toEqual(["GOFLAGS", "GOWORK", file, "GOFLAGS, GOWORK"]);
    expect(trials.map(({ commands }) => commands.map(({ args, env: { ...added } }) => [args[0], added]))).toEqual(
      [{ GOFLAGS: "" }, { GOWORK: "" }, { GOENV: "off" }, { GOFLAGS: "", GOWORK: "" }].map((without) =>
        ["env", "list"].map((command) => [command, { GOPROXY: "off", ...without }]),
      ),
    );
    expect(settingTrials(request, module, { HOME: "/" }).map(({ setting }) => setting)).toEqual([file]);
  });

  it("is the environment's fault when leaving out a setting makes a difference, and its own when not", () => {
    const trials = settingTrials(request, module, { GOEXPERIMENT: "x", GOFLAGS: "-nonsense" });
    const problem = listingProblem(request, module, bad) ?? "";
    const guilty = (...answers: (typeof bad)[]) => guiltySetting(request, module, { trials, answers }, problem);
    const found = guilty(bad, good, bad, good);
    expect(found).toBeInstanceOf(EnvironmentError);
    expect(found?.message).toBe(
      "Go cannot work with GOFLAGS as the environment has it: parsing $GOFLAGS: unknown flag -nonsense.",
    );
    expect(found?.remedy).toBe("Correct or unset GOFLAGS.");
    expect(guilty(bad, bad, bad, good)?.remedy).toBe("Correct or unset GOEXPERIMENT, GOFLAGS.");
    expect(guilty(bad, bad, bad, bad)).toBeNull();
  });

  it("because go.work does not list it has a problem, though Go exits 0; patterns that match nothing do not", () => {
    const listed = (error: string) => [
      env,
      answer(JSON.stringify({ ImportPath: "./...", Error: { Err: error } }, null, "\t")),
    ];
    const outside =
      "pattern ./...: directory prefix . does not contain modules listed in go.work or their selected dependencies";
    expect(listingProblem(request, module, listed(outside))).toBe(outside);
    expect(listingProblem(request, module, listed("stat /src/a/none: directory not found"))).toBeNull();
    expect(listingProblem(request, module, good)).toBeNull();
  });

  it("for want of a newer toolchain is a question of versions", () => {
    const old = "go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)\n";
    expect(listingProblem(request, module, [env, answer("", 1, old)])).toBeNull();
  });
});

describe("requireSettings", () => {
  const check = (goflags: string, problem: string | null = null): void =>
    requireSettings(makeFacts({ inspection: { goflags }, module: { problem } }).inspection);

  it.each(["-json", "-v -json=true", "--n", "-tags=a -c", "'-json'", "-fix", "-f={{.Dir}}", "-list=."])(
    "refuses flags with which an exit code of 0 means nothing: %s",
    (goflags) => {
      expect(() => check(goflags)).toThrow(/^GOFLAGS in the environment has -(json|n|c|fix|f|list): go would print/);
      expect(() => check(goflags)).toThrow(EnvironmentError);
    },
  );

  it.each([
    "",
    "-mod=mod",
    "-v",
    "-count=1",
    "-tags=json,n",
    "-json=false",
    "-buildvcs=false",
    "-ldflags=-n",
    "'-ldflags=-s -n'",
    '"-gcflags=-m -c"',
  ])("takes %j", (goflags) => expect(() => check(goflags)).not.toThrow());

  it("refuses a setting that Go names when it cannot load a module", () => {
    expect(() => check("", 'go: invalid GOTOOLCHAIN "nonsense"')).toThrow(
      'Go cannot work with GOTOOLCHAIN as the environment has it: invalid GOTOOLCHAIN "nonsense".',
    );
    expect(() =>
      check("", 'go: GOPATH entry is relative; must be absolute path: "rel".\nFor more details see'),
    ).toThrow(/as the environment has it: GOPATH entry is relative; must be absolute path: "rel"\.$/);
    expect(() => check("", "go: errors parsing go.mod:\ngo.mod:3: unknown directive: x")).not.toThrow();
  });
});
