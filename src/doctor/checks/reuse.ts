import { runsAgain } from "../../gates/test-reuse.ts";
import { type Check, odd, ok } from "../check.ts";

/** Go may take results of tests from earlier runs. */
export const reuse: Check = {
  name: "test reuse",
  look({ inputs, go, env }) {
    if (!inputs.ok) return ok("not known without the inputs");
    const goflags = go.state === "there" ? (go.goEnv["GOFLAGS"] ?? "") : (env["GOFLAGS"] ?? "");
    const goVersions = go.state === "there" ? [go.version] : [];
    const why = runsAgain({ config: inputs.config, goflags, goVersions });
    if (why === null) return ok("no flag keeps Go from reusing results of tests");
    return odd(
      `${why}: no result of a test is reused`,
      "Take it out of `test-flags`, `shuffle`, `test-artifacts` or GOFLAGS; `test-reuse-except` names packages that have to run each time.",
    );
  },
};
