import type { JSX } from "preact";
import { formatCount, formatPercent } from "../../text/format.ts";
import { blockIds, type PageCoverageTotals, type PageFiles, type PageOverview } from "../data.ts";
import type { Route } from "../route.ts";
import { readBlock } from "./blocks.tsx";
import { Change } from "./change.tsx";
import { CoverageList } from "./coverage-list.tsx";
import { CoverageTree } from "./coverage-tree.tsx";
import { go } from "./navigation.tsx";
import { Bar, Name, Paged, Status } from "./parts.tsx";
import { Search } from "./search.tsx";

const modes = ["tree", "files", "packages"] as const;
type Mode = (typeof modes)[number];

/** Statements that tests reached: by directory, by file, by package. */
export function CoverageView({
  overview: { coverage },
  route,
}: {
  readonly overview: PageOverview;
  readonly route: Route;
}): JSX.Element {
  const files = readBlock<PageFiles>(blockIds.files);
  return (
    <>
      <h2 tabIndex={-1}>Coverage</h2>
      {files === null || coverage === null ? (
        <p>No coverage was measured.</p>
      ) : (
        <>
          <Total coverage={coverage} />
          {coverage.change === null ? null : <Change change={coverage.change} />}
          <MissedLimits coverage={coverage} />
          <NotCounted packages={coverage.missing} />
          <Files files={files} route={route} />
        </>
      )}
    </>
  );
}

function Total({ coverage }: { readonly coverage: PageCoverageTotals }): JSX.Element {
  return (
    <p class="total">
      <span class="big">{formatPercent(coverage.percent)}</span> <Bar percent={coverage.percent} />{" "}
      <span class="muted">
        {formatCount(coverage.covered)} of {formatCount(coverage.statements)} statements
      </span>
    </p>
  );
}

function MissedLimits({ coverage }: { readonly coverage: PageCoverageTotals }): JSX.Element | null {
  // Said of the change already.
  const told = coverage.change?.patch != null;
  const missed = coverage.thresholds.filter(({ met, what }) => !met && !(told && what === "patch"));
  if (missed.length === 0) return null;
  return (
    <section class="card bad-edge">
      <h3>Missed limits</h3>
      <Paged items={missed} what="limits" about="">
        {(shown) => (
          <ul class="plain">
            {shown.map(({ what, name, floor, percent }) => (
              <li>
                <Status look={{ sign: "✗", tone: "bad" }} words="" /> {what === "patch" ? "change" : what}{" "}
                {name === null ? null : <Name text={name} />} {formatPercent(percent)} of {floor} %
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function NotCounted({ packages }: { readonly packages: readonly string[] }): JSX.Element | null {
  if (packages.length === 0) return null;
  return (
    <section class="card warn-edge">
      <h3>Not counted: no coverage profile</h3>
      <Paged items={packages} what="packages" about="">
        {(shown) => (
          <ul class="plain">
            {shown.map((name) => (
              <li>
                <Name text={name} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

/** Files or packages, as the address of the view asks for them. */
function Files({ files, route }: { readonly files: PageFiles; readonly route: Route }): JSX.Element {
  const mode = modes.find((known) => known === route.params["by"]) ?? "tree";
  const search = route.params["search"] ?? "";
  const onlyUncovered = route.params["only"] === "uncovered";
  return (
    <>
      {files.left === null ? null : <p class="muted">{files.left}</p>}
      <Controls {...{ mode, search, onlyUncovered, route }} />
      {mode === "tree" ? (
        <CoverageTree files={files} search={search} onlyUncovered={onlyUncovered} />
      ) : (
        <CoverageList {...{ files, mode, search, onlyUncovered, route }} />
      )}
    </>
  );
}

interface ControlsProps {
  readonly mode: Mode;
  readonly search: string;
  readonly onlyUncovered: boolean;
  readonly route: Route;
}

function Controls({ mode, search, onlyUncovered, route }: ControlsProps): JSX.Element {
  const show = (changed: Readonly<Record<string, string>>): void =>
    go("coverage", { ...route.params, ...changed }, true);
  return (
    <div class="controls">
      <Search
        label={mode === "packages" ? "Filter packages" : "Filter files"}
        value={search}
        onChange={(text) => show({ search: text })}
      />
      <div role="group" aria-label="Coverage by" class="chips">
        {modes.map((name) => (
          <button type="button" aria-pressed={name === mode} onClick={() => show({ by: name === "tree" ? "" : name })}>
            {name[0]?.toUpperCase()}
            {name.slice(1)}
          </button>
        ))}
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={onlyUncovered}
          onChange={(event) => show({ only: event.currentTarget.checked ? "uncovered" : "" })}
        />
        Hide what is fully covered
      </label>
    </div>
  );
}
