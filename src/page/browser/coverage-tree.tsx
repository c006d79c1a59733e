import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { formatCount, plural } from "../../text/format.ts";
import type { PageFiles } from "../data.ts";
import { routeTo } from "../route.ts";
import { countedFiles, percentOf, shownFiles, type TreeNode, treeOf } from "../shown-files.ts";
import { usePrinting } from "./navigation.tsx";
import { Name, Paged, Share, Shown } from "./parts.tsx";

interface CoverageTreeProps {
  readonly files: PageFiles;
  readonly search: string;
  readonly onlyUncovered: boolean;
}

/** Files below their directories, which readers open. */
export function CoverageTree({ files, search, onlyUncovered }: CoverageTreeProps): JSX.Element {
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
        <Shown text={`${formatCount(node.covered)} / ${formatCount(node.statements)}`} />
      </span>
      <Share percent={percentOf(node)} />
    </span>
  );
}
