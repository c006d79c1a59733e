import type { FindingKind } from "../model/finding.ts";

/** Whatever compiles code may find this: vet, test and build do. */
export const compileError: FindingKind = {
  source: "compile",
  title: "Compile errors",
  rank: 0,
  basic: true,
  style: "line",
  command: "stage",
  byCompiler: true,
};
