import { useEffect, useRef } from "preact/hooks";

/** Single keys do something only while nobody wants otherwise (WCAG 2.1.4). */
export const keys = { on: true };

/** What single keys do, outside of fields. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!keys.on || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const action = latest.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea");
}
