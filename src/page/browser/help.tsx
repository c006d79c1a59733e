import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { keys } from "./keys.tsx";

const shortcuts: readonly (readonly [key: string, words: string])[] = [
  ["1 … 6", "the views, in their order"],
  ["/", "search"],
  ["n", "next uncovered lines, in a source"],
  ["p", "previous uncovered lines, in a source"],
  ["?", "this help"],
];

/** What single keys do, and whether they do. */
export function Help({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [on, setOn] = useState(keys.on);
  const change = (wanted: boolean): void => {
    keys.on = wanted;
    setOn(wanted);
  };
  return (
    <>
      <h2 id="help-title">Keyboard shortcuts</h2>
      <dl class="facts">
        {shortcuts.map(([key, words]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label class="choice">
          <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
          Single keys do this
        </label>
      </p>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </>
  );
}
