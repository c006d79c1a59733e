import { noEvidence } from "../../src/model/evidence.ts";
import type { ReportDelivery } from "../../src/report/target.ts";

/** For targets that neither read what a run left nor write in pieces. */
export const noFiles: Pick<ReportDelivery, "evidence" | "writePieces"> = {
  evidence: noEvidence,
  writePieces: () => Promise.reject(new Error("nothing is written in pieces")),
};
