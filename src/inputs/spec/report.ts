import { boolean, choice } from "../../kinds/choice.ts";
import { flag, input, login, optional } from "../../kinds/input.ts";
import { integer } from "../../kinds/number.ts";
import { path } from "../../kinds/path.ts";
import { secret, text } from "../../kinds/text.ts";

/** What is reported and kept. */
export const reportInputs = {
  "output-directory": input(path, ".pipeline", {
    description:
      "Directory for binaries, reports and logs. It is emptied when a run starts. A flag or `with:` may name one outside of the repository.",
    resolve: (_, site) => site.outputDirectory,
  }),
  "upload-artifacts": input(boolean, "true", { description: "Upload the results as workflow artifacts." }),
  "artifact-prefix": optional(
    text({
      allows: "letters, digits and `._-`",
      pattern: /^[A-Za-z0-9._-]{0,64}$/,
      otherwise: "is not a prefix for artifact names; use at most 64 letters, digits and . _ -",
    }),
    { description: "Goes before the names of the artifacts, to tell jobs apart.", unset: "none" },
  ),
  "retention-days": optional(integer({ from: 1, to: 400 }), {
    description: "Days that artifacts are kept.",
    unset: "the setting of the repository",
  }),
  summary: input(boolean, "true", { description: "Write the job summary." }),
  annotations: input(boolean, "true", { description: "Mark findings on their lines in pull requests." }),
  "pr-comment": input(boolean, "false", {
    description:
      "Tell the result in one comment on the pull request, which later runs change. Needs `github-token` and `permissions: pull-requests: write`.",
  }),
  "github-token": login(secret, {
    description: "Token that writes the comment, the release and attestations, such as `github.token` of the workflow.",
    unset: "none",
    secret: true,
    notFromConfigFile: "a secret does not belong into a file of the repository",
  }),
  "comment-from": optional(path, {
    description:
      "Directory with the report of another run, an artifact of it: nothing is run, its result becomes the comment on the pull request that the run was for. For pull requests from forks.",
    unset: "the run is one of its own",
    notFromConfigFile: "it decides what the token writes",
  }),
  open: flag(boolean, "false", {
    description: "Open report.html when the run is over; not where CI is set or there is no screen.",
  }),
  json: flag(boolean, "false", {
    description: "Standard output is report.json and nothing else; the log goes to standard error.",
  }),
  "log-level": optional(choice("quiet", "normal", "debug"), {
    description: "How much the log shows.",
    unset: "`normal`; `debug` when debug logging is enabled for the workflow run",
    resolve: (level, { debug }) => level ?? (debug ? ("debug" as const) : ("normal" as const)),
  }),
};
