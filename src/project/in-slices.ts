/** Milliseconds of work between two looks at signals, timers and the output of processes. */
const sliceMs = 2;

/**
 * Results of synchronous `work` for all items, in their order, giving way to everything else now and then. For many small files: synchronous calls
 * read 1,500 of them in 40 ms of processor time, those of fs/promises in 105 ms, and both cores are wanted by Go meanwhile.
 */
export async function inSlices<T, R>(items: readonly T[], work: (item: T) => R): Promise<readonly R[]> {
  const results: R[] = [];
  let until = performance.now() + sliceMs;
  for (const item of items) {
    results.push(work(item));
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + sliceMs;
  }
  return results;
}
