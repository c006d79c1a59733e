import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { formatDuration, plural } from "../../text/format.ts";
import { blockIds, type PageOverview, type PageTestNote, type PageTestPackage } from "../data.ts";
import type { Route } from "../route.ts";
import { noteOf, shownTests, slowest, type TestFilter, type TestRef, testFilters } from "../shown-tests.ts";
import { readBlock, useLoaded } from "./blocks.tsx";
import { go, usePrinting } from "./navigation.tsx";
import { Command, Name, Output, Paged, Place, Shown, Status, tones } from "./parts.tsx";
import { Search } from "./search.tsx";

/** All tests: to be searched, by how they ended, the slowest. */
export function TestsView({
  overview,
  route,
}: {
  readonly overview: PageOverview;
  readonly route: Route;
}): JSX.Element {
  const packages = readBlock<readonly PageTestPackage[]>(blockIds.tests) ?? [];
  const counts = new Map(overview.tests?.counts.map(({ state, count }) => [state, count]));
  const filter = testFilters.find((known) => known === route.params["status"]) ?? "all";
  const search = route.params["search"] ?? "";
  const byTime = route.params["sort"] === "time";
  const found = useMemo(() => shownTests(packages, { filter, search, byTime }), [filter, search, byTime]);
  const show = (changed: Readonly<Record<string, string>>): void => go("tests", { ...route.params, ...changed }, true);
  const broken = packages.filter(isBroken);
  return (
    <>
      <h2 tabIndex={-1}>Tests</h2>
      <div class="controls">
        <Search label="Search tests and packages" value={search} onChange={(text) => show({ search: text })} />
        <div role="group" aria-label="Which tests" class="chips">
          {testFilters
            .filter((name) => name === "all" || name === "slow" || name === filter || (counts.get(name) ?? 0) > 0)
            .map((name) => (
              <button
                type="button"
                aria-pressed={name === filter}
                onClick={() => show({ status: name === "all" ? "" : name })}
              >
                {chipWords(name, counts, overview)}
              </button>
            ))}
        </div>
        {filter === "slow" ? null : (
          <label class="choice">
            <input
              type="checkbox"
              checked={byTime}
              onChange={(event) => show({ sort: event.currentTarget.checked ? "time" : "" })}
            />
            Longest first
          </label>
        )}
      </div>
      {overview.tests === null ? <p>No tests ran.</p> : null}
      {overview.tests?.notes.map((note) => (
        <p class="muted">
          <Shown text={note} />
        </p>
      ))}
      {broken.length > 0 && (filter === "all" || filter === "failed") && search === "" ? (
        <BrokenPackages packages={broken} />
      ) : null}
      <p role="status" class="muted">
        {plural(found.length, "test")}
        {filter === "slow" ? ` that took longest, of at most ${slowest}` : ""}
      </p>
      <Paged items={found} what="tests" about={`${filter} ${search} ${byTime}`}>
        {(shown) => <TestList tests={shown} grouped={filter !== "slow" && !byTime} />}
      </Paged>
    </>
  );
}

