import type { JSX } from "preact";
import { formatBytes } from "../../text/format.ts";
import type { PageLog, PageOverview, PageStage, Tone } from "../data.ts";
import { type Route, routeTo } from "../route.ts";
import { readBlock, useLoaded } from "./blocks.tsx";
import { Name, Output, Paged, Status } from "./parts.tsx";

/** What the stages printed, as far as there is room. */
export function LogsView({ overview, route }: { readonly overview: PageOverview; readonly route: Route }): JSX.Element {
  const logged = overview.stages.filter(({ log }) => log !== null);
  const first = (tone: Tone): PageStage | undefined =>
    logged.find(({ status }) => overview.looks[status].tone === tone);
  // What broke is what one looks for.
  const stage = logged.find(({ id }) => id === route.params["stage"]) ?? first("bad") ?? first("warn") ?? logged[0];
  return (
    <>
      <h2 tabIndex={-1}>Logs</h2>
      {stage === undefined ? (
        <p>No stage has written a log.</p>
      ) : (
        <div class="logs">
          <nav aria-label="Logs">
            <Paged items={logged} what="logs" about="">
              {(shown) => (
                <ul class="plain">
                  {shown.map(({ id, status }) => (
                    <li>
                      <a href={routeTo("logs", { stage: id })} aria-current={id === stage.id ? "true" : undefined}>
                        <Status look={overview.looks[status]} words="" /> <Name text={id} />
                        <span class="vh">{status}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </Paged>
          </nav>
          <Log key={stage.id} block={stage.log ?? ""} />
        </div>
      )}
    </>
  );
}

function Log({ block }: { readonly block: string }): JSX.Element {
  const loaded = useLoaded();
  const log = readBlock<PageLog>(block);
  if (log === null) return <p class="muted">{loaded ? "The log is not in this page." : "Loading …"}</p>;
  const { stage, path, bytes, head, tail } = log;
  return (
    <section class="log">
      <h3>
        <Name text={stage} />
      </h3>
      <p class="muted">
        <a href={path}>{path}</a> {formatBytes(bytes)}
        {tail === null ? "" : "; this page has its beginning and its end"}
      </p>
      {head === "" && tail === null ? <p>It is empty.</p> : <Output text={head} label={`Log of ${stage}`} />}
      {tail === null ? null : (
        <>
          <p class="cut">
            … the rest is in <a href={path}>{path}</a> …
          </p>
          <Output text={tail} label={`End of the log of ${stage}`} />
        </>
      )}
    </section>
  );
}
