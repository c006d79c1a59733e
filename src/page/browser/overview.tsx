import type { JSX } from "preact";
import { plural } from "../../text/format.ts";
import type { PageOverview } from "../data.ts";
import { Cards } from "./cards.tsx";
import { FailedTests } from "./failed-tests.tsx";
import { Findings } from "./findings.tsx";
import { Modules } from "./modules.tsx";
import { Command, Facts, Prose } from "./parts.tsx";
import { Stages } from "./stages.tsx";

/** What one wants to know first: what broke and where, then what there is. */
export function OverviewView({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const { reasons, findings, modules, looks, warnings, notices } = overview;
  return (
    <>
      <h2 tabIndex={-1} class="vh">
        Overview
      </h2>
      {reasons.length === 0 ? null : (
        <section class={`card ${overview.tone}-edge`}>
          <h3>Why</h3>
          <Texts texts={reasons} />
        </section>
      )}
      <Findings findings={findings.filter(({ basic }) => basic)} />
      <FailedTests overview={overview} />
      <Findings findings={findings.filter(({ basic }) => !basic)} />
      <Remedy overview={overview} />
      <Cards overview={overview} />
      {modules === null ? null : <Modules modules={modules} looks={looks} />}
      <Stages overview={overview} />
      <Said title="Warnings" lines={warnings} />
      <Said title="Notes" lines={notices} />
      <ThisRun overview={overview} />
    </>
  );
}

/** What the run has to say beside its stages. */
function Said({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Texts texts={lines} />
    </section>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }): JSX.Element {
  return (
    <ul>
      {texts.map((text) => (
        <li>
          <Prose text={text} />
        </li>
      ))}
    </ul>
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

function ThisRun({ overview: { facts, beside } }: { readonly overview: PageOverview }): JSX.Element {
  return (
    <section>
      <h3>This run</h3>
      <Facts facts={facts} />
      <h4>Files beside this page</h4>
      <ul class="beside">
        {beside.map(({ name, about }) => (
          <li>
            <a href={name}>
              <code>{name}</code>
            </a>{" "}
            <span class="muted">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
