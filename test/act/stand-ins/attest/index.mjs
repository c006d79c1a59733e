import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { attest, attestProvenance } from "@actions/attest";

const { SUBJECT_PATH: pattern, SBOM_PATH: sbom, TOKEN: token } = process.env;
const [before, after] = basename(pattern).split("*");
const names = readdirSync(dirname(pattern))
  .filter((name) => name.startsWith(before) && name.endsWith(after))
  .sort();
if (names.length === 0) throw new Error(`no file is ${pattern}`);
const subjects = names.map((name) => ({
  name,
  digest: {
    sha256: createHash("sha256")
      .update(readFileSync(join(dirname(pattern), name)))
      .digest("hex"),
  },
}));
if (sbom) {
  const predicate = JSON.parse(readFileSync(sbom, "utf8"));
  await attest({ subjects, token, predicateType: "https://cyclonedx.org/bom", predicate });
} else {
  await attestProvenance({ subjects, token });
}
