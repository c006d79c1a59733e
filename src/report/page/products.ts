import { platformKey } from "../../model/platform.ts";
import type { Archive, Artifact, Attestation, Image, Release, Report, Sbom } from "../../model/report.ts";
import type { PageFact, PageOverview, PageProduct } from "../../page/data.ts";
import { formatBytes } from "../../text/format.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import { attestationOf } from "../view/attested.ts";
import { address } from "./facts.ts";

/** What the run made, and what became of it. */
export function pageProducts(
  report: Report,
): Pick<PageOverview, "binaries" | "archives" | "sboms" | "image" | "attestation" | "release"> {
  const { artifacts, archives = [], sboms = [], image, attestation, release } = report;
  return {
    binaries: artifacts.map((artifact) => product(artifact, artifact.package, platformKey(artifact))),
    archives: archives.map((archive) => product(archive, null, platformKey(archive))),
    sboms: sboms.map((sbom) => product(sbom, sbom.of, null)),
    image: image === null ? null : [...imageFacts(image), ...signedImage(report, image)],
    attestation: attestation === undefined ? null : attestationFacts(attestation),
    release: release === undefined ? null : releaseFacts(release),
  };
}

function product(
  { name, size, sha256 }: Artifact | Archive | Sbom,
  of: string | null,
  platform: string | null,
): PageProduct {
  return { name: sanitizeLine(name), of: of === null ? null : sanitizeLine(of), platform, size, sha256 };
}

function imageFacts(image: Image): readonly PageFact[] {
  const one = (name: string, value: string | null): readonly PageFact[] =>
    value === null ? [] : [{ name, values: [sanitizeLine(value)] }];
  const several = (name: string, values: readonly string[]): readonly PageFact[] =>
    values.length === 0 ? [] : [{ name, values: values.map((value) => sanitizeLine(value)) }];
  return [
    ...one("Name", image.name),
    ...several("References", image.tags),
    ...several("Platforms", image.platforms),
    ...one("Base", image.base),
    ...one("Size", image.size === null ? null : formatBytes(image.size)),
    ...one("Layers", image.layers === null ? null : `${image.layers}`),
    ...one("Tested", image.tested),
    ...one("Digest at the registry", image.digest === image.configDigest ? null : image.digest),
    ...one("Digest of the configuration", image.configDigest),
    ...one("Tarball", image.path),
  ];
}

function signedImage(report: Report, { digest }: Image): readonly PageFact[] {
  const attestation = attestationOf(report, [digest]);
  if (attestation === null) return [];
  return attestation.url === null
    ? [{ name: "Build provenance", values: ["signed"] }]
    : address("Build provenance", attestation.url);
}

function attestationFacts({ url, path, subjects }: Attestation): readonly PageFact[] {
  return [
    ...address("Address", url),
    { name: "Of", values: subjects.map(({ name }) => sanitizeLine(name)) },
    { name: "Kept as", values: [sanitizeLine(path)] },
  ];
}

function releaseFacts({ tag, url, state, assets }: Release): readonly PageFact[] {
  const files = assets.map(({ name, size }) => `${sanitizeLine(name)}, ${formatBytes(size)}`);
  return [
    { name: "Tag", values: [sanitizeLine(tag)] },
    { name: "State", values: [state === "draft" ? "a draft" : "published"] },
    ...address("Address", url),
    ...(files.length === 0 ? [] : [{ name: "Files", values: files }]),
  ];
}
