import type { JSX } from "preact";
import { formatDuration, formatPercent, plural } from "../../text/format.ts";
import {
  blockIds,
  type PageCoverageTotals,
  type PageFinding,
  type PageModules,
  type PageOverview,
  type PageStage,
  type PageTestPackage,
} from "../data.ts";
import { routeTo } from "../route.ts";
import { shownTests } from "../shown-tests.ts";
import { readBlock } from "./blocks.tsx";
import { PatchWords } from "./change.tsx";
import { usePrinting } from "./navigation.tsx";
import { Bar, Command, Facts, Name, Output, Paged, Place, Shown, Status, toneOf } from "./parts.tsx";
import { BrokenPackages, isBroken, TestRow } from "./tests.tsx";

/** What one wants to know first: what broke and where, then what there is. */
export function OverviewView({ overview }: { readonly overview: PageOverview }): JSX.Element {
  return (
    <>
      <h2 tabIndex={-1} class="vh">
        Overview
      </h2>
      {overview.reasons.length > 0 ? (
        <section class={`card ${overview.tone}-edge`}>
          <h3>Why</h3>
          <ul>
            {overview.reasons.map((reason) => (
              <li>
                <Shown text={reason} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Findings findings={overview.findings.filter(({ basic }) => basic)} />
      <FailedTests overview={overview} />
      <Findings findings={overview.findings.filter(({ basic }) => !basic)} />
      <Remedy overview={overview} />
      <Cards overview={overview} />
      {overview.modules === null ? null : <Modules modules={overview.modules} overview={overview} />}
      <Stages overview={overview} />
      {overview.warnings.length > 0 ? (
        <section>
          <h3>Warnings</h3>
          <ul>
            {overview.warnings.map((warning) => (
              <li>
                <Shown text={warning} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h3>This run</h3>
        <Facts facts={overview.facts} />
        <h4>Files beside this page</h4>
        <ul class="beside">
          {overview.beside.map(({ name, about }) => (
            <li>
              <a href={name}>
                <code>{name}</code>
              </a>{" "}
              <span class="muted">{about}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Cards({ overview }: { readonly overview: PageOverview }): JSX.Element {
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
            {coverage.covered.toLocaleString("en")} of {coverage.statements.toLocaleString("en")} statements
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
          <b>{count.toLocaleString("en")}</b> {state}
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
export function Limits({ coverage: { thresholds } }: { readonly coverage: PageCoverageTotals }): JSX.Element | null {
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

const shownFailures = 20;

function FailedTests({ overview }: { readonly overview: PageOverview }): JSX.Element | null {
  const counts = new Map(overview.tests?.counts.map(({ state, count }) => [state, count]));
  const [failed = 0, flaky = 0] = [counts.get("failed"), counts.get("flaky")];
  const packages = readBlock<readonly PageTestPackage[]>(blockIds.tests) ?? [];
  const broken = packages.filter(isBroken);
  const list = (filter: "failed" | "flaky", count: number, title: string, open: number): JSX.Element | null =>
    count === 0 ? null : (
      <section class={`card ${filter === "failed" ? "bad" : "warn"}-edge`}>
        <h3>
          {title} <span class="count">{count.toLocaleString("en")}</span>
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
            <a href={routeTo("tests", { status: filter })}>All {count.toLocaleString("en")}</a>
          </p>
        ) : null}
      </section>
    );
  return (
    <>
      {broken.length === 0 ? null : <BrokenPackages packages={broken} />}
      {list("failed", failed, "Failed tests", 3)}
      {list("flaky", flaky, "Flaky tests", 0)}
    </>
  );
}

function Findings({ findings }: Pick<PageOverview, "findings">): JSX.Element | null {
  if (findings.length === 0) return null;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => {
        const found = findings.filter((finding) => finding.kind === kind);
        const bad = found.some(({ level }) => level === "error");
        return (
          <section class={`card ${bad ? "bad" : "warn"}-edge`}>
            <h3>
              {kind} <span class="count">{found.length.toLocaleString("en")}</span>
            </h3>
            <Paged items={found} what="findings" about={kind}>
              {(shown) => (
                <ul class="rows">
                  {shown.map((finding, index) => (
                    <li>
                      <FindingRow finding={finding} open={index < 3} />
                    </li>
                  ))}
                </ul>
              )}
            </Paged>
          </section>
        );
      })}
    </>
  );
}

/** What leads on from the findings. */
function Remedy({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const { moreFindings, fix } = overview;
  return (
    <>
      {moreFindings === 0 ? null : <p class="muted">{plural(moreFindings, "more finding")} in report.json</p>}
      {fix === null ? null : (
        <section>
          <h3>What tools would change, as one patch</h3>
          <Command text={fix} />
        </section>
      )}
    </>
  );
}

function FindingRow({ finding, open }: { readonly finding: PageFinding; readonly open: boolean }): JSX.Element {
  const printing = usePrinting();
  const { level, style, path, line, column, title, message, stages } = finding;
  const [first = "", ...others] = message.trimEnd().split("\n");
  const look = level === "error" ? { sign: "✗", tone: "bad" as const } : { sign: "!", tone: "warn" as const };
  const single = style === "line" && others.length === 0;
  const start = (
    <>
      <Status look={look} words={level} />
      <span class="what">
        {path === null ? null : single ? <Place {...{ path, line, column }} /> : <Name text={path} />}
        <span class={single ? "message" : "said"}>
          <Shown text={single ? first : title} />
        </span>
        <span class="muted within">
          <Shown text={stages.join(", ")} />
        </span>
      </span>
    </>
  );
  if (single) return <div class="row">{start}</div>;
  return (
    <details open={open || printing}>
      <summary class="row">{start}</summary>
      <div class="note">
        {path === null ? null : (
          <p>
            at <Place {...{ path, line, column }} />
          </p>
        )}
        <Output text={message} label={title} diff={style === "diff"} />
      </div>
    </details>
  );
}

function Modules({
  modules,
  overview,
}: {
  readonly modules: PageModules;
  readonly overview: PageOverview;
}): JSX.Element {
  return (
    <section>
      <h3>Modules</h3>
      <div class="scrolls" tabIndex={0} role="region" aria-label="Modules">
        <table>
          <thead>
            <tr>
              <th scope="col">Module</th>
              {modules.gates.map((gate) => (
                <th scope="col">
                  <Shown text={gate} />
                </th>
              ))}
              <th scope="col">Tests</th>
              <th scope="col" class="right">
                Coverage
              </th>
              <th scope="col" class="right">
                Time
              </th>
            </tr>
          </thead>
          <tbody>
            {modules.rows.map(({ dir, cells, tests, percent, durationMs }) => (
              <tr>
                <th scope="row">
                  <Name text={dir} />
                </th>
                {cells.map((cell) => (
                  <td>
                    {cell === null ? (
                      "–"
                    ) : (
                      <Status
                        look={overview.looks[cell.status]}
                        words={cell.count === cell.of ? cell.status : `${cell.count} of ${cell.of} ${cell.status}`}
                      />
                    )}
                  </td>
                ))}
                <td>{tests}</td>
                <td class="right">{formatPercent(percent)}</td>
                <td class="right">{durationMs === null ? "–" : formatDuration(durationMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Stages({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const printing = usePrinting();
  const { stages, looks, modules } = overview;
  if (modules === null) {
    return (
      <section>
        <h3>Stages</h3>
        {stages.length === 0 ? <p>Nothing was run.</p> : <StageList stages={stages} overview={overview} />}
      </section>
    );
  }
  const troubled = stages.filter(({ status }) => ["bad", "warn"].includes(looks[status].tone));
  return (
    <section>
      <h3>Stages</h3>
      <StageList stages={troubled} overview={overview} />
      <details open={printing}>
        <summary class="all">All {plural(stages.length, "stage")}</summary>
        <StageList stages={stages} overview={overview} />
      </details>
    </section>
  );
}

interface StageListProps {
  readonly stages: readonly PageStage[];
  readonly overview: PageOverview;
}

function StageList({ stages, overview }: StageListProps): JSX.Element {
  return (
    <Paged items={stages} what="stages" about="">
      {(shown) => (
        <ul class="rows">
          {shown.map((stage) => (
            <li>
              <StageRow stage={stage} overview={overview} />
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}

function StageRow({ stage, overview }: { readonly stage: PageStage; readonly overview: PageOverview }): JSX.Element {
  const { id, status, ran, durationMs, cached, reason, command, log } = stage;
  const words = [...(cached ? ["cached"] : []), ...(reason === null ? [] : [reason])].join(", ");
  return (
    <details>
      <summary class="row">
        <Status look={overview.looks[status]} words={status} />
        <span class="what">
          <Name text={id} />
          <span class="said">
            <Shown text={words} />
          </span>
        </span>
        <span class="number muted">{ran ? formatDuration(durationMs) : ""}</span>
      </summary>
      <div class="note">
        <Command text={command} />
        {log === null ? (
          <p class="muted">It has no log.</p>
        ) : (
          <p>
            <a href={routeTo("logs", { stage: id })}>Log of {id}</a>
          </p>
        )}
      </div>
    </details>
  );
}
