/**
 * Why the toolkit's cache client did not save, from what it printed: its function only answers "no". The lines are its workflow commands
 * (`::warning::Failed to save: …`) and, for what it does not find worth a warning, plain lines with the same words.
 */
export function clientProblem(output: string): string | null {
  const told = /^(?:Failed to save: |Cache save skipped: )/;
  const messages = output.split(/\r?\n/).map(messageOfLine);
  const problem = messages.findLast(({ text }) => told.test(text));
  return problem === undefined ? null : presentable(problem.text.replace(/^Failed to save: /, ""));
}

/** The last warning or error of any kind: the client ends some of its trouble with one and no further word. */
export function lastWarning(output: string): string | null {
  const warning = output
    .split(/\r?\n/)
    .map(messageOfLine)
    .findLast(({ isIssue }) => isIssue);
  return warning === undefined ? null : presentable(warning.text);
}

/** A token that may not write, a mode that forbids it, or another job that saves under the same key: no fault of anybody. */
export function isRefusal(problem: string): boolean {
  return /cache write denied:|Unable to reserve cache|does not permit writes/.test(problem);
}

function messageOfLine(line: string): { readonly text: string; readonly isIssue: boolean } {
  const issue = /^::(?:warning|error)(?: [^:]*)?::(.*)$/.exec(line)?.[1];
  if (issue === undefined) return { text: line, isIssue: false };
  return { text: issue.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%"), isIssue: true };
}

/** One line; addresses lose their query, which is the signature that opens the archive. */
export function presentable(text: string): string {
  const [first = ""] = text.trim().split(/\r?\n/);
  return first.replaceAll(/(https?:\/\/[^\s?]+)\?\S*/g, "$1");
}
