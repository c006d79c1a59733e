import { useEffect, useState } from "preact/hooks";

const read = new Map<string, unknown>();

/** The content of a block of data; null: the page has no such block, or not yet. */
export function readBlock<T>(id: string): T | null {
  if (!read.has(id)) {
    const text = document.getElementById(id)?.textContent ?? null;
    if (text === null) return null;
    const value: unknown = JSON.parse(text);
    // Sources and output are read again when somebody comes back to them.
    if (id.includes("-")) return parsed<T>(value);
    read.set(id, value);
  }
  return parsed<T>(read.get(id));
}

/** The writer of the page and its reader share their types (data.ts). */
function parsed<T>(value: unknown): T {
  return value as T;
}

/** True once the whole page has arrived. */
export function useLoaded(): boolean {
  const [loaded, setLoaded] = useState(document.readyState !== "loading");
  useEffect(() => {
    if (loaded) return;
    const done = (): void => setLoaded(true);
    document.addEventListener("DOMContentLoaded", done);
    if (document.readyState !== "loading") done();
    return () => document.removeEventListener("DOMContentLoaded", done);
  }, [loaded]);
  return loaded;
}
