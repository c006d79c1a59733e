import { listed, login, several } from "../../kinds/input.ts";
import { invalid, valid } from "../../kinds/kind.ts";
import { list } from "../../kinds/list.ts";
import { ownStages, stageNameProblem } from "../../kinds/own-stages.ts";
import { environment } from "../../kinds/pairs.ts";

const stageNames = list({
  allows: "names of stages that `stages` defines",
  parse: (text) => {
    const problem = stageNameProblem(text);
    return problem === null ? valid(text) : invalid(problem);
  },
});

/** Stages that a repository defines itself, and those of them that deploy. */
export const stageInputs = {
  stages: listed(ownStages, {
    description:
      "Stages of your own: `name` and `run` (program and arguments, read by no shell), and where they shall differ `needs` (stages of the same module; `deps` alone), `module` (a directory; the only one, or the one in working-directory), `env`, `outputs` (files and directories to keep in `stages/<name>/`), `image` (to run in), `when: always` (also after a stage in `needs` that did not pass) and `timeout`. They get no logins and no secrets.",
    unset: "none",
  }),
  deploy: several(stageNames, {
    description:
      "Names of `stages` that deploy: they get `deploy-env`, run on a push to the default branch or of a tag, on release and on workflow_dispatch, after everything else has passed, and are skipped otherwise.",
    unset: "none",
    notFromConfigFile: "it decides which code gets the secrets of a deployment",
  }),
  "deploy-env": login(environment, {
    description:
      "Variables for the stages in `deploy` alone: `NAME=value`, or `NAME` for the value in the environment, which no other stage gets then. The values are masked.",
    unset: "none",
    secret: true,
    notFromConfigFile: "a secret does not belong into a file of the repository",
  }),
};
