import { choice } from "../../kinds/choice.ts";
import { input } from "../../kinds/input.ts";

/** What becomes public. */
export const releaseInputs = {
  release: input(choice("false", "draft", "true"), "false", {
    description:
      "Release the module whose version a pushed tag is, when everything else has passed: notes, archives and checksums as a release at GitHub; `draft` leaves it to you to publish it. Skipped on every other event. Needs `github-token` and `permissions: contents: write`; packs `archives` unless they are switched off.",
    notFromConfigFile: "it decides what becomes public",
  }),
};
