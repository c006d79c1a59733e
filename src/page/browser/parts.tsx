import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount, formatPercent } from "../../text/format.ts";
import type { PageFact, PageLook, Tone } from "../data.ts";
import { diffLines } from "../diff.ts";
import { proseParts } from "../prose.ts";
import { routeTo } from "../route.ts";
import { visiblePieces } from "../visible.ts";
import { usePrinting } from "./navigation.tsx";

/** Text of strangers: what nobody would see is shown by its number. */
export function Shown({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {visiblePieces(text).map((piece) =>
        "text" in piece ? piece.text : <span class="hidden-char">{piece.hidden}</span>,
      )}
    </>
  );
}

/** A sentence of ours, which may have code in backticks. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {proseParts(text).map((part) =>
        part.code ? (
          <code>
            <Shown text={part.text} />
          </code>
        ) : (
          <Shown text={part.text} />
        ),
      )}
    </>
  );
}

/** A name of the repository. */
export function Name({ text }: { readonly text: string }): JSX.Element {
  return (
    <code class="name">
      <Shown text={text} />
    </code>
  );
}

/** What a program printed. */
export function Output({ text, label, diff = false }: OutputProps): JSX.Element {
  return (
    <pre class="output" tabIndex={0} role="region" aria-label={label}>
      {diff ? (
        diffLines(text).map((line) => (
          <span class={line.kind ?? undefined}>
            <Shown text={`${line.text}\n`} />
          </span>
        ))
      ) : (
        <Shown text={text} />
      )}
    </pre>
  );
}

interface OutputProps {
  readonly text: string;
  readonly label: string;
  readonly diff?: boolean;
}

/** How something ended, as a sign and in words. */
export function Status({ look, words }: { readonly look: PageLook; readonly words: string }): JSX.Element {
  return (
    <span class={`status ${look.tone}`}>
      <span aria-hidden="true" class="sign">
        {look.sign}
      </span>
      {words}
    </span>
  );
}

/** A command to be pasted. */
export function Command({ text }: { readonly text: string }): JSX.Element | null {
  const [copied, setCopied] = useState(false);
  if (text === "") return null;
  const copy = (): void => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="command">
      <pre tabIndex={0} role="region" aria-label="Command that reproduces it">
        <Shown text={text} />
      </pre>
      {navigator.clipboard === undefined ? null : (
        <button type="button" class="small" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </button>
      )}
    </div>
  );
}

/** A place in a file, which leads to its source. */
export function Place({ path, line, column = null }: PlaceProps): JSX.Element | null {
  if (path === null) return null;
  const words = [path, line, line === null ? null : column].filter((part) => part !== null).join(":");
  return (
    <a class="place" href={routeTo("file", { path, line })}>
      <Name text={words} />
    </a>
  );
}

interface PlaceProps {
  readonly path: string | null;
  readonly line: number | null;
  readonly column?: number | null;
}

/** A share as a bar with its number. */
export function Share({ percent }: { readonly percent: number | null }): JSX.Element {
  return (
    <span class="share">
      <Bar percent={percent} />
      <span class="number">{formatPercent(percent)}</span>
    </span>
  );
}

export function Bar({ percent }: { readonly percent: number | null }): JSX.Element {
  return (
    <span class={percent === null ? "bar nothing" : "bar"} aria-hidden="true">
      {percent === null ? null : <span style={{ width: `${percent}%` }} />}
    </span>
  );
}

/** Names with their values. */
export function Facts({ facts }: { readonly facts: readonly PageFact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(({ name, values, link }) => (
        <div>
          <dt>{name}</dt>
          {values.map((value) => (
            <dd>{link === undefined ? <Prose text={value} /> : <a href={link}>{value}</a>}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const page = 200;
/** Rows that paper gets. */
const onPaper = 2_000;

interface PagedProps<T> {
  readonly items: readonly T[];
  /** What they are, several of them. */
  readonly what: string;
  /** Begins again when it changes. */
  readonly about: string;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** The first of many rows, and more on demand: what nobody has asked for is not there. */
export function Paged<T>({ items, what, about, children }: PagedProps<T>): JSX.Element {
  const [most, setMost] = useState({ about, rows: page });
  const printing = usePrinting();
  const rows = printing ? onPaper : most.about === about ? most.rows : page;
  const left = items.length - rows;
  return (
    <>
      {children(items.slice(0, rows))}
      {left > 0 ? (
        <p class="more">
          <button type="button" class="screen-only" onClick={() => setMost({ about, rows: rows + page })}>
            Show {Math.min(page, left)} more
          </button>
          <span>
            {formatCount(left)} more {what}
          </span>
        </p>
      ) : null}
    </>
  );
}

export const tones: Readonly<Record<string, PageLook & { readonly words: string }>> = {
  p: { sign: "✓", tone: "good", words: "passed" },
  f: { sign: "✗", tone: "bad", words: "failed" },
  k: { sign: "~", tone: "warn", words: "flaky" },
  s: { sign: "-", tone: "quiet", words: "skipped" },
  i: { sign: "■", tone: "warn", words: "interrupted" },
};

export function toneOf(state: string): Tone {
  return Object.values(tones).find(({ words }) => words === state)?.tone ?? "quiet";
}
