import type { EngineAdapter } from "../adapter.ts";

/** Steps run on this machine, as this user. */
export const host: EngineAdapter = {
  name: "host",
  about: "(the Go toolchain and Docker of this machine; no sandbox)",
  sandbox: false,
  toHave: "install Go (in a workflow: actions/setup-go before this action)",
  goRemedy:
    "Let the Go on PATH fetch it (GOPROXY names the proxy), install it (in a workflow: actions/setup-go before this action), or use `engine: dagger`, which brings its own Go.",
  keepsNoTests: (hosted) =>
    hosted ? null : "times of files are set only on a runner that GitHub hosts, which is gone after the job",
  setsTimes: true,
  usable: async (request) => (await import("./usable.ts")).hostUsable(request),
  open: async (request) => (await import("./open.ts")).openHost(request),
};
