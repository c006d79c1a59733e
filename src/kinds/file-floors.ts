import { invalid, type Kind, quote, type Raw, type Result, valid } from "./kind.ts";
import { list } from "./list.ts";
import { percent } from "./number.ts";
import { globs } from "./path.ts";

/** A floor for files; `glob` null: for all. */
export interface FileFloor {
  readonly glob: string | null;
  /** Percent. */
  readonly floor: number;
}

/** `80` for all files, `internal/**=90` for some. */
export const fileFloors: Kind<readonly FileFloor[]> = list({
  allows: "percentages such as `60`, or with a glob pattern such as `internal/**=80`",
  parse(text): Result<FileFloor> {
    const at = text.lastIndexOf("=");
    const floor = percent.parse(rawOf(text.slice(at + 1)));
    if (!floor.ok) return floor;
    if (at < 0) return valid({ glob: null, floor: floor.value });
    const glob = text.slice(0, at).trim();
    const found = globs.parse({ ...rawOf(glob), entries: true });
    if (!found.ok) return found;
    return found.value.length === 1 ? valid({ glob, floor: floor.value }) : invalid(`${quote(text)} has no pattern`);
  },
  key: ({ glob, floor }) => `${glob}=${floor}`,
});

function rawOf(text: string): Raw {
  return { source: "flag", label: "", values: [text], entries: false };
}
