import type { JSX } from "preact";
import { formatDuration } from "../../text/format.ts";
import type { PageOverview, PageSpan } from "../data.ts";
import { routeTo } from "../route.ts";
import { Name, Paged, Status } from "./parts.tsx";

/** When the stages ran, and what the run waited for. */
export function TimelineView({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const { spans, wallMs, sumMs } = overview.timeline;
  return (
    <>
      <h2 tabIndex={-1}>Timeline</h2>
      {spans.length === 0 ? (
        <p>No stage ran.</p>
      ) : (
        <p class="muted">
          {formatDuration(wallMs)} from the first start to the last end; the stages one after the other would have taken
          up to {formatDuration(sumMs)}. What the end of the run waited for is marked{" "}
          <b class="chain-mark">critical path</b>.
        </p>
      )}
      <Paged items={spans} what="stages" about="">
        {(shown) => (
          <table class="timeline">
            <thead>
              <Head wallMs={wallMs} />
            </thead>
            <tbody>
              {shown.map((span) => (
                <SpanRow span={span} overview={overview} />
              ))}
            </tbody>
          </table>
        )}
      </Paged>
    </>
  );
}

function Head({ wallMs }: { readonly wallMs: number }): JSX.Element {
  return (
    <tr>
      <th scope="col">Stage</th>
      <th scope="col" class="right">
        Start
      </th>
      <th scope="col" class="right">
        Time
      </th>
      <th scope="col" class="gantt">
        <span class="axis" aria-hidden="true">
          <span>0</span>
          <span>{formatDuration(wallMs / 2)}</span>
          <span>{formatDuration(wallMs)}</span>
        </span>
        <span class="vh">When</span>
      </th>
    </tr>
  );
}

function SpanRow({ span, overview }: { readonly span: PageSpan; readonly overview: PageOverview }): JSX.Element {
  const { stage, startMs, durationMs, status, cached, chain } = span;
  const wall = Math.max(1, overview.timeline.wallMs);
  const look = overview.looks[status];
  const log = overview.stages.find(({ id }) => id === stage)?.log ?? null;
  return (
    <tr>
      <th scope="row">
        <Status look={look} words="" />{" "}
        {log === null ? (
          <Name text={stage} />
        ) : (
          <a href={routeTo("logs", { stage })}>
            <Name text={stage} />
          </a>
        )}
        <span class="vh">{status}</span>
        {cached ? <span class="muted"> cached</span> : null}
      </th>
      <td class="right" data-label="start">
        {formatDuration(startMs)}
      </td>
      <td class="right" data-label="time">
        {formatDuration(durationMs)}
      </td>
      <td class="gantt">
        <span class="track">
          <span
            class={`span ${look.tone}${cached ? " cached" : ""}${chain === null ? "" : " chain"}`}
            style={{ left: `${(startMs / wall) * 100}%`, width: `max(3px, ${(durationMs / wall) * 100}%)` }}
          />
        </span>
        {chain === null ? null : <span class="chain-words">{chainWords(chain)}</span>}
      </td>
    </tr>
  );
}

function chainWords({ after, waitedMs }: NonNullable<PageSpan["chain"]>): string {
  if (after === null) return "critical path";
  const waited = waitedMs < 100 ? "" : `, ${formatDuration(waitedMs)} after it`;
  return `critical path: began when ${after === "need" ? "what it needs was done" : "a stage before had ended"}${waited}`;
}
