import { test } from "vitest";
import { type FaultName, faults } from "../catalogue.ts";

/** Injects one fault of the catalogue: the test passes when the action survives it as the catalogue says. */
export function fault(name: FaultName, inject: () => Promise<void>): void {
  test(faults[name].title, inject);
}

/** The same for a fault that not every machine lets us inject. In CI none is left out. */
export function faultWith(possible: boolean, name: FaultName, inject: () => Promise<void>): void {
  test.skipIf(!possible && process.env["CI"] === undefined)(faults[name].title, inject);
}
