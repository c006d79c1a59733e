import type { LineFile } from "./line-hits.ts";

/** The content of `lcov.info`, as `geninfo` describes it (man geninfo, lcov 1.16): paths relative to the repository, lines without functions and branches. */
export function* writeLcov(files: readonly LineFile[]): Generator<string> {
  for (const { path, lines, hits, covered } of files) {
    // A record ends with its line: the format cannot hold such a name.
    if (/[\r\n]/.test(path)) continue;
    let text = `TN:\nSF:${path}\n`;
    for (let at = 0; at < lines.length; at++) text += `DA:${lines[at]},${hits[at]}\n`;
    yield `${text}LF:${lines.length}\nLH:${covered}\nend_of_record\n`;
  }
}
