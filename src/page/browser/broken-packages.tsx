import type { JSX } from "preact";
import type { PageTestPackage } from "../data.ts";
import { Name, Paged, Shown, Status } from "./parts.tsx";

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
