import { splitNul } from "../../project/git.ts";
import { isFixture, looksSecret } from "../../project/source.ts";
import { firstOf } from "../../text/format.ts";
import { type Check, odd, ok } from "../check.ts";

/** No file of the repository looks like a secret. */
export const secrets: Check = {
  name: "secrets",
  async look({ git }) {
    const listed = await git("ls-files", "-z", "--cached");
    if (!listed.ok) return ok("not known without git");
    const found = splitNul(listed.stdout).filter(
      (path) => looksSecret(path) && !isFixture(path) && !/\.(example|sample|template)$/.test(path),
    );
    if (found.length === 0) return ok("no tracked file is named like one");
    return odd(
      `tracked files named like secrets: ${firstOf(found, 5)}; they go to engines and into images`,
      "`git rm --cached` them and change the secrets, unless they are examples.",
    );
  },
};
