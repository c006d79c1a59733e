import { boolean, choice } from "../../kinds/choice.ts";
import { dockerSecrets } from "../../kinds/credentials.ts";
import { duration } from "../../kinds/duration.ts";
import { imageName, imageReference, imageTags, sbomGenerator } from "../../kinds/image.ts";
import { input, login, optional, several } from "../../kinds/input.ts";
import { invalid, oneOf, quote, valid } from "../../kinds/kind.ts";
import { filled, list } from "../../kinds/list.ts";
import { integer } from "../../kinds/number.ts";
import { assignments } from "../../kinds/pairs.ts";
import { path } from "../../kinds/path.ts";
import { imagePlatforms } from "../../kinds/platform.ts";
import { statuses } from "../../kinds/status.ts";
import { line, secret, text, textOrPattern } from "../../kinds/text.ts";
import { words } from "../../kinds/words.ts";
import type { ImageOutput } from "../../model/step.ts";
import { didYouMean } from "../../text/suggest.ts";
import { buildInputs } from "../build-inputs.ts";
import type { Bench, RunFacts } from "../gate.ts";

const sendsImage = "it decides where the image and the login for the registry are sent";
const isSecret = "a secret does not belong into a file of the repository";

const destinations = ["load", "tarball", "push", "none"] as const;

const imageOutput = list({
  allows: destinations.map((word) => `\`${word}\``).join(", "),
  words: destinations,
  schema: { enum: destinations },
  parse(entry) {
    const word = destinations.find((known) => known === entry);
    if (word !== undefined) return valid(word);
    return invalid(`${quote(entry)} is not allowed; use ${oneOf(destinations)}${didYouMean(entry, destinations)}`);
  },
});

/** How the image is built. */
export const imageInputs = {
  docker: input(choice("true", "false", "warn", "auto"), "auto", {
    description:
      "Build, test and hand over an image. `auto` skips it when there is no Dockerfile or nothing that can build one; `warn` reports without changing the exit code.",
  }),
  "docker-from": input(choice("auto", "dockerfile", "binary"), "auto", {
    description:
      "What the image is made of: the Dockerfile, or the binary of the `build` stage, on an empty base or on `docker-base`. `auto` means the Dockerfile, and the binary where there is none and `docker` is `true`.",
  }),
  "docker-base": optional(imageReference, {
    description:
      "Image that an image of the binary is built on, such as `gcr.io/distroless/static-debian12` or `alpine:3.22`. It brings certificates and time zones. With cgo on a runner with glibc take `gcr.io/distroless/base-debian12` or another base whose glibc is at least as new as the runner's: distroless/static has none, alpine has musl. Needs `docker-from: binary`.",
    unset: "an empty one, with certificates and time zones",
    notFromConfigFile: "it decides what the program runs on wherever the image goes",
    resolve: (reference) => (reference === "scratch" ? null : reference),
  }),
  "docker-context": input(path, ".", {
    description: "Directory that is sent to the image build.",
    resolve: (_, site) => site.dockerContext,
  }),
  dockerfile: optional(path, {
    description: "The Dockerfile.",
    unset: "`Dockerfile` in docker-context",
    resolve: (_, site) => site.dockerfile,
  }),
  "docker-target": optional(
    text({
      allows: "a stage of the Dockerfile",
      pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/,
      otherwise: "is not the name of a stage; use letters, digits and _ . -",
    }),
    { description: "Stage of the Dockerfile to build.", unset: "the last one" },
  ),
  "docker-build-args": several(assignments, {
    description: "Build arguments of the Dockerfile, one `NAME=value` per line. They are not secret.",
    unset: "none",
  }),
  "docker-platforms": several(imagePlatforms, {
    description: "Platforms of the image, such as `linux/amd64,linux/arm64`.",
    unset: "the platform of the engine",
  }),
  "docker-secrets": login(dockerSecrets, {
    description:
      'Secrets for `RUN --mount=type=secret,id=…`, one `id=value` per line. An entry that spans lines goes into double quotes as a whole: `"id=first line⏎second line"`.',
    unset: "none",
    secret: true,
    notFromConfigFile: isSecret,
  }),
  "docker-go-cache": input(boolean, "true", {
    description:
      "Carry Go's caches that the Dockerfile mounts (`RUN --mount=type=cache`) from run to run, on runners that GitHub hosts, with the host engine and docker buildx. See docs/caching.md.",
  }),
  "docker-sbom": input(sbomGenerator, "false", {
    description:
      "SBOM of a pushed image, at its registry beside it. `true` has BuildKit's own generator, docker/buildkit-syft-scanner, make it; an image reference names another one. Needs `image-output: push`, the host engine, and docker/setup-buildx-action (buildx 0.33 or newer).",
  }),
  "docker-provenance": input(choice("false", "min", "max"), "false", {
    description:
      "Provenance of a pushed image, at its registry beside it; `max` also tells build arguments and the Dockerfile. Needs `image-output: push`, the host engine, and docker/setup-buildx-action (buildx 0.33 or newer).",
  }),
  "image-name": optional(imageName, {
    description: "Name of the image without a tag, with or without a registry.",
    unset: "the last element of the module path in lower case",
  }),
};

