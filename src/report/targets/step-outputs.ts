import { outputsOf } from "../outputs.ts";
import { fileNames, type Target } from "../target.ts";

/** The outputs of the step, for the steps that follow. */
export const stepOutputs: Target = {
  name: "step outputs",
  show: ({ report, context, platform }) => platform.setOutputs(outputsOf(report, context.pathOf(fileNames.report))),
};
