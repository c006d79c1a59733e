/**
 * A runner's reader of a step's output, after actions/runner: src/Runner.Common/ActionCommand.cs (TryParseV2, TryParse) and
 * src/Runner.Worker/ActionCommandManager.cs (TryProcessCommand). It answers which commands a runner would have obeyed.
 */

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface RunnerView {
  /** Commands that were obeyed, in order. Tokens that resume are not among them. */
  readonly commands: readonly Command[];
  /** Everything else, as the log shows it. */
  readonly log: readonly string[];
  /** True when commands were left stopped at the end. */
  readonly stopped: boolean;
}

/** Commands a runner knows (`ActionCommandManager`, the extensions of Runner.Worker). */
const known = new Set([
  ..."set-env add-path set-output save-state add-mask add-matcher remove-matcher debug error warning notice".split(" "),
  ..."echo group endgroup internal-set-repo-path stop-commands".split(" "),
]);

/** .NET's char.IsWhiteSpace, which TrimStart takes off. */
const leadingWhiteSpace = /^[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The runner reads lines as .NET's StreamReader does: LF, CR and CR LF end one. */
export function readAsRunner(output: string): RunnerView {
  const commands: Command[] = [];
  const log: string[] = [];
  let token: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command: Command | null = parseV2(line, token) ?? parseV1(line, token);
    if (command === null || (token !== null && command.name !== token)) log.push(line);
    else if (token !== null) token = null;
    else if (command.name === "stop-commands") token = command.data;
    else commands.push(command);
  }
  return { commands, log, stopped: token !== null };
}

/** `::name key=value,key=value::data`, after blanks. */
function parseV2(line: string, token: string | null): Command | null {
  const text = line.replace(leadingWhiteSpace, "");
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return null;
  const command = parseHead(text.slice(2, end), ",");
  if (!isKnown(command.name, token)) return null;
  return { ...command, data: unescapeData(text.slice(end + 2)) };
}

/** `##[name key=value;key=value]data`, anywhere in the line. */
function parseV1(line: string, token: string | null): Command | null {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return null;
  const command = parseHead(line.slice(start + 3, end), ";");
  return isKnown(command.name, token) ? { ...command, data: line.slice(end + 1) } : null;
}

function isKnown(name: string, token: string | null): boolean {
  return known.has(name.toLowerCase()) || (token !== null && name === token);
}

function parseHead(head: string, separator: string): Omit<Command, "data"> {
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  const pairs = (space < 0 ? "" : head.slice(space + 1)).split(separator).filter((pair) => pair.includes("="));
  const properties = pairs.map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))] as const;
  });
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties) };
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

/** A file that a runner reads after the step: `name=value` or `name<<delimiter`, line by line (FileCommandManager.cs). */
export function readRunnerFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line);
    if (heredoc === null) {
      if (line.includes("=")) values.set(line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1));
      continue;
    }
    const end = lines.indexOf(heredoc[2] ?? "", at + 1);
    if (end < 0) throw new Error(`no end of ${line}`);
    values.set(heredoc[1] ?? "", lines.slice(at + 1, end).join("\n"));
    at = end;
  }
  return values;
}
