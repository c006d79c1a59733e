import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { groupBy } from "../../group-by.ts";
import { formatPercent, plural } from "../../text/format.ts";
import { blockIds, type PageFile, type PageFiles, type PageSource } from "../data.ts";
import { type LineState, nextRange, type SourceLine, sourceLines } from "../lines.ts";
import { type Route, routeTo } from "../route.ts";
import { percentOf } from "../shown-files.ts";
import { readBlock, useLoaded } from "./blocks.tsx";
import { useKeys } from "./keys.tsx";
import { go } from "./navigation.tsx";
import { Bar, Name, Shown } from "./parts.tsx";

const states: Readonly<Record<LineState, { readonly words: string; readonly sign: string }>> = {
  covered: { words: "covered", sign: "✓" },
  partial: { words: "covered in part", sign: "±" },
  uncovered: { words: "not covered", sign: "✗" },
  untracked: { words: "", sign: "" },
};

/** A source with what tests reached of it, and what was found in it. */
export function FileView({ route }: { readonly route: Route }): JSX.Element {
  const files = readBlock<PageFiles>(blockIds.files)?.files ?? [];
  const path = route.params["path"] ?? "";
  const file = files.find((known) => known.path === path);
  if (file === undefined) {
    return (
      <>
        <h2 tabIndex={-1}>
          <Name text={path} />
        </h2>
        <p>This page does not have the file.</p>
      </>
    );
  }
  return <FileSource key={path} file={file} files={files} line={Number(route.params["line"] ?? 0)} />;
}

interface FileSourceProps {
  readonly file: PageFile;
  readonly files: readonly PageFile[];
  /** 0: none. */
  readonly line: number;
}

function FileSource({ file, files, line }: FileSourceProps): JSX.Element {
  const { path, counts, uncovered, marks, url } = file;
  const loaded = useLoaded();
  const table = useRef<HTMLTableSectionElement>(null);
  const [said, setSaid] = useState("");
  const source = useMemo(() => (file.source === null ? null : readBlock<PageSource>(file.source)), [file, loaded]);
  const lines = useMemo(() => (source === null ? [] : sourceLines(source, file)), [source]);

  useEffect(() => {
    if (line < 1) return;
    const row = table.current?.rows[line - 1];
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, [line, lines]);

  const move = (step: 1 | -1): void => {
    const from = line === 0 && step < 0 ? Number.POSITIVE_INFINITY : line;
    const next = nextRange(uncovered, from, step);
    if (next !== null) {
      const [first, last] = next.range;
      setSaid(`${linesWords(first, last)} not covered, ${next.index + 1} of ${uncovered.length} in this file`);
      go("file", { path, line: first }, true);
      return;
    }
    const other = otherFile(files, file, step);
    if (other === null) setSaid(step > 0 ? "No uncovered lines after this" : "No uncovered lines before this");
    else go("file", { path: other.path, line: (step > 0 ? other.uncovered[0] : other.uncovered.at(-1))?.[0] ?? null });
  };
  useKeys({ n: () => move(1), p: () => move(-1) });

  return (
    <>
      <p class="crumbs">
        <a href={routeTo("coverage")}>Coverage</a>
      </p>
      <h2 tabIndex={-1}>
        <Name text={path} />
      </h2>
      <p class="total">
        {counts === null ? (
          <span class="muted">Not counted</span>
        ) : (
          <>
            <span class="big">{formatPercent(percentOf(counts))}</span> <Bar percent={percentOf(counts)} />{" "}
            <span class="muted">
              {counts.covered} of {counts.statements} statements
            </span>
          </>
        )}
        {url === null ? null : <a href={url}>Open at the commit</a>}
      </p>
      {marks.length === 0 ? null : (
        <ul class="plain card bad-edge">
          {marks.map((mark) => (
            <li>
              <a href={routeTo("file", { path, line: mark.line })}>Line {mark.line}</a> <Shown text={mark.text} />
            </li>
          ))}
        </ul>
      )}
      <div class="controls sticky screen-only">
        <button type="button" onClick={() => move(-1)}>
          ↑ Previous uncovered <kbd>p</kbd>
        </button>
        <button type="button" onClick={() => move(1)}>
          ↓ Next uncovered <kbd>n</kbd>
        </button>
        <span role="status" class="muted">
          {said === "" ? plural(uncovered.length, "uncovered place") : said}
        </span>
      </div>
      {source === null ? (
        <NoSource file={file} loaded={loaded} />
      ) : (
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
              <SourceRows lines={lines} marks={marks} current={line} />
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function linesWords(first: number, last: number): string {
  return first === last ? `Line ${first}` : `Lines ${first} to ${last}`;
}

function otherFile(files: readonly PageFile[], file: PageFile, step: 1 | -1): PageFile | null {
  const at = files.indexOf(file);
  const others = step > 0 ? files.slice(at + 1) : files.slice(0, at).reverse();
  return others.find(({ uncovered, source }) => uncovered.length > 0 && source !== null) ?? null;
}

function NoSource({ file, loaded }: { readonly file: PageFile; readonly loaded: boolean }): JSX.Element {
  if (!loaded) return <p class="muted">Loading …</p>;
  const left = readBlock<PageFiles>(blockIds.files)?.left ?? null;
  const ranges = file.uncovered.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return (
    <>
      <p>The source is not in this page. {left}</p>
      {ranges.length === 0 ? null : <p>Uncovered lines: {ranges.join(", ")}</p>}
    </>
  );
}

interface SourceRowsProps {
  readonly lines: readonly SourceLine[];
  readonly marks: PageFile["marks"];
  readonly current: number;
}

function SourceRows({ lines, marks, current }: SourceRowsProps): JSX.Element {
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
