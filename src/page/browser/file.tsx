import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { formatPercent, plural } from "../../text/format.ts";
import { blockIds, type PageFile, type PageFiles, type PageSource } from "../data.ts";
import { nextRange, sourceLines } from "../lines.ts";
import { type Route, routeTo } from "../route.ts";
import { percentOf } from "../shown-files.ts";
import { readBlock, useLoaded } from "./blocks.tsx";
import { useKeys } from "./keys.tsx";
import { go } from "./navigation.tsx";
import { Bar, Name, Shown } from "./parts.tsx";
import { Source } from "./source.tsx";

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

interface FileProps {
  readonly file: PageFile;
  readonly files: readonly PageFile[];
  /** 0: none. */
  readonly line: number;
}

function FileSource({ file, files, line }: FileProps): JSX.Element {
  const loaded = useLoaded();
  const source = useMemo(() => (file.source === null ? null : readBlock<PageSource>(file.source)), [file, loaded]);
  const lines = useMemo(() => (source === null ? null : sourceLines(source, file)), [source]);
  return (
    <>
      <p class="crumbs">
        <a href={routeTo("coverage")}>Coverage</a>
      </p>
      <h2 tabIndex={-1}>
        <Name text={file.path} />
      </h2>
      <Total file={file} />
      <Marks file={file} />
      <UncoveredPlaces file={file} files={files} line={line} />
      {lines === null ? (
        <NoSource file={file} loaded={loaded} />
      ) : (
        <Source lines={lines} marks={file.marks} current={line} />
      )}
    </>
  );
}

function Total({ file: { counts, url } }: { readonly file: PageFile }): JSX.Element {
  return (
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
  );
}

/** What was found in the file. */
function Marks({ file: { path, marks } }: { readonly file: PageFile }): JSX.Element | null {
  if (marks.length === 0) return null;
  return (
    <ul class="plain card bad-edge">
      {marks.map((mark) => (
        <li>
          <a href={routeTo("file", { path, line: mark.line })}>Line {mark.line}</a> <Shown text={mark.text} />
        </li>
      ))}
    </ul>
  );
}

/** Leads from one uncovered place to the next, of this file and of the others, and says which it is. */
function UncoveredPlaces({ file, files, line }: FileProps): JSX.Element {
  const { path, uncovered } = file;
  const [said, setSaid] = useState("");
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
