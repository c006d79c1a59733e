import { setTimeout as delay } from "node:timers/promises";

/** Waits for something that comes of itself; what never comes fails at the time limit of the test, which only guards against that. */
export async function until(there: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await there())) await delay(20);
}

/**
 * For `aroundEach`: tests that need neither time nor files nor processes, only their turn. One that waits for something that never comes fails after many turns of
 * the event loop, however long these take.
 */
export async function inTurns(test: () => Promise<void>): Promise<void> {
  let over = false;
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20_000 && !over; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!over) throw new Error("nothing has happened for 20,000 turns of the event loop");
  };
  try {
    await Promise.race([test(), turns()]);
  } finally {
    over = true;
  }
}
