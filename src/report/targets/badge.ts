import { badgeOf } from "../badge.ts";
import type { Target } from "../target.ts";

/** For a README, wherever it is put from there. */
export const badge: Target = {
  name: "badge",
  show: ({ report, write }) => write("badge.svg", badgeOf(report)),
};
