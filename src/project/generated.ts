/** What Go takes for blanks, and its two kinds of comments. */
const blank = /[ \t\r\n]+/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
/** Its name is no keyword: `package`, then nothing but `import`, is a syntax error, and Go then knows of no comments. */
const packageClause =
  /package(?:[ \t\r\n]|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)+(?!(?:package|import|const|type|var|func)\b)[\p{L}_][\p{L}\p{Nd}_]*[ \t\r]*(?:[\n;]|\/[/*]|$)/uy;

/**
 * Whether a Go file was generated, as go/ast.IsGenerated decides it (Go 1.26 and 1.27): a comment before the package clause has a line that begins
 * with `// Code generated ` and ends with ` DO NOT EDIT.`. The comment may be indented, or one of several lines that holds such a line.
 */
export function isGenerated(source: string): boolean {
  let found = false;
  let at = source.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    const text = match(blank, source, at) ?? match(comment, source, at);
    if (text === null) return found && match(packageClause, source, at) !== null;
    found ||= isMarked(text);
    at += text.length;
  }
}

const prefix = "// Code generated ";

/** go/scanner takes carriage returns out of comments. */
function isMarked(text: string): boolean {
  if (!text.includes(prefix)) return false;
  const lines = text.replaceAll("\r", "").split("\n");
  return lines.some((line) => line.startsWith(prefix) && line.slice(prefix.length).endsWith(" DO NOT EDIT."));
}

function match(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}
