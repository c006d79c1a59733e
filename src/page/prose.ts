/** A part of a sentence; what stood in backticks is code. */
export interface ProsePart {
  readonly text: string;
  readonly code: boolean;
}

/** Cuts a sentence of ours where code begins and ends. A backtick without its other half is text. */
export function proseParts(text: string): readonly ProsePart[] {
  return text
    .split(/(`[^`]+`)/u)
    .filter((part) => part !== "")
    .map((part) => (/^`[^`]+`$/u.test(part) ? { text: part.slice(1, -1), code: true } : { text: part, code: false }));
}
