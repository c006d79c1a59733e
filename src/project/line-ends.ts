import { join } from "node:path";
import { git, splitNul } from "./git.ts";

/**
 * Tracked files whose line ends the checkout made CRLF, of those that pathspecs name in `dir` (relative to the repository at `root`); relative to `dir`. None
 * when git cannot be asked.
 */
export async function crlfCheckouts(
  root: string,
  dir: string,
  pathspecs: readonly string[],
): Promise<ReadonlySet<string>> {
  const args = ["ls-files", "-z", "--eol", "--cached", "--", ...pathspecs];
  const answer = await git({ root, cwd: join(root, dir), args });
  return answer.ok ? parseEolList(answer.stdout) : new Set();
}

/** `git ls-files -z --eol`: `i/lf    w/crlf  attr/text=auto \tpath`; a path in conflict comes once per side, and the last one counts. */
function parseEolList(text: string): ReadonlySet<string> {
  const files = new Map<string, boolean>();
  for (const entry of splitNul(text)) {
    const tab = entry.indexOf("\t");
    files.set(entry.slice(tab + 1), /^i\/lf\s+w\/crlf\s/.test(entry.slice(0, tab)));
  }
  return new Set([...files].filter(([, checkoutCrlf]) => checkoutCrlf).map(([path]) => path));
}
