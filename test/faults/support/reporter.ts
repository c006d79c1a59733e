import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with `N faults, N survived`, and how many this machine did not let us inject. */
export class FaultReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const skipped = states.filter((state) => state === "skipped").length;
    const survived = states.filter((state) => state === "passed").length;
    const note = skipped === 0 ? "" : ` (${skipped} not injected: they need root)`;
    process.stdout.write(`\n${states.length - skipped} faults, ${survived} survived${note}\n`);
  }
}
