/** A module that is part of a program. */
export interface UsedModule {
  readonly path: string;
  /** Empty where nothing says it. */
  readonly version: string;
  /** Its checksum as go.sum has it, such as `h1:…`; empty without one. */
  readonly sum: string;
  /** What stands in its place; null: nothing. */
  readonly replacement: Omit<UsedModule, "replacement"> | null;
}

/** What Go writes into a program about its making (runtime/debug, BuildInfo). */
export interface EmbeddedInfo {
  /** `go1.26.8`. */
  readonly go: string;
  /** Import path of the main package. */
  readonly package: string;
  readonly main: UsedModule;
  readonly modules: readonly UsedModule[];
  /** Flags and variables of the build; the last of equal ones counts. */
  readonly settings: ReadonlyMap<string, string>;
}

/** What comes before it in a file. */
export const infoMagic = Buffer.from("\xff Go buildinf:", "latin1");

/** Of the magic, the size of a pointer, flags, and room for two pointers that older Go versions used. */
const headerBytes = 32;

/** The flag that says that the strings follow the header: Go 1.18 and newer. */
const inline = 2;

/** Marks that the linker puts around what it says of the modules (cmd/go/internal/modload, ModInfoProg). */
const begin = Buffer.from("3077af0c9274080241e1c107e6d618e6", "hex");
const end = Buffer.from("f932433186182072008242104116d8f2", "hex");

/** Reads what stands where the magic begins (debug/buildinfo of Go); null when it is something else, or the program is of no module. */
export function readEmbeddedInfo(data: Buffer): EmbeddedInfo | null {
  if (data.length <= headerBytes || !data.subarray(0, infoMagic.length).equals(infoMagic)) return null;
  if (((data[15] ?? 0) & inline) === 0) return null;
  const go = readString(data, headerBytes);
  const info = go === null ? null : readString(data, go.next);
  if (go === null || info === null || go.bytes.length === 0) return null;
  const { bytes } = info;
  if (!bytes.subarray(0, begin.length).equals(begin) || !bytes.subarray(-end.length).equals(end)) return null;
  return parseInfo(go.bytes.toString(), bytes.subarray(begin.length, -end.length).toString());
}

/** A string with its length before it, as encoding/binary writes unsigned numbers. */
function readString(data: Buffer, at: number): { readonly bytes: Buffer; readonly next: number } | null {
  let length = 0;
  for (let index = 0; index < 5; index++) {
    const byte = data[at + index];
    if (byte === undefined) return null;
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (byte >= 0x80) continue;
    const from = at + index + 1;
    return from + length > data.length ? null : { bytes: data.subarray(from, from + length), next: from + length };
  }
  return null;
}

/** Lines of words between tabs: `path`, `mod`, `dep`, `=>` for what stands in the place of the one before, `build`. */
function parseInfo(go: string, text: string): EmbeddedInfo | null {
  let main: string | null = null;
  const modules: { readonly own: boolean; module: UsedModule }[] = [];
  const settings = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [word, path = "", version = "", sum = ""] = line.split("\t");
    if (word === "path") main = path;
    else if (word === "mod" || word === "dep") {
      modules.push({ own: word === "mod", module: { path, version, sum, replacement: null } });
    } else if (word === "=>") {
      const replaced = modules.at(-1);
      if (replaced !== undefined) replaced.module = { ...replaced.module, replacement: { path, version, sum } };
    } else if (word === "build") {
      const [, key = "", value = ""] = /^([^=]*)=(.*)$/.exec(path) ?? [];
      settings.set(key, value);
    }
  }
  const own = modules.find((each) => each.own);
  if (main === null || own === undefined) return null;
  const used = modules.filter((each) => !each.own).map(({ module }) => module);
  return { go, package: main, main: own.module, modules: used, settings };
}
