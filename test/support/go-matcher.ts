/**
 * The problem matcher `go` of actions/setup-go (matchers.json, unchanged from v2 to v7), as the runner applies it: src/Runner.Worker/IssueMatcher.cs takes
 * patterns in the sense of ECMAScript, and src/Runner.Worker/Handlers/OutputManager.cs asks it for every line that is no command.
 */
const pattern = /^\s*(.+\.go):(?:(\d+):(\d+):)? (.*)/;

/** Whether the runner makes an annotation of a line. */
export function matchesGo(line: string): boolean {
  const message = pattern.exec(line)?.[4] ?? "";
  return message.trim() !== "";
}
