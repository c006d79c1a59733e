/** The first line of a Git LFS pointer (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) as the parser of Go sees it. */
const pointer = /^expected 'package', found version$/m;

/** How to get the content of files that are pointers. */
export const lfsRemedy = "`git lfs pull` (actions/checkout: `lfs: true`)";

/** Whether this is the text of a pointer. */
export function isLfsPointer(text: string): boolean {
  return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n/.test(text);
}

/** The message of a file that begins as a Git LFS pointer does, with how to get its content; others as they are. */
export function withLfs(message: string): string {
  if (!pointer.test(message)) return message;
  return `${message}\nthe file begins as a Git LFS pointer does: get its content with ${lfsRemedy}`;
}
