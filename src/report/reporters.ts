import { messageOf } from "../errors.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { sanitizeLine } from "../text/sanitize.ts";

export interface Reporter {
  /** Named in the warning when it breaks. */
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

/** Runs one after the other; one that breaks becomes a warning and never hides the others. Answers the warnings. */
export async function runReporters(
  platform: Pick<CiPlatform, "warning">,
  reporters: readonly Reporter[],
): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const { name, run } of reporters) {
    try {
      await run();
    } catch (thrown) {
      const warning = `The ${name} could not be made: ${sanitizeLine(messageOf(thrown))}`;
      warnings.push(warning);
      platform.warning(warning);
    }
  }
  return warnings;
}
