import { text } from "./text.ts";

/** What git takes for a commit, as far as it names one alone (gitrevisions(7)): a branch, a tag, a hash, `HEAD~2`. */
export const revision = text({
  allows: "a branch, tag or commit",
  pattern: /^[A-Za-z0-9_@][A-Za-z0-9_@./~^+-]{0,249}$/,
  otherwise: "is not a branch, tag or commit",
});
