import type { JSX } from "preact";
import { formatDuration, formatPercent } from "../../text/format.ts";
import type { PageModules, PageOverview } from "../data.ts";
import { Name, Shown, Status } from "./parts.tsx";

interface ModulesProps extends Pick<PageOverview, "looks"> {
  readonly modules: PageModules;
}

/** How every gate ended in every module. */
export function Modules({ modules, looks }: ModulesProps): JSX.Element {
  return (
    <section>
      <h3>Modules</h3>
      <div class="scrolls" tabIndex={0} role="region" aria-label="Modules">
        <table>
          <thead>
            <Head gates={modules.gates} />
          </thead>
          <tbody>
            {modules.rows.map((row) => (
              <Row row={row} looks={looks} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head({ gates }: Pick<PageModules, "gates">): JSX.Element {
  return (
    <tr>
      <th scope="col">Module</th>
      {gates.map((gate) => (
        <th scope="col">
          <Shown text={gate} />
        </th>
      ))}
      <th scope="col">Tests</th>
      <th scope="col" class="right">
        Coverage
      </th>
      <th scope="col" class="right">
        Time
      </th>
    </tr>
  );
}

interface RowProps extends Pick<PageOverview, "looks"> {
  readonly row: PageModules["rows"][number];
}

function Row({ row: { dir, cells, tests, percent, durationMs }, looks }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <Name text={dir} />
      </th>
      {cells.map((cell) => (
        <td>
          {cell === null ? (
            "–"
          ) : (
            <Status
              look={looks[cell.status]}
              words={cell.count === cell.of ? cell.status : `${cell.count} of ${cell.of} ${cell.status}`}
            />
          )}
        </td>
      ))}
      <td>{tests}</td>
      <td class="right">{formatPercent(percent)}</td>
      <td class="right">{durationMs === null ? "–" : formatDuration(durationMs)}</td>
    </tr>
  );
}
