import type { JSX } from "preact";
import { formatCount, formatDuration, formatPercent, plural } from "../../text/format.ts";
import type { PageCoverageTotals, PageOverview } from "../data.ts";
import { routeTo } from "../route.ts";
import { PatchWords } from "./change.tsx";
import { Bar, Status, toneOf } from "./parts.tsx";

/** Tests, coverage and stages in numbers, which lead to their views. */
export function Cards({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const { tests, coverage, stageCounts } = overview;
  return (
    <div class="cards">
      {tests === null ? null : (
        <a class="card" href={routeTo("tests")}>
          <span class="card-name">Tests</span>
          <Counts counts={tests.counts} />
          <span class="muted">in {plural(tests.packages, "package")}</span>
        </a>
      )}
      {coverage === null ? null : (
        <a class="card" href={routeTo("coverage")}>
          <span class="card-name">Coverage</span>
          <span class="big">{formatPercent(coverage.percent)}</span>
          <Bar percent={coverage.percent} />
          <span class="muted">
            {formatCount(coverage.covered)} of {formatCount(coverage.statements)} statements
          </span>
          {coverage.missing.length === 0 ? null : (
            <span class="warn">no profile from {plural(coverage.missing.length, "package")}</span>
          )}
          {coverage.change?.patch == null ? null : (
            <span class="muted">
              <PatchWords patch={coverage.change.patch} />
            </span>
          )}
          <Limits coverage={coverage} />
        </a>
      )}
      <a class="card" href={routeTo("timeline")}>
        <span class="card-name">Stages</span>
        <Counts counts={stageCounts} />
        <span class="muted">{formatDuration(overview.durationMs)} in all</span>
      </a>
    </div>
  );
}

function Counts({ counts }: { readonly counts: PageOverview["stageCounts"] }): JSX.Element {
  const shown = counts.filter(({ count }) => count > 0);
  return (
    <span class="counts">
      {shown.map(({ state, count }) => (
        <span class={toneOfState(state)}>
          <b>{formatCount(count)}</b> {state}
        </span>
      ))}
      {shown.length === 0 ? <span>none</span> : null}
    </span>
  );
}

function toneOfState(state: string): string {
  if (state === "errored") return "bad";
  return state === "warned" || state === "cancelled" ? "warn" : toneOf(state);
}

/** What was asked of coverage; missed limits one by one. */
function Limits({ coverage: { thresholds } }: { readonly coverage: PageCoverageTotals }): JSX.Element | null {
  const total = thresholds.find(({ what }) => what === "total");
  const missed = thresholds.filter(({ met, what }) => !met && what !== "total");
  if (total === undefined && missed.length === 0) return null;
  return (
    <span class="limits">
      {total === undefined ? null : (
        <Status
          look={total.met ? { sign: "✓", tone: "good" } : { sign: "✗", tone: "bad" }}
          words={`threshold ${total.floor} % ${total.met ? "met" : "missed"}`}
        />
      )}
      {missed.length === 0 ? null : (
        <Status
          look={{ sign: "✗", tone: "bad" }}
          words={`${plural(missed.length, total === undefined ? "limit" : "more limit")} missed`}
        />
      )}
    </span>
  );
}
