import type { CacheListing, ListedFile } from "../cache-listing.ts";

/** What `list.sh` can say. */
export type ContainerListing = Pick<CacheListing, "files" | "actions">;

/** Reads what `list.sh` wrote. Throws for anything else, such as a name with a line end: a listing with a hole must not decide. */
export function parseListing(text: string): ContainerListing {
  const files: ListedFile[] = [];
  const actions: string[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("v1 ")) actions.push(line);
    else if (line !== "") files.push(parseFile(line));
  }
  return { files, actions };
}

function parseFile(line: string): ListedFile {
  const [, mode = "", bytes, seconds, name] = /^([0-9a-f]{4}) (\d+) (\d+) ((?:build|mod)\/.+)$/.exec(line) ?? [];
  if (name === undefined) throw new Error(`the container's listing holds ${JSON.stringify(line.slice(0, 100))}`);
  if (!mode.startsWith("8")) return { name, bytes: 0, mtimeMs: 0, regular: false };
  return { name, bytes: Number(bytes), mtimeMs: Number(seconds) * 1_000, regular: true };
}
