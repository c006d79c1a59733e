import type { JSX } from "preact";
import { formatCount } from "../../text/format.ts";
import type { PageFinding, PageOverview } from "../data.ts";
import { usePrinting } from "./navigation.tsx";
import { Name, Output, Paged, Place, Shown, Status } from "./parts.tsx";

/** What was found, by kind, the worst open. */
export function Findings({ findings }: Pick<PageOverview, "findings">): JSX.Element | null {
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
              {kind} <span class="count">{formatCount(found.length)}</span>
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
