import { continuesEntry, startsEntry } from "./log-lines.ts";
import { decodeOutput } from "./test-event.ts";

/** What Go 1.27 and later mark as printed by t.Error, t.Fatal and their like. */
export interface MarkedErrors {
  /** Output as JSON text, with its `OutputType`. */
  add(output: string, type: string): void;
  /** One per call, decoded. */
  texts(): readonly string[];
}

const maxErrors = 50;
const maxSize = 16_000;

/**
 * A test can print the mark itself (0x0F), and until the next true end of an error everything counts as its continuation. So only
 * what also looks like an entry of the log is kept, with what is indented below it.
 */
export function createErrors(): MarkedErrors {
  const errors: string[] = [];
  let open = false;
  const extend = (output: string): void => {
    const last = errors.pop() ?? "";
    // A line of more than a kilobyte comes in pieces.
    open &&= continuesEntry(output) || !last.endsWith("\\n");
    errors.push(open && last.length < maxSize ? last + output : last);
  };
  return {
    add: (output, type) => {
      if (type === "error") {
        open = startsEntry(output);
        if (open) errors.push(output.slice(0, maxSize));
        if (errors.length > maxErrors) errors.shift();
      } else if (type === "error-continue" && open) extend(output);
    },
    texts: () => errors.map(decodeOutput),
  };
}
