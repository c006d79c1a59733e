/** Follows the `--- FAIL:` lines of a test and its parents. */
export interface FailChain {
  failed(test: string): void;
  /** Something else was printed. */
  broken(): void;
  /** From the innermost outwards; empty when the last line was none of them. */
  names(): readonly string[];
}

/**
 * When a test panics, the testing package reports it and all its parents as failed, innermost first, and raises the panic again
 * (tRunner in testing.go): the last lines before the dump name who crashed, where Go credits the dump to the outermost.
 */
export function createFailChain(): FailChain {
  let names: string[] = [];
  return {
    failed: (test) => {
      const last = names.at(-1);
      const isParent = last !== undefined && last.slice(0, last.lastIndexOf("/")) === test;
      names = isParent ? [...names, test] : [test];
    },
    broken: () => {
      if (names.length > 0) names = [];
    },
    names: () => names,
  };
}
