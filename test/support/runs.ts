import process from "node:process";

/** How often a property is tried: as often as asked, fewer times where every mutant asks again (`npm run mutation`). */
export function runs(asked: number): number {
  return process.env["MUTATION"] === undefined ? asked : Math.ceil(asked / 20);
}
