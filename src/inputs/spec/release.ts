import { boolean, choice } from "../../kinds/choice.ts";
import { input } from "../../kinds/input.ts";

/** What becomes public. */
export const releaseInputs = {
  release: input(choice("false", "draft", "true"), "false", {
    description:
      "Release the module whose version a pushed tag is, when everything else has passed: notes, archives and checksums as a release at GitHub; `draft` leaves it to you to publish it. Skipped on every other event. Needs `github-token` and `permissions: contents: write`; packs `archives` unless they are switched off.",
    notFromConfigFile: "it decides what becomes public",
  }),
  attest: input(boolean, "false", {
    description:
      "Sign where what was built comes from, when everything else has passed: build provenance of binaries, archives, SBOMs and a pushed image, for `gh attestation verify`. Skipped for pull requests and outside of workflows. Needs `github-token` and `permissions: id-token: write` and `attestations: write`.",
    notFromConfigFile: "it signs in the name of the workflow",
  }),
};
