/** Takes text in chunks of any size and hands over whole lines without their line ends (LF or CRLF). */
export interface LineSplitter {
  write(chunk: string): void;
  /** Hands over what follows the last line end. */
  end(): void;
}

/**
 * A plain loop instead of an async iterator: at ten million lines the awaiting would cost more than the work. What exceeds
 * `limit` characters of a line is dropped, so that a line of 200 MB does not fill the memory.
 */
export function createLineSplitter(onLine: (line: string) => void, limit = 1_048_576): LineSplitter {
  let rest = "";
  const keep = (text: string): void => {
    if (rest.length < limit) rest = (rest + text).slice(0, limit);
  };
  const hand = (line: string): void => onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
  return {
    write: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
        if (rest === "" && end - start <= limit) hand(chunk.slice(start, end));
        else {
          keep(chunk.slice(start, end));
          hand(rest);
          rest = "";
        }
        start = end + 1;
      }
      if (start < chunk.length) keep(chunk.slice(start));
    },
    end: () => {
      if (rest !== "") hand(rest);
      rest = "";
    },
  };
}

/** Finds lines of places in a text that are asked for in ascending order: the line, and where it begins. */
export function lineCounter(text: string): (at: number) => { readonly line: number; readonly start: number } {
  let line = 1;
  let start = 0;
  return (at) => {
    for (let end = text.indexOf("\n", start); end >= 0 && end < at; end = text.indexOf("\n", start)) {
      line += 1;
      start = end + 1;
    }
    return { line, start };
  };
}

/** What stands before the first line end. */
export function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
