export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What differs from a document: an object names members, and also elements of a list, by what they are called there. */
export type Difference = Json;

/** What an element of a list is called by, the first that it has. */
const names = ["id", "dir", "importPath", "path", "name"] as const;

/**
 * A document with what differs put over it. Objects are merged member by member. An object that stands where the document has a list changes the elements it
 * names, `{"main.go": {"uncovered": []}}`; everything else takes the place of what was there. A name that the document lacks is an error.
 */
export function merge(base: Json, difference: Difference): Json {
  if (!isObject(difference)) return difference;
  if (isList(base)) return mergeElements(base, difference);
  if (!isObject(base)) return difference;
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(difference)) {
    const old = base[key];
    if (old === undefined) throw new Error(`there is no ${key} to differ from`);
    merged[key] = merge(old, value);
  }
  return merged;
}

function mergeElements(base: readonly Json[], difference: { readonly [key: string]: Json }): Json {
  const merged = [...base];
  for (const [name, value] of Object.entries(difference)) {
    const at = base.findIndex((element) => nameOf(element) === name);
    const old = base[at];
    if (old === undefined) throw new Error(`the list has no element ${name} to differ from`);
    merged[at] = merge(old, value);
  }
  return merged;
}

function nameOf(element: Json): string | null {
  if (!isObject(element)) return null;
  for (const key of names) {
    const value = element[key];
    if (typeof value === "string") return value;
  }
  return null;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
