import { createLogUpdate } from "log-update";
import type { Screen } from "./platform.ts";

/** A terminal that lines can be drawn on again. */
export interface TerminalScreen extends Screen {
  /** Takes the lines away, so that something can be printed; may be called again before the lines come back. */
  hide(): void;
  unhide(): void;
}

/** What of standard output is needed. */
export type TerminalStream = Pick<NodeJS.WriteStream, "isTTY" | "columns" | "rows"> & NodeJS.WritableStream;

export function createScreen(stream: TerminalStream): TerminalScreen {
  // The cursor stays where people expect it, however the program ends.
  const update = createLogUpdate(stream, { showCursor: true });
  let lines: readonly string[] = [];
  let hidden = 0;
  const draw = (): void => {
    if (hidden > 0) return;
    if (lines.length === 0) update.clear();
    else update(lines.join("\n"));
  };
  return {
    show: (next) => {
      lines = next;
      draw();
    },
    columns: () => stream.columns,
    rows: () => stream.rows,
    hide: () => {
      if (hidden === 0) update.clear();
      hidden += 1;
    },
    unhide: () => {
      hidden -= 1;
      draw();
    },
  };
}
