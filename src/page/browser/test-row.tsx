import type { JSX } from "preact";
import { formatDuration } from "../../text/format.ts";
import type { PageTestNote } from "../data.ts";
import { noteOf, type TestRef } from "../shown-tests.ts";
import { readBlock, useLoaded } from "./blocks.tsx";
import { usePrinting } from "./navigation.tsx";
import { Command, Name, Output, Place, Shown, Status, tones } from "./parts.tsx";

interface TestRowProps {
  readonly test: TestRef;
  /** With the name of its package. */
  readonly named: boolean;
  readonly open: boolean;
}

/** A test, and what there is to say of it. */
export function TestRow({ test, named, open }: TestRowProps): JSX.Element {
  const printing = usePrinting();
  const { of, index } = test;
  const note = noteOf(test);
  const look = tones[of.ends[index] ?? ""];
  const ms = of.times[index] ?? null;
  const line = (
    <>
      {look === undefined ? null : <Status look={look} words={look.words} />}
      <span class="what">
        <Name text={of.names[index] ?? ""} />
        {note?.said === undefined && note?.reason === undefined ? null : (
          <span class="said">
            <Shown text={note.said ?? note.reason ?? ""} />
          </span>
        )}
        {named ? (
          <span class="muted within">
            <Shown text={of.path} />
          </span>
        ) : null}
      </span>
      <span class="number muted">{ms === null ? "" : formatDuration(ms)}</span>
    </>
  );
  if (note === null) return <div class="row">{line}</div>;
  return (
    <details open={open || printing}>
      <summary class="row">{line}</summary>
      <TestNote note={note} />
    </details>
  );
}

function TestNote({ note }: { readonly note: PageTestNote }): JSX.Element {
  const { path = null, line = null, reason, attributes = [], artifacts = [], command, output, cut } = note;
  return (
    <div class="note">
      {path === null ? null : (
        <p>
          at <Place path={path} line={line} />
        </p>
      )}
      {reason === undefined ? null : (
        <p>
          Skipped: <Shown text={reason} />
        </p>
      )}
      {output === undefined ? null : <Told block={output} />}
      {cut === true ? (
        <p class="muted">Its output found no room here; report.json and the log of the stage have it.</p>
      ) : null}
      {attributes.length === 0 ? null : <Attributes attributes={attributes} />}
      {artifacts.map((dir) => (
        <p>
          Artifacts: <Name text={dir} />
        </p>
      ))}
      {command === undefined ? null : <Command text={command} />}
    </div>
  );
}

/** What the test says of itself. */
function Attributes({ attributes }: Required<Pick<PageTestNote, "attributes">>): JSX.Element {
  return (
    <dl class="facts">
      {attributes.map(([key, value]) => (
        <div>
          <dt>
            <Shown text={key} />
          </dt>
          <dd>
            <Shown text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Told({ block }: { readonly block: string }): JSX.Element {
  const loaded = useLoaded();
  const text = readBlock<string>(block);
  if (text === null) return <p class="muted">{loaded ? "Its output is not here." : "Loading …"}</p>;
  return <Output text={text} label="Output of the test" />;
}
