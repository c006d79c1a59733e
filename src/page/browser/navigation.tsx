import { useEffect, useState } from "preact/hooks";
import { parseRoute, type Route, routeTo, type View } from "../route.ts";

/** What the address asks for. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => setHash(location.hash);
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return parseRoute(hash);
}

/** Goes to a view; `replace`: the step back leads past where one was. */
export function go(view: View, params: Readonly<Record<string, string | number | null>>, replace = false): void {
  const to = routeTo(view, params);
  if (replace) location.replace(to);
  else location.hash = to;
}

const print = matchMedia("print");

/** True while the page is printed: everything is laid out, and nothing waits for a click. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(print.matches);
  useEffect(() => {
    const changed = (): void => setPrinting(print.matches);
    print.addEventListener("change", changed);
    return () => print.removeEventListener("change", changed);
  }, []);
  return printing;
}
