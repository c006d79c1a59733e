import type { JSX } from "preact";
import { formatDuration, plural } from "../../text/format.ts";
import type { PageOverview, PageStage } from "../data.ts";
import { routeTo } from "../route.ts";
import { usePrinting } from "./navigation.tsx";
import { Command, Name, Paged, Prose, Status } from "./parts.tsx";

/** All stages; with several modules, those in trouble before all. */
export function Stages({ overview }: { readonly overview: PageOverview }): JSX.Element {
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
            <Prose text={words} />
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
