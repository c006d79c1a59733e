import { Document } from "yaml";
import { inputNames, inputs } from "../../src/inputs/spec.ts";
import { outputs } from "../../src/report/outputs.ts";
import { standard } from "./standard.ts";

const header = ` Inputs and outputs are generated from the tables in src/ by \`npm run generate\`. Defaults stand in the descriptions only: GitHub
 would pass a \`default:\` as if the user had given it, and the config file could never change it.`;

/** GitHub's Marketplace takes less than 125 characters. */
const about = "Check, test, build and package a Go repository as one parallel pipeline, on Dagger or on the host.";

const settable = inputNames.filter((name) => !inputs[name].onlyInConfigFile && !inputs[name].onlyFlag);

/** The text of action.yml. */
export function actionYaml(): string {
  const document = new Document({
    name: "Dagger Go Pipeline",
    description: about,
    author: "dagger-go-pipeline maintainers",
    branding: { icon: "check-circle", color: "blue" },
    inputs: Object.fromEntries(settable.map((name) => [name, { description: describe(name), required: false }])),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { description }]) => [name, { description }])),
    runs: { using: "node20", main: "dist/index.js" },
  });
  document.commentBefore = header;
  return document.toString({ lineWidth: 0 });
}

function describe(name: (typeof inputNames)[number]): string {
  const default_ = standard(inputs[name]);
  return `${inputs[name].description} Default: ${default_}.`;
}
