/** What the page shows, written behind the `#` of its address. */
export interface Route {
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
}

export const views = ["overview", "timeline", "tests", "coverage", "file", "logs", "products"] as const;

export type View = (typeof views)[number];

/** `#/tests?status=failed`; what is no route is the overview. */
export function parseRoute(hash: string): Route {
  const [, name = "", query = ""] = /^#\/(\w+)(?:\?(.*))?$/su.exec(hash) ?? [];
  const view = views.find((known) => known === name) ?? "overview";
  return { view, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a view; parameters that are empty are left out. */
export function routeTo(view: View, params: Readonly<Record<string, string | number | null>> = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== "") given.set(name, wellFormed(`${value}`));
  }
  const query = given.toString();
  return `#/${view}${query === "" ? "" : `?${query}`}`;
}

/** Half surrogate pairs have no place in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
