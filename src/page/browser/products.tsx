import type { JSX } from "preact";
import { formatBytes } from "../../text/format.ts";
import type { PageOverview, PageProduct } from "../data.ts";
import { Facts, Name, Paged } from "./parts.tsx";

/** What the run made. */
export function ProductsView({ overview }: { readonly overview: PageOverview }): JSX.Element {
  const { binaries, archives, sboms, image, attestation, release } = overview;
  return (
    <>
      <h2 tabIndex={-1}>Products</h2>
      {release === null ? null : (
        <>
          <h3>Release</h3>
          <Facts facts={release} />
        </>
      )}
      <h3>Binaries</h3>
      {binaries.length === 0 ? <p>None were built.</p> : <Files files={binaries} what="binaries" />}
      {archives.length === 0 ? null : (
        <>
          <h3>Archives</h3>
          <Files files={archives} what="archives" />
        </>
      )}
      <h3>Image</h3>
      {image === null ? <p>None was built.</p> : <Facts facts={image} />}
      {sboms.length === 0 ? null : (
        <>
          <h3>SBOMs</h3>
          <Files files={sboms} what="SBOMs" />
        </>
      )}
      {attestation === null ? null : (
        <>
          <h3>Build provenance</h3>
          <Facts facts={attestation} />
        </>
      )}
    </>
  );
}

function Files({ files, what }: { readonly files: readonly PageProduct[]; readonly what: string }): JSX.Element {
  const platforms = files.some(({ platform }) => platform !== null);
  return (
    <Paged items={files} what={what} about="">
      {(shown) => (
        <table class="products">
          <thead>
            <tr>
              <th scope="col">Name</th>
              {platforms ? <th scope="col">Platform</th> : null}
              <th scope="col" class="right">
                Size
              </th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, of, platform, size, sha256 }) => (
              <tr>
                <th scope="row">
                  <Name text={name} />
                  {of === null ? null : <span class="muted within">{of}</span>}
                </th>
                {platforms ? <td>{platform}</td> : null}
                <td class="right">{formatBytes(size)}</td>
                <td>
                  <code class="sum">{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Paged>
  );
}
