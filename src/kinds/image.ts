import { stampNames } from "../model/stamp.ts";
import { fillTemplate, placeholdersIn } from "../text/template.ts";
import { invalid, type Kind, quote, type Result, scalar, valid } from "./kind.ts";
import { list } from "./list.ts";

/** Grammar of image references: https://pkg.go.dev/github.com/distribution/reference (lower-case paths, optional registry). */
const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const label = "(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])";
/**
 * A host is told by a dot, a port or the name localhost. The library takes capitals for a sign of one too: `Acme/app` is "app" at the registry "Acme", which
 * nobody who writes an owner's name means (findings/capital-letter-makes-owner-a-registry.sh).
 */
const host = `(?:${label}(?:\\.${label})+|localhost|\\[[0-9a-fA-F:]+\\])`;
const registry = `(?:${host}(?::[0-9]{1,5})?|${label}:[0-9]{1,5})`;
const repository = `(?:${registry}/)?${component}(?:/${component})*`;
const tag = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";

const nameOnly = new RegExp(`^${repository}$`);
const tagOnly = new RegExp(`^${tag}$`);
const tagged = new RegExp(`^(${repository}):(${tag})$`);
const reference = new RegExp(`^${repository}(?::${tag})?(?:@sha256:[0-9a-f]{64})?$`);

/** The reference format's own limit on names. */
const longestName = 255;

function wellFormed(text: string, pattern: RegExp): boolean {
  return text.length <= longestName + 200 && pattern.test(text);
}

/** Name of an image without a tag, with or without a registry. */
export const imageName: Kind<string> = scalar({
  allows: "a lower-case image name without a tag, such as `app` or `ghcr.io/owner/app`",
  parse(text) {
    if (text.length <= longestName && nameOnly.test(text)) return valid(text);
    if (wellFormed(text, tagged)) return invalid(`${quote(text)} has a tag; put it into image-tags`);
    return invalid(`${quote(text)} is not an image name${lowerCaseHint(text, nameOnly)}`);
  },
});

/** With something in place of the placeholders that is right wherever they are. */
function sample(text: string): string {
  return fillTemplate(text, (name) => (stampNames.some((known) => known === name) ? "x" : null));
}

/** A tag (`v1`) or a whole reference with one (`ghcr.io/owner/app:v1`); placeholders in the tag alone. */
export const imageTags: Kind<readonly string[]> = list({
  allows: "tags such as `v1` or `{version}`, or references such as `ghcr.io/owner/app:v1`",
  parse(template): Result<string> {
    if (placeholdersIn(template.replace(/:[^:/]*$/, "")).length > 0 && template.includes("/")) {
      return invalid(`${quote(template)} has a placeholder outside of its tag`);
    }
    const text = sample(template);
    if (text !== template) {
      if (tagOnly.test(text) || wellFormed(text, tagged)) return valid(template);
      return invalid(`${quote(template)} is neither a tag nor name:tag${lowerCaseHint(text, tagged, template)}`);
    }
    if (tagOnly.test(text) || wellFormed(text, tagged)) return valid(text);
    if (wellFormed(text, nameOnly)) return invalid(`${quote(text)} has no tag; write ${text}:<tag>`);
    if (text.includes("@")) return invalid(`${quote(text)} has a digest; a tag is what an image is given`);
    return invalid(`${quote(text)} is neither a tag nor name:tag${lowerCaseHint(text, tagged)}`);
  },
});

/** A reference to an image that is there already. */
export const imageReference: Kind<string> = scalar({
  allows: "an image reference such as `golang:1.26` or `registry/name@sha256:…`",
  parse: (text) =>
    wellFormed(text, reference)
      ? valid(text)
      : invalid(`${quote(text)} is not an image reference${lowerCaseHint(text, reference)}`),
});

/** What makes SBOMs where nobody names another: the generator that BuildKit 0.30 takes by itself. */
const syftScanner = "docker/buildkit-syft-scanner:stable-1";

/** The image that makes an SBOM; null for none. */
export const sbomGenerator: Kind<string | null> = scalar<string | null>({
  shape: "switch",
  allows: "`true`, `false`, or the image of a generator such as `registry.example.com/buildkit-syft-scanner:1`",
  words: ["true", "false", "<image>"],
  schema: { type: ["boolean", "string"] },
  parse(text) {
    if (/^(true|True|TRUE)$/.test(text)) return valid(syftScanner);
    if (/^(false|False|FALSE)$/.test(text)) return valid(null);
    if (text.includes("/") && wellFormed(text, reference)) return valid(text);
    const hint = lowerCaseHint(text, reference);
    return invalid(
      `${quote(text)} is neither true, false nor the image of a generator, whose name has a / (registry.example.com/buildkit-syft-scanner:1)${hint}`,
    );
  },
});

/** `shown`: as it was written, where `text` has something in place of the placeholders. */
function lowerCaseHint(text: string, pattern: RegExp, shown = text): string {
  const lower = text.toLowerCase();
  return lower !== text && wellFormed(lower, pattern) ? `; names are lower case: ${shown.toLowerCase()}` : "";
}

/** The registry that a reference or name is pushed to; `docker.io` when it names none (its first element has no dot, no port and is not localhost). */
export function registryOf(name: string): string {
  const [first = "", ...rest] = name.split("/");
  const named = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return named ? first : "docker.io";
}

/** True for `name:tag`, false for a bare tag. */
export function isReference(template: string): boolean {
  const text = sample(template);
  return tagged.test(text) && !tagOnly.test(text);
}
