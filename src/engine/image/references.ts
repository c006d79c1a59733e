/** The registry that a reference names; Docker Hub when its first element has no dot, no port and is not localhost. */
export function registryOf(reference: string): string {
  const [first = "", ...rest] = reference.split("/");
  return rest.length > 0 && isRegistry(first) ? first : "docker.io";
}

/** A reference without its tag. */
export function repositoryOf(reference: string): string {
  const colon = reference.lastIndexOf(":");
  return colon > reference.lastIndexOf("/") ? reference.slice(0, colon) : reference;
}

/** `app:v1` -> `docker.io/library/app:v1`, as containerd spells names. */
export function fullReference(reference: string): string {
  const [first = "", ...rest] = reference.split("/");
  if (rest.length === 0) return `docker.io/library/${reference}`;
  return isRegistry(first) ? reference : `docker.io/${reference}`;
}

/** The last element of an image's name: what files of it are called. */
export function shortName(name: string): string {
  return name.split("/").at(-1) ?? name;
}

function isRegistry(element: string): boolean {
  return /[.:]/.test(element) || element === "localhost";
}
