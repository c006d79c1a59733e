import type { JSX } from "preact";
import { formatCount } from "../../text/format.ts";
import { blockIds, type PageOverview, type PageTestPackage } from "../data.ts";
import { routeTo } from "../route.ts";
import { shownTests } from "../shown-tests.ts";
import { readBlock } from "./blocks.tsx";
import { BrokenPackages, isBroken } from "./broken-packages.tsx";
import { TestRow } from "./test-row.tsx";

const shownFailures = 20;

/** Packages that failed as a whole, tests that failed, and flaky ones; the first of them. */
export function FailedTests({ overview }: { readonly overview: PageOverview }): JSX.Element | null {
  const counts = new Map(overview.tests?.counts.map(({ state, count }) => [state, count]));
  const packages = readBlock<readonly PageTestPackage[]>(blockIds.tests) ?? [];
  const broken = packages.filter(isBroken);
  return (
    <>
      {broken.length === 0 ? null : <BrokenPackages packages={broken} />}
      <Ended filter="failed" title="Failed tests" open={3} count={counts.get("failed") ?? 0} packages={packages} />
      <Ended filter="flaky" title="Flaky tests" open={0} count={counts.get("flaky") ?? 0} packages={packages} />
    </>
  );
}

interface EndedProps {
  readonly filter: "failed" | "flaky";
  readonly title: string;
  /** How many of them are open at first. */
  readonly open: number;
  readonly count: number;
  readonly packages: readonly PageTestPackage[];
}

/** Tests that ended in one way. */
function Ended({ filter, title, open, count, packages }: EndedProps): JSX.Element | null {
  if (count === 0) return null;
  return (
    <section class={`card ${filter === "failed" ? "bad" : "warn"}-edge`}>
      <h3>
        {title} <span class="count">{formatCount(count)}</span>
      </h3>
      <ul class="rows">
        {shownTests(packages, { filter, search: "", byTime: false })
          .slice(0, shownFailures)
          .map((test, index) => (
            <li>
              <TestRow test={test} named open={index < open} />
            </li>
          ))}
      </ul>
      {count > shownFailures ? (
        <p class="more">
          <a href={routeTo("tests", { status: filter })}>All {formatCount(count)}</a>
        </p>
      ) : null}
    </section>
  );
}
