import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { formatCount, formatDuration, plural } from "../../text/format.ts";
import { blockIds, type PageOverview, type PageTestPackage } from "../data.ts";
import type { Route } from "../route.ts";
import { shownTests, slowest, type TestFilter, type TestQuery, type TestRef, testFilters } from "../shown-tests.ts";
import { readBlock } from "./blocks.tsx";
import { BrokenPackages, isBroken } from "./broken-packages.tsx";
import { go } from "./navigation.tsx";
import { Name, Paged, Shown } from "./parts.tsx";
import { Search } from "./search.tsx";
import { TestRow } from "./test-row.tsx";

interface TestsProps {
  readonly overview: PageOverview;
  readonly route: Route;
}

/** All tests: to be searched, by how they ended, the slowest. */
export function TestsView({ overview, route }: TestsProps): JSX.Element {
  const packages = readBlock<readonly PageTestPackage[]>(blockIds.tests) ?? [];
  const query = queryOf(route);
  const { filter, search, byTime } = query;
  const found = useMemo(() => shownTests(packages, query), [filter, search, byTime]);
  const broken = packages.filter(isBroken);
  return (
    <>
      <h2 tabIndex={-1}>Tests</h2>
      <Controls overview={overview} route={route} query={query} />
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

/** What the address of the view asks for. */
function queryOf({ params }: Route): TestQuery {
  return {
    filter: testFilters.find((known) => known === params["status"]) ?? "all",
    search: params["search"] ?? "",
    byTime: params["sort"] === "time",
  };
}

interface ControlsProps extends TestsProps {
  readonly query: TestQuery;
}

function Controls({ overview, route, query: { filter, search, byTime } }: ControlsProps): JSX.Element {
  const counts = new Map(overview.tests?.counts.map(({ state, count }) => [state, count]));
  const show = (changed: Readonly<Record<string, string>>): void => go("tests", { ...route.params, ...changed }, true);
  return (
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
  );
}

function chipWords(name: TestFilter, counts: ReadonlyMap<string, number>, { tests }: PageOverview): string {
  if (name === "slow") return "Slowest";
  const all = (tests?.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const count = name === "all" ? all : (counts.get(name) ?? 0);
  return `${name[0]?.toUpperCase()}${name.slice(1)} ${formatCount(count)}`;
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
