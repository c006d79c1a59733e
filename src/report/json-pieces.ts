/** An array whose elements are made while it is written. */
export class LazyArray {
  readonly elements: Iterable<unknown>;

  constructor(elements: Iterable<unknown>) {
    this.elements = elements;
  }
}

/** Objects that lie as deep are written at once, which takes less time than small pieces. */
const deepest = 4;

/** What `JSON.stringify(value, null, 2)` writes, in pieces that need not be in memory together: one for each element of an array, as far as it does not lie too deep. */
export function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  if (value instanceof LazyArray) yield* arrayPieces(value.elements, depth);
  else if (Array.isArray(value) && depth <= deepest) yield* arrayPieces(value, depth);
  else if (isObject(value) && depth < deepest) yield* objectPieces(value, depth);
  else yield (JSON.stringify(value, null, 2) ?? "null").replaceAll("\n", lineEnd(depth));
}

function* arrayPieces(elements: Iterable<unknown>, depth: number): Generator<string> {
  let before = "[";
  for (const element of elements) {
    yield before + lineEnd(depth + 1);
    yield* jsonPieces(element, depth + 1);
    before = ",";
  }
  yield before === "[" ? "[]" : `${lineEnd(depth)}]`;
}

function* objectPieces(value: object, depth: number): Generator<string> {
  let before = "{";
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${lineEnd(depth + 1)}${JSON.stringify(key)}: `;
    yield* jsonPieces(member, depth + 1);
    before = ",";
  }
  yield before === "{" ? "{}" : `${lineEnd(depth)}}`;
}

function lineEnd(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
