import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { formatCount, plural } from "../../text/format.ts";
import type { PageCounted, PageFiles } from "../data.ts";
import { type Route, routeTo } from "../route.ts";
import { countedFiles, type FileQuery, percentOf, type SortKey, shownFiles } from "../shown-files.ts";
import { go } from "./navigation.tsx";
import { Name, Paged, Share } from "./parts.tsx";

type Mode = "files" | "packages";

const columns: readonly { readonly key: SortKey; readonly title: string }[] = [
  { key: "percent", title: "Coverage" },
  { key: "uncovered", title: "Uncovered" },
  { key: "statements", title: "Statements" },
];

interface CoverageListProps {
  readonly files: PageFiles;
  readonly mode: Mode;
  readonly search: string;
  readonly onlyUncovered: boolean;
  readonly route: Route;
}

/** Files or packages one below the other, in an order that readers choose. */
export function CoverageList({ files, mode, search, onlyUncovered, route }: CoverageListProps): JSX.Element {
  const sort = (["path", ...columns.map(({ key }) => key)] as const).find((key) => key === route.params["sort"]);
  const query = { search, onlyUncovered, sort: sort ?? "percent", descending: route.params["order"] === "down" };
  const about = JSON.stringify([mode, query]);
  const rows = useMemo(() => shownFiles(mode === "files" ? countedFiles(files.files) : files.packages, query), [about]);
  return (
    <>
      <p role="status" class="muted">
        {plural(rows.length, mode === "files" ? "file" : "package")}
      </p>
      <Paged items={rows} what={mode} about={about}>
        {(shown) => (
          <table class="counted">
            <thead>
              <tr>
                <SortedBy column="path" title={mode === "files" ? "File" : "Package"} query={query} route={route} />
                {columns.map(({ key, title }) => (
                  <SortedBy column={key} title={title} query={query} route={route} />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.path} row={row} mode={mode} />
              ))}
            </tbody>
          </table>
        )}
      </Paged>
    </>
  );
}

interface SortedByProps {
  readonly column: SortKey;
  readonly title: string;
  readonly query: FileQuery;
  readonly route: Route;
}

/** The head of a column, by which rows are ordered at a click, the other way round at the next. */
function SortedBy({ column, title, query, route }: SortedByProps): JSX.Element {
  const sorted = query.sort === column;
  const order = sorted && !query.descending ? "down" : "";
  return (
    <th
      scope="col"
      class={column === "path" ? undefined : "right"}
      aria-sort={sorted ? (query.descending ? "descending" : "ascending") : undefined}
    >
      <button type="button" class="sort" onClick={() => go("coverage", { ...route.params, sort: column, order }, true)}>
        {title}
        <span aria-hidden="true">{sorted ? (query.descending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

function Row({ row, mode }: { readonly row: PageCounted; readonly mode: Mode }): JSX.Element {
  const name = <Name text={row.path} />;
  return (
    <tr>
      <th scope="row">{mode === "files" ? <a href={routeTo("file", { path: row.path })}>{name}</a> : name}</th>
      <td class="right">
        <Share percent={percentOf(row)} />
      </td>
      <td class="right">{formatCount(row.statements - row.covered)}</td>
      <td class="right">{formatCount(row.statements)}</td>
    </tr>
  );
}
