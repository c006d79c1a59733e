import { flagWords } from "../go/flags.ts";
import { uncachedBy } from "../go/test-caching.ts";
import type { TestReuse } from "../model/test-reuse.ts";
import { compareGo } from "../project/go-version.ts";

export interface TestReuseFacts {
  readonly config: {
    readonly test: string;
    readonly testReuse: "auto" | "true" | "false";
    readonly testFlags: readonly string[];
    /** Seed of the order of tests. */
    readonly shuffle: string | null;
    readonly testArtifacts: boolean;
    readonly coverpkg: readonly string[];
  };
  /** Why the engine cannot make results hold here; null when it can. */
  readonly refusal: string | null;
  /** GOFLAGS. */
  readonly goflags: string;
  /** Of the modules. */
  readonly goVersions: readonly string[];
  /** The run is for a release or a tag. */
  readonly release: boolean;
  /** An image is pushed that would have the times which are set. */
  readonly pushes: boolean;
  /** What GitHub says of the run; null where it says nothing. */
  readonly trigger: {
    readonly eventName: string | null;
    readonly ref: string | null;
    readonly defaultBranch: string | null;
  };
}

/** Whether the tests of a run may be left to results of earlier runs, and why. */
export function testReuse(facts: TestReuseFacts): TestReuse {
  const { config, refusal, release, pushes } = facts;
  if (config.test === "false") return { mode: "off", reason: "no tests are run", times: false };
  if (config.testReuse === "false") return { mode: "off", reason: "`test-reuse: false`", times: false };
  const nothing = whyNothing(facts);
  const unusable = nothing === null ? refusal : `nothing can be reused: ${nothing}`;
  if (refusal !== null) return { mode: "off", reason: unusable ?? refusal, times: false };
  // Nobody can restore what a tag saves, so nobody needs the times either.
  if (release) return { mode: "full", reason: "releases and tags run every test", times: false };
  if (unusable !== null) return { mode: "off", reason: unusable, times: false };
  const stale = staleCoverage(facts);
  if (stale !== null) return { mode: "full", reason: stale, times: false };
  const rule = byTrigger(facts);
  if (!pushes) return { ...rule, times: true };
  return {
    ...rule,
    reason: `${rule.reason}; files keep their times, which the image that is pushed has too`,
    times: false,
  };
}

function byTrigger({ config, trigger }: TestReuseFacts): Pick<TestReuse, "mode" | "reason"> {
  const { eventName, ref, defaultBranch } = trigger;
  if (config.testReuse === "true") return { mode: "reuse", reason: "`test-reuse: true`" };
  if (eventName?.startsWith("pull_request")) return { mode: "reuse", reason: "this is a pull request" };
  if (eventName === "schedule") return { mode: "full", reason: "scheduled runs run every test" };
  if (eventName === null && ref === null) return { mode: "reuse", reason: "this is no run of GitHub Actions" };
  const branch = /^refs\/heads\/(.+)$/.exec(ref ?? "")?.[1];
  if (branch === undefined || defaultBranch === null) {
    return { mode: "full", reason: "GitHub does not say whether this is the default branch, which runs every test" };
  }
  if (branch === defaultBranch)
    return { mode: "full", reason: `${branch} is the default branch, which runs every test` };
  return { mode: "reuse", reason: `${branch} is not the default branch` };
}

/** The first word because of which go test runs tests again although nothing has changed; null without one. */
export function runsAgain({
  config,
  goflags,
  goVersions,
}: Pick<TestReuseFacts, "goflags" | "goVersions"> & {
  config: Pick<TestReuseFacts["config"], "testFlags" | "shuffle" | "testArtifacts">;
}): string | null {
  const again = uncachedBy([
    ...flagWords(goflags),
    ...shuffleFlags(config),
    ...artifactsFlags(config, goVersions),
    ...config.testFlags,
  ]);
  return again === null ? null : `${again} makes go test run again`;
}

/** Since which version `go test` has -artifacts. */
export const artifactsSince = "1.26";

/** For `go test`, where some of these versions has it. */
export function artifactsFlags(
  { testArtifacts }: { readonly testArtifacts: boolean },
  goVersions: readonly string[],
): readonly string[] {
  const some = goVersions.some((version) => compareGo(version, artifactsSince) >= 0);
  return testArtifacts && some ? ["-artifacts"] : [];
}

/** For `go test` with a profile. */
export function coverpkgFlags({ coverpkg }: { readonly coverpkg: readonly string[] }): readonly string[] {
  return coverpkg.length === 0 ? [] : [`-coverpkg=${coverpkg.join(",")}`];
}

/** For `go test`. */
export function shuffleFlags({ shuffle }: { readonly shuffle: string | null }): readonly string[] {
  return shuffle === null ? [] : [`-shuffle=${shuffle}`];
}

function whyNothing(facts: TestReuseFacts): string | null {
  const again = runsAgain(facts);
  if (again !== null) return again;
  const words = wordsOf(facts);
  const stamped = words.some((word, at) => /^--?ldflags\b/.test(word) && hasTime(`${word} ${words[at + 1] ?? ""}`));
  if (stamped) return "-ldflags hold a time, so the test binaries are new each time";
  const [old] = facts.goVersions.filter((version) => minorOf(version) < 25);
  // Since then: https://go.dev/doc/go1.25#go-command says nothing of it; `go help test` names -coverprofile.
  if (old === undefined || facts.goVersions.some((version) => minorOf(version) >= 25)) return null;
  return `${old} keeps no results of tests with -coverprofile; Go 1.25 and later do`;
}

function wordsOf({ goflags, config }: TestReuseFacts): readonly string[] {
  return [...flagWords(goflags), ...config.testFlags];
}

/** A date with a time of day, or seconds since 1970 between 2017 and 2033. */
function hasTime(text: string): boolean {
  return /\d{4}-\d\d-\d\d[T_ ]\d\d:?\d\d/.test(text) || /(?<!\d)1[5-9]\d{8}(?!\d)/.test(text);
}

/**
 * Go's first key for the coverage of a cached test leaves out the packages that `-coverpkg` adds: their coverage would be that of an older state. Seen in
 * 1.25.3 and 1.26.0; 1.25.14, 1.26.8 and 1.27.0 have them in the key (cmd/go/internal/test, coverProfileAndInputKey).
 */
function staleCoverage(facts: TestReuseFacts): string | null {
  const inFlags = flagWords(facts.goflags).some((word) => /^--?coverpkg\b/.test(word));
  if (!inFlags && facts.config.coverpkg.length === 0) return null;
  const stale = facts.goVersions.find((version) => {
    const minor = minorOf(version);
    const plain = version.replace(/^go/, "");
    return (minor === 25 && compareGo(plain, "1.25.14") < 0) || (minor === 26 && compareGo(plain, "1.26.8") < 0);
  });
  return stale === undefined
    ? null
    : `${stale} may keep coverage of -coverpkg that is out of date; 1.25.14, 1.26.8 and later do not`;
}

/** `go1.26.8` -> 26; a version that is none of a release counts as new. */
function minorOf(version: string): number {
  return Number(/^go1\.(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);
}
