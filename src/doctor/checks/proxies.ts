import { type Check, odd, ok } from "../check.ts";

/** Where modules and downloads come from. */
export const proxies: Check = {
  name: "proxies",
  look({ env, go }) {
    const goproxy = go.state === "there" ? (go.goEnv["GOPROXY"] ?? "") : (env["GOPROXY"] ?? "");
    if (goproxy === "off")
      return odd(
        "GOPROXY=off: nothing can be fetched",
        "Unset GOPROXY, unless all modules are vendored or in the module cache.",
      );
    const set = Object.keys(env).filter((name) => /^(https?|all)_proxy$/i.test(name) && env[name] !== "");
    const excluded = Object.keys(env).some((name) => /^no_proxy$/i.test(name) && env[name] !== "");
    if (set.length > 0 && !excluded) {
      return odd(
        `${set.join(", ")} without NO_PROXY: requests to services of this job go through the proxy too`,
        "Set NO_PROXY=localhost,127.0.0.1 and what else is near.",
      );
    }
    return ok(
      `GOPROXY=${withoutLogins(goproxy) || "Go's own default"}${set.length === 0 ? "" : `; ${set.join(", ")}`}`,
    );
  },
};

function withoutLogins(text: string): string {
  return text.replaceAll(/\/\/[^/@,|]*@/g, "//");
}