function chipWords(name: TestFilter, counts: ReadonlyMap<string, number>, { tests }: PageOverview): string {
  if (name === "slow") return "Slowest";
  const all = (tests?.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const count = name === "all" ? all : (counts.get(name) ?? 0);
  return `${name[0]?.toUpperCase()}${name.slice(1)} ${count.toLocaleString("en")}`;
}

/** Failed without a failing test. */
export function isBroken({ status, reason }: PageTestPackage): boolean {
  return status === "failed" && reason !== null;
}

export function BrokenPackages({ packages }: { readonly packages: readonly PageTestPackage[] }): JSX.Element {
  return (
    <section class="card bad-edge">
      <h3>Packages that failed as a whole</h3>
      <Paged items={packages} what="packages" about="">
        {(shown) => (
          <ul class="plain">
            {shown.map(({ path, module, reason }) => (
              <li>
                <Status look={{ sign: "✗", tone: "bad" }} words="" /> <Name text={path} />{" "}
                {module === null ? null : <span class="muted">in {module} </span>}
                <Shown text={reason ?? "failed"} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

/** Tests one below the other, under their packages where they stand together. */
function TestList({ tests, grouped }: { readonly tests: readonly TestRef[]; readonly grouped: boolean }): JSX.Element {
  if (!grouped) return <Rows tests={tests} named />;
  const groups: { of: PageTestPackage; tests: TestRef[] }[] = [];
  for (const test of tests) {
    const last = groups.at(-1);
    if (last?.of === test.of) last.tests.push(test);
    else groups.push({ of: test.of, tests: [test] });
  }
  return (
    <>
      {groups.map((group) => (
        <section class="group">
          <h3>
            <Name text={group.of.path} />
            <span class="muted">
              {group.of.module === null ? "" : `${group.of.module} · `}
              {formatDuration(group.of.ms)}
              {group.of.cached ? " · cached" : ""}
              {group.of.attempts > 1 ? ` · ${group.of.attempts} attempts` : ""}
            </span>
          </h3>
          <Rows tests={group.tests} named={false} />
        </section>
      ))}
    </>
  );
}

function Rows({ tests, named }: { readonly tests: readonly TestRef[]; readonly named: boolean }): JSX.Element {
  return (
    <ul class="rows">
      {tests.map((test) => (
        <li key={`${test.of.path} ${test.index}`}>
          <TestRow test={test} named={named} open={false} />
        </li>
      ))}
    </ul>
  );
}

interface TestRowProps {
  readonly test: TestRef;
  /** With the name of its package. */
  readonly named: boolean;
  readonly open: boolean;
}

export function TestRow({ test, named, open }: TestRowProps): JSX.Element {
  const printing = usePrinting();
  const { of, index } = test;
  const note = noteOf(test);
  const look = tones[of.ends[index] ?? ""];
  const ms = of.times[index] ?? null;
  const line = (
    <>
      {look === undefined ? null : <Status look={look} words={look.words} />}
      <span class="what">
        <Name text={of.names[index] ?? ""} />
        {note?.said === undefined && note?.reason === undefined ? null : (
          <span class="said">
            <Shown text={note.said ?? note.reason ?? ""} />
          </span>
        )}
        {named ? (
          <span class="muted within">
            <Shown text={of.path} />
          </span>
        ) : null}
      </span>
      <span class="number muted">{ms === null ? "" : formatDuration(ms)}</span>
    </>
  );
  if (note === null) return <div class="row">{line}</div>;
  return (
    <details open={open || printing}>
      <summary class="row">{line}</summary>
      <TestNote note={note} />
    </details>
  );
}

function TestNote({ note }: { readonly note: PageTestNote }): JSX.Element {
  const { path = null, line = null, reason, attributes = [], artifacts = [], command, output, cut } = note;
  return (
    <div class="note">
      {path === null ? null : (
        <p>
          at <Place path={path} line={line} />
        </p>
      )}
      {reason === undefined ? null : (
        <p>
          Skipped: <Shown text={reason} />
        </p>
      )}
      {output === undefined ? null : <Told block={output} />}
      {cut === true ? (
        <p class="muted">Its output found no room here; report.json and the log of the stage have it.</p>
      ) : null}
      {attributes.length === 0 ? null : (
        <dl class="facts">
          {attributes.map(([key, value]) => (
            <div>
              <dt>
                <Shown text={key} />
              </dt>
              <dd>
                <Shown text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {artifacts.map((dir) => (
        <p>
          Artifacts: <Name text={dir} />
        </p>
      ))}
      {command === undefined ? null : <Command text={command} />}
    </div>
  );
}

function Told({ block }: { readonly block: string }): JSX.Element {
  const loaded = useLoaded();
  const text = readBlock<string>(block);
  if (text === null) return <p class="muted">{loaded ? "Its output is not here." : "Loading …"}</p>;
  return <Output text={text} label="Output of the test" />;
}
