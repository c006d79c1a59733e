import { statSync } from "node:fs";
import { entryOf, isAction, type ListedFile, resultOf } from "../cache-listing.ts";
import { readTexts } from "./cache-files.ts";

export interface RewrittenRequest {
  /** Files of the build cache, without the times of those of the base. */
  readonly build: readonly ListedFile[];
  /** Texts of the actions that the base does not have. */
  readonly texts: readonly string[];
  readonly base: ReadonlyMap<string, number>;
  readonly restored: ReadonlySet<string>;
  /** When the run began to use the caches, milliseconds since 1970. */
  readonly since: number;
  /** Where a file of the listing lies. */
  readonly place: (name: string) => string;
}

/** An action as Go wrote it anew. */
export interface Rewritten {
  readonly file: ListedFile;
  readonly text: string;
}

/**
 * Actions of the base to which Go has given another output, by name. It does so with what a test looks at, when a test binary of the base looks at more than it did:
 * the list has the name of the binary (cmd/go/internal/test, saveOutput; Go 1.26), and the result that of the list. They are looked for only where an output is
 * new that no new action leads to.
 */
export async function rewrittenActions(request: RewrittenRequest): Promise<ReadonlyMap<string, Rewritten>> {
  const { base, place, since } = request;
  const wanted = ownerless(request);
  const found = new Map<string, Rewritten>();
  if (wanted.size === 0) return found;
  const used = [...base.keys()].flatMap((name): ListedFile[] => {
    if (!isAction(name)) return [];
    const stat = statSync(place(name), { throwIfNoEntry: false });
    return stat === undefined || stat.mtimeMs < since
      ? []
      : [{ name, bytes: stat.size, mtimeMs: stat.mtimeMs, regular: true }];
  });
  const texts = await readTexts(used.map(({ name }) => place(name)));
  for (const [index, file] of used.entries()) {
    const text = texts[index] ?? "";
    const [, output] = resultOf(text) ?? [];
    if (output !== undefined && wanted.has(output)) found.set(file.name, { file, text });
  }
  return found;
}

/** Entries of new outputs that no new action names. */
function ownerless({ build, texts, restored, base, since }: RewrittenRequest): ReadonlySet<string> {
  const named = new Set(texts.flatMap((text) => resultOf(text)?.[1] ?? []));
  const made = build.filter(({ name, mtimeMs }) => mtimeMs >= since && !base.has(name) && !restored.has(name));
  const entries = made.flatMap(({ name }) => entryOf(name) ?? []);
  return new Set(entries.filter((entry) => !isAction(entry) && !named.has(entry)));
}
