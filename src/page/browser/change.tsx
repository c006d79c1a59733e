import type { JSX } from "preact";
import type { PageChange } from "../data.ts";
import { routeTo } from "../route.ts";
import { Name, Paged, Prose, Shown, Status } from "./parts.tsx";

/** What the change under test covers, where tests are missing in it, and what it did to the whole. */
export function Change({ change }: { readonly change: PageChange }): JSX.Element {
  const { patch, total, files, packages, notes } = change;
  return (
    <section class={`card${patch?.met === false ? " bad-edge" : ""}`}>
      <h3>This change</h3>
      {patch === null ? null : (
        <p>
          <PatchWords patch={patch} />
        </p>
      )}
      {total === null ? null : <p>All statements: {total}</p>}
      {files.length === 0 ? null : <LackingFiles files={files} />}
      {packages.length === 0 ? null : <Packages packages={packages} />}
      {notes.map((note) => (
        <p class="muted">
          <Prose text={note} />
        </p>
      ))}
    </section>
  );
}

/** With a sign where a limit was asked for. */
export function PatchWords({ patch }: { readonly patch: NonNullable<PageChange["patch"]> }): JSX.Element {
  if (patch.met === null) return <Shown text={patch.words} />;
  return <Status look={patch.met ? { sign: "✓", tone: "good" } : { sign: "✗", tone: "bad" }} words={patch.words} />;
}

function LackingFiles({ files }: Pick<PageChange, "files">): JSX.Element {
  return (
    <>
      <h4>Changed lines that no test reached</h4>
      <Paged items={files} what="files" about="">
        {(shown) => (
          <ul class="plain">
            {shown.map(({ path, uncovered }) => (
              <li key={path}>
                <Name text={path} />{" "}
                {uncovered.map(([from, to], at) => (
                  <>
                    {at === 0 ? "" : ", "}
                    <a href={routeTo("file", { path, line: from })}>{from === to ? from : `${from}–${to}`}</a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

function Packages({ packages }: Pick<PageChange, "packages">): JSX.Element {
  return (
    <>
      <h4>Packages with other coverage than before</h4>
      <Paged items={packages} what="packages" about="">
        {(shown) => (
          <div class="scrolls" tabIndex={0} role="region" aria-label="Packages with other coverage than before">
            <table>
              <thead>
                <tr>
                  <th scope="col">Package</th>
                  <th scope="col">Before</th>
                  <th scope="col">Now</th>
                  <th scope="col" class="right">
                    Points
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ name, before, now, points }) => (
                  <tr key={name}>
                    <th scope="row">
                      <Name text={name} />
                    </th>
                    <td>{before}</td>
                    <td>{now}</td>
                    <td class="right">{points}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
    </>
  );
}
