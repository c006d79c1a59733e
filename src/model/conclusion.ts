import type { Conclusion, StageResult } from "./report.ts";

/** What the stages of one module come to: the worst of them, in the order in which the run itself is judged. One that only warns does not count. */
export function moduleConclusion(stages: readonly Pick<StageResult, "status">[]): Conclusion {
  const has = (status: StageResult["status"]): boolean => stages.some((stage) => stage.status === status);
  if (has("cancelled")) return "cancelled";
  if (has("errored")) return "error";
  return has("failed") || has("blocked") ? "failure" : "success";
}
