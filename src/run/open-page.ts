import { join } from "node:path";
import type { CiPlatform } from "../platform/platform.ts";
import { fileNames } from "../report/target.ts";
import { sanitizeLine } from "../text/sanitize.ts";

/** Shows report.html to who started the run, where somebody would see it; says so in one line where nobody would. Never throws. */
export async function openPage(platform: CiPlatform, outputDirectory: string): Promise<void> {
  const result = (await platform.open?.(join(outputDirectory, fileNames.page))) ?? {
    status: "unavailable",
    reason: "this is a workflow",
  };
  if (result.status === "opened") return;
  const said = sanitizeLine(`open: ${fileNames.page} is not opened: ${result.reason}`);
  if (result.status === "failed") platform.warning(said);
  else platform.log(said);
}
