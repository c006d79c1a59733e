import { pagePieces } from "../page/page.ts";
import { fileNames, type Target } from "../target.ts";

/** The whole run as one page, to be opened anywhere. */
export const page: Target = {
  name: fileNames.page,
  show: ({ report, context, evidence, writePieces }) =>
    writePieces(fileNames.page, pagePieces({ report, context, evidence })),
};