/** How it is tested. */
export const smokeInputs = {
  "smoke-command": several(words(), {
    description: "Arguments to run the image with; it has to exit with 0. Split into words with quotes as in a shell.",
    unset: "the image's own command is started",
  }),
  "smoke-output": optional(textOrPattern, {
    description:
      "Text that the output of smoke-command has to contain; `/…/` is a regular expression, such as `/v\\d+/`.",
    unset: "any output",
  }),
  "smoke-port": optional(integer({ from: 1, to: 65_535 }), {
    description: "Port that the container has to accept connections on.",
    unset: "none",
  }),
  "smoke-path": optional(
    text({
      allows: "a path such as `/healthz`",
      pattern: /^\/[\x21-\x7e]{0,2000}$/,
      otherwise: "is not a path of a URL; it starts with / and has no spaces",
    }),
    { description: "Path to request by HTTP on smoke-port.", unset: "a TCP connection is enough" },
  ),
  "smoke-status": input(filled(statuses), "200-399", {
    description: "HTTP statuses that smoke-path may answer with, such as `200-399,401`.",
  }),
  "smoke-timeout": input(duration, "30s", { description: "Time limit of the smoke test." }),
};

/** Where it goes. */
export const deliverInputs = {
  "image-tags": input(filled(imageTags), "pipeline", {
    description: "Tags of the image, such as `v1`, or references such as `ghcr.io/owner/app:v1`. Needed for `push`.",
    notFromConfigFile: sendsImage,
  }),
  "image-output": optional(imageOutput, {
    description:
      "Where the image goes: `load` into the Docker daemon, `tarball` in the output directory, `push` to its registry, several of these, or `none`.",
    unset: "`load` where a daemon answers, else `tarball`",
    notFromConfigFile: sendsImage,
    resolve: (words): readonly ImageOutput[] | "default" =>
      words === null || words.length === 0 ? "default" : words.filter((word) => word !== "none"),
  }),
  "registry-username": login(line("a user name"), {
    description: "User of the registry.",
    unset: "no login",
    notFromConfigFile: sendsImage,
  }),
  "registry-password": login(secret, {
    description: "Password or token of the registry.",
    unset: "no login",
    secret: true,
    notFromConfigFile: isSecret,
  }),
};

/** What the stages of the image know of one another, and of the binaries they may be made of. */
export const allImageInputs = { ...imageInputs, ...smokeInputs, ...deliverInputs, ...buildInputs };

export type ImageRunFacts = RunFacts<typeof allImageInputs>;

export type ImageBench = Bench<typeof allImageInputs>;

export type ImageSettings = ImageRunFacts["config"];
