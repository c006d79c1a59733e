import type { CaseName, Contender } from "./model.ts";

/** One measured run: what happens to the sources and caches before it follows from the case. */
export interface Turn {
  readonly round: number;
  readonly contender: Contender;
}

export interface CasePlan {
  readonly name: CaseName;
  readonly turns: readonly Turn[];
}

/** Cases that take minutes are measured once; they are also the ones where a few percent of noise matter least. */
const once: ReadonlySet<CaseName> = new Set(["cold", "fresh-gomod"]);

/** Where the limit says something: with warm caches. Cold, the stages measured alone would each compile what the others compile too. */
const limited: ReadonlySet<CaseName> = new Set(["unchanged", "changed"]);

/** What is measured besides plain steps and the action: the steps beside each other, another build of the action, and the stages alone. */
export interface Asked {
  readonly parallel: boolean;
  readonly earlier: boolean;
  readonly limit: boolean;
}

export function contendersOf({ parallel, earlier, limit }: Asked): readonly Contender[] {
  const further = [parallel ? "parallel" : null, "ours", earlier ? "earlier" : null, limit ? "alone" : null] as const;
  return ["plain", ...further.filter((name) => name !== null)];
}

/**
 * What is measured in which order. The contenders of a round follow one another at once, so that whatever else the machine does hits all of them, and
 * each round begins with another one, so that none always runs in the wake of the same.
 */
export function planCases(names: readonly CaseName[], rounds: number, asked: Asked): readonly CasePlan[] {
  return names.map((name) => {
    const contenders = contendersOf({ ...asked, limit: asked.limit && limited.has(name) });
    const count = once.has(name) ? 1 : rounds;
    const turns = Array.from({ length: count }, (_, index) =>
      rotate(contenders, index).map((contender) => ({ round: index + 1, contender })),
    ).flat();
    return { name, turns };
  });
}

function rotate<T>(values: readonly T[], by: number): readonly T[] {
  const at = by % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}
