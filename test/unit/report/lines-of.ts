import { sanitizedLines } from "../../../src/text/sanitize.ts";

/** The lines that a stream of these chunks is shown as. */
export async function linesOf(chunks: readonly (Uint8Array | string)[], limit?: number): Promise<string[]> {
  async function* source(): AsyncGenerator<Uint8Array | string> {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of sanitizedLines(source(), limit)) lines.push(line);
  return lines;
}
