import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { harmlessReport } from "../../../src/report/harmless-report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { renderComment } from "../../../src/report/targets/pr-comment.ts";
import { attestationOf } from "../../../src/report/view/attested.ts";
import { context, releaseRun } from "./reports.ts";

const url = "https://github.com/acme/greeter/attestations/1001";
const path = ".pipeline/attestations.jsonl";
const { attestation } = releaseRun;
if (attestation === undefined) throw new Error("the release has lost its attestation");

/** Sections of the job summary that say so, by their headings. */
function signedIn(report: Report, how = context): readonly string[] {
  const sections = renderSummary(report, how).split(/^### /m);
  return sections.filter((text) => /Build provenance/.test(text)).map((text) => text.split("\n")[0] ?? "");
}

describe("what is signed", () => {
  it("is what an attestation names by its digest, all of it", () => {
    const report = { attestation: { url, path, subjects: [{ name: "a", digest: "sha256:aa" }] } };
    expect(attestationOf(report, ["sha256:aa"])).toBe(report.attestation);
    expect(attestationOf(report, ["sha256:aa", "sha256:bb"])).toBeNull();
    expect(attestationOf(report, ["sha256:aa", null])).toBeNull();
    expect(attestationOf(report, [])).toBeNull();
    expect(attestationOf({}, ["sha256:aa"])).toBeNull();
  });

  it("is told beside binaries, archives, the image and SBOMs, with the command that checks a file", () => {
    expect(signedIn(releaseRun)).toEqual(["Binaries", "Archives", "Image", "SBOM"]);
    const text = renderSummary(releaseRun, context);
    expect(text).toContain(
      `[Build provenance](${url}) is signed: \`gh attestation verify FILE --repo acme/greeter\` checks a file.\n`,
    );
    expect(text).toContain(`| Build provenance | [signed](${url}) |\n`);
  });

  it("is told of what was signed alone", () => {
    expect(signedIn({ ...releaseRun, attestation: { ...attestation, subjects: [] } })).toEqual([]);
    const [artifact] = releaseRun.artifacts;
    if (artifact === undefined || releaseRun.image === null) throw new Error("the release has lost its parts");
    const other = "b".repeat(64);
    const mixed = { ...releaseRun, artifacts: [artifact, { ...artifact, name: "other", sha256: other }] };
    expect(signedIn(mixed)).toEqual(["Archives", "Image", "SBOM"]);
    const loaded = { ...releaseRun, image: { ...releaseRun.image, digest: `sha256:${other}` } };
    expect(signedIn(loaded)).toEqual(["Binaries", "Archives", "SBOM"]);
  });

  it("has no link without an address, and no command for servers that want more than the repository", () => {
    const unknown = { ...releaseRun, attestation: { ...attestation, url: null } };
    const elsewhere = { serverUrl: "https://acme.ghe.com", repository: "acme/greeter", sha: "ab" };
    const text = renderSummary(unknown, { ...context, source: elsewhere });
    expect(text).toContain("\nBuild provenance is signed.\n");
    expect(text).toContain("| Build provenance | signed |\n");
    expect(text).not.toContain("gh attestation verify");
  });

  it("is not believed of reports that others made", () => {
    const origin = { marker: "<!-- -->", run: null, commit: "ab", fork: "eve/greeter", otherwise: null };
    expect(renderComment(releaseRun, context, origin)).toContain("Build provenance");
    expect(renderComment(harmlessReport(releaseRun), context, origin)).not.toContain("Build provenance");
  });
});
