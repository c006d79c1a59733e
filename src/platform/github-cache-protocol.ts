import * as z from "zod";

/** Exactly what the parent writes and reads. */
export const requestSchema = z.object({
  /** Name of the directory to save, in the current directory. */
  name: z.string(),
  key: z.string(),
});
export type ClientRequest = z.infer<typeof requestSchema>;

export const answerSchema = z.object({
  /** The service gave the client a place; what failed after that is only in the output. */
  accepted: z.boolean(),
});
export type ClientAnswer = z.infer<typeof answerSchema>;
