export interface DiffLine {
  readonly text: string;
  /** `null`: neither, as the names of both files. */
  readonly kind: "added" | "removed" | null;
}

/** The lines of a diff in the unified format; `+++` and `---` are lines of code only after the `@@` of a hunk. */
export function diffLines(diff: string): readonly DiffLine[] {
  let inHunk = false;
  return diff.split("\n").map((text) => {
    if (text.startsWith("@@")) inHunk = true;
    else if (text.startsWith("diff ")) inHunk = false;
    return { text, kind: inHunk ? kindOf(text) : null };
  });
}

function kindOf(text: string): DiffLine["kind"] {
  if (text.startsWith("+")) return "added";
  return text.startsWith("-") ? "removed" : null;
}
