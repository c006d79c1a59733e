/** `{name}` in a text that users write. */
const placeholder = /\{([a-z]+)\}/g;

/** Puts values in place of `{name}`; one without a value stays as it is. */
export function fillTemplate(template: string, lookUp: (name: string) => string | null): string {
  return template.replace(placeholder, (whole, name: string) => lookUp(name) ?? whole);
}

/** The names of the placeholders in a text, each once. */
export function placeholdersIn(template: string): readonly string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name = ""]) => name))];
}
