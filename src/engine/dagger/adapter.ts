import type { EngineAdapter } from "../adapter.ts";

/** Steps run in containers of a Dagger engine. */
export const dagger: EngineAdapter = {
  name: "dagger",
  about: "(containers)",
  sandbox: true,
  toHave: "start Docker, or let runner-host name an engine",
  goRemedy: "Set go-image to an image that has it.",
  keepsNoTests: () => null,
  setsTimes: false,
  usable: async (request) => (await import("./usable.ts")).daggerUsable(request),
  open: async (request) => (await import("./open.ts")).openDagger(request),
};
