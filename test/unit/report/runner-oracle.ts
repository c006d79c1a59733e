/**
 * What the runner would do with lines of a step's output, after actions/runner src/Runner.Common/ActionCommand.cs (TryParseV2, TryParse). Every
 * command name counts as registered, and a comparison that skips invisible characters, as .NET's culture-sensitive one does, counts as equal.
 */

/** .NET's char.IsWhiteSpace (categories Zs, Zl, Zp and U+0009-000D, 0085, 00A0), which TrimStart takes off. */
const leadingWhiteSpace = /^[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The reader splits at LF, CR and CR LF (StreamReader.ReadLine). */
export function runnerLines(output: string): readonly string[] {
  return output.split(/\r\n|\r|\n/);
}

export function isCommand(line: string): boolean {
  return [line, line.replace(invisible, ""), line.replace(leadingWhiteSpace, "").replace(invisible, "")].some(
    (message) => parsesAsV2(message) || parsesAsV1(message),
  );
}

function parsesAsV2(message: string): boolean {
  const trimmed = message.replace(leadingWhiteSpace, "");
  return trimmed.startsWith("::") && trimmed.indexOf("::", 2) >= 0;
}

function parsesAsV1(message: string): boolean {
  const start = message.indexOf("##[");
  return start >= 0 && message.indexOf("]", start) >= 0;
}
