import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { groupBy } from "../../group-by.ts";
import type { PageFile } from "../data.ts";
import type { LineState, SourceLine } from "../lines.ts";
import { Shown } from "./parts.tsx";

const states: Readonly<Record<LineState, { readonly words: string; readonly sign: string }>> = {
  covered: { words: "covered", sign: "✓" },
  partial: { words: "covered in part", sign: "±" },
  uncovered: { words: "not covered", sign: "✗" },
  untracked: { words: "", sign: "" },
};

interface SourceProps {
  readonly lines: readonly SourceLine[];
  readonly marks: PageFile["marks"];
  /** The line that the view is about; 0: none. */
  readonly current: number;
}

/** The lines of a source, the current one in view. */
export function Source({ lines, marks, current }: SourceProps): JSX.Element {
  const table = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (current < 1) return;
    const row = table.current?.rows[current - 1];
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, [current, lines]);
  return (
    <div class="scrolls source-box" tabIndex={0} role="region" aria-label="Source">
      <table class="source">
        <thead class="vh">
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Coverage</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody ref={table}>
          <SourceRows lines={lines} marks={marks} current={current} />
        </tbody>
      </table>
    </div>
  );
}

function SourceRows({ lines, marks, current }: SourceProps): JSX.Element {
  const marked = useMemo(() => groupBy(marks, (mark) => mark.line), [marks]);
  const rows = useMemo(
    () =>
      lines.map((line) => (current: boolean) => (
        <SourceRow line={line} marks={marked.get(line.number) ?? []} current={current} />
      )),
    [lines, marked],
  );
  const plain = useMemo(() => rows.map((row) => row(false)), [rows]);
  return <>{plain.map((row, index) => (index + 1 === current ? (rows[index]?.(true) ?? row) : row))}</>;
}

interface SourceRowProps {
  readonly line: SourceLine;
  readonly marks: PageFile["marks"];
  readonly current: boolean;
}

function SourceRow({ line, marks, current }: SourceRowProps): JSX.Element {
  const { number, state, changed, count, parts } = line;
  const { sign } = states[state];
  const words = `${states[state].words}${changed ? ", changed" : ""}`;
  return (
    <tr
      class={`${state}${changed ? " changed" : ""}${marks.length > 0 ? " marked" : ""}`}
      tabIndex={-1}
      aria-current={current ? "true" : undefined}
    >
      <td class="no">{number}</td>
      <td class="hit" title={words === "" ? undefined : hitTitle(words, count)}>
        {sign === "" ? null : (
          <>
            <span aria-hidden="true">{sign}</span>
            <span class="vh">{words}</span>
          </>
        )}
      </td>
      <td class="code">
        <code>
          {parts.map((part) =>
            state === "partial" && part.count === 0 ? (
              <span class="missed">
                <Shown text={part.text} />
              </span>
            ) : (
              <Shown text={part.text} />
            ),
          )}
        </code>
        {marks.map((mark) => (
          <span class="mark">
            <Shown text={mark.text} />
          </span>
        ))}
      </td>
    </tr>
  );
}

function hitTitle(words: string, count: number): string {
  return count > 1 ? `${words}, ${count} times` : words;
}
