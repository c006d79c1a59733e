/** What an executable's header says, as far as it decides whether the program can run alone in an image. */
export interface ElfFacts {
  /** The program asks for a loader of the system (PT_INTERP): it is not static. */
  readonly dynamic: boolean;
}

/** Program header type of the loader's path: https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html */
const interpreter = 3;

/** Reads the start of an ELF file (64 KiB are plenty); null when it is none. */
export function elfFacts(head: Buffer): ElfFacts | null {
  if (head.length < 64 || head.readUInt32BE(0) !== 0x7f454c46) return null;
  const wide = head[4] === 2;
  const little = head[5] === 1;
  const read = (offset: number, size: 2 | 4 | 8): number => {
    if (size === 8) return Number(little ? head.readBigUInt64LE(offset) : head.readBigUInt64BE(offset));
    return little ? head.readUIntLE(offset, size) : head.readUIntBE(offset, size);
  };
  const start = wide ? read(32, 8) : read(28, 4);
  const size = read(wide ? 54 : 42, 2);
  const count = read(wide ? 56 : 44, 2);
  for (let index = 0; index < count; index++) {
    const offset = start + index * size;
    if (offset + 4 > head.length) break;
    if (read(offset, 4) === interpreter) return { dynamic: true };
  }
  return { dynamic: false };
}
