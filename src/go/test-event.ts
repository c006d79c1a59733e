/**
 * One line of `go test -json`; see `go doc test2json` and `go help buildjson`. Output stays the JSON text it was, because most of it
 * is thrown away without ever being looked at: `decodeOutput` turns it into what was printed.
 */
export type TestEvent =
  | {
      readonly type: "test";
      /** `start run pause cont output pass fail skip bench` and what later versions add. */
      readonly action: string;
      readonly package: string;
      readonly test: string | null;
      /** Seconds. */
      readonly elapsed: number | null;
      /** The text between the quotes of the JSON string; null without output. */
      readonly output: string | null;
      /** What the output is, by Go 1.27 and later; null for what a test printed or logged. A test can print the mark itself. */
      readonly outputType: string | null;
      /** The package whose build failed, with `fail`; Go 1.24 and later. */
      readonly failedBuild: string | null;
      readonly time: string | null;
    }
  /** What a test says of itself by `T.Attr`; Go 1.25 and later. */
  | {
      readonly type: "attribute";
      readonly package: string;
      readonly test: string;
      readonly key: string;
      readonly value: string;
    }
  /** A directory for files of a test, by `T.ArtifactDir` with -artifacts; Go 1.26 and later. */
  | { readonly type: "artifacts"; readonly package: string; readonly test: string; readonly path: string }
  | { readonly type: "build"; readonly importPath: string; readonly failed: boolean; readonly output: string }
  /** Not an event: printed by something that wrote around the test binary, or by Go before 1.24. */
  | { readonly type: "junk"; readonly text: string };

/** Reads one line. Never throws: what is not an event is junk. */
export function readTestEvent(line: string): TestEvent {
  return readOutputEvent(line) ?? readAnyEvent(line);
}

const actionKey = '","Action":"';
const outputStart = 'output","Package":"';
const testKey = '"Test":"';
const outputKey = '"Output":"';
const outputTypeEnd = /^,"OutputType":"([a-z-]+)"\}$/;

/**
 * Nine of ten lines are output, always with the keys in Go's order; finding the quotes is several times cheaper than parsing. Anything
 * that looks different, were it only an escaped character in a name, is left to the parser.
 */
function readOutputEvent(line: string): TestEvent | null {
  if (!line.startsWith('{"Time":"') || !line.endsWith('"}')) return null;
  const action = line.indexOf(actionKey, 9) + actionKey.length;
  if (!line.startsWith(outputStart, action)) return null;
  const name = action + outputStart.length;
  const nameEnd = line.indexOf('"', name);
  let at = nameEnd + 2;
  let test: string | null = null;
  if (line.startsWith(testKey, at)) {
    const start = at + testKey.length;
    const end = line.indexOf('"', start);
    test = line.slice(start, end);
    at = end + 2;
  }
  if (!line.startsWith(outputKey, at)) return null;
  const start = at + outputKey.length;
  const outputEnd = closingQuote(line, start);
  const outputType = outputEnd === line.length - 2 ? null : outputTypeEnd.exec(line.slice(outputEnd + 1))?.[1];
  if (outputType === undefined) return null;
  const pkg = line.slice(name, nameEnd);
  if (pkg.includes("\\") || test?.includes("\\")) return null;
  const output = line.slice(start, outputEnd);
  const rest = { elapsed: null, failedBuild: null, time: null };
  return { type: "test", action: "output", package: pkg, test, output, outputType, ...rest };
}

/** Position of the quote that ends the JSON string whose text begins at `start`. */
function closingQuote(line: string, start: number): number {
  for (let quote = line.indexOf('"', start); quote >= 0; quote = line.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > start && line[quote - backslashes - 1] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return quote;
  }
  return -1;
}

function readAnyEvent(line: string): TestEvent {
  const junk: TestEvent = { type: "junk", text: line };
  if (!line.startsWith("{")) return junk;
  const event = parseObject(line);
  const action = text(event?.["Action"]);
  if (event === null || action === null) return junk;
  const importPath = text(event["ImportPath"]);
  if (importPath !== null && action.startsWith("build-")) {
    return { type: "build", importPath, failed: action === "build-fail", output: text(event["Output"]) ?? "" };
  }
  const name = text(event["Package"]);
  if (name === null || name === "") return junk;
  const output = text(event["Output"]);
  const test = text(event["Test"]) || null;
  if (action === "attr" && test !== null) {
    return { type: "attribute", package: name, test, key: text(event["Key"]) ?? "", value: text(event["Value"]) ?? "" };
  }
  if (action === "artifacts" && test !== null) {
    return { type: "artifacts", package: name, test, path: text(event["Path"]) ?? "" };
  }
  return {
    type: "test",
    action,
    package: name,
    test,
    elapsed: typeof event["Elapsed"] === "number" ? event["Elapsed"] : null,
    output: output === null ? null : JSON.stringify(output).slice(1, -1),
    outputType: text(event["OutputType"]),
    failedBuild: text(event["FailedBuild"]),
    time: text(event["Time"]),
  };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/**
 * What was printed; the text itself when it is no JSON after all. The result never refers to the line it came from, so keeping it
 * does not keep a whole chunk of the file in memory.
 */
export function decodeOutput(output: string): string {
  try {
    const decoded: unknown = JSON.parse(`"${output}"`);
    return String(decoded);
  } catch (error) {
    if (error instanceof SyntaxError) return output;
    throw error;
  }
}
