import type { Report } from "./report.ts";

/** Why an engine was taken; null where it was asked for by its name, which would only be said twice. */
export function engineReason({ name, reason }: Pick<Report["engine"], "name" | "reason">): string | null {
  return reason === `engine: ${name}` ? null : reason;
}
