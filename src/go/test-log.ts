import { createEventReader } from "./event-reader.ts";
import { decodeOutput, type TestEvent } from "./test-event.ts";

/** Of what `go test -v` prints, the line of each package: `ok`, `FAIL` and `?` with their tabs. */
const packageLine = /^(?:ok {2}|FAIL|\? {3})\t/;

/** True for a line of the log in which `go test` says how a package ended. */
export function isPackageLine(text: string): boolean {
  return packageLine.test(text);
}

/** Turns a `go test -json` stream into what `go test -v` would have shown, in the order of the stream. */
export interface TestLog {
  line(text: string): void;
  /** The same for a line that an event reader has read already. */
  accept(event: TestEvent): void;
}

/** `write` gets every output as it is, and every line that is no event with its line end: nothing is left out. */
export function createTestLog(write: (text: string) => void): TestLog {
  const accept = (event: TestEvent): void => {
    if (event.type === "junk") write(`${event.text}\n`);
    else if (event.type === "build") write(event.output);
    else if (event.type === "test" && event.output !== null) write(printed(event.output));
  };
  const read = createEventReader();
  return { line: (text) => accept(read(text)), accept };
}

/** Most lines hold no escape but the one at their end, and the text goes straight on to a file. */
function printed(output: string): string {
  const escaped = output.indexOf("\\");
  if (escaped === output.length - 2 && output.endsWith("\\n")) return `${output.slice(0, escaped)}\n`;
  return escaped < 0 ? output : decodeOutput(output);
}
