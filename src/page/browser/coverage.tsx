import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { formatPercent, plural } from "../../text/format.ts";
import { blockIds, type PageCounted, type PageFiles, type PageOverview } from "../data.ts";
import { type Route, routeTo } from "../route.ts";
import { countedFiles, percentOf, type SortKey, shownFiles, type TreeNode, treeOf } from "../shown-files.ts";
import { readBlock } from "./blocks.tsx";
import { Change } from "./change.tsx";
import { go, usePrinting } from "./navigation.tsx";
import { Bar, Name, Paged, Share, Shown, Status } from "./parts.tsx";
import { Search } from "./search.tsx";

const modes = ["tree", "files", "packages"] as const;
type Mode = (typeof modes)[number];

const columns: readonly { readonly key: SortKey; readonly title: string }[] = [
  { key: "percent", title: "Coverage" },
  { key: "uncovered", title: "Uncovered" },
  { key: "statements", title: "Statements" },
];

/** Statements that tests reached: by directory, by file, by package. */
export function CoverageView({
  overview,
  route,
}: {
  readonly overview: PageOverview;
  readonly route: Route;
}): JSX.Element {
  const files = readBlock<PageFiles>(blockIds.files);
  const { coverage } = overview;
  if (files === null || coverage === null) {
    return (
      <>
        <h2 tabIndex={-1}>Coverage</h2>
        <p>No coverage was measured.</p>
      </>
    );
  }
  const mode = modes.find((known) => known === route.params["by"]) ?? "tree";
  const show = (changed: Readonly<Record<string, string>>): void =>
    go("coverage", { ...route.params, ...changed }, true);
  const search = route.params["search"] ?? "";
  const onlyUncovered = route.params["only"] === "uncovered";
  // Said of the change already.
  const told = coverage.change?.patch != null;
  const missed = coverage.thresholds.filter(({ met, what }) => !met && !(told && what === "patch"));
  return (
    <>
      <h2 tabIndex={-1}>Coverage</h2>
      <p class="total">
        <span class="big">{formatPercent(coverage.percent)}</span> <Bar percent={coverage.percent} />{" "}
        <span class="muted">
          {coverage.covered.toLocaleString("en")} of {coverage.statements.toLocaleString("en")} statements
        </span>
      </p>
      {coverage.change === null ? null : <Change change={coverage.change} />}
      {missed.length === 0 ? null : (
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
      )}
      {coverage.missing.length === 0 ? null : (
        <section class="card warn-edge">
          <h3>Not counted: no coverage profile</h3>
          <Paged items={coverage.missing} what="packages" about="">
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
      )}
      {files.left === null ? null : <p class="muted">{files.left}</p>}
      <div class="controls">
        <Search
          label={mode === "packages" ? "Filter packages" : "Filter files"}
          value={search}
          onChange={(text) => show({ search: text })}
        />
        <div role="group" aria-label="Coverage by" class="chips">
          {modes.map((name) => (
            <button
              type="button"
              aria-pressed={name === mode}
              onClick={() => show({ by: name === "tree" ? "" : name })}
            >
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
          Only what is not covered whole
        </label>
      </div>
      {mode === "tree" ? (
        <Tree files={files} search={search} onlyUncovered={onlyUncovered} />
      ) : (
        <List {...{ files, mode, search, onlyUncovered, route }} />
      )}
    </>
  );
}

interface ListProps {
  readonly files: PageFiles;
  readonly mode: Exclude<Mode, "tree">;
  readonly search: string;
  readonly onlyUncovered: boolean;
  readonly route: Route;
}

function List({ files, mode, search, onlyUncovered, route }: ListProps): JSX.Element {
  const sort = (["path", ...columns.map(({ key }) => key)] as const).find((key) => key === route.params["sort"]);
  const query = { search, onlyUncovered, sort: sort ?? "percent", descending: route.params["order"] === "down" };
  const about = JSON.stringify([mode, query]);
  const rows = useMemo(() => shownFiles(mode === "files" ? countedFiles(files.files) : files.packages, query), [about]);
  const header = (key: SortKey, title: string, right: boolean): JSX.Element => {
    const sorted = query.sort === key;
    const next = sorted && !query.descending ? "down" : "";
    return (
      <th
        scope="col"
        class={right ? "right" : undefined}
        aria-sort={sorted ? (query.descending ? "descending" : "ascending") : undefined}
      >
        <button
          type="button"
          class="sort"
          onClick={() => go("coverage", { ...route.params, sort: key, order: next }, true)}
        >
          {title}
          <span aria-hidden="true">{sorted ? (query.descending ? " ↓" : " ↑") : ""}</span>
        </button>
      </th>
    );
  };
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
                {header("path", mode === "files" ? "File" : "Package", false)}
                {columns.map(({ key, title }) => header(key, title, true))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.path}>
                  <th scope="row">
                    {mode === "files" ? (
                      <a href={routeTo("file", { path: row.path })}>
                        <Name text={row.path} />
                      </a>
                    ) : (
                      <Name text={row.path} />
                    )}
                  </th>
                  <Numbers row={row} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Paged>
    </>
  );
}

function Numbers({ row }: { readonly row: PageCounted }): JSX.Element {
  return (
    <>
      <td class="right">
        <Share percent={percentOf(row)} />
      </td>
      <td class="right">{(row.statements - row.covered).toLocaleString("en")}</td>
      <td class="right">{row.statements.toLocaleString("en")}</td>
    </>
  );
}

interface TreeProps {
  readonly files: PageFiles;
  readonly search: string;
  readonly onlyUncovered: boolean;
}

function Tree({ files, search, onlyUncovered }: TreeProps): JSX.Element {
  const rows = useMemo(
    () => shownFiles(countedFiles(files.files), { search, onlyUncovered, sort: "path", descending: false }),
    [search, onlyUncovered],
  );
  const nodes = useMemo(() => treeOf(rows), [rows]);
  const few = rows.length <= 60;
  return (
    <>
      <p role="status" class="muted">
        {plural(rows.length, "file")}
      </p>
      <Level key={`${search} ${onlyUncovered}`} nodes={nodes} open={few} />
    </>
  );
}

function Level({ nodes, open }: { readonly nodes: readonly TreeNode[]; readonly open: boolean }): JSX.Element {
  return (
    <Paged items={nodes} what="entries" about="">
      {(shown) => (
        <ul class="tree">
          {shown.map((node) => (
            <li key={node.path}>
              {node.children === null ? <Leaf node={node} /> : <Branch node={node} open={open || nodes.length === 1} />}
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}

function Branch({ node, open: first }: { readonly node: TreeNode; readonly open: boolean }): JSX.Element {
  const printing = usePrinting();
  const [open, setOpen] = useState(first);
  const shown = open || printing;
  return (
    <>
      <div class="leaf">
        <button type="button" class="branch" aria-expanded={shown} onClick={() => setOpen(!open)}>
          <span aria-hidden="true" class="arrow">
            {shown ? "▾" : "▸"}
          </span>
          <Name text={`${node.name}/`} />
        </button>
        <Amount node={node} />
      </div>
      {shown ? <Level nodes={node.children ?? []} open={false} /> : null}
    </>
  );
}

function Leaf({ node }: { readonly node: TreeNode }): JSX.Element {
  return (
    <div class="leaf">
      <a href={routeTo("file", { path: node.path })}>
        <Name text={node.name} />
      </a>
      <Amount node={node} />
    </div>
  );
}

function Amount({ node }: { readonly node: TreeNode }): JSX.Element {
  return (
    <span class="amount">
      <span class="muted">
        <Shown text={`${node.covered.toLocaleString("en")} / ${node.statements.toLocaleString("en")}`} />
      </span>
      <Share percent={percentOf(node)} />
    </span>
  );
}
