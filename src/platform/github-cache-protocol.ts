import * as z from "zod";

/** Exactly what the parent writes and reads. */
export const requestSchema = z.object({
  action: z.enum(["restore", "save"]),
  /** Name of the directory to restore or save, in the current directory. */
  name: z.string(),
  /** Restore: beginnings of keys, best first. Save: the key. */
  keys: z.array(z.string()).min(1),
  /** Milliseconds until the service has to have said whether it has a cache. */
  lookupLimitMs: z.number(),
});
export type ClientRequest = z.infer<typeof requestSchema>;

export const answerSchema = z.object({
  /** Restore: what the service has. Save: `accepted` when it gave the client a place, `missed` when it did not; what failed after that is only in the output. */
  lookup: z.enum(["accepted", "missed", "late"]),
  /** The whole key of what was restored; null when nothing was. */
  key: z.string().nullable(),
});
export type ClientAnswer = z.infer<typeof answerSchema>;
