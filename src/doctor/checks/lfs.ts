import { isLfsPointer, lfsRemedy } from "../../go/lfs.ts";
import { splitNul } from "../../project/git.ts";
import { firstOf } from "../../text/format.ts";
import { type Check, odd, ok } from "../check.ts";

/** Files in Git LFS are there with their content. */
export const lfs: Check = {
  name: "git lfs",
  async look({ repository, git }) {
    if (!repository.files.some((path) => path.split("/").at(-1) === ".gitattributes")) return ok("not used");
    const listed = await git("ls-files", "-z", "--", ":(attr:filter=lfs)");
    const paths = listed.ok ? splitNul(listed.stdout) : [];
    const pointers: string[] = [];
    for (const path of paths) {
      const text = await readSmall(repository.read, path);
      if (text !== null && isLfsPointer(text)) pointers.push(path);
    }
    if (pointers.length === 0) return ok(paths.length === 0 ? "not used" : "every file has its content");
    return odd(`pointers without content: ${firstOf(pointers, 5)}`, `${lfsRemedy}.`);
  },
};

/** What is too large to be read is no pointer. */
async function readSmall(read: (path: string) => Promise<string | null>, path: string): Promise<string | null> {
  return await read(path).catch(() => null);
}
