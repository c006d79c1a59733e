import { formatBytes } from "../../text/format.ts";
import { broken, type Check, odd, ok } from "../check.ts";

/** Below this a build of a larger repository, whose cache and temporary files lie here, may not come to its end. */
const enough = 2 * 1024 ** 3;
const least = 64 * 1024 ** 2;

/** There is room to compile. */
export const disk: Check = {
  name: "disk",
  async look({ free }) {
    const places = await free();
    const saw = places.map(({ place, bytes }) => `${formatBytes(bytes)} free at ${place}`).join("; ");
    const lowest = Math.min(...places.map(({ bytes }) => bytes));
    const remedy = "Free some space (`go clean -cache`), or let GOCACHE and TMPDIR name a larger disk.";
    if (lowest < least) return broken(3, saw, remedy);
    return lowest < enough ? odd(saw, remedy) : ok(saw);
  },
};
