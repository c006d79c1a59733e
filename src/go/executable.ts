import type { Platform } from "../model/platform.ts";

export type ExecutableFormat = "ELF" | "Mach-O" | "PE" | "Wasm" | "XCOFF" | "Plan 9" | "C archive";

/** What the header of a program says. */
export interface Executable {
  readonly format: ExecutableFormat;
  /** As GOARCH names it; null: an architecture that Go does not build for. */
  readonly arch: string | null;
  /** `dynamic`: it asks for a loader or libraries of the system. null: the format does not say. */
  readonly linkage: "static" | "dynamic" | null;
}

/** What has to be read of a file: headers and load commands of what Go links lie well within. */
export const headBytes = 65_536;

/** Reads the start of a file; null when it is no program of a format that Go writes. */
export function readExecutable(head: Buffer): Executable | null {
  if (head.length < 64) return null;
  if (head.subarray(0, arMagic.length).equals(arMagic)) return { format: "C archive", arch: null, linkage: null };
  const magic = head.readUInt32BE(0);
  if (magic === 0x7f454c46) return readElf(head);
  if (magic === 0xcffaedfe || magic === 0xcefaedfe) return readMachO(head, magic === 0xcffaedfe);
  if (magic >>> 16 === 0x4d5a) return readPe(head);
  if (magic === 0x0061736d) return { format: "Wasm", arch: "wasm", linkage: null };
  // internal/xcoff, U64_TOCMAGIC: the only one that Go links.
  if (magic >>> 16 === 0x01f7) return { format: "XCOFF", arch: "ppc64", linkage: null };
  const plan9 = plan9Magic[magic];
  return plan9 === undefined ? null : { format: "Plan 9", arch: plan9, linkage: "static" };
}

/** cmd/internal/archive of Go: what `-buildmode=c-archive` writes, for every system. Its members say for which. */
const arMagic = Buffer.from("!<arch>\n");

/** debug/plan9obj of Go. */
const plan9Magic: Readonly<Record<number, string>> = { 491: "386", 35479: "amd64", 1607: "arm" };

/** Program header type of the loader's path: https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html */
const interpreter = 3;

/** e_machine (debug/elf, Machine) with the names of architectures by word size and byte order. */
function elfArch(machine: number, wide: boolean, little: boolean): string | null {
  const bits = wide ? "64" : "";
  if (machine === 8) return `mips${bits}${little ? "le" : ""}`;
  if (machine === 21) return `ppc64${little ? "le" : ""}`;
  return (
    { 3: "386", 22: "s390x", 40: "arm", 62: "amd64", 183: "arm64", 243: "riscv64", 258: "loong64" }[machine] ?? null
  );
}

function readElf(head: Buffer): Executable {
  const wide = head[4] === 2;
  const little = head[5] === 1;
  const read = (offset: number, size: 2 | 4 | 8): number => {
    if (size === 8) return Number(little ? head.readBigUInt64LE(offset) : head.readBigUInt64BE(offset));
    return little ? head.readUIntLE(offset, size) : head.readUIntBE(offset, size);
  };
  const start = wide ? read(32, 8) : read(28, 4);
  const size = read(wide ? 54 : 42, 2);
  const count = read(wide ? 56 : 44, 2);
  const offsets = Array.from({ length: count }, (_, index) => start + index * size);
  const dynamic = offsets.some((offset) => offset + 4 <= head.length && read(offset, 4) === interpreter);
  return { format: "ELF", arch: elfArch(read(18, 2), wide, little), linkage: dynamic ? "dynamic" : "static" };
}

/** cputype (debug/macho, Cpu). */
const machOArch: Readonly<Record<number, string>> = {
  ...{ 7: "386", 12: "arm", 16777223: "amd64", 16777228: "arm64" },
};

/** Load commands of what the loader has to bring: LC_LOAD_DYLIB and LC_LOAD_DYLINKER (<mach-o/loader.h>). */
const loaderCommands: readonly number[] = [0xc, 0xe];

function readMachO(head: Buffer, wide: boolean): Executable {
  const count = head.readUInt32LE(16);
  let offset = wide ? 32 : 28;
  let dynamic = false;
  for (let index = 0; index < count && offset + 8 <= head.length; index++) {
    dynamic ||= loaderCommands.includes(head.readUInt32LE(offset));
    offset += Math.max(8, head.readUInt32LE(offset + 4));
  }
  const arch = machOArch[head.readUInt32LE(4)] ?? null;
  return { format: "Mach-O", arch, linkage: dynamic ? "dynamic" : "static" };
}

/** Machine (debug/pe, IMAGE_FILE_MACHINE_*). */
const peArch: Readonly<Record<number, string>> = {
  ...{ 332: "386", 452: "arm", 34404: "amd64", 43620: "arm64" },
};

/** Where the data directories begin in the optional header, by its magic; the second of them is the import table (debug/pe, OptionalHeader). */
const peDirectories: Readonly<Record<number, number>> = { 267: 96, 523: 112 };

function readPe(head: Buffer): Executable | null {
  const start = head.readUInt32LE(0x3c);
  if (start + 24 + 128 > head.length || head.readUInt32BE(start) !== 0x50450000) return null;
  const optional = start + 24;
  const directories = peDirectories[head.readUInt16LE(optional)];
  const imports = directories === undefined ? 0 : head.readUInt32LE(optional + directories + 8 + 4);
  const arch = peArch[head.readUInt16LE(start + 4)] ?? null;
  return { format: "PE", arch, linkage: imports > 0 ? "dynamic" : "static" };
}

/** What `go build` writes for an operating system. */
function formatFor(os: string): ExecutableFormat {
  const known: Readonly<Record<string, ExecutableFormat>> = {
    ...{ darwin: "Mach-O", ios: "Mach-O", windows: "PE", aix: "XCOFF", plan9: "Plan 9", js: "Wasm", wasip1: "Wasm" },
  };
  return known[os] ?? "ELF";
}

/** In what a program is not what a platform asks for, as the end of a sentence; null: in nothing. Systems that share ELF are not told apart, nor are the members of a C archive looked at. */
export function mismatch(
  found: { readonly format: string; readonly arch: string | null } | null,
  { os, arch }: Platform,
): string | null {
  const wanted = `${formatFor(os)} for ${arch}`;
  if (found?.format === "C archive") return null;
  if (found === null) return `is no program of a known format, not ${wanted}`;
  if (found.format === formatFor(os) && found.arch === arch) return null;
  return `is ${found.format} for ${found.arch ?? "another architecture"}, not ${wanted}`;
}
