import type { CoveredFile, CoverMode } from "../../model/coverage.ts";

/** The profile again, merged and without what is excluded; `go tool cover` reads it. */
export function* writeProfile(mode: CoverMode | null, files: readonly CoveredFile[]): Generator<string> {
  yield `mode: ${mode ?? "set"}\n`;
  for (const { name, blocks } of files) {
    let text = "";
    for (const block of blocks) {
      const count = mode === "set" ? Math.min(1, block.count) : block.count;
      const at = `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn}`;
      text += `${name}:${at} ${block.statements} ${count}\n`;
    }
    yield text;
  }
}
